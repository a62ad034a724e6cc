"""A note's whole way: pasted, checked, its words lit, judged, reported; files and archives; episodes; rubrics; a teaching case."""

import re

import pytest
from playwright.sync_api import expect

from app import toast
from compliance import BASE, EVALUATION, TREATMENT, add, archive, finding, lit, ready
from insights import downloaded, drop
from server import Server

HOSTILE = "<img src=x onerror=alert(1)>.txt"


@pytest.fixture(scope="module")
def clinic():
    server = Server().start()
    server.treatment = ready(server, add(server)["id"])
    yield server
    server.close()


def test_from_a_pasted_note_to_its_report(server, page):
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.goto(f"{server.url}/compliance")
    expect(page.get_by_role("heading", name="From a note to what it still needs")).to_be_visible()
    # without notes every part says so
    for part, text in {"Episodes": "No episode yet", "Trends": "No data", "Teaching cases": "No teaching case yet", "Logbook": "Nothing to ask about"}.items():
        page.get_by_role("link", name=part, exact=True).click()
        expect(page.locator("main").get_by_text(text).first, part).to_be_visible()
    page.get_by_role("link", name="Notes", exact=True).click()
    page.get_by_label("Paste a note").fill(TREATMENT)
    page.get_by_role("button", name="Check this note").click()

    # masked words beside the findings
    note = page.locator(".note-text")
    expect(note).to_contain_text("[PATIENT]")
    expect(note).not_to_contain_text("Quenby")
    expect(note).to_contain_text("<img src=x onerror=alert(1)>")
    expect(note.locator(".masked").first).to_be_visible()

    # finding → words → finding → manual
    units = finding(page, "BIL-01")
    expect(units).to_contain_text("Not met")
    units.locator(".finding-head").click()
    expect(lit(page).filter(has_text=re.compile("97110|45|units")).first).to_be_in_viewport()
    units.locator(".finding-head").click()
    expect(units.locator(".finding-body")).to_be_hidden()
    lit(page).first.click()
    expect(page.locator(".finding[data-chosen] .finding-body")).to_be_visible()
    finding(page, "BIL-01").locator("[data-manual]").click()
    expect(page.get_by_role("dialog")).to_contain_text("BIL-01")
    page.keyboard.press("Escape")

    # a verdict, with a comment and a way back
    units = finding(page, "BIL-01")
    if units.locator(".finding-body").is_hidden():
        units.locator(".finding-head").click()
    units.get_by_role("button", name="Not right").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("Our payer counts <b>otherwise</b>")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(finding(page, "BIL-01")).to_contain_text("Our payer counts <b>otherwise</b>")
    expect(finding(page, "BIL-01")).to_contain_text("Disputed")
    page.reload()
    expect(finding(page, "BIL-01").locator(".finding-head")).to_contain_text("Disputed")

    # reports
    for format, beginning in {"HTML": b"<!", "PDF": b"%PDF", "JSON": b"{", "CSV": b""}.items():
        page.get_by_role("button", name="Report", exact=True).click()
        content = downloaded(page, page.get_by_role("menuitem", name=format))
        assert content.lstrip(b"\xef\xbb\xbf").startswith(beginning) and len(content) > 200, (format, content[:80])
        assert b"Quenby" not in content, format
        assert format != "HTML" or b"<img src=x" not in content
    assert not alerts


def test_the_original_opens_with_a_reason_and_closes(clinic, page):
    page.goto(f"{clinic.url}/compliance/documents/{clinic.treatment['id']}")
    page.get_by_role("button", name="Show the original").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("is recorded")
    dialog.get_by_label("Why do you need it?").fill("To correct the signed note")
    dialog.get_by_role("button", name="Show, and record it").click()
    expect(page.locator(".note-text")).to_contain_text("Orla Quenby")
    finding(page, "BIL-01").locator(".finding-head").click()
    expect(lit(page).first).to_be_visible()
    page.get_by_role("button", name="Mask again").click()
    expect(page.locator(".note-text")).not_to_contain_text("Quenby")


