"""Every page of Compliance, on a desktop in light and on a phone in dark: nothing for axe to find, nothing wider than the screen, no
error in the console; on a phone the note and its findings are a tap apart."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import dress
from compliance import BASE, EVALUATION, add, archive, episode, finding, lit, ready
from server import Server, eventually
from staff import PASSWORD
from test_pages import RULES, SIZES

# Only what is wrong is told, which spares half of the time.
ASKED = {**RULES, "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def filled():
    server = Server().start()
    server.note = ready(server, add(server, name="<b>Day</b> four")["id"])
    evaluation = ready(server, add(server, EVALUATION, "Evaluation")["id"])
    server.episode = episode(server, "knee, tuesdays", [evaluation["id"]])
    broken = [one["id"] for one in server.note["findings"] if one["status"] == "violated"]
    server.case = server.post(f"{BASE}/teaching-cases", {"document": server.note["id"], "title": "Day four", "hide": broken})["id"]
    version = server.get(f"{BASE}/rubrics")["items"][0]["version"]
    server.draft = server.post(f"{BASE}/rubrics", {"from": version, "note": "<i>Wording</i>"})["version"]
    status, batch = server.call("POST", f"{BASE}/batches?name=march.zip", raw=archive({"a.txt": EVALUATION, "empty.txt": " "}),
                                headers={"Content-Type": "application/octet-stream"})
    assert status == 202, batch
    server.batch = batch["id"]
    eventually(lambda: server.get(f"{BASE}/batches/{server.batch}")["done"] == 1, seconds=60)
    yield server
    server.close()


def pages(server):
    """Address → what stands on the page once its answer is there."""
    return {
        "": ".note-row", f"/documents/{server.note['id']}": ".finding", "/episodes": ".episode-list .list-row",
        f"/episodes/{server.episode}": ".timeline li", "/trends": ".own-trend r-chart", "/rules?rule=POC-02": ".rule[open]",
        "/rubrics": ".rubric-list .list-row", f"/rubrics/{server.draft}": "#yaml-text",
        "/cases": ".case-list .list-row", f"/cases/{server.case}": ".case-rules label", f"/batches/{server.batch}": ".batch-place .list li",
        "/logbook": ".logbook-form", "/settings": ".settings-form",
    }


def test_axe_finds_nothing_on_any_page(filled, chromium):
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    found = {}
    page.goto(f"{filled.url}/more")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for address, content in pages(filled).items():
        for size, theme in [("desktop", "light"), ("phone", "dark")]:
            page.set_viewport_size(dict(zip(["width", "height"], SIZES[size], strict=True)))
            dress(page, theme)
            if size == "desktop":
                page.evaluate("address => import('/router.js').then(({ navigate }) => navigate(address))", f"/compliance{address}")
            expect(page.locator(content).first, address).to_be_visible()
            expect(page.locator("r-chart[data-state=loading]"), address).to_have_count(0)
            if size == "desktop" and content == ".finding":
                page.locator(".finding-head").first.click()
            # what stands around the page is the same in both themes' tests of the other pages (test_pages.py)
            violations = Axe().run(page, context=None if size == "desktop" else "main", options=ASKED).response["violations"]
            found |= {f"{address} {theme} {one['id']}": [node["target"] for node in one["nodes"]][:3] for one in violations}
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                found[f"{address} {size}"] = f"{wide} wider than the screen"
    assert page.locator("main :is(b, i)", has_text="Day").count() == 0, "text stays text"
    context.close()
    assert not found, json.dumps(found, indent=1)
    assert not errors, errors


def test_on_a_phone_the_note_and_its_findings_are_a_tap_apart(filled, chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(f"{filled.url}/compliance/documents/{filled.note['id']}")
    expect(page.locator(".note-text")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    units = finding(page, "BIL-01")
    units.locator(".finding-head").click()
    expect(units.locator(".finding-body")).to_be_visible()
    units.locator(".quote").first.click()
    expect(lit(page).first).to_be_in_viewport()
    expect(units).to_be_hidden()
    page.locator(".back-to-finding button").click()
    expect(units).to_be_in_viewport()
    context.close()


def test_a_student_reads_cases_and_nothing_else(staff):
    server = staff.server
    person = server.post("/api/v1/people", {"kind": "student", "number": "7001", "givenName": "Kit", "familyName": "Moss"}, headers=staff.headers)["id"]
    server.post("/api/v1/accounts", {"name": "Kit Moss", "email": "kit@school.example", "password": PASSWORD, "role": "student", "personId": person}, headers=staff.headers)
    page = staff.open("kit", "/compliance")
    expect(page.get_by_role("heading", level=1)).to_have_text("Teaching cases")
    expect(page.locator(".part-tabs a")).to_have_text(["Rules and manual", "Teaching cases"])
    page.goto(f"{server.url}/compliance/settings")
    expect(page.get_by_text("Your role does not reach here")).to_be_visible()
