"""How quick the API stays while a lecture is recognised: the register of a class of 100, read over and over by one teacher.

The same requests at the same pace, on the same server, before and while ten minutes of speech become text.
"""

import http.client
import os
import pathlib
import sys
import time

import speech_files
from figures import figure, percentile
from school import School
from server import Server

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "Tests" / "Crash"))
from lecture import upload  # noqa: E402

REQUESTS = 1_000
# A teacher's tablet asks rarely; thirty of them would ask so often.
PAUSE = 0.02


def times(server, path, goes_on=lambda: True):
    """Milliseconds of each answer, until enough were counted or `goes_on` says no."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    found = []
    while len(found) < REQUESTS and (len(found) % 50 or goes_on()):
        started = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        found.append((time.perf_counter() - started) * 1000)
        assert answer.status == 200, answer.status
        time.sleep(PAUSE)
    connection.close()
    return found


def measure(model):
    server = Server()
    server.environment |= {"ROUNDS_MODELS": os.environ.get("ROUNDS_MODELS", str(ROOT / ".deps" / "models"))}
    server.start()
    try:
        assert server.call("PATCH", "/api/v1/scribe/settings", {"model": model})[0] == 200
        school = School(server, students=100)
        path = f"/api/v1/attendance/sessions/{school.session}"
        times(server, path)  # nobody is the first
        idle = times(server, path)
        recording = upload(server, school.session, speech_files.repeated(600)[0].read_bytes())

        def state():
            return server.get(f"/api/v1/scribe/recordings/{recording}")["state"]

        while state() == "queued":
            time.sleep(0.1)
        busy = times(server, path, lambda: state() == "transcribing")
    finally:
        server.close()
    what = f"{model}, a register of 100 while ten minutes are recognised"
    return {
        f"{what}: answers": figure(len(busy), ""),
        f"{what}: p50 before": figure(percentile(idle, 0.5), "ms", 2),
        f"{what}: p50": figure(percentile(busy, 0.5), "ms", 2),
        f"{what}: p99 before": figure(percentile(idle, 0.99), "ms", 2),
        f"{what}: p99": figure(percentile(busy, 0.99), "ms", 2),
        f"{what}: p99 ÷ p99 before": figure(percentile(busy, 0.99) / percentile(idle, 0.99), "times", 2),
    }
