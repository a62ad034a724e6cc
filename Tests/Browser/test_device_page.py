"""The page of this device: what the server asked to wait for, what it refused, and receipts that are checked again."""

import json

import pytest
from playwright.sync_api import expect

from app import LOG_SYNCS, agreed, mark, online, open_register, outbox, status_line, toast, unsent, waiting
from school import School

CLASS = 4
NOBODY = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def school(server):
    return School(server, students=CLASS)


def capture(page, key, fields):
    page.evaluate(
        "([key, fields]) => import('/store/store.js').then(({ store }) => store.capture([{ entity: 'mark', key, fields }])).then(() => null)",
        [key, fields])


def test_retry_after_is_honoured_whatever_happens_and_shown(server, school, page):
    page.add_init_script(LOG_SYNCS)
    open_register(page, server, school.session, CLASS)
    agreed(page)
    problem = {"type": "about:blank", "title": "Busy", "status": 503, "code": "overloaded", "detail": "The server is busy."}
    headers = {"Retry-After": "4", "Content-Type": "application/problem+json"}
    page.route("**/api/v1/sync", lambda route: route.fulfill(status=503, headers=headers, body=json.dumps(problem)), times=1)
    page.evaluate("globalThis.syncs.length = 0")
    mark(page, school.students[0], "present")
    expect(status_line(page)).to_contain_text("Saved on this device · 1 waiting, the server is busy, next try in ")
    for _ in range(3):
        page.evaluate("window.dispatchEvent(new Event('online'))")
        page.evaluate("window.dispatchEvent(new Event('focus'))")
        mark(page, school.students[1], "late")
        mark(page, school.students[1], "absent")
        page.wait_for_timeout(400)
    agreed(page)
    refused, next_try = page.evaluate("globalThis.syncs")[:2]
    assert not refused["ok"] and next_try["ok"]
    assert next_try["begun"] - refused["begun"] >= 4_000
    assert next_try["operations"] == 7
    assert [school.marks()[student] for student in school.students[:2]] == ["present", "absent"]


def test_what_the_server_refused_is_kept_and_can_be_sent_again_or_let_go(server, school, page):
    page.goto(f"{server.url}/sync")
    agreed(page)
    capture(page, f"{school.session}:{school.students[0]}", {"status": "present"})
    capture(page, f"{school.session}:{NOBODY}", {"status": "late", "minutesLate": 7})
    expect(toast(page)).to_contain_text("The server refused one piece of work. It is kept here.")
    expect(status_line(page)).to_contain_text("1 needs attention")
    assert school.marks()[school.students[0]] == "present", "one refused operation blocks no other"
    kept, = [row for row in outbox(page) if row["state"] == "attention"]
    assert kept["operation"]["fields"] == {"status": "late", "minutesLate": 7}
    row = page.locator("#device-attention li")
    expect(row).to_contain_text("status late, minutes late 7")
    expect(row).to_contain_text("unknown_student")

    online(page, False)
    row.get_by_role("button", name="Send again").click()
    waiting(page, 1)
    expect(row).to_have_count(0)
    again, = unsent(page)
    renewed = again["operation"]
    assert renewed["id"] != kept["operation"]["id"] and renewed["seq"] > kept["operation"]["seq"], "a refusal is for good"
    same = {"id": renewed["id"], "seq": renewed["seq"]}
    assert renewed == kept["operation"] | same, "the same work by the same author at the same time"
    online(page, True)
    expect(row).to_contain_text("unknown_student", timeout=15_000)

    with page.expect_download() as download:
        page.get_by_role("button", name="Save unsent work as a file").click()
    with open(download.value.path()) as file:
        content = json.load(file)
    assert [one["operation"] for one in content["attention"]] == [renewed]

    row.get_by_role("button", name="Let go").click()
    expect(row).to_have_count(0)
    toast(page).get_by_role("button", name="Undo").click()
    expect(row).to_contain_text("status late, minutes late 7")
    row.get_by_role("button", name="Let go").click()
    expect(row).to_have_count(0)
    agreed(page)
    expect(status_line(page)).not_to_contain_text("attention")


def test_a_receipt_is_checked_against_what_the_device_shows(server, school, page):
    open_register(page, server, school.session, CLASS)
    for student in school.students:
        mark(page, student, "present")
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("button", name="Close register").click()
    expect(page.locator(".register[data-state=closed]")).to_be_visible()
    agreed(page)
    page.goto(f"{server.url}/sync")
    receipts = page.locator("#device-receipts")
    expect(receipts).to_contain_text("The receipt of one register matches what this device shows")

    status, _ = server.call("PATCH", f"/api/v1/attendance/sessions/{school.session}", {"state": "open"})
    assert status == 200
    server.post("/api/v1/attendance/records", {
        "session": school.session, "student": school.students[0], "status": "absent"})
    page.reload()
    expect(receipts).to_contain_text("The receipt of one register matches what this device shows", timeout=15_000)

    page.evaluate("""async (session) => {
        const name = (await indexedDB.databases()).find(({ name }) => /^rounds-[0-9a-f]{8}-/.test(name)).name;
        const database = await new Promise((resolve) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => resolve(request.result);
        });
        const sheets = database.transaction('sheets', 'readwrite').objectStore('sheets');
        await new Promise((resolve) => {
            const request = sheets.get(session);
            request.onsuccess = () => {
                Object.values(request.result.marks)[1].record.status = 'excused';
                sheets.put(request.result).onsuccess = resolve;
            };
        });
        database.close();
    }""", school.session)
    online(page, False)
    page.get_by_role("button", name="Check again").click()
    expect(receipts).to_contain_text("1 of 1 receipts do not match what this device shows")
    expect(receipts).to_contain_text("shows when the server can be reached")
    online(page, True)
    page.get_by_role("button", name="Check again").click()
    expect(receipts).to_contain_text("The server has other marks than this device shows.", timeout=15_000)
    page.get_by_role("button", name="Fetch everything again").click()
    expect(receipts).to_contain_text("The receipt of one register matches what this device shows", timeout=15_000)
    open_register(page, server, school.session, CLASS)
    expect(page.locator("li.student[data-status=excused]")).to_have_count(0)
    expect(page.locator("li.student[data-status=absent]")).to_have_count(1)
