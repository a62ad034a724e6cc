"""Taps that come faster than the device writes."""

import pytest
from playwright.sync_api import expect

from app import agreed, open_register, shown
from school import School
from server import eventually

# In one task, so that nothing is written in between.
TAPS = """([student, taps]) => {
    const row = document.querySelector(`li.student[data-student='${student}']`);
    return taps.map(status => {
        row.querySelector(`[data-mark=${status}]`).click();
        return row.dataset.status;
    });
}"""


@pytest.fixture
def school(server):
    return School(server, students=3)


@pytest.mark.parametrize("taps, after", [
    (["present", "present"], ["present", "unmarked"]),
    (["present", "present", "present"], ["present", "unmarked", "present"]),
    (["absent", "late", "late", "excused"], ["absent", "late", "unmarked", "excused"]),
])
def test_every_tap_acts_on_what_is_on_the_screen(page, server, school, taps, after):
    open_register(page, server, school.session, 3)
    student = school.students[0]
    assert page.evaluate(TAPS, [student, taps]) == after
    wanted = None if after[-1] == "unmarked" else after[-1]
    eventually(lambda: school.history(student)[-1:] and len(school.history(student)) == len(taps))
    agreed(page)
    assert school.marks()[student] == wanted
    assert shown(page)[student] == after[-1]
    page.reload()
    expect(page.locator(f"li.student[data-student='{student}']")).to_have_attribute("data-status", after[-1])
