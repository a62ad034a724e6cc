"""A device that cannot keep work, or keeps it no longer: situations 14 and 17, and what the page of the device says."""

import pytest
from playwright.sync_api import expect

from app import agreed, mark, online, open_register, outbox, shown, status_line, toast, waiting, wipe
from school import School

CLASS = 12


@pytest.fixture
def school(server):
    return School(server, students=CLASS)


FILL = """async () => {
    const database = await new Promise((resolve) => {
        const request = indexedDB.open('filler', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('filler', { autoIncrement: true });
        request.onsuccess = () => resolve(request.result);
    });
    for (const size of [1_000_000, 100_000, 10_000, 1_000, 100]) {
        let fits = true;
        while (fits) {
            const bytes = new Uint8Array(size);
            for (let at = 0; at < size; at += 60_000) crypto.getRandomValues(bytes.subarray(at, at + 60_000));
            const transaction = database.transaction('filler', 'readwrite');
            transaction.objectStore('filler').put(bytes);
            fits = await new Promise((resolve) => {
                transaction.oncomplete = () => resolve(true);
                transaction.onabort = () => resolve(false);
            });
        }
    }
    database.close();
}"""


class Disk:
    """A page in a browser that may store 4 MB for this site, until `fill` has left no byte of them."""

    def __init__(self, chromium, server):
        self.page = chromium.new_context().new_page()
        self.page.set_default_timeout(15_000)
        self.origin = {"origin": server.url}
        self.session = self.page.context.new_cdp_session(self.page)
        self.session.send("Storage.overrideQuotaForOrigin", {**self.origin, "quotaSize": 4_000_000})

    def fill(self):
        self.page.evaluate(FILL)

    def free(self):
        self.session.send("Storage.overrideQuotaForOrigin", self.origin)


@pytest.fixture
def disk(chromium, server):
    made = Disk(chromium, server)
    yield made
    made.page.context.close()


def test_situation_14_a_full_disk_is_told_before_marking(server, school, disk):
    page = disk.page
    page.goto(server.url)
    agreed(page)
    warning = page.locator(".register-warning")
    # Chromium tidies its files when it likes; where that made room again, the disk is filled once more.
    for _ in range(5):
        disk.fill()
        open_register(page, server, school.session, CLASS)
        page.wait_for_timeout(1_000)
        if warning.is_visible():
            break
    expect(warning).to_contain_text("There is no room left on this device")
    expect(warning).to_contain_text("A mark made now is not saved")
    disk.fill()
    page.goto(f"{server.url}/sync")
    expect(page.locator("#device-storage")).to_contain_text("There is no room left on this device")


def test_situation_14_a_disk_that_fills_while_marking_does_not_pretend(server, school, disk):
    page = disk.page
    open_register(page, server, school.session, CLASS)
    agreed(page)
    online(page, False)
    saved = []
    # Chromium tidies its files when it likes; where that made room again, the mark is kept and the disk filled once more.
    for student in school.students:
        disk.fill()
        row = page.locator(f"li.student[data-student='{student}']")
        row.locator("[data-mark=absent]").click()
        page.wait_for_timeout(1_000)
        if row.get_attribute("data-status") == "unmarked":
            break
        saved.append(student)
    expect(toast(page)).to_contain_text("Not saved. There is no room left on this device")
    expect(row).to_have_attribute("data-status", "unmarked")
    expect(page.locator("r-banners")).to_contain_text("What you entered last was not saved")
    expect(status_line(page)).to_contain_text("The last change was not saved")
    assert [one["target"] for one in outbox(page)] == [f"mark/{school.session}:{one}" for one in saved]

    disk.free()
    mark(page, student, "absent")
    waiting(page, len(saved) + 1)
    expect(page.locator("r-banners")).not_to_contain_text("not saved")
    online(page, True)
    agreed(page)
    assert [school.marks()[one] for one in [*saved, student]] == ["absent"] * (len(saved) + 1)


def test_situation_14_private_browsing_keeps_work_as_long_as_the_tab_and_says_so_everywhere(server, school, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'InvalidStateError') }")
    open_register(page, server, school.session, CLASS)
    expect(page.locator(".register-warning")).to_contain_text("Marks are lost when this tab closes")
    online(page, False)
    mark(page, school.students[0], "late")
    expect(status_line(page)).to_contain_text("Not kept on this device · 1 waiting")
    online(page, True)
    expect(status_line(page)).to_contain_text("Not kept on this device · agreed with server", timeout=20_000)
    assert school.marks()[school.students[0]] == "late"
    context.close()


def test_situation_17_a_wiped_device_comes_back_as_another_and_the_server_shows_what_it_heard(staff):
    session = staff.session()
    ben = staff.open("ben", f"/sessions/{session}")
    expect(ben.locator("li.student")).to_have_count(12, timeout=30_000)
    agreed(ben)
    for student in staff.students[:2]:
        mark(ben, student, "present")
    agreed(ben)
    old, heard = device_of(ben)
    online(ben, False)
    for student in staff.students[2:5]:
        mark(ben, student, "absent")
    waiting(ben, 3)

    wipe(ben, staff.server)
    ben.goto("about:blank")
    online(ben, True)
    ben.context.add_cookies(staff.cookies("ben"))
    ben.goto(f"{staff.server.url}/sessions/{session}")
    expect(ben.locator("li.student")).to_have_count(12, timeout=30_000)
    agreed(ben)
    assert sorted(set(shown(ben).values())) == ["present", "unmarked"], "what had not been sent is gone, and not shown"
    new, _ = device_of(ben)
    assert new != old

    ruth = staff.open("ruth", "/sync")
    for page in (ruth, ben):
        page.goto(f"{staff.server.url}/sync")
        lost = page.locator(f"#device-others [data-device='{old}']")
        expect(lost).to_contain_text("Ben Lee")
        expect(lost).to_contain_text(f"heard up to number {heard}")
        expect(page.locator(f"#device-others [data-device='{new}']")).to_contain_text("nothing done here yet")
    expect(ben.locator(f"#device-others [data-device='{new}']")).to_contain_text("This one")


def device_of(page):
    """Id of this device and the number of its last operation that the server has heard."""
    return page.evaluate("import('/store/store.js').then(async ({ store }) => { const { device, heard } = await store.summary(); return [device, heard]; })")


def test_the_page_of_the_device_tells_whether_the_browser_protects_the_data(server, school, page):
    page.goto(f"{server.url}/sync")
    agreed(page)
    storage = page.locator("#device-storage")
    expect(storage).to_contain_text("Yes, on the disk")
    expect(storage).to_contain_text("Refused so far: the browser may clear it when space is short")
    session = page.context.browser.new_browser_cdp_session()
    session.send("Browser.grantPermissions", {
        "origin": server.url, "permissions": ["durableStorage"],
        "browserContextId": page.context.new_cdp_session(page).send("Target.getTargetInfo")["targetInfo"]["browserContextId"]})
    page.get_by_role("button", name="Ask the browser to keep it").click()
    expect(storage).not_to_contain_text("Refused so far")
    expect(storage).to_contain_text("Protected from clearing")
