"""What is made of a session: handouts, notes that survive without a network, answers with their sources, cards, a ZIP that comes
back whole, and a pack for who was absent."""

import io
import json
import re
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import toast
from scribe import CHUNK
from school import School
from server import Server, eventually
from staff import PASSWORD
from test_pages import RULES, SIZES

ASKED = {**RULES, "resultTypes": ["violations"]}
HANDOUT = """# Diabetic ketoacidosis

Diabetic ketoacidosis is a lack of insulin with ketones and an acid blood.
Fluids come first: one litre of saline in the first hour.
Insulin is started at 0.1 units per kilogram per hour after the first litre.
Potassium is checked before insulin, because insulin drives potassium into the cells.
Bicarbonate is not given as a routine.
A ketone is an acid that the liver makes from fat.
The anion gap is the sodium minus chloride and bicarbonate.
Cerebral oedema is the most feared complication in children.
Remember that the blood glucose is checked every hour.
"""


@pytest.fixture(scope="module")
def taught():
    """One session with a shared handout, and a student who was absent from it."""
    server = Server().start()
    school = School(server, students=2)
    school.attachment = attach(server, school.session, "Ketoacidosis.md", HANDOUT.encode())["id"]
    eventually(lambda: server.get(f"/api/v1/scribe/attachments/{school.attachment}")["state"] == "ready", seconds=30)
    status, answer = server.call("PATCH", f"/api/v1/scribe/attachments/{school.attachment}", {"shared": True})
    assert status == 200, answer
    yield school
    server.close()


def attach(server, session, name, content):
    base = "/api/v1/scribe"
    made = server.post(f"{base}/sessions/{session}/uploads", {"name": name, "size": len(content), "purpose": "attachment"})
    assert len(content) < CHUNK
    status, answer = server.call("PATCH", f"{base}/uploads/{made['id']}?offset=0", raw=content, headers={"Content-Type": "application/octet-stream"})
    assert status == 200, answer
    return server.post(f"{base}/uploads/{made['id']}/finish", {"size": len(content), "sha256": None, "last": True, "parts": None})


def tab(page, taught, name):
    page.goto(f"{taught.server.url}/scribe/sessions/{taught.session}")
    page.get_by_role("tab", name=name).click()
    return page.get_by_role("tabpanel")


def test_an_answer_leads_to_its_words_and_what_is_not_there_is_said(taught, page):
    panel = tab(page, taught, "Questions")
    panel.get_by_label("Your question").fill("When is insulin started?")
    panel.get_by_role("button", name="Ask", exact=True).click()
    answer = panel.locator("article").filter(has_text="When is insulin started?")
    expect(answer.locator(".answer")).to_contain_text("0.1 units")
    answer.locator(".answer .cite").first.click()
    expect(page.get_by_role("tab", name="Attachments")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".page-text mark")).to_contain_text("0.1 units per kilogram")
    panel = tab(page, taught, "Questions")
    panel.get_by_label("Your question").fill("Which antibiotic is given for pneumonia?")
    panel.get_by_role("button", name="Ask", exact=True).click()
    refused = panel.locator("article").filter(has_text="Which antibiotic")
    expect(refused.get_by_text("Not in these sources").first).to_be_visible()
    expect(refused.locator(".cite")).to_have_count(0)


