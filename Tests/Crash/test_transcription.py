"""kill -9 of the server while it turns a lecture into text, over and over."""

import os
import pathlib
import random
import time

import pytest
from lecture import MODELS, eventually, job, lecture, longest_missing, longest_repeated, stored, upload
from place import ENGINES, MortalServer
from school import School

KILLS = int(os.environ.get("CRASH_SPEECH_KILLS", "3"))
# Seconds of sound: of a short lecture in every run, of ten minutes in the long one.
SECONDS = int(os.environ.get("CRASH_SPEECH_SECONDS", "60"))
# The longest life of a server, in pieces of work (28 seconds of sound) at the machine's pace; and its seconds at least.
LONGEST_LIFE = (3, 6)
PIECE = 28
# The promise: a job whose worker has died is taken up within so many seconds of the restart.
RESUMES = 10.0
# A slow machine may need so long for one lecture.
PATIENCE = 30 + SECONDS * 2


def sound_server(engine):
    server = MortalServer(engine)
    server.environment |= {"ROUNDS_MODELS": str(MODELS)}
    server.start()
    status, answer = server.call("PATCH", "/api/v1/scribe/settings", {"model": "tiny.en"})
    assert status == 200, answer
    return server


def undisturbed(engine, content):
    """The same lecture on a server that nobody kills: its segments, and the seconds that a piece took."""
    server = sound_server(engine)
    try:
        recording = upload(server, School(server, students=0).session, content)
        _, taken = eventually(lambda: job(server, recording)["state"] == "succeeded", PATIENCE, "a transcript")
        return stored(server, recording), taken * PIECE / SECONDS
    finally:
        server.close()


@pytest.mark.parametrize("engine", ENGINES if KILLS > 3 else ENGINES[:1])
def test_a_transcript_is_whole_however_often_the_server_is_killed(engine, seed, tmp_path: pathlib.Path):
    chance = random.Random(seed)
    content = lecture(tmp_path / "lecture.wav", SECONDS)
    reference, piece = undisturbed(engine, content)
    longest = max(LONGEST_LIFE[1], LONGEST_LIFE[0] * piece)
    print(f"a piece takes {piece:.1f} s")
    assert len(reference) > SECONDS / 30

    server = sound_server(engine)
    waits, lectures, kills = [], 0, 0
    try:
        school = School(server, students=0)
        while kills < KILLS:
            # a lecture that is done in the middle of the kills is followed by another
            session = school.make_session(f"{10 + lectures // 12}:{5 * (lectures % 12):02}", f"{12 + lectures // 12}:59")
            recording = upload(server, session, content)
            lectures += 1
            eventually(lambda: job(server, recording)["attempts"] == 1, PATIENCE, "the first try")
            while kills < KILLS and job(server, recording)["state"] == "running":
                time.sleep(chance.uniform(0, longest))
                server.kill()
                kills += 1
                before, kept = job(server, recording), stored(server, recording)
                server.start()
                if before["state"] == "succeeded":
                    continue
                _, waited = eventually(
                    lambda: job(server, recording)["attempts"] > before["attempts"], PATIENCE, "a new try")
                waits.append(waited)
                print(f"kill {kills}: {len(kept)} segments stored, taken up after {waited:.1f} s")
                # it goes on after the last finished piece: what is stored stays as it is
                assert stored(server, recording)[:len(kept)] == kept
            eventually(lambda: job(server, recording)["state"] not in ("queued", "running"), PATIENCE, "an end")
            check(server, recording, reference)
        print(f"{engine}: {kills} kills in {lectures} lectures of {SECONDS} s, taken up after {max(waits, default=0):.1f} s at most")
        assert max(waits, default=0) <= RESUMES, waits
        server.check_consistency()
    finally:
        server.close()


def check(server, recording, reference):
    """The transcript of a lecture that was disturbed, against the one that was not."""
    assert job(server, recording)["state"] == "succeeded", job(server, recording)
    segments = stored(server, recording)
    shown = server.get(f"/api/v1/scribe/recordings/{recording}")
    assert shown["state"] == "ready" and shown["segments"] == len(segments)
    assert segments == sorted(segments, key=lambda segment: segment[1])
    assert longest_repeated(segments) <= 1, "repeated audio"
    assert longest_missing(reference, segments) <= 1, "missing audio"
    assert longest_missing(segments, reference) <= 1, "invented audio"
    said, heard = (" ".join(segment[3] for segment in each).split() for each in (reference, segments))
    assert abs(len(said) - len(heard)) <= 0.03 * len(said), (len(said), len(heard))
