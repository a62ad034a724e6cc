"""What last week's version kept on the device is carried over by this one, with everything in it."""

import pytest
from playwright.sync_api import expect

from app import agreed, open_register, shown
from school import School

# The database as version 1 of the store had it: every mark a row of "records".
OLDER = """async () => {
    const { store } = await import("/store/store.js");
    const name = `rounds-${store.user.id}`;
    const last = await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
            const transaction = request.result.transaction(["records", "sheets", "outbox", "meta"]);
            const kept = {};
            for (const from of ["records", "sheets", "outbox", "meta"]) {
                transaction.objectStore(from).getAll().onsuccess = ({ target }) => (kept[from] = target.result);
            }
            transaction.oncomplete = () => (request.result.close(), done(kept));
        };
    });
    store.close();
    await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
    await new Promise((done) => {
        const request = indexedDB.open(name, 1);
        request.onupgradeneeded = () => {
            const records = request.result.createObjectStore("records", { keyPath: "id" });
            records.createIndex("parent", ["entity", "parent"]);
            records.createIndex("date", ["entity", "date"]);
            const outbox = request.result.createObjectStore("outbox", { keyPath: "id" });
            outbox.createIndex("state", ["state", "seq"]);
            outbox.createIndex("target", "target");
            outbox.createIndex("settled", ["state", "settledAt"]);
            outbox.createIndex("note", "note");
            request.result.createObjectStore("receipts", { keyPath: "id" }).createIndex("session", "session");
            const meta = request.result.createObjectStore("meta", { keyPath: "name" });
            for (const row of last.records) records.put(row);
            for (const { session, marks } of last.sheets) {
                for (const [student, part] of Object.entries(marks)) {
                    const key = `${session}:${student}`;
                    records.put({ id: `mark/${key}`, entity: "mark", key, parent: session, ...part });
                }
            }
            for (const row of last.outbox) outbox.put(row);
            for (const row of last.meta) meta.put(row);
        };
        request.onsuccess = () => (request.result.close(), done());
    });
    return last.outbox.length;
}"""


@pytest.fixture
def school(server):
    return School(server, students=4)


def test_an_older_database_keeps_its_marks_and_its_queue(page, server, school):
    for student in school.students[:2]:
        server.post("/api/v1/attendance/records", {"session": school.session, "student": student, "status": "late"})
    open_register(page, server, school.session, 4)
    agreed(page)
    page.route("**/api/v1/sync", lambda route: route.abort())
    page.locator(f"li.student[data-student='{school.students[1]}'] [data-mark=absent]").click()
    page.locator(f"li.student[data-student='{school.students[2]}'] [data-mark=present]").click()
    expect(page.locator("r-status-line a").first).to_contain_text("2 waiting")
    assert page.evaluate(OLDER) == 2

    page.reload()
    expect(page.locator("li.student")).to_have_count(4)
    expect(page.locator("r-status-line a").first).to_contain_text("2 waiting")
    late, absent, present, unmarked = school.students
    assert shown(page) == {late: "late", absent: "absent", present: "present", unmarked: "unmarked"}
    page.unroute("**/api/v1/sync")
    page.reload()
    agreed(page)
    assert school.marks() == {late: "late", absent: "absent", present: "present", unmarked: None}