def test_the_keyboard_is_enough(clinic, page):
    page.goto(f"{clinic.url}/compliance/documents/{clinic.treatment['id']}")
    expect(page.locator(".finding").first).to_be_visible()
    page.keyboard.press("j")
    first = page.locator(".finding[data-chosen]")
    expect(first).to_have_count(1)
    rule = first.get_attribute("data-finding")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f".finding[data-finding='{rule}'][data-chosen]")).to_have_count(0)
    page.keyboard.press("k")
    expect(page.locator(f".finding[data-finding='{rule}'][data-chosen]")).to_have_count(1)
    page.keyboard.press("m")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("y")
    expect(page.locator(f".finding[data-finding='{rule}']")).to_contain_text("Agreed")
    toast(page).get_by_role("button", name="Undo").click()
    expect(page.locator(f".finding[data-finding='{rule}']")).not_to_contain_text("Agreed")
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_label("Letters work as keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(f".finding[data-finding='{rule}'][data-chosen]")).to_have_count(1)


def test_dropped_files_open_or_say_why_not(clinic, page):
    page.goto(f"{clinic.url}/compliance")
    expect(page.locator(".note-row").first).to_be_visible()
    drop(page, [(HOSTILE, TREATMENT.encode()), ("photo.pdf", b"\x89PNG\r\n\x1a\n" + bytes(64)), ("nothing.txt", b"")])
    expect(page.locator(".sent")).to_have_count(2)
    expect(page.locator(".sending")).to_contain_text("photo.pdf")
    expect(page.locator(".sending")).to_contain_text("nothing.txt: There is no text in it.")
    row = page.locator(".note-row").filter(has_text=HOSTILE)
    expect(row).to_contain_text("Treatment note", timeout=60_000)
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    # deleting has a way back
    page.get_by_role("button", name="More about this note").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(page.get_by_role("heading", name="Your notes")).to_be_visible()
    expect(page.locator(".note-row").filter(has_text=HOSTILE)).to_have_count(0)
    toast(page).get_by_role("button", name="Undo").click()
    expect(page.locator(".note-row").filter(has_text=HOSTILE)).to_have_count(1)


def test_an_archive_is_followed_to_its_end(clinic, page):
    page.goto(f"{clinic.url}/compliance")
    expect(page.locator(".note-row").first).to_be_visible()
    drop(page, [("march.zip", archive({"a.txt": EVALUATION, "b.txt": TREATMENT, "empty.txt": " "}))])
    page.wait_for_url(re.compile("/compliance/batches/"))
    expect(page.locator(".batch-place")).to_contain_text("2 notes checked, 1 file could not be read", timeout=60_000)
    expect(page.locator(".batch-place .list-row").filter(has_text="b.txt")).to_contain_text(re.compile(r"Score \d"))
    page.get_by_role("link", name="b.txt").click()
    expect(page.locator(".note-text")).to_contain_text("97110")


def test_an_episode_shows_what_is_due(clinic, page):
    notes = [ready(clinic, add(clinic, text, name)["id"])["id"] for text, name in [(EVALUATION, "Knee plan"), (TREATMENT, "Knee visit")]]
    page.goto(f"{clinic.url}/compliance/episodes")
    page.get_by_role("button", name="New episode").first.click()
    page.get_by_label("Label").fill("knee, tuesdays")
    page.get_by_role("button", name="Make it").click()
    page.get_by_role("button", name="Add notes").first.click()
    dialog = page.get_by_role("dialog")
    for name in ["Knee plan", "Knee visit"]:
        dialog.get_by_label(re.compile(name)).check()
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".timeline li")).to_have_count(2)
    expect(page.locator(".timeline li").first).to_contain_text("Knee plan")
    expect(page.locator(".due-list li").first).to_be_visible()
    page.locator(f"[data-take-out='{notes[1]}']").click()
    expect(page.locator(".timeline li")).to_have_count(1)
    toast(page).get_by_role("button", name="Undo").click()
    expect(page.locator(".timeline li")).to_have_count(2)


