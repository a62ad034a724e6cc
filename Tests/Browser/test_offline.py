"""Work without a network: situations 1, 2 and 14 of the register, in a Chromium that is really killed."""

import collections

import pytest
from playwright.sync_api import expect

from app import agreed, mark, mark_all_by_keyboard, offline_ready, open_register, shown, status_line, waiting
from school import School

CLASS = 200


@pytest.fixture
def school(server):
    return School(server, students=CLASS)


def pushes(page):
    """Requests that carried operations and were answered, with the number of each."""
    sent = []

    def note(request):
        if request.url.endswith("/api/v1/sync") and request.method == "POST":
            count = len((request.post_data_json or {}).get("operations", []))
            if count:
                sent.append(count)

    page.on("requestfinished", note)
    return sent


def marked_offline_then_killed(profile, server, school):
    page = profile.open()
    open_register(page, server, school.session, CLASS)
    agreed(page)
    offline_ready(page)
    profile.context.set_offline(True)
    mark_all_by_keyboard(page, CLASS)
    waiting(page, CLASS)
    profile.kill()


def test_situation_1_marks_survive_a_killed_browser_offline(server, school, profile):
    marked_offline_then_killed(profile, server, school)
    page = profile.open(offline=True)
    open_register(page, server, school.session, CLASS)
    assert collections.Counter(shown(page).values()) == {"present": CLASS}
    waiting(page, CLASS)
    assert set(school.marks().values()) == {None}, "nothing can have reached the server"


def test_situation_2_one_round_trip_and_nothing_twice(server, school, profile):
    marked_offline_then_killed(profile, server, school)
    page = profile.open(offline=True)
    sent = pushes(page)
    open_register(page, server, school.session, CLASS)
    waiting(page, CLASS)
    profile.context.set_offline(False)
    agreed(page)
    assert sent == [CLASS], "all in one round trip"
    assert set(school.marks().values()) == {"present"}
    assert all(len(school.history(student)) == 1 for student in school.students[:10])


def test_situation_2_lost_replies_change_nothing(server, school, profile):
    page = profile.open()
    open_register(page, server, school.session, CLASS)
    agreed(page)
    offline_ready(page)
    profile.context.set_offline(True)
    mark_all_by_keyboard(page, CLASS)
    waiting(page, CLASS)
    lost = []

    def lose_reply(route):
        if len(lost) < 5 and "operations\":[{" in (route.request.post_data or ""):
            route.fetch()  # the server has heard it …
            lost.append(True)
            route.abort()  # … and the device never learns of it
        else:
            route.continue_()

    page.route("**/api/v1/sync", lose_reply)
    profile.context.set_offline(False)
    for _ in range(5):
        page.evaluate("window.dispatchEvent(new Event('online'))")
        page.wait_for_timeout(700)
        if len(lost) < 5:
            assert "Agreed" not in status_line(page).inner_text(), "no claim of success without an answer"
    expect(status_line(page)).to_contain_text("Agreed with server", timeout=60_000)
    assert set(school.marks().values()) == {"present"}
    assert all(len(school.history(student)) == 1 for student in school.students)


def test_situation_14_storage_that_cannot_keep_work_is_told_before_marking(server, school, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(
        "indexedDB.open = () => { throw new DOMException('storage is disabled', 'InvalidStateError') }")
    page.goto(f"{server.url}/sessions/{school.session}")
    warning = page.locator(".register-warning")
    expect(warning).to_be_visible()
    expect(warning).to_contain_text("does not let Rounds keep work on this device")
    expect(status_line(page)).to_contain_text("Not kept on this device")
    context.close()


def test_a_mark_made_while_the_server_is_down_arrives_when_it_is_back(server, school, profile):
    page = profile.open()
    open_register(page, server, school.session, CLASS)
    agreed(page)
    server.kill()
    mark(page, school.students[0], "absent")
    waiting(page, 1)
    server.start()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(status_line(page)).to_contain_text("Agreed with server", timeout=60_000)
    assert school.marks()[school.students[0]] == "absent"
