"""Durable marks: one by one from 64 clients, and in class batches. A bare SQLite commit on the same disk stands beside them."""

import json
import pathlib
import sqlite3
import subprocess
import tempfile
import time

from figures import figure, median
from school import School
from server import Server

LOAD = pathlib.Path(__file__).resolve().parent.parent / ".build" / "benchmarks" / "release" / "load"
CLASS = 200
RUNS = 3


def times_of_day(count):
    for index in range(count):
        yield f"{index // 30 % 24:02}:{index % 30 * 2:02}", f"{index // 30 % 24:02}:{index % 30 * 2 + 1:02}"


def sessions(school, count):
    return [school.make_session(start, end) for start, end in times_of_day(count)]


def load(server, author, keys, clients, batch):
    with tempfile.NamedTemporaryFile("w", suffix=".keys") as file:
        file.write("\n".join(keys))
        file.flush()
        answer = subprocess.run(
            [LOAD, str(server.port), author, file.name, str(clients), str(batch)], capture_output=True, text=True)
    if answer.returncode:
        raise SystemExit(answer.stderr)
    return json.loads(answer.stdout)


def bare_commits(folder):
    """Commits a second of one row each, with the same durability and nothing around them."""
    database = sqlite3.connect(f"{folder}/bare.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE IF NOT EXISTS mark (id INTEGER PRIMARY KEY, status TEXT)")
    started = time.monotonic()
    for _ in range(400):
        database.execute("INSERT INTO mark VALUES (NULL, 'present')")
    database.close()
    return 400 / (time.monotonic() - started)


def measure():
    server = Server().start()
    try:
        school = School(server, students=CLASS)
        author = server.get("/api/v1/me")["user"]["id"]
        made = sessions(school, 420)
        keys = [f"{session}:{student}" for session in made for student in school.students]
        share = len(keys) // 3
        singles, batches, hundreds = [], [], []
        for run in range(RUNS):
            part = keys[run * share:(run + 1) * share]
            singles.append(load(server, author, part[:8_000], 64, 1))
            batches.append(load(server, author, part[8_000:24_000], 8, CLASS))
            hundreds.append(load(server, author, part[24_000:28_000], 1, 100))
        bare = median([bare_commits(server.folder.name) for _ in range(RUNS)])
    finally:
        server.close()
    rate = median([run["marksPerSecond"] for run in singles])
    return {
        "single durable marks, 64 clients": figure(rate, "marks/s"),
        "single durable marks, 64 clients, p99": figure(median([run["p99"] for run in singles]), "ms"),
        "durable marks in class batches of 200": figure(median([run["marksPerSecond"] for run in batches]), "marks/s"),
        "sync of 100 marks, p95": figure(median([run["p95"] for run in hundreds]), "ms"),
        "peer: bare SQLite commits, one connection": figure(bare, "commits/s"),
        "single durable marks ÷ bare commits": figure(rate / bare, "times"),
    }