def replace(page, old, new):
    """In the editor, the first time that it is there."""
    page.evaluate("""old => {
        const area = document.querySelector("#yaml-text");
        area.focus();
        const start = area.value.indexOf(old);
        area.setSelectionRange(start, start + old.length);
    }""", old)
    page.keyboard.insert_text(new)


def test_a_rubric_is_drafted_tested_activated_and_rolled_back(clinic, page):
    before = next(one for one in clinic.get(f"{BASE}/rubrics")["items"] if one["state"] == "active")["version"]
    page.goto(f"{clinic.url}/compliance/rubrics")
    page.get_by_role("button", name="New draft").click()
    page.get_by_label("What will be different").fill("Another wording")
    page.get_by_role("button", name="Make it").click()
    yaml = page.get_by_label("Rules as YAML")
    expect(yaml).to_have_value(re.compile("severity: high"))
    draft = page.get_by_role("heading", level=1).inner_text().removeprefix("Rubric ")
    assert draft.startswith(before) and draft != before
    good = yaml.input_value()
    replace(page, "severity: high", "severity: hgih")
    page.get_by_role("button", name="Save").click()
    line = good[:good.index("severity: high")].count("\n") + 1
    expect(page.locator(".problem-list")).to_contain_text(f"Line {line}")
    page.get_by_role("button", name=f"Line {line}", exact=True).first.click()
    assert "hgih" in page.evaluate("(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.querySelector('#yaml-text'))")
    replace(page, "severity: hgih", "severity: high")
    page.get_by_role("button", name="Test").click()
    expect(page.locator(".test-place")).to_contain_text("All examples come out right", timeout=60_000)
    page.get_by_role("button", name="Activate").click()
    expect(page.locator(".page-head")).to_contain_text("Active", timeout=60_000)
    assert yaml.get_attribute("readonly") is not None
    page.get_by_role("link", name="Rubrics").click()
    expect(page.locator("li").filter(has_text=f"Version {draft}")).to_contain_text("Active")
    page.get_by_role("button", name="Roll back").click()
    expect(page.locator("li").filter(has=page.get_by_text(f"Version {before}", exact=True))).to_contain_text("Active")
    expect(page.locator("li").filter(has_text=f"Version {draft}")).to_contain_text("Retired")


def test_a_class_finds_what_a_note_hides(clinic, page):
    page.goto(f"{clinic.url}/compliance/documents/{clinic.treatment['id']}")
    page.get_by_role("button", name="More about this note").click()
    page.get_by_role("menuitem", name="Make a teaching case").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Title").fill("Day four")
    hidden = dialog.locator("[name=hide]").count()
    assert hidden >= 2
    dialog.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Day four")
    expect(page.locator(".note-text")).not_to_contain_text("Quenby")
    page.get_by_label("Find a rule").fill("BIL-01")
    page.locator("label").filter(has_text="BIL-01").get_by_role("checkbox").check()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", name=f"1 of {hidden} found")).to_be_visible()
    expect(page.locator(".case-result").first).to_contain_text("BIL-01")
    expect(page.get_by_role("heading", name=re.compile("^Missed"))).to_be_visible()


def test_a_question_is_answered_from_the_manual_or_refused(clinic, page):
    page.goto(f"{clinic.url}/compliance/documents/{clinic.treatment['id']}")
    page.locator("label").filter(has_text=re.compile("^Ask$")).click()
    page.get_by_label("Your question").fill("How many units are billed for 45 timed minutes?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".asked article").first).to_be_visible(timeout=60_000)
    page.get_by_label("Your question").fill("Who won the football match on Sunday?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".asked article").filter(has_text="football")).to_contain_text("Not in the rules", timeout=60_000)


def test_nobody_sees_anothers_note(staff):
    note = add(staff.server, headers=staff.headers)["id"]
    page = staff.open("ann", f"/compliance/documents/{note}")
    expect(page.get_by_text("There is no such note.")).to_be_visible()
    page.goto(f"{staff.server.url}/compliance")
    expect(page.get_by_role("heading", name="From a note to what it still needs")).to_be_visible()
    page.get_by_role("button", name="Try it with a sample note").click()
    expect(finding(page, "BIL-01")).to_contain_text("Not met")
