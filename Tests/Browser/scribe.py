"""Recordings for tests: real speech of eleven seconds, a long transcript, and Chromium with a microphone that beeps."""

import json
import pathlib
import sqlite3
import subprocess
import tempfile
import urllib.request
import uuid

from conftest import ARGUMENTS, CHROMIUM, Profile
from server import eventually

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The inaugural sentence of 1961, sixteen-bit WAV; scripts/setup brings it with the recogniser.
SPEECH = ROOT / ".deps/speech-samples/jfk.wav"
MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
CHUNK = 4 * 1024 * 1024


class Listener(Profile):
    """A profile whose browser has a microphone that beeps once a second and may be heard without asking."""

    def open(self, **options):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder, executable_path=CHROMIUM, args=[*ARGUMENTS, *MICROPHONE], permissions=["microphone"], **options)
        page = self.context.pages[0] if self.context.pages else self.context.new_page()
        page.set_default_timeout(15_000)
        return page


def silence(seconds, rate=44_100, channels=2):
    """A WAV file of nothing."""
    size = seconds * rate * channels * 2
    little = lambda number, count: number.to_bytes(count, "little")  # noqa: E731
    head = b"RIFF" + little(36 + size, 4) + b"WAVEfmt " + little(16, 4) + little(1, 2) + little(channels, 2)
    head += little(rate, 4) + little(rate * channels * 2, 4) + little(channels * 2, 2) + little(16, 2)
    return head + b"data" + little(size, 4) + bytes(size)


def upload(server, session, name, content, headers=None):
    """A recording sent over the API."""
    base = "/api/v1/scribe"
    made = server.post(f"{base}/sessions/{session}/uploads", {
        "name": name, "size": len(content), "purpose": "recording", "take": None, "part": None, "startedAt": None}, headers=headers)
    for at in range(0, len(content), CHUNK):
        status, answer = server.call("PATCH", f"{base}/uploads/{made['id']}?offset={at}", raw=content[at:at + CHUNK],
                                     headers={"Content-Type": "application/octet-stream", **(headers or {})})
        assert status == 200, answer
    return server.post(f"{base}/uploads/{made['id']}/finish", {
        "size": len(content), "sha256": None, "last": True, "parts": None}, headers=headers)


def quick_model(server):
    """Tests of pages need words, not the best ones."""
    status, answer = server.call("PATCH", "/api/v1/scribe/settings", {"model": "tiny.en"})
    assert status == 200, answer


def recordings(server, session, headers=None):
    return server.get(f"/api/v1/scribe/sessions/{session}", headers=headers)["recordings"]


def transcribed(server, recording, headers=None):
    """The recording once it is text."""
    def look():
        now = server.get(f"/api/v1/scribe/recordings/{recording}", headers=headers)
        assert now["state"] in ("queued", "transcribing", "ready"), now
        return now if now["state"] == "ready" else None

    return eventually(look, seconds=60, every=0.2)


def lengthen(server, recording, count, every):
    """Gives a finished recording a transcript of `count` sentences, one `every` so many seconds, as a lecture of three hours has."""
    path = pathlib.Path(server.folder.name, "data", "rounds.sqlite")
    database = sqlite3.connect(path, timeout=30)
    [[transcript]] = database.execute("SELECT transcript FROM scribe_recording WHERE id = ?", [recording]).fetchall()
    [[first]] = database.execute("SELECT COUNT(*) FROM scribe_segment WHERE recording_id = ?", [recording]).fetchall()
    rows = []
    for position in range(first, count):
        text = f"Sentence number {position} about fluids, insulin and potassium." + (" The keyword is ptarmigan." if position == count - 5 else "")
        rows.append([str(uuid.uuid4()), recording, transcript, position, position * every, (position + 0.9) * every, text, text, "[]", None, 1, 0])
    database.executemany("INSERT INTO scribe_segment (id, recording_id, transcript, position, start_second, end_second, text, original, words, speaker, version, change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    database.execute("UPDATE scribe_recording SET segments = ? WHERE id = ?", [count, recording])
    database.commit()
    database.close()


def duration(server, recording, headers=None):
    """Seconds of the stored media, as ffprobe finds them."""
    request = urllib.request.Request(f"{server.url}/api/v1/scribe/recordings/{recording}/original", headers=headers or {})
    with tempfile.NamedTemporaryFile(suffix=".media") as file:
        with urllib.request.urlopen(request, timeout=30) as answer:
            file.write(answer.read())
        file.flush()
        told = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "json", file.name],
                              capture_output=True, text=True, check=True)
    return float(json.loads(told.stdout)["format"]["duration"])


def recorded(page):
    """Seconds that the recorder of this page has heard."""
    return page.evaluate("import('/scribe/recorder.js').then(({ recorder }) => recorder.seconds)")


def record_until(page, seconds):
    eventually(lambda: recorded(page) >= seconds, seconds=30 + seconds, every=0.2)


def sentence(page, words):
    return page.locator(".sentence").filter(has_text=words)


def player(page):
    """Where the player is and whether it plays."""
    return page.evaluate("(({ currentTime, paused }) => ({ time: currentTime, paused }))(document.querySelector('r-player audio'))")


def lit(page):
    return page.locator(".segment[aria-current=true]")
