"""A lecture made by repeating a sentence, its way to the server, and what has become of it."""

import pathlib
import time
import wave

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The inaugural sentence of 1961, eleven seconds; scripts/setup brings it with the recogniser.
SENTENCE = ROOT / ".deps/speech-samples/jfk.wav"
MODELS = ROOT / ".deps/models"
CHUNK = 4 << 20


def lecture(path, seconds):
    """The sentence over and over, with a breath in between."""
    with wave.open(str(SENTENCE)) as source:
        parameters = source.getparams()
        sound = source.readframes(parameters.nframes) + bytes(2 * parameters.nchannels * parameters.framerate // 2)
    with wave.open(str(path), "wb") as target:
        target.setparams(parameters)
        wanted = int(seconds * parameters.framerate) * 2 * parameters.nchannels
        target.writeframes((sound * (wanted // len(sound) + 1))[:wanted])
    return path.read_bytes()


def upload(server, session, content):
    """Sends a recording; its id."""
    base = "/api/v1/scribe"
    made = server.post(f"{base}/sessions/{session}/uploads", {
        "name": "lecture.wav", "size": len(content), "purpose": "recording", "take": None, "part": None, "startedAt": None})
    for offset in range(0, len(content), CHUNK):
        status, answer = server.call(
            "PATCH", f"{base}/uploads/{made['id']}?offset={offset}", raw=content[offset:offset + CHUNK],
            headers={"Content-Type": "application/octet-stream"})
        assert status == 200, answer
    return server.post(f"{base}/uploads/{made['id']}/finish", {
        "size": len(content), "sha256": None, "last": True, "parts": None})["id"]


def eventually(look, seconds, what):
    """The first true answer, and after how many seconds it came."""
    begun = time.monotonic()
    while True:
        answer = look()
        waited = time.monotonic() - begun
        if answer:
            return answer, waited
        assert waited < seconds, f"{what}: not after {seconds} s"
        time.sleep(0.05)


def job(server, recording):
    """State, tries and checkpoint of the recording's job, read past the server."""
    [[state, attempts, checkpoint, code]] = server.rows(
        "SELECT state, attempts, COALESCE(checkpoint, ''), COALESCE(error_code, '') FROM job"
        f" WHERE kind = 'recording.transcribe' AND subject = '{recording}'")
    return {"state": state, "attempts": int(attempts), "checkpoint": checkpoint, "code": code}


def stored(server, recording):
    """Segments that are stored: id, first and last second, text; in their order."""
    return [(row[0], float(row[1]), float(row[2]), row[3]) for row in server.rows(
        "SELECT id, start_second, end_second, text FROM scribe_segment"
        f" WHERE recording_id = '{recording}' ORDER BY position")]


def longest_missing(wanted, found):
    """Of the seconds that `wanted` segments cover, the longest stretch that no `found` one does."""
    longest = 0.0
    for _, start, end, _ in wanted:
        at = start
        for _, other, its_end, _ in sorted(found, key=lambda segment: segment[1]):
            if its_end > at and other < end:
                longest = max(longest, other - at)
                at = max(at, its_end)
        longest = max(longest, end - at)
    return longest


def longest_repeated(segments):
    """By how much a segment begins before the one before it has ended."""
    return max([0.0, *(before[2] - after[1] for before, after in zip(segments, segments[1:]))])
