"""Several tabs of one person: one sends for all, all show the same, and another takes over when it is gone."""

import contextlib
import os
import signal

import pytest
from playwright.sync_api import expect

from app import agreed, mark, online, open_register, outbox, shown, status_line, syncs, waiting
from school import School
from server import eventually

CLASS = 12


@pytest.fixture
def school(server):
    return School(server, students=CLASS)


@pytest.fixture
def tabs(server, school, chromium):
    """Two tabs of one browser on the same register, each with a process of its own; the first one sends."""
    context = chromium.new_context()
    browser = chromium.new_browser_cdp_session()
    pages = []
    for _ in range(2):
        others = renderers(browser)
        page = context.new_page()
        page.set_default_timeout(15_000)
        open_register(page, server, school.session, CLASS)
        agreed(page)
        page.processes = renderers(browser) - others
        pages.append(page)
    yield pages
    context.close()


def renderers(browser):
    """Process ids of what draws pages."""
    found = browser.send("SystemInfo.getProcessInfo")["processInfo"]
    return {process["id"] for process in found if process["type"] == "renderer"}


def leaders(page):
    """How many tabs hold the sender's lock."""
    return page.evaluate(
        "navigator.locks.query().then(({ held }) => held.filter(({ name }) => name.startsWith('rounds-sender')).length)")


def test_one_tab_sends_and_all_repaint(school, tabs):
    first, second = tabs
    sent = [syncs(page) for page in tabs]
    mark(second, school.students[0], "absent")
    mark(second, school.students[1], "late")
    mark(first, school.students[2], "present")
    for page in tabs:
        expect(page.locator("li.student[data-status=unmarked]")).to_have_count(CLASS - 3)
        agreed(page)
    assert shown(first) == shown(second)
    assert leaders(second) == 1
    by_first, by_second = (sum(count for _, count in one) for one in sent)
    assert (by_first, by_second) == (3, 0), "every operation once, by the tab that leads"
    assert len(outbox(first)) == 3
    assert all(len(school.history(student)) == 1 for student in school.students[:3])


def test_another_tab_takes_over_when_the_sending_one_is_killed(school, tabs):
    first, second = tabs
    first.route("**/api/v1/sync", lambda route: route.abort())
    mark(second, school.students[0], "absent")
    waiting(second, 1)
    assert not first.processes & second.processes
    killed = 0
    for process in first.processes:
        with contextlib.suppress(ProcessLookupError):  # the browser keeps one in stock and may have ended it
            os.kill(process, signal.SIGKILL)
            killed += 1
    assert killed > 0
    agreed(second)
    assert leaders(second) == 1
    assert school.marks()[school.students[0]] == "absent"
    assert len(school.history(school.students[0])) == 1


def test_a_sending_tab_that_hangs_is_replaced_and_follows_afterwards(school, tabs):
    first, second = tabs
    first.evaluate("setTimeout(() => { const end = performance.now() + 9000; while (performance.now() < end); }, 0)")
    mark(second, school.students[0], "absent")
    eventually(lambda: school.marks()[school.students[0]] == "absent", seconds=8)
    agreed(second)
    expect(first.locator(f"li.student[data-student='{school.students[0]}']")).to_have_attribute("data-status", "absent")
    sent = [syncs(page) for page in tabs]
    mark(first, school.students[1], "late")
    for page in tabs:
        agreed(page)
    by_first, by_second = (sum(count for _, count in one) for one in sent)
    assert (by_first, by_second) == (0, 1), "the tab that came back leaves the sending to the other"
    assert all(len(school.history(student)) == 1 for student in school.students[:2])


def test_what_one_tab_captures_offline_the_other_shows_and_counts(school, tabs):
    first, second = tabs
    online(first, False)
    mark(first, school.students[0], "excused")
    for page in tabs:
        waiting(page, 1)
    expect(second.locator(f"li.student[data-student='{school.students[0]}']")).to_have_attribute("data-status", "excused")
    mark(second, school.students[0], "present")
    for page in tabs:
        waiting(page, 2)
    online(first, True)
    for page in tabs:
        agreed(page)
    assert [item["changes"][0]["new"] for item in school.history(school.students[0])] == ["excused", "present"]
    assert "attention" not in status_line(second).inner_text()
