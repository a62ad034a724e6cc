"""Situation 13: the app shell of last week opens offline, keeps its queue, and updates itself when the server is back."""

import pathlib
import shutil

import pytest
from playwright.sync_api import expect

from app import agreed, mark, offline_ready, open_register, shown, status_line, unsent, waiting
from school import School
from server import Server

WEB = pathlib.Path(__file__).parents[2] / "web"
CLASS = 12


class Shell:
    """A server of a folder with the web app, of which a test makes other versions between two starts."""

    def __init__(self, folder):
        self.folder = folder / "web"
        shutil.copytree(WEB, self.folder)
        self.server = Server(environment={"ROUNDS_WEB_DIR": str(self.folder)})

    def version(self, name):
        """The pages of this version say so in an attribute of the document."""
        self.change("app.js", lambda text: text.split("\n/* version */")[0] +
                    f'\n/* version */\ndocument.documentElement.dataset.version = "{name}";\n')

    def change(self, file, edit):
        path = self.folder / file
        before = path.read_text()
        path.write_text(edit(before))
        assert path.read_text() != before


@pytest.fixture
def shell(tmp_path):
    made = Shell(tmp_path)
    yield made
    made.server.close()


def expect_version(page, name):
    expect(page.locator(f"html[data-version='{name}']")).to_have_count(1, timeout=30_000)


def test_situation_13_last_weeks_shell_opens_offline_and_updates_itself_without_losing_its_queue(shell, profile):
    shell.version("last-week")
    server = shell.server.start()
    school = School(server, students=CLASS)
    page = profile.open()
    open_register(page, server, school.session, CLASS)
    agreed(page)
    offline_ready(page)
    server.stop()
    mark(page, school.students[0], "present")
    profile.kill()

    shell.version("this-week")
    page = profile.open(offline=True)
    open_register(page, server, school.session, CLASS)
    expect_version(page, "last-week")
    waiting(page, 1)
    mark(page, school.students[1], "absent")
    waiting(page, 2)

    server.start()
    profile.context.set_offline(False)
    expect_version(page, "this-week")
    agreed(page)
    assert unsent(page) == []
    for student, status in zip(school.students, ["present", "absent"]):
        item, = school.history(student)
        assert item["changes"][0]["new"] == status
    assert shown(page)[school.students[0]] == "present"
    caches = page.evaluate("caches.keys()")
    assert len([name for name in caches if name.startswith("rounds-shell-")]) == 1, "the old shell is gone"


def test_situation_13_a_shell_that_the_server_finds_too_old_keeps_its_work_says_so_and_updates(shell, profile):
    shell.version("too-old")
    shell.change("sync/ask.js", lambda text: text.replace("export const PROTOCOL = 2;", "export const PROTOCOL = 0;"))
    server = shell.server.start()
    school = School(server, students=CLASS)
    page = profile.open()
    page.goto(server.url)
    expect_version(page, "too-old")
    offline_ready(page)
    page.evaluate("""([session, student]) => import('/store/store.js').then(({ store }) =>
        store.capture([{ entity: 'mark', key: `${session}:${student}`, fields: { status: 'late' } }])).then(() => null)""",
                  [school.session, school.students[0]])
    expect(status_line(page)).to_contain_text("Saved on this device · 1 waiting, update Rounds to send")
    expect(page.locator("r-banners")).to_contain_text("This Rounds is too old for the server. Your work is kept here")
    page.reload()
    expect(status_line(page)).to_contain_text("Saved on this device · 1 waiting, update Rounds to send")
    server.stop()

    shell.version("new")
    shell.change("sync/ask.js", lambda text: text.replace("export const PROTOCOL = 0;", "export const PROTOCOL = 2;"))
    server.start()
    page.get_by_role("button", name="Look for the update").click()
    expect_version(page, "new")
    agreed(page)
    expect(page.locator("r-banners")).to_have_text("")
    assert school.marks()[school.students[0]] == "late"
    assert len(school.history(school.students[0])) == 1


def test_an_update_waits_until_nobody_is_in_the_middle_of_something(shell, chromium):
    shell.version("before")
    server = shell.server.start()
    school = School(server, students=CLASS)
    context = chromium.new_context()
    page = context.new_page()
    open_register(page, server, school.session, CLASS)
    offline_ready(page)
    search = page.get_by_role("searchbox")
    search.fill("Ab")
    server.stop()
    shell.version("after")
    server.start()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    banner = page.locator("r-banners")
    expect(banner).to_contain_text("A new version of Rounds is ready.", timeout=30_000)
    page.wait_for_timeout(4_000)
    expect(search).to_have_value("Ab")
    expect_version(page, "before")
    banner.get_by_role("button", name="Update now").click()
    expect_version(page, "after")
    context.close()
