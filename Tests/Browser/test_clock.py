"""Phones whose clocks are wrong or elsewhere: situation 4, a clock that is set back, and civil days."""

import datetime
import re

from playwright.sync_api import expect

from app import agreed, mark, offline_ready, online, open_register, shown, toast, waiting
from school import School, today

# `Date` as it is on a device whose clock is off by `shift` milliseconds, which a test may change.
SHIFTED = """
{
    const Real = Date;
    globalThis.shift = %d;
    globalThis.Date = class extends Real {
        constructor(...parts) {
            if (parts.length === 0) super(Real.now() + globalThis.shift);
            else super(...parts);
        }
        static now() {
            return Real.now() + globalThis.shift;
        }
    };
}
"""
HOUR = 3_600_000


def register_of(staff, person, session, shift=None):
    page = staff.open(person, "/more")
    if shift is not None:
        page.add_init_script(SHIFTED % shift)
    page.goto(f"{staff.server.url}/sessions/{session}")
    expect(page.locator("li.student")).to_have_count(12, timeout=30_000)
    agreed(page)
    offline_ready(page)
    return page


def test_situation_4_a_phone_an_hour_ahead_does_not_win_for_an_hour(staff):
    session = staff.session()
    student = staff.students[0]
    ahead = register_of(staff, "ann", session, shift=HOUR)
    honest = register_of(staff, "ben", session)
    online(honest, False)
    mark(ahead, student, "absent")
    expect(toast(ahead)).to_contain_text("This device's clock is ahead")
    agreed(ahead)

    mark(honest, student, "present")
    online(honest, True)
    agreed(honest)
    for page in (ahead, honest):
        expect(page.locator(f"li.student[data-student='{student}']")).to_have_attribute("data-status", "present", timeout=10_000)
        expect(page.locator(".dispute")).to_contain_text(re.compile("Absent\\s*Ann Abe"))
    assert staff.school.marks(session)[student] == "present"
    first, second = staff.school.history(student, session)
    assert {first["authorName"], second["authorName"]} == {"Ann Abe", "Ben Lee"}
    assert "clock_ahead" in (first if first["authorName"] == "Ann Abe" else second)["flags"]


def test_a_clock_that_is_set_back_an_hour_stops_nothing(server, chromium):
    school = School(server, students=4)
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(SHIFTED % HOUR)
    open_register(page, server, school.session, 4)
    agreed(page)
    mark(page, school.students[0], "present")
    agreed(page)
    page.evaluate("globalThis.shift = 0")
    mark(page, school.students[0], "absent")
    agreed(page)
    online(page, False)
    mark(page, school.students[1], "late")
    waiting(page, 1)
    page.evaluate("globalThis.shift = -3_600_000")
    online(page, True)
    agreed(page)
    assert [school.marks()[student] for student in school.students[:2]] == ["absent", "late"]
    assert set(shown(page).values()) == {"absent", "late", "unmarked"}
    assert [item["changes"][0]["new"] for item in school.history(school.students[0])] == ["present", "absent"]
    context.close()


def test_a_phone_in_another_time_zone_changes_no_civil_day(server, chromium):
    school = School(server, students=2)
    day = datetime.date.fromisoformat(today())
    phones = [("Pacific/Kiritimati", "12:00", "13:00"), ("Pacific/Pago_Pago", "14:00", "15:00")]
    for student, (timezone, start, end) in zip(school.students, phones):
        context = chromium.new_context(timezone_id=timezone, locale="en-GB")
        page = context.new_page()
        page.goto(server.url)
        agreed(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(f"{day:%A} {day.day} {day:%B}")
        expect(page.locator("main")).to_contain_text("Ward round")
        open_register(page, server, school.session, 2)
        mark(page, student, "present")
        agreed(page)
        page.goto(server.url)
        page.get_by_role("button", name="New session").first.click()
        expect(page.locator("dialog input[name=date]")).to_have_value(today())
        page.locator("dialog input[name=start]").fill(start)
        page.locator("dialog input[name=end]").fill(end)
        page.get_by_role("button", name="Create").click()
        expect(page.locator("li.student")).to_have_count(2)
        agreed(page)
        context.close()
    sessions = server.get(f"/api/v1/attendance/sessions?from={day - datetime.timedelta(2)}&to={day + datetime.timedelta(2)}")
    assert sorted((one["date"], one["start"]) for one in sessions["items"]) == [
        (today(), "09:00"), (today(), "12:00"), (today(), "14:00")]
    assert {one["timezone"] for one in sessions["items"]} == {server.get("/api/v1/school")["timezone"]}
