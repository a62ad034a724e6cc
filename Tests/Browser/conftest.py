"""Fixtures: a server per test, and Chromium profiles that survive being killed."""

import os
import shutil
import signal
import subprocess
import tempfile

import pytest
from playwright.sync_api import expect, sync_playwright

from app import VIEWPORT
from server import Server
from staff import Staff

CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
# How long a busy machine may take; a passing test waits for none of it.
expect.set_options(timeout=15_000)


@pytest.fixture
def server():
    running = Server().start()
    yield running
    running.close()


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport=VIEWPORT)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


@pytest.fixture(scope="session")
def school_with_staff(playwright, chromium):
    running = Server().start()
    made = Staff(running, playwright, chromium)
    yield made
    made.close_browsers()
    running.close()


@pytest.fixture
def staff(school_with_staff):
    """Ruth, Ann and Ben; the browsers that a test opens are closed after it."""
    yield school_with_staff
    school_with_staff.close_browsers()


class Profile:
    """A browser whose storage lives in a folder, as a person's does: `kill` is kill -9 of all its processes."""

    def __init__(self, playwright):
        self.playwright = playwright
        self.folder = tempfile.mkdtemp(prefix="rounds-profile-")
        self.context = None

    def open(self, **options):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder, executable_path=CHROMIUM, args=ARGUMENTS, **options)
        page = self.context.pages[0] if self.context.pages else self.context.new_page()
        page.set_default_timeout(15_000)
        return page

    def kill(self):
        """No `beforeunload`, no flush: what the page called saved must be on disk already."""
        listed = subprocess.run(["pgrep", "-f", self.folder], capture_output=True, text=True)
        for process in listed.stdout.split():
            if int(process) != os.getpid():
                try:
                    os.kill(int(process), signal.SIGKILL)
                except ProcessLookupError:
                    pass
        try:
            self.context.close()
        except Exception:  # the connection is gone with the browser; that is the point
            pass
        for lock in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            path = os.path.join(self.folder, lock)
            if os.path.lexists(path):
                os.unlink(path)

    def close(self):
        try:
            self.context.close()
        except Exception:  # already killed
            pass
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture
def profile(playwright):
    made = Profile(playwright)
    yield made
    made.close()
