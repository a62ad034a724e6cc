"""What a person waits for, in Chromium with the sample school on the device."""

import os
import shutil

from playwright.sync_api import expect, sync_playwright

from figures import figure, median, percentile
from server import Server

CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")

# From the click until the frame that shows it has been painted.
TAP = """async (index) => {
    const row = document.querySelectorAll("li.student")[index % document.querySelectorAll("li.student").length];
    const button = row.querySelectorAll(".mark")[index % 3];
    const before = button.getAttribute("aria-pressed");
    const started = performance.now();
    button.click();
    do {
        if (performance.now() - started > 10_000) throw new Error(`tap ${index} was not painted`);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    } while (button.getAttribute("aria-pressed") === before);
    return performance.now() - started;
}"""

# From the click on a link until the register's rows have been painted.
OPEN = """async (address) => {
    const link = document.createElement("a");
    link.href = address;
    document.body.append(link);
    const started = performance.now();
    link.click();
    link.remove();
    const there = () => location.pathname === address && document.querySelector("li.student");
    do {
        if (performance.now() - started > 10_000) throw new Error(`${address} did not open`);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    } while (!there());
    return performance.now() - started;
}"""

# Mark remaining present on an untouched register, until the device has written it.
FILL = """async () => {
    const { store } = await import("/store/store.js");
    const before = (await store.summary()).waiting;
    const button = document.querySelector("[data-action=fill]");
    if (button.disabled) return [0, 0, 0];
    const count = Number(/\\d+/.exec(button.textContent)[0]);
    const started = performance.now();
    const changed = new Promise((done) => store.addEventListener("change", done, { once: true }));
    button.click();
    await changed;
    return [count, performance.now() - started, (await store.summary()).waiting - before];
}"""


def page_of(browser, url):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(url)
    page.wait_for_selector("h1")
    return context, page


def first_pages(browser, server):
    times = []
    for _ in range(5):
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.url)
        page.wait_for_selector("h1")
        times.append(page.evaluate(
            "new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))"
            ".observe({ type: 'largest-contentful-paint', buffered: true }))"))
        context.close()
    return times


def measure():
    empty = Server().start()
    sample = Server("--demo").start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            first = first_pages(browser, empty)
            context, page = page_of(browser, sample.url)
            expect(page.locator("r-status-line a")).to_contain_text("Agreed", timeout=180_000)
            addresses = page.evaluate("""async () => {
                const { store } = await import("/store/store.js");
                const today = new Date().toISOString().slice(0, 10);
                const all = await store.between("session", today, "2199-12-31");
                return [all.length, all.slice(0, 40).map(({ id }) => `/sessions/${id}`)];
            }""")
            on_file = page.evaluate(
                "import('/store/store.js').then(({ store }) => store.all('session')).then(list => list.length)")
            opened, taps, fills = [], [], []
            for address in addresses[1][:20]:
                page.goto(sample.url)
                page.wait_for_selector("h1")
                opened.append(page.evaluate(OPEN, address))
                taps += [page.evaluate(TAP, index) for index in range(10)]
                fills.append(page.evaluate(FILL))
            context.close()
            browser.close()
    finally:
        empty.close()
        sample.close()
    per_hundred = [time * 100 / max(count, 1) for count, time, _ in fills if count >= 10]
    return {
        "first page, median": figure(median(first), "ms"),
        "tap to paint, p95": figure(percentile(taps, 0.95), "ms"),
        "save a register of 100 on the device, p95": figure(percentile(per_hundred, 0.95), "ms"),
        "opening a register with the sample school on file, p95": figure(percentile(opened, 0.95), "ms"),
        "sessions on file": figure(on_file, "sessions"),
    }
