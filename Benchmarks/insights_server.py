"""A million rows on a running server: how fast a filter answers; and a dropped file until the page shows it."""

import http.client
import json
import random
import statistics
import time
import urllib.parse

from playwright.sync_api import expect, sync_playwright

from browser import CHROMIUM
from figures import figure, median, percentile
from server import Server
from start import resident_megabytes

REQUESTS = 200


def summary(connection, **filters):
    """Milliseconds until the whole answer is here, and the answer."""
    address = "/api/v1/insights/summary?" + urllib.parse.urlencode({"module": "501", "limit": 1000, **filters})
    started = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    content = answer.read()
    taken = (time.perf_counter() - started) * 1000
    if answer.status != 200:
        raise SystemExit(f"bench: {address} answered {answer.status}: {content[:300]!r}")
    return taken, json.loads(content)


def varied(dice, choices):
    """Filters as a person changes them: another period always, so that no answer is one given before."""
    year, month = dice.randrange(2021, 2025), dice.randrange(1, 13)
    filters = {"from": f"{year}-{month:02}-{dice.randrange(1, 28):02}", "to": f"{year + 1}-{month:02}-28"}
    more = dice.randrange(6)
    if more == 0:
        filters["threshold"] = f"{dice.randrange(4000, 9999) / 100}"
    elif more == 1:
        filters["adviser"] = dice.choice(choices["advisers"])
    elif more == 2:
        filters["q"] = dice.choice(("mei", "núñez", "zoe", "3600", "o'n", "smith"))
    elif more == 3:
        filters["selfCertified"] = "true"
    elif more == 4:
        filters["order"] = dice.choice(("surname", "id", "-percentage", "absent", "trend"))
    return filters


def post(server, path, kind="attendance"):
    address = "/api/v1/insights/imports?" + urllib.parse.urlencode({"name": path.name, "kind": kind})
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    with open(path, "rb") as file:
        connection.request("POST", address, file, {
            "Content-Type": "application/octet-stream", "Content-Length": str(path.stat().st_size), "Origin": server.url})
        answer = connection.getresponse()
        content = answer.read()
    if answer.status != 201:
        raise SystemExit(f"bench: the import answered {answer.status}: {content[:300]!r}")
    return json.loads(content)


def filters(path):
    server = Server().start()
    try:
        started = time.monotonic()
        post(server, path)
        stored = time.monotonic() - started
        memory = resident_megabytes(server.process.pid)
        server.stop()
        server.start()
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        first, answer = summary(connection)
        dice = random.Random(1)
        times = [summary(connection, **varied(dice, answer["choices"]))[0] for _ in range(REQUESTS)]
    finally:
        server.close()
    return {
        "import of 1,000,000 rows until it is acknowledged": figure(stored, "s", 2),
        "server's memory after that import": figure(memory, "MB"),
        "first answer after a restart over 1,000,000 rows": figure(first, "ms"),
        "filter change over 1,000,000 rows, p50": figure(statistics.median(times), "ms"),
        "filter change over 1,000,000 rows, p95": figure(percentile(times, 0.95), "ms"),
    }


# The file lies in an input of the test's own, so that the drop carries a real file of the disk. Two times come back: until
# the account of the file is painted, and until the module's students are, after a click as soon as there is something to click.
DROP = """async () => {
    const painted = async (find) => {
        for (;;) {
            if (performance.now() - started > 30_000) throw new Error("nothing was painted");
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const found = find();
            if (found) return found;
        }
    };
    const held = document.querySelector("#bench-file");
    const carried = new DataTransfer();
    carried.items.add(held.files[0]);
    const started = performance.now();
    for (const kind of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
    }
    const link = await painted(() => document.querySelector("[data-upload][data-state=done] a[href*='/insights/summary']"));
    const account = performance.now() - started;
    link.click();
    await painted(() => location.pathname === "/insights/summary" && document.querySelector("main a[href*='/insights/student']"));
    return [account, performance.now() - started];
}"""
HOLD = """() => {
    const held = document.createElement("input");
    held.type = "file";
    held.id = "bench-file";
    document.body.append(held);
}"""


def drops(paths):
    """Files of 100,000 rows, each of a module of its own, dropped on the page of a server that has none of them."""
    server = Server().start()
    account, students = [], []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
            page.set_default_timeout(60_000)
            for path in paths:
                page.goto(f"{server.url}/insights")
                expect(page.locator("main h1")).to_be_visible()
                expect(page.locator("r-status-line a").first).to_contain_text("Agreed with server", timeout=60_000)
                page.evaluate(HOLD)
                page.locator("#bench-file").set_input_files(path)
                both = page.evaluate(DROP)
                account.append(both[0])
                students.append(both[1])
            browser.close()
    finally:
        server.close()
    return {
        "drop of 100,000 rows until its account is painted, median": figure(median(account), "ms"),
        "drop of 100,000 rows until the page is painted, median": figure(median(students), "ms"),
    }
