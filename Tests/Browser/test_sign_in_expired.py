"""Situation 8: the sign-in expires during a long time offline; nobody else sends the work; a file carries it elsewhere."""

import re

import pytest
from playwright.sync_api import expect

from app import agreed, mark, offline_ready, online, outbox, status_line, toast, unsent, waiting
from staff import PASSWORD

SLOW = 30_000


def sign_in(page, person):
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("E-mail address").fill(f"{person}@school.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in", timeout=SLOW)


def sign_out(page, staff):
    page.goto(f"{staff.server.url}/account")
    page.get_by_role("button", name="Sign out", exact=True).click()


@pytest.fixture
def session(staff):
    return staff.session()


@pytest.fixture
def ben(staff, session):
    """Ben on a register, with a browser that opens without a network."""
    page = staff.open("ben", f"/sessions/{session}")
    expect(page.locator("li.student")).to_have_count(12, timeout=SLOW)
    agreed(page)
    offline_ready(page)
    return page


def test_situation_8_work_outlives_the_sign_in_and_goes_out_under_its_author(staff, session, ben):
    students, url = staff.students, staff.server.url
    online(ben, False)
    mark(ben, students[0], "present")
    mark(ben, students[1], "absent")
    ben.context.clear_cookies()
    ben.reload()
    expect(ben.locator("li.student[data-status=unmarked]")).to_have_count(10)
    waiting(ben, 2)

    online(ben, True)
    expect(status_line(ben)).to_contain_text("2 waiting, sign in to send", timeout=SLOW)
    expect(ben.locator("r-banners")).to_contain_text("Your session has ended. You can go on")
    mark(ben, students[2], "late")
    expect(status_line(ben)).to_contain_text("3 waiting, sign in to send")
    captured = {row["id"]: row["operation"]["capturedAt"] for row in unsent(ben)}

    ben.locator("r-banners").get_by_role("link", name="Sign in").click()
    sign_in(ben, "ann")
    agreed(ben)
    expect(ben.locator("li.student[data-status=unmarked]")).to_have_count(12)
    assert len(unsent(ben)) == 3
    assert set(staff.school.marks(session).values()) == {None}, "nobody's sign-in but Ben's sends Ben's work"
    sign_out(ben, staff)

    sign_in(ben, "ben")
    agreed(ben)
    assert unsent(ben) == []
    ben.goto(f"{url}/sessions/{session}")
    expect(ben.locator("li.student[data-status=unmarked]")).to_have_count(9)
    for student, status in zip(students, ["present", "absent", "late"]):
        item, = staff.school.history(student, session)
        assert item["authorName"] == "Ben Lee"
        assert {"field": "status", "old": None, "new": status} in item["changes"]
        assert item["capturedAt"] == captured[item["id"]]


def test_a_renewed_access_token_is_nobodys_business(staff, session, ben):
    """The fifteen minutes of an access token end; the sign-in itself goes on, and nobody is asked for anything."""
    ben.context.clear_cookies()
    ben.goto(f"{staff.server.url}/sign-in")
    sign_in(ben, "ben")
    ben.goto(f"{staff.server.url}/sessions/{session}")
    agreed(ben)
    ben.context.clear_cookies(name="rounds_access")
    mark(ben, staff.students[0], "present")
    agreed(ben)
    expect(ben.locator("r-banners")).to_have_text("")
    assert staff.school.marks(session)[staff.students[0]] == "present"


def test_another_persons_cookies_in_this_browser_neither_send_nor_show_anything(staff, session, ben):
    """Somebody signs in in another tab; the open one stays its user's."""
    ben.context.clear_cookies()
    ben.context.add_cookies(staff.cookies("ruth"))
    mark(ben, staff.students[0], "present")
    expect(status_line(ben)).to_contain_text("1 waiting for its author", timeout=SLOW)
    expect(ben.locator("r-banners")).to_contain_text("Somebody else is signed in")
    assert set(staff.school.marks(session).values()) == {None}
    ben.context.clear_cookies()
    ben.context.add_cookies(staff.cookies("ben"))
    ben.goto(f"{staff.server.url}/sync")
    ben.get_by_role("button", name="Sync now").click()
    agreed(ben)
    item, = staff.school.history(staff.students[0], session)
    assert item["authorName"] == "Ben Lee"


