"""Recording with the network off and the browser killed, and uploads over a connection that is cut."""

import re

import pytest
from playwright.sync_api import expect

from app import agreed, offline_ready, online, toast
from scribe import CHUNK, Listener, duration, record_until, recorded, recordings, silence
from school import School
from server import eventually

# What a killed tab may cost.
LOST = 5.0


@pytest.fixture
def listener(playwright):
    made = Listener(playwright)
    yield made
    made.close()


@pytest.fixture
def school(server):
    return School(server, students=2)


def where(page):
    return page.locator(".record-stage .where")


def test_a_killed_browser_without_a_network_loses_at_most_five_seconds(server, listener, school):
    address = f"{server.url}/scribe/record/{school.session}"
    page = listener.open()
    page.goto(server.url)
    agreed(page)
    offline_ready(page)
    online(page, False)
    # opened without a network: the notice first, then the recorder
    page.goto(address)
    expect(page.get_by_role("heading", name="Say this before you record")).to_be_visible()
    page.get_by_role("button", name="record").click()
    record_until(page, 7)
    expect(where(page)).to_contain_text(re.compile(r"On this device: [5-9] s"))
    first = recorded(page)
    listener.kill()

    page = listener.open(offline=True)
    page.goto(f"{server.url}/scribe")
    expect(page.locator("r-recording-line")).to_contain_text("The recording of Ward round was interrupted")
    page.locator("r-recording-line").get_by_role("link", name="Go on or finish").click()
    # by itself, as the next part of the same take
    expect(toast(page)).to_contain_text("The recording goes on")
    kept = recorded(page)
    assert kept > first - LOST, (kept, first)
    record_until(page, kept + 3)
    total = first + recorded(page) - kept
    page.get_by_role("button", name="Stop").click()
    expect(where(page)).to_contain_text("On this device")
    assert recordings(server, school.session) == []

    # what waits is told on the page of this device too, and can be carried away as files
    page.goto(f"{server.url}/sync")
    waiting = page.locator("#device-recordings")
    expect(waiting.locator(".takes > li")).to_have_count(1)
    with page.expect_download():
        waiting.get_by_role("button", name="Save as a file").click()

    page.goto(address)
    online(page, True)
    made = eventually(lambda: recordings(server, school.session), seconds=30)
    assert len(made) == 1 and made[0]["origin"] == "microphone"
    stored = duration(server, made[0]["id"])
    assert total - LOST < stored < total + 1, (stored, total)
    page.goto(f"{server.url}/sync")
    expect(waiting.locator(".takes > li")).to_have_count(0)


def test_a_recording_says_where_it_is_until_the_server_has_it(server, listener, school):
    page = listener.open()
    page.goto(f"{server.url}/scribe/record/{school.session}")
    page.get_by_role("button", name="record").click()
    record_until(page, 1)
    page.get_by_role("button", name="Pause").click()
    expect(page.locator(".record-state")).to_have_text("Paused")
    paused = recorded(page)
    # another page of the app: the recording stays, and says so
    page.get_by_role("link", name="Session", exact=True).click()
    expect(page.locator("r-recording-line")).to_contain_text("Recording paused: Ward round")
    page.locator("r-recording-line").get_by_role("link", name="Open the recorder").click()
    page.get_by_role("button", name="Go on").click()
    record_until(page, paused + 2)
    page.get_by_role("button", name="Stop").click()
    expect(where(page)).to_have_text("Stored on the server", timeout=30_000)
    page.locator(".record-stage").get_by_role("link", name="Open the session").click()
    expect(page.locator(".recording-name")).to_contain_text("Recording")
    # beeps are no speech: a success with a sentence, never words
    expect(page.locator(".transcript-found")).to_contain_text("No speech was found", timeout=60_000)


def patches(page):
    """Offsets of the pieces that the page sends."""
    sent = []
    page.on("request", lambda request: sent.append(int(request.url.split("offset=")[1])) if request.method == "PATCH" and "/uploads/" in request.url else None)
    return sent


