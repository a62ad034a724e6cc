"""Several people on one register: situations 3 and 7, and what each sees of the other while both are connected."""

import re

import pytest
from playwright.sync_api import expect

from app import agreed, mark, offline_ready, online, open_register, shown, status_line, toast, waiting
from school import School
from server import eventually


@pytest.fixture
def both(staff):
    """Ann's and Ben's page on the same new register, both agreed with the server."""
    session = staff.session()
    ann, ben = (staff.open(person, f"/sessions/{session}") for person in ("ann", "ben"))
    for page in (ann, ben):
        expect(page.locator("li.student")).to_have_count(12, timeout=30_000)
        agreed(page)
        offline_ready(page)
    return session, ann, ben


def disagree(both, student, here="present", there="absent"):
    """Ann and Ben mark the same student differently while neither has a network; Ann's mark arrives first."""
    _, ann, ben = both
    for page in (ann, ben):
        online(page, False)
    mark(ann, student, here)
    mark(ben, student, there)
    for page in (ann, ben):
        waiting(page, 1)
    online(ann, True)
    agreed(ann)
    online(ben, True)
    agreed(ben)


def dispute(page):
    return page.locator(".dispute")


def test_situation_3_a_disagreement_shows_both_sides_and_one_tap_settles_it(staff, both):
    session, ann, ben = both
    student = staff.students[0]
    disagree(both, student)
    expect(toast(ben)).to_contain_text("The same student was marked otherwise elsewhere")
    toast(ben).get_by_role("button", name="Show").click()
    expect(ben.get_by_role("heading", level=1)).to_have_text("Conflicts")
    ann.goto(f"{staff.server.url}/conflicts")
    listed = [page.locator("article", has_text=staff.starts[session]) for page in (ann, ben)]
    for one in listed:
        expect(one).to_contain_text(re.compile(r"Absent\s*Ben Lee, \d+ \w+ \d{4}, \d\d:\d\d"))
        expect(one).to_contain_text(re.compile(r"Present\s*Ann Abe, \d+ \w+ \d{4}, \d\d:\d\d"))
    answer = {word: listed[1].get_by_role("button", name=re.compile(f"(Take|Keep) {word}")) for word in ("Present", "Absent")}
    answer["Present"].click()
    expect(answer["Present"]).to_have_attribute("aria-pressed", "true")
    expect(listed[0]).to_have_count(0, timeout=15_000)
    agreed(ben)
    assert staff.school.marks(session)[student] == "present"
    answer["Absent"].click()  # the card stays where it was, for second thoughts
    expect(answer["Absent"]).to_have_attribute("aria-pressed", "true")
    agreed(ben)
    assert staff.school.marks(session)[student] == "absent"
    ben.reload()
    expect(ben.get_by_role("heading", level=1)).to_have_text("Conflicts")
    agreed(ben)
    expect(listed[1]).to_have_count(0)
    said = [(item["authorName"], item["changes"][0]["new"]) for item in staff.school.history(student, session)]
    assert sorted(said) == [("Ann Abe", "present"), ("Ben Lee", "absent"), ("Ben Lee", "absent"), ("Ben Lee", "present")]


def test_situation_3_a_disagreement_is_settled_on_the_register_by_keyboard(staff, both):
    session, ann, ben = both
    student = staff.students[1]
    disagree(both, student, here="late", there="excused")
    row = ben.locator(f"li.student[data-student='{student}']")
    expect(row.locator(".dispute")).to_be_visible()
    row.locator(".mark").first.focus()
    for _ in range(12):
        ben.keyboard.press("Tab")
        if ben.evaluate("document.activeElement.matches('[data-settle]') && document.activeElement.textContent.includes('Late')"):
            break
    ben.keyboard.press("Enter")
    for page in (ben, ann):
        expect(page.locator(f"li.student[data-student='{student}'] .dispute")).to_have_count(0, timeout=10_000)
        expect(page.locator(f"li.student[data-student='{student}']")).to_have_attribute("data-status", "late")
    agreed(ben)
    assert staff.school.marks(session)[student] == "late"


def test_situation_7_marks_made_before_another_closed_the_register_merge_as_late_and_their_author_is_told(staff, both):
    session, ann, ben = both
    online(ben, False)
    early = staff.students[:3]
    for student in early:
        mark(ben, student, "present")
    waiting(ben, 3)
    ann.get_by_role("button", name="Close", exact=True).click()
    ann.get_by_role("button", name="Close register").click()
    expect(ann.locator(".register[data-state=closed]")).to_be_visible()
    agreed(ann)
    online(ben, True)
    expect(toast(ben)).to_contain_text("The register had been closed; your marks were added after closing.")
    agreed(ben)
    for student in early:
        expect(ben.locator(f"li.student[data-student='{student}']")).to_contain_text("Added after closing")
    ben.goto(f"{staff.server.url}/sync")
    notes = ben.locator("#device-attention li")
    expect(notes).to_have_count(3)
    expect(notes.first).to_contain_text("The register had been closed; it was added after closing.")
    ben.get_by_role("button", name="I have read these").click()
    expect(notes).to_have_count(0)
    assert [staff.school.marks(session)[student] for student in early] == ["present"] * 3


def test_what_one_marks_another_sees_without_touching_anything(staff, both):
    session, ann, ben = both
    one, other = staff.students[4:6]
    mark(ann, one, "absent")
    expect(ben.locator(f"li.student[data-student='{one}']")).to_have_attribute("data-status", "absent", timeout=10_000)
    mark(ben, other, "present")
    mark(ben, one, "late")
    expect(ann.locator(f"li.student[data-student='{one}']")).to_have_attribute("data-status", "late", timeout=10_000)
    for page in (ann, ben):
        agreed(page)
    assert shown(ann) == shown(ben)
    expect(dispute(ann)).to_have_count(0)
    assert staff.school.marks(session)[one] == "late"


def test_the_event_stream_comes_back_and_brings_what_happened_meanwhile(server, chromium):
    """A restarted server ends the stream; the browser connects again and asks for what it missed."""
    school = School(server, students=3)
    context = chromium.new_context()
    page = context.new_page()
    open_register(page, server, school.session, 3)
    agreed(page)
    page.wait_for_timeout(1_500)
    server.kill()
    server.start()
    server.post("/api/v1/attendance/records", {
        "session": school.session, "student": school.students[0], "status": "absent"})
    row = page.locator(f"li.student[data-student='{school.students[0]}']")
    expect(row).to_have_attribute("data-status", "absent", timeout=30_000)
    eventually(lambda: "Agreed" in status_line(page).inner_text())
    context.close()


def test_the_row_under_the_finger_stays_when_one_above_it_grows(staff, both):
    session, ann, ben = both
    above, aimed = staff.students[3], staff.students[4]
    row = ben.locator(f"li.student[data-student='{aimed}']")
    row.scroll_into_view_if_needed()
    row.locator(".mark").first.hover()
    before = row.bounding_box()["y"]
    mark(ann, above, "late")
    other = ben.locator(f"li.student[data-student='{above}']")
    expect(other).to_have_attribute("data-status", "late", timeout=15_000)
    assert abs(row.bounding_box()["y"] - before) <= 1