def test_signing_out_warns_about_unsent_work_and_its_file_goes_out_from_another_device(staff, session, ben, tmp_path):
    students, url = staff.students, staff.server.url
    online(ben, False)
    mark(ben, students[0], "absent")
    mark(ben, students[1], "excused")
    sign_out(ben, staff)
    dialog = ben.get_by_role("dialog")
    expect(dialog).to_contain_text("There is unsent work")
    expect(dialog).to_contain_text("2 pieces of work have not been agreed with the server")
    with ben.expect_download() as download:
        dialog.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "unsent.json"
    download.value.save_as(file)
    dialog.get_by_role("button", name="Sign out anyway").click()
    ben.get_by_role("dialog").get_by_role("button", name="Sign out here").click()
    expect(ben.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert len(unsent(ben)) == 2, "signing out throws nothing away"

    ann = staff.open("ann", "/sync")
    agreed(ann)
    ann.get_by_label("File of unsent work").set_input_files(file)
    expect(toast(ann)).to_contain_text("This is the work of Ben Lee, and only Ben Lee can send it.")
    assert outbox(ann) == []

    other = staff.open("ben", "/sync")
    agreed(other)
    other.get_by_label("File of unsent work").set_input_files(file)
    expect(toast(other)).to_contain_text("2 operations of the file are on this device now")
    agreed(other)
    assert [staff.school.marks(session)[student] for student in students[:2]] == ["absent", "excused"]
    other.get_by_label("File of unsent work").set_input_files(file)
    expect(toast(other)).to_contain_text("Everything in this file is here already.")
    other.get_by_label("File of unsent work").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b'{"format": "something"}'})
    expect(toast(other)).to_contain_text("This is no file of unsent work from Rounds.")

    staff.signed_in.pop("ben")  # ended as soon as the server hears of it
    online(ben, True)
    ben.goto(f"{url}/sessions/{session}")
    sign_in(ben, "ben")
    agreed(ben)
    assert unsent(ben) == []
    assert all(len(staff.school.history(student, session)) == 1 for student in students[:2]), "the file doubled nothing"


def test_signing_out_in_one_tab_signs_out_every_tab(staff, session, ben):
    second = ben.context.new_page()
    second.goto(f"{staff.server.url}/sessions/{session}")
    agreed(second)
    sign_in_again = re.compile("Sign in")
    ben.context.clear_cookies()
    ben.context.add_cookies(staff.cookies("ben"))
    ben.goto(f"{staff.server.url}/account")
    ben.get_by_role("button", name="Sign out", exact=True).click()
    for page in (ben, second):
        expect(page.get_by_role("heading", level=1)).to_have_text(sign_in_again, timeout=SLOW)
    staff.signed_in.pop("ben")


def test_signing_out_without_a_network_holds_when_it_is_back(staff, session, ben):
    """The cookies are still in the browser; the server hears of it before anybody is taken for signed in."""
    online(ben, False)
    sign_out(ben, staff)
    ben.get_by_role("button", name="Sign out here").click()
    heading = ben.get_by_role("heading", level=1)
    expect(heading).to_have_text("Sign in")
    staff.signed_in.pop("ben")
    online(ben, True)
    ben.goto(f"{staff.server.url}/sessions/{session}")
    expect(heading).to_have_text("Sign in")
    assert [cookie for cookie in ben.context.cookies() if cookie["name"] == "rounds_refresh"] == []
    sign_in(ben, "ben")
    agreed(ben)
