"""Every page of Insights in both themes, on a phone and on a desktop: nothing for axe to find, nothing wider than the screen, no
error in the console; and who sees what."""

import json
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import dress
from insights import Module, check_ins, send
from server import Server
from staff import PASSWORD
from test_pages import RULES, SIZES

# Only what is wrong is told, which spares half of the time.
ASKED = {**RULES, "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def filled():
    server = Server().start()
    send(server, "lusi_mbchb501.csv", Module("501").bytes)
    send(server, "placement.csv", check_ins(), module="501")
    server.post("/api/v1/insights/flags", {"module": "501", "student": "00501006", "reason": "<b>Three</b> Mondays"})
    server.post("/api/v1/insights/contacts", {"module": "501", "student": "00501006", "day": "2025-11-03", "how": "phone", "outcome": "Comes on Monday"})
    yield server
    server.close()


def pages():
    """Address → what stands on the page once its answer is there."""
    module = {"module": "501"}
    return {
        "": ".module-card",
        f"/summary?{urlencode(module)}": "[data-part=students] tbody tr",
        f"/student?{urlencode(module | {'student': '00501006'})}": "[data-part=rows] tbody tr",
        f"/placements?{urlencode(module)}": "[data-part=placements] tbody tr",
        f"/self-certification?{urlencode(module)}": "[data-part=students] tbody tr",
        f"/recent?{urlencode(module | {'asOf': '2025-10-10'})}": "[data-part=recent] tbody tr",
        f"/advisers?{urlencode(module)}": "[data-part=advisers] tbody tr",
        f"/adviser?{urlencode(module | {'adviser': 'Dr Ada Hart'})}": "[data-part=students] tbody tr",
        f"/weekly?{urlencode(module)}": "[data-part=students] tbody tr",
        f"/compare?{urlencode(module | {'from': '2025-10-01', 'to': '2025-10-31', 'otherFrom': '2025-09-01', 'otherTo': '2025-09-30'})}": "[data-part=students] tbody tr",
    }


def test_axe_finds_nothing_on_any_page(filled, chromium):
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    found = {}
    for address, content in pages().items():
        for size, theme in [("desktop", "light"), ("phone", "dark")]:
            page.set_viewport_size(dict(zip(["width", "height"], SIZES[size], strict=True)))
            dress(page, theme)
            if size == "desktop":
                page.goto(f"{filled.url}/insights{address}")
            expect(page.locator(content).first, address).to_be_visible()
            expect(page.locator("r-chart[data-state=loading]"), address).to_have_count(0)
            violations = Axe().run(page, options=ASKED).response["violations"]
            found |= {f"{address} {theme} {one['id']}": [node["target"] for node in one["nodes"]][:3] for one in violations}
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                found[f"{address} {size}"] = f"{wide} wider than the screen"
    assert page.locator("b", has_text="Three").count() == 0, "text stays text"
    context.close()
    assert not found, json.dumps(found, indent=1)
    assert not errors, errors


def test_a_newcomer_is_taught_and_can_try_it(server, page):
    page.goto(f"{server.url}/insights/summary")
    expect(page.get_by_text("No attendance to analyse yet")).to_be_visible()
    page.get_by_role("link", name="Bring in a file").click()
    assert not Axe().run(page, options=ASKED).response["violations"]
    page.get_by_role("button", name="Try it with sample files").click()
    expect(page.locator(".upload-news")).to_have_text("5 of 5 files done", timeout=30_000)
    expect(page.locator(".module-card")).to_have_count(2)
    expect(page.get_by_role("heading", name="From an export to a conversation")).to_be_hidden()
    assert not Axe().run(page, options=ASKED).response["violations"]


def test_each_role_sees_its_part(staff, playwright):
    """Ann teaches 501 and brings nothing in; a student sees the own figures and nobody else's."""
    server = staff.server
    send(server, "lusi_mbchb501.csv", Module("501").bytes, headers=staff.headers)
    send(server, "lusi_mbchb302.csv", Module("302").bytes, headers=staff.headers)
    page = staff.open("ann", "/insights")
    expect(page.locator(".module-card")).to_have_count(1)
    expect(page.locator(".drop-zone")).to_have_count(0)
    page.locator(".module-card").click()
    expect(page.locator("[data-part=students] tbody tr").first).to_be_visible()

    person = server.post("/api/v1/people", {"kind": "student", "number": "00501006", "givenName": "Sam", "familyName": "Smith"}, headers=staff.headers)["id"]
    server.post("/api/v1/accounts", {"name": "Sam Smith", "email": "sam@school.example", "password": PASSWORD, "role": "student", "personId": person}, headers=staff.headers)
    page = staff.open("sam", "/insights")
    page.locator(".module-card").filter(has_text="501").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Student6 Smith, Jr")
    expect(page.locator("[data-part=rows] tbody tr")).to_have_count(20)
    expect(page.get_by_role("heading", name="Contact log")).to_have_count(0)
    page.goto(f"{server.url}/insights/student?module=501&student=00501000")
    expect(page.get_by_text("There is no such student.")).to_be_visible()
