"""Every page in both themes, on a phone and on a desktop: nothing for axe to find, no error in the console, and nothing
wider than the screen. Hostile names stay text (situation 11)."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import agreed, open_register
from school import School, today

SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


@pytest.fixture(scope="module")
def school():
    from server import Server

    server = Server().start()
    school = School(server, students=12, hostile=True)
    server.post("/api/v1/attendance/exceptions", {
        "student": school.students[1], "category": "medical", "firstDay": today(), "lastDay": today(),
        "reason": "Appointment", "state": "requested"})
    server.post("/api/v1/attendance/records", {
        "session": school.session, "student": school.students[2], "status": "late", "minutesLate": 5})
    server.call("POST", "/api/v1/imports?name=people.csv", headers={"Content-Type": "text/csv"},
                raw=b"Student number,First name,Surname\r\n1,Ann,Lee\r\n,No,Number\r\n")
    yield school
    server.close()


def pages(school):
    return {
        "today": "/", "sessions": "/sessions", "register": f"/sessions/{school.session}", "absences": "/absences",
        "record": f"/students/{school.students[2]}", "conflicts": "/conflicts", "device": "/sync", "more": "/more",
        "people": "/people", "person": f"/people/{school.students[0]}", "modules": "/modules",
        "group": f"/groups/{school.group}", "school": "/school", "reports": "/reports", "imports": "/imports",
        "welcome": "/welcome", "account": "/account", "users": "/users", "sign-in": "/sign-in", "not-found": "/nowhere",
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_any_page(school, chromium, size, theme):
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce")
    page = context.new_page()
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(school.server.url)
    agreed(page)
    found = {}
    for name, address in pages(school).items():
        page.goto(school.server.url + address)
        expect(page.locator("h1"), name).to_be_visible()
        page.wait_for_timeout(400)
        violations = Axe().run(page, options=RULES).response["violations"]
        if violations:
            found[name] = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in violations]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.setdefault(name, []).append(("wider than the screen", wide))
    context.close()
    assert not found, json.dumps(found, indent=1)
    assert not errors, errors


def test_situation_11_a_hostile_name_is_shown_and_exported_inert(school, page):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(school.server.url)
    agreed(page)
    for name, address in pages(school).items():
        page.goto(school.server.url + address)
        expect(page.locator("h1"), name).to_be_visible()
        page.wait_for_timeout(200)
        assert page.locator("img[src=x]").count() == 0, name
    open_register(page, school.server, school.session, 12)
    expect(page.get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    assert dialogs == []
    exported = school.server.get(f"/api/v1/attendance/export?from={today()}&to={today()}")
    assert ",'=1+1," in exported and "\n=1+1" not in exported


def test_every_page_works_by_keyboard_alone(school, page):
    """The skip link, the navigation and a whole register without touching the mouse."""
    page.goto(f"{school.server.url}/sessions/{school.session}")
    expect(page.locator("li.student")).to_have_count(12)
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    assert focused, "something visible takes the focus first"
    page.locator("li.student .mark").first.focus()
    for key in ["p", "a", "l", "e"]:
        page.keyboard.press(key)
    statuses = page.evaluate("[...document.querySelectorAll('li.student')].slice(0, 4).map(row => row.dataset.status)")
    assert sorted(statuses)[:2] == ["absent", "excused"], statuses
    page.keyboard.press("u")
    expect(page.locator("li.student[data-status=excused]")).to_have_count(0)


def test_the_app_can_be_installed(school, page):
    page.goto(school.server.url)
    manifest = school.server.get("/manifest.webmanifest")
    manifest = manifest if isinstance(manifest, dict) else json.loads(manifest)
    assert manifest["display"] == "standalone" and manifest["start_url"]
    sizes = {icon["sizes"] for icon in manifest["icons"]}
    assert {"192x192", "512x512"} <= sizes
    for icon in manifest["icons"]:
        status, _ = school.server.call("GET", "/" + icon["src"].lstrip("/"))
        assert status == 200, icon
