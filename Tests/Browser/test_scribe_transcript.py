"""Sessions, the transcript in step with its sound, corrections and tags that stay, search to the second, and who sees what."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import dress, toast
from scribe import SPEECH, lengthen, lit, player, quick_model, sentence, silence, transcribed, upload
from school import School
from server import Server, eventually
from staff import PASSWORD
from test_pages import RULES, SIZES

ASKED = {**RULES, "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def lecture():
    """One session with a lecture of eleven seconds, another with one of three hours, a third with nothing."""
    server = Server().start()
    school = School(server, students=2)
    quick_model(server)
    school.recording = upload(server, school.session, "Inaugural.wav", SPEECH.read_bytes())["id"]
    school.empty = school.make_session("11:00", "12:00", title="Nothing yet")
    school.long = school.make_session("13:00", "16:00", title="Three hours")
    school.hours = upload(server, school.long, "Hours.wav", silence(2))["id"]
    transcribed(server, school.hours)
    lengthen(server, school.hours, 2500, every=4.2)
    transcribed(server, school.recording)
    yield school
    server.close()


def open_lecture(page, lecture):
    page.goto(f"{lecture.server.url}/scribe/sessions/{lecture.session}")
    expect(sentence(page, "fellow Americans")).to_be_visible()


def segments(lecture, recording):
    return lecture.server.get(f"/api/v1/scribe/recordings/{recording}/transcript?limit=100")["items"]


def test_a_sentence_plays_and_is_lit_and_keys_do_the_same(lecture, page):
    open_lecture(page, lecture)
    last = segments(lecture, lecture.recording)[-1]
    page.locator(".sentence").last.click()
    eventually(lambda: not player(page)["paused"] and player(page)["time"] >= last["start"])
    expect(lit(page)).to_have_attribute("data-id", last["id"])
    page.keyboard.press("Space")
    eventually(lambda: player(page)["paused"])
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    eventually(lambda: not player(page)["paused"])
    page.keyboard.press(">")
    expect(page.get_by_label("Speed")).to_have_value("1.25")
    page.keyboard.press("Space")
    # both are there again at the next visit
    page.locator("r-player input[type=range]").focus()
    page.evaluate("document.querySelector('r-player audio').currentTime = 0.2")
    page.reload()
    expect(page.get_by_label("Speed")).to_have_value("1.25")


def test_a_correction_stays_can_be_undone_and_keeps_the_original(lecture, page):
    open_lecture(page, lecture)
    first = page.locator(".sentence").first
    before = first.inner_text()
    first.focus()
    page.keyboard.press("e")
    page.get_by_role("textbox", name="Text of the sentence").fill("And so, my fellow Americans <b>of</b> Ward 3,")
    page.keyboard.press("Enter")
    expect(first).to_have_text("And so, my fellow Americans <b>of</b> Ward 3,")
    page.reload()
    expect(page.locator(".sentence").first).to_have_text("And so, my fellow Americans <b>of</b> Ward 3,")
    page.locator(".sentence").first.focus()
    page.get_by_role("button", name="Earlier wordings").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("The recogniser")
    dialog.get_by_role("button", name="Use this").click()
    expect(page.locator(".sentence").first).to_have_text(before)
    toast(page).get_by_role("button", name="Undo").click()
    expect(page.locator(".sentence").first).to_contain_text("Ward 3")

    # nothing was said here: the place stays, and what was recognised comes back
    second = page.locator(".sentence").nth(1)
    recognised = second.inner_text()
    second.focus()
    page.keyboard.press("e")
    page.get_by_role("textbox", name="Text of the sentence").fill("")
    page.keyboard.press("Enter")
    expect(second).to_have_text("Nothing was said here.")
    toast(page).get_by_role("button", name="Undo").click()
    expect(second).to_have_text(recognised)

    # somebody else was faster: nothing is overwritten without asking
    [segment, *_] = segments(lecture, lecture.recording)
    page.locator(".sentence").first.focus()
    page.keyboard.press("e")
    status, _ = lecture.server.call("PATCH", f"/api/v1/scribe/segments/{segment['id']}", {"text": f"{before} Checked.", "version": segment["version"]})
    assert status == 200
    box = page.get_by_role("textbox", name="Text of the sentence")
    box.fill("Mine, fellow Americans,")
    page.keyboard.press("Enter")
    expect(page.locator(".edit-says")).to_contain_text("Somebody changed it meanwhile")
    page.keyboard.press("Escape")
    expect(page.locator(".sentence").first).to_have_text(f"{before} Checked.")


def test_tags_and_speakers_by_keyboard_stay_and_are_on_the_line(lecture, page):
    open_lecture(page, lecture)
    page.locator(".sentence").first.focus()
    page.keyboard.press("3")
    tag = page.get_by_role("button", name="Remove the tag Exam")
    expect(tag).to_be_visible()
    expect(page.locator(".player-marks span")).to_have_count(1)
    page.keyboard.press("t")
    page.get_by_role("dialog").get_by_role("textbox", name="Tag").fill("oath <i>")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove the tag oath <i>")).to_be_visible()
    page.get_by_role("button", name="Who says this").click()
    page.get_by_role("dialog").get_by_label("Name").fill("The President")
    page.keyboard.press("Enter")
    expect(page.locator(".segment-speaker")).to_have_text("The President")
    page.reload()
    expect(tag).to_be_visible()
    expect(page.locator(".segment-speaker")).to_have_text("The President")
    tag.click()
    expect(tag).to_have_count(0)
    toast(page).get_by_role("button", name="Undo").click()
    expect(tag).to_be_visible()


def test_a_search_opens_at_the_second(lecture, page):
    page.goto(f"{lecture.server.url}/scribe")
    page.get_by_role("searchbox", name="Search everything that was said").fill('"your country can do"')
    page.keyboard.press("Enter")
    hit = page.locator(".hit").first
    expect(hit.locator("mark").first).to_be_visible()
    hit.get_by_role("link").click()
    expect(page.locator(".segment[data-asked]")).to_contain_text("country")
    asked = page.locator(".segment[data-asked]").get_attribute("data-id")
    start = next(one["start"] for one in segments(lecture, lecture.recording) + segments(lecture, lecture.hours) if one["id"] == asked)
    eventually(lambda: abs(player(page)["time"] - start) < 0.5)
    page.goto(f"{lecture.server.url}/scribe/search?q=hippopotamus")
    expect(page.get_by_text("Nothing found for “hippopotamus”")).to_be_visible()


def test_three_hours_open_with_little_drawn_and_every_word_is_found(lecture, page):
    page.goto(f"{lecture.server.url}/scribe/sessions/{lecture.long}")
    expect(sentence(page, "Sentence number 10 ")).to_be_visible()
    assert page.locator(".sentence").count() < 400
    page.get_by_role("searchbox", name="Find in this transcript").fill("PTARMIGAN")
    expect(page.locator(".find-says")).to_have_text("1 of 1")
    expect(page.locator(".segment[data-found]")).to_contain_text("Sentence number 2495")
    expect(page.locator(".segment[data-found]")).to_be_in_viewport()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".sentence")).to_have_count(2500)


def test_words_appear_while_they_are_made(lecture, page):
    session = lecture.make_session("17:00", "18:00", title="Just now")
    page.goto(f"{lecture.server.url}/scribe/sessions/{session}")
    page.locator(".upload-input").set_input_files(SPEECH)
    # without a reload: first where it stands, then what was said
    expect(sentence(page, "fellow Americans")).to_be_visible(timeout=60_000)
    expect(page.locator(".recording-name")).to_contain_text("Transcript ready", timeout=30_000)
    page.locator(".recording-head").get_by_role("button", name="Download").click()
    with page.expect_download() as about:
        page.get_by_role("menuitem", name="Subtitles (SRT)").click()
    assert "-->" in open(about.value.path()).read()
    page.locator(".recording-head").get_by_role("button", name="More about this recording").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(page.get_by_role("heading", name="From this session to words")).to_be_visible()
    toast(page).get_by_role("button", name="Undo").click()
    expect(sentence(page, "fellow Americans")).to_be_visible()


def test_sessions_are_found_renamed_archived_and_emptied_with_undo(lecture, page):
    page.goto(f"{lecture.server.url}/scribe")
    card = page.locator(".session-card").filter(has_text="Three hours")
    more = card.get_by_role("button", name="More about Three hours")
    more.click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_role("dialog").get_by_label("Title").fill("Renamed <b>hours</b>")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Renamed <b>hours</b>")).to_be_visible()
    toast(page).get_by_role("button", name="Undo").click()
    expect(card).to_be_visible()
    more.click()
    page.get_by_role("menuitem", name="Archive").click()
    expect(card).to_have_count(0)
    toast(page).get_by_role("button", name="Undo").click()
    expect(card).to_be_visible()
    more.click()
    page.get_by_role("menuitem", name="Delete contents").click()
    expect(page.get_by_role("dialog")).to_contain_text(re.compile(r"1 recording.*2,500 sentences", re.S))
    page.get_by_role("dialog").get_by_role("button", name="Delete the contents").click()
    expect(card).to_contain_text("Nothing recorded")
    toast(page).get_by_role("button", name="Undo").click()
    expect(card).to_contain_text("Transcript ready")


def test_a_student_sees_what_is_shared_and_no_more(staff):
    server, session = staff.server, staff.session(title="Shared one")
    recording = upload(server, session, "Short.wav", silence(2), headers=staff.headers)["id"]
    transcribed(server, recording, headers=staff.headers)
    lengthen(server, recording, 3, every=0.5)
    server.post("/api/v1/accounts", {"name": "Stu Dent", "email": "stu@school.example", "password": PASSWORD, "role": "student", "personId": staff.students[0]}, headers=staff.headers)
    student = staff.open("stu", "/scribe")
    expect(student.get_by_text("Nothing is shared with you yet")).to_be_visible()
    teacher = staff.open("ann", f"/scribe/sessions/{session}")
    # what may tell who a patient is, before anybody else reads it
    first = server.get(f"/api/v1/scribe/recordings/{recording}/transcript", headers=staff.headers)["items"][0]
    status, answer = server.call("PATCH", f"/api/v1/scribe/segments/{first['id']}", {"text": "Mrs. Eleanor Harborview, MRN 44556677, came back.", "version": 1}, headers=staff.headers)
    assert status == 200, answer
    switch = teacher.get_by_role("switch", name="Shared with students")
    switch.click()
    dialog = teacher.get_by_role("dialog")
    expect(dialog).to_contain_text("Names")
    expect(dialog).to_contain_text("H•••••••••")
    expect(dialog).not_to_contain_text("Harborview")
    dialog.get_by_role("button", name="Cancel").click()
    expect(switch).not_to_be_checked()
    switch.click()
    dialog.get_by_role("button", name="Share anyway").click()
    expect(toast(teacher)).to_contain_text("Students of the group can listen")
    # without a reload
    student.get_by_role("link", name="Shared one").click()
    expect(sentence(student, "Sentence number 2")).to_be_visible()
    assert student.get_by_role("switch").count() == 0
    student.locator(".sentence").first.focus()
    student.keyboard.press("1")
    expect(student.get_by_role("button", name="Remove the tag Important")).to_be_visible()
    student.keyboard.press("e")
    expect(student.locator(".segment-edit")).to_have_count(0)
    expect(teacher.get_by_text("Important", exact=True)).to_have_count(0)


def pages(lecture):
    """Address → what stands on the page once its answer is there."""
    return {
        "/scribe": ".session-card",
        "/scribe?q=nothing+of+that+name": ".empty",
        "/scribe/search?q=country": ".hit",
        f"/scribe/sessions/{lecture.session}": ".sentence",
        f"/scribe/sessions/{lecture.empty}": ".teach",
        f"/scribe/record/{lecture.empty}": ".record-button",
    }


def test_axe_finds_nothing_on_any_page(lecture, chromium):
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    errors, found = [], {}
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    for address, content in pages(lecture).items():
        for size, theme in [("desktop", "light"), ("phone", "dark")]:
            page.set_viewport_size(dict(zip(["width", "height"], SIZES[size], strict=True)))
            dress(page, theme)
            if size == "desktop":
                page.goto(lecture.server.url + address)
            expect(page.locator(content).first, address).to_be_visible()
            if content == ".sentence":
                page.locator(content).first.focus()
            violations = Axe().run(page, options=ASKED).response["violations"]
            found |= {f"{address} {theme} {one['id']}": [node["target"] for node in one["nodes"]][:3] for one in violations}
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                found[f"{address} {size}"] = f"{wide} wider than the screen"
    context.close()
    assert not found, json.dumps(found, indent=1)
    assert not errors, errors