def test_notes_cards_and_quiz_are_made_and_name_their_sources(taught, page):
    panel = tab(page, taught, "AI notes")
    panel.get_by_role("button", name="Make notes").click()
    expect(panel.get_by_role("heading", name="Summary")).to_be_visible(timeout=30_000)
    quotes = panel.locator(".sources q")
    assert quotes.count() > 0
    for text in quotes.all_text_contents():
        assert squeezed(text) in squeezed(HANDOUT), text
    panel = tab(page, taught, "Study")
    panel.get_by_role("button", name="Make cards").click()
    expect(panel.locator(".flash-face")).to_be_visible(timeout=30_000)
    panel.locator(".flash-face").click()
    expect(panel.locator(".flash-side")).to_have_text("Answer")
    with page.expect_download() as waiting:
        panel.get_by_role("link", name="Cards for Anki").click()
    assert "ketoacidosis" in open(waiting.value.path(), encoding="utf-8").read().lower()

    # what came from a deleted handout is not shown, and is back with it
    handout = f"/api/v1/scribe/attachments/{taught.attachment}"
    assert taught.server.call("DELETE", handout)[0] == 204
    try:
        panel = tab(page, taught, "AI notes")
        expect(panel.get_by_text("was deleted")).to_be_visible()
        expect(panel.locator("q")).to_have_count(0)
        panel = tab(page, taught, "Study")
        expect(panel.get_by_text("No cards yet")).to_be_visible()
    finally:
        taught.server.call("POST", f"{handout}/restore", {})
    panel = tab(page, taught, "AI notes")
    expect(panel.get_by_role("heading", name="Summary")).to_be_visible()
    expect(panel.get_by_text("was deleted")).to_have_count(0)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def test_a_note_is_kept_without_a_network_and_meets_the_one_of_another_device(taught, page, chromium):
    panel = tab(page, taught, "Your notes")
    note = panel.get_by_label("Your note")
    expect(note).to_be_enabled()
    note.fill("# Ward\nfirst line\nlast line")
    expect(panel.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    page.context.set_offline(True)
    note.fill("# Ward\nfirst line, changed here\nlast line")
    expect(panel.get_by_text("Kept on this device", exact=False)).to_be_visible()
    address = f"/api/v1/scribe/sessions/{taught.session}/note"
    theirs = taught.server.get(address)
    status, _ = taught.server.call("PUT", address, {"text": theirs["text"] + "\nfrom the phone", "version": theirs["version"]})
    assert status == 200
    page.context.set_offline(False)
    merged = "# Ward\nfirst line, changed here\nlast line\nfrom the phone"
    eventually(lambda: taught.server.get(address)["text"] == merged, seconds=40)
    expect(note).to_have_value(merged)
    panel.get_by_role("button", name="Time").click()
    expect(panel.get_by_role("region", name="As it reads").get_by_role("button", name="0:00")).to_be_visible()


def test_a_session_goes_out_as_a_zip_and_comes_back(taught, page):
    page.goto(f"{taught.server.url}/scribe/sessions/{taught.session}")
    page.get_by_role("button", name="More about this session").click()
    page.get_by_role("menuitem", name="Export…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Recordings, as they were made").uncheck()
    with page.expect_download() as waiting:
        dialog.get_by_role("button", name="Download the archive").click()
    content = open(waiting.value.path(), "rb").read()
    archive = zipfile.ZipFile(io.BytesIO(content))
    manifest = json.loads(archive.read("manifest.json"))
    assert {one["name"] for one in manifest["files"]} == set(archive.namelist()) - {"manifest.json"}
    other = Server().start()
    try:
        page.goto(f"{other.url}/scribe")
        page.get_by_role("button", name="Bring in").first.click()
        page.get_by_label("Archive of a session").set_input_files({"name": "session.zip", "mimeType": "application/zip", "buffer": content})
        page.get_by_role("dialog").get_by_role("button", name="Bring in").click()
        expect(page.get_by_role("heading", name="Ward round", level=1)).to_be_visible(timeout=30_000)
        page.get_by_role("tab", name="Attachments").click()
        expect(page.get_by_text("Ketoacidosis.md")).to_be_visible()
    finally:
        other.close()


def test_a_handout_comes_in_is_renamed_and_deleted_with_undo(taught, page):
    panel = tab(page, taught, "Attachments")
    panel.locator("input[type=file]").set_input_files({"name": "plan.txt", "mimeType": "text/plain", "buffer": b"Discharge plan: walk twice a day."})
    row = panel.locator("[data-attachment]").filter(has_text="plan.txt")
    expect(row.get_by_text("Searchable")).to_be_visible(timeout=30_000)
    row.get_by_role("button", name="Read plan.txt").click()
    expect(panel.locator(".page-text")).to_contain_text("walk twice a day")
    row.get_by_role("button", name="More about plan.txt").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(panel.locator("[data-attachment]").filter(has_text="plan.txt")).to_have_count(0)
    toast(page).get_by_role("button", name="Undo").click()
    expect(panel.locator("[data-attachment]").filter(has_text="plan.txt")).to_be_visible()


def test_axe_finds_nothing_on_the_tabs(taught, chromium):
    found = []
    for size, theme in [("phone", "dark"), ("desktop", "light")]:
        context = chromium.new_context(viewport=viewport(size), color_scheme=theme, locale="en-GB")
        page = context.new_page()
        for name in ["Your notes", "AI notes", "Questions", "Study", "Attachments"]:
            tab(page, taught, name)
            expect(page.locator("#tab-panel :is(textarea, .ai-notes, .flash, .empty, .attachment)").first).to_be_visible()
            expect(page.locator("#tab-panel [aria-busy=true]")).to_have_count(0)
            for violation in Axe().run(page, options=ASKED).response["violations"]:
                found += [f"{name}, {size}: {violation['id']} {[node['html'][:120] for node in violation['nodes']]}"]
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                found.append(f"{name}, {size}: {wide} px wider than the screen")
        context.close()
    assert found == []


def test_who_was_absent_gets_a_pack_and_its_opening_is_noted(taught, chromium, playwright):
    """Last, as it makes accounts: from then on everybody signs in."""
    server = taught.server
    marked = {"session": taught.session, "student": taught.students[0], "status": "absent"}
    server.post("/api/v1/attendance/records", marked)
    owner = {"name": "Ruth Bell", "email": "ruth@school.example", "password": PASSWORD, "role": "owner", "device": "0191d0f0-0000-7000-8000-000000000001"}
    server.post("/api/v1/accounts", owner)
    cookies = signed_in(playwright, server, "ruth")
    headers = {"Cookie": "; ".join(f"{one['name']}={one['value']}" for one in cookies), "X-CSRF-Token": next(one["value"] for one in cookies if one["name"] == "rounds_csrf")}
    server.post("/api/v1/accounts", {"name": "Stu Dent", "email": "stu@school.example", "password": PASSWORD, "role": "student", "personId": taught.students[0]}, headers=headers)
    student = page_of(chromium, server, signed_in(playwright, server, "stu"))
    student.goto(f"{server.url}/scribe/catch-up")
    pack = student.get_by_role("listitem").filter(has_text="Ward round")
    expect(pack.get_by_text("Not opened yet")).to_be_visible()
    pack.get_by_role("link", name="Open the pack").click()
    expect(student.get_by_role("heading", name="Ward round", level=1)).to_be_visible()
    openings = f"/api/v1/scribe/sessions/{taught.session}/catch-up"
    eventually(lambda: server.get(openings, headers=headers)["items"][0]["openedAt"], seconds=20)
    staff = page_of(chromium, server, cookies)
    staff.goto(f"{server.url}/scribe/sessions/{taught.session}")
    staff.get_by_role("button", name="More about this session").click()
    staff.get_by_role("menuitem", name="Who was absent").click()
    expect(staff.get_by_role("dialog").get_by_role("row").filter(has_text="Student 0")).not_to_contain_text("Not opened")


def viewport(size):
    return dict(zip(["width", "height"], SIZES[size], strict=True))


def signed_in(playwright, server, person):
    request = playwright.request.new_context()
    answer = request.post(f"{server.url}/api/v1/auth/login", headers={"Origin": server.url}, data={
        "email": f"{person}@school.example", "password": PASSWORD, "device": "0191d0f0-0000-7000-8000-000000000002"})
    assert answer.ok, answer.text()
    cookies = request.storage_state()["cookies"]
    request.dispose()
    return cookies


def page_of(chromium, server, cookies):
    context = chromium.new_context(viewport=viewport("desktop"), locale="en-GB")
    context.add_cookies(cookies)
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page