def test_an_upload_goes_on_after_a_cut_connection_and_after_a_reload(server, chromium, school):
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("dialog", lambda dialog: dialog.accept())
    content = silence(55)
    assert 2 * CHUNK < len(content) < 3 * CHUNK
    file = {"name": "課程 <b>1</b>.wav", "mimeType": "audio/wav", "buffer": content}
    cut = []

    def once(route):
        if "offset=0" in route.request.url or cut:
            return route.fallback()
        cut.append(route.request.url)
        return route.abort("connectionreset")

    page.route("**/uploads/*?offset=*", once)
    page.goto(f"{server.url}/scribe/sessions/{school.session}")
    sent = patches(page)
    page.locator(".upload-input").set_input_files(file)
    expect(page.locator(".recording-name")).to_contain_text("課程 <b>1</b>.wav", timeout=30_000)
    assert sent == [0, CHUNK, CHUNK, 2 * CHUNK] and len(cut) == 1, sent
    assert recordings(server, school.session)[0]["bytes"] == len(content)

    # the second file stops in its middle; after a reload the same file goes on from there
    page.unroute("**/uploads/*?offset=*", once)
    held = [True]
    page.route(f"**/uploads/*?offset={CHUNK}", lambda route: None if held else route.fallback())
    other = {**file, "name": "second.wav", "buffer": content[:-2] + b"\x01\x00"}
    page.locator(".upload-input").set_input_files(other)
    expect(page.locator(".upload-says")).to_contain_text("43 %")
    page.reload()
    held.clear()
    left = page.locator(".upload-row").filter(has_text="second.wav")
    expect(left).to_contain_text("Choose the same file again")
    del sent[:]
    page.locator(".upload-input").set_input_files(other)
    expect(page.locator(".recording-chip")).to_have_count(2, timeout=30_000)
    assert sent == [CHUNK, 2 * CHUNK], sent
    expect(left).to_have_count(0)
    context.close()


def test_files_that_are_none_are_refused_in_sentences_and_cancel_stops(server, page, school):
    page.goto(f"{server.url}/scribe/sessions/{school.session}")
    page.locator(".upload-input").set_input_files([
        {"name": "empty.mp3", "mimeType": "audio/mpeg", "buffer": b""},
        {"name": "really a.pdf.mp3", "mimeType": "audio/mpeg", "buffer": b"%PDF-1.4 nothing to hear" * 50}])
    expect(page.locator(".upload-row[data-state=failed]")).to_have_count(2, timeout=30_000)
    expect(page.locator(".upload-row").filter(has_text="empty.mp3").get_by_role("alert")).to_contain_text("empty")
    page.route("**/uploads/*?offset=*", lambda route: None)
    page.locator(".upload-input").set_input_files({"name": "long.wav", "mimeType": "audio/wav", "buffer": silence(2)})
    expect(page.locator(".upload-row")).to_have_count(3)
    for name in ["long.wav", "empty.mp3", "really a.pdf.mp3"]:
        page.get_by_role("button", name=re.compile(f"(Cancel|Take off the list), {name}")).click()
    expect(page.locator(".upload-row")).to_have_count(0)
    assert recordings(server, school.session) == []
    # a handout among them is one
    page.unroute("**/uploads/*?offset=*")
    page.locator(".upload-input").set_input_files({"name": "Fluids.txt", "mimeType": "text/plain", "buffer": b"Fluids before insulin."})
    expect(page.get_by_role("tab", name="Attachments")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tabpanel").get_by_text("Fluids.txt").first).to_be_visible()
    eventually(lambda: len(server.get(f"/api/v1/scribe/sessions/{school.session}")["attachments"]) == 1)
    eventually(lambda: server.get(f"/api/v1/scribe/uploads?session={school.session}")["items"] == [])
