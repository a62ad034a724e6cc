"""What a person does in the app, by the names that the app gives its controls."""

import re
import time

from playwright.sync_api import expect

from server import eventually

VIEWPORT = {"width": 1280, "height": 800}

# An init script: `syncs` tells when each sync request began, how many operations it carried and whether it was answered.
# Jitter stands still at its middle, so that every wait has one right length.
LOG_SYNCS = """
Math.random = () => 0.5;
globalThis.syncs = [];
const send = globalThis.fetch;
globalThis.fetch = async (address, options) => {
    if (!String(address).endsWith('/api/v1/sync')) return send(address, options);
    const about = { begun: performance.now(), operations: JSON.parse(options.body).operations.length, ok: false };
    globalThis.syncs.push(about);
    const answer = await send(address, options);
    about.ok = answer.ok;
    return answer;
};
"""


def open_register(page, server, session, students):
    page.goto(f"{server.url}/sessions/{session}")
    expect(page.locator("li.student")).to_have_count(students, timeout=30_000)


def agreed(page):
    expect(status_line(page)).to_contain_text("Agreed with server", timeout=30_000)


def status_line(page):
    return page.locator("r-status-line a").first


def waiting(page, count):
    expect(status_line(page)).to_contain_text(re.compile(rf"Saved on this device · {count} waiting"))


def offline_ready(page):
    """The service worker serves the app by itself from now on."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    eventually(lambda: page.evaluate("navigator.serviceWorker.controller !== null"), seconds=30)


def mark(page, student, status):
    row = page.locator(f"li.student[data-student='{student}']")
    row.locator(f"[data-mark={status}]").click()
    expect(row).to_have_attribute("data-status", status)


def mark_all_by_keyboard(page, count, key="p"):
    """P marks and moves on, as a teacher with a keyboard works through a class."""
    page.locator("li.student .mark").first.focus()
    for _ in range(count):
        page.keyboard.press(key)


def shown(page):
    """student → status on the screen."""
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('li.student')].map(row => [row.dataset.student, row.dataset.status]))")


def wipe(page, server):
    """"Clear site data": cookies, stored work, service worker."""
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", {"origin": server.url, "storageTypes": "all"})
    page.context.clear_cookies()


def toast(page):
    return page.locator("r-toasts")


def online(page, is_online):
    page.context.set_offline(not is_online)


def outbox(page):
    """The rows of every user's outbox in this browser: what this device still has to say, or has said."""
    return page.evaluate("""async () => {
        const rows = [];
        for (const { name } of await indexedDB.databases()) {
            if (!/^rounds-[0-9a-f]{8}-/.test(name)) continue;
            const database = await new Promise((resolve, reject) => {
                const request = indexedDB.open(name);
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
            });
            rows.push(...await new Promise((resolve) => {
                const request = database.transaction("outbox").objectStore("outbox").getAll();
                request.onsuccess = () => resolve(request.result);
            }));
            database.close();
        }
        return rows;
    }""")


def unsent(page):
    return [row for row in outbox(page) if row["state"] == "waiting"]


def syncs(page):
    """Times (in seconds) and numbers of operations of the sync requests that begin from now on."""
    begun = []

    def note(request):
        if request.url.endswith("/api/v1/sync") and request.method == "POST":
            begun.append((time.monotonic(), len((request.post_data_json or {}).get("operations", []))))

    page.on("request", note)
    return begun


def dress(page, theme):
    """Light or dark, and drawn so: colours are measured on the frame after the change."""
    page.emulate_media(color_scheme=theme)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
