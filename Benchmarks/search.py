"""Search over a thousand hours of transcript: 360,000 segments, nine and a half million words, on both engines.

The corpus is written past the server, as nobody has so many recordings at hand: words are made by code and drawn by Zipf's
law, as words of a language are. What is measured is the whole answer over HTTP, one request after the other.
"""

import http.client
import itertools
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid

from figures import figure, median, percentile
from school import School
from server import Server

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "Tests", "Crash"))
from place import psql  # noqa: E402

HOURS = 1_000
SEGMENTS_OF_AN_HOUR = 360
WORDS_OF_A_SEGMENT = 26
VOCABULARY = 50_000
QUERIES = 400
# As TextIndex numbers entries: the scope above, 24 bits for the entry.
SCOPE_BITS = 24


def word(number):
    """A word that can be spoken; short ones for common words."""
    text = ""
    while True:
        number, consonant = divmod(number, 17)
        number, vowel = divmod(number, 5)
        text += "bcdfghjklmnprstvz"[consonant] + "aeiou"[vowel]
        if number == 0:
            return text


WORDS = [word(rank) for rank in range(VOCABULARY)]
# Zipf's law with the corrections of Mandelbrot.
WEIGHTS = list(itertools.accumulate((rank + 2.7) ** -1.07 for rank in range(1, VOCABULARY + 1)))


class Corpus:
    """Rows for the tables of recordings, segments and the index, hour by hour."""

    def __init__(self, sessions):
        self.random = random.Random(1)
        self.sessions = sessions
        self.recordings = [str(uuid.UUID(int=self.random.getrandbits(128))) for _ in sessions]

    def recording(self, hour):
        return (self.recordings[hour], self.sessions[hour], f"Hour {hour}")

    def segments(self, hour):
        """Id of the index, id of the segment, its second and its words."""
        for number in range(SEGMENTS_OF_AN_HOUR):
            words = self.random.choices(WORDS, cum_weights=WEIGHTS, k=WORDS_OF_A_SEGMENT)
            yield (hour + 1) << SCOPE_BITS | (number + 1), f"{self.recordings[hour]}-{number}", number * 10, words


def written(words):
    return " ".join(words).capitalize() + "."


RECORDING = ("INSERT INTO scribe_recording (id, session_id, name, origin, sha256, bytes, container, codec, has_video, mime,"
             " recorded_at, uploaded_by, uploaded_by_name, state, created_at, change)"
             " VALUES ({}, {}, {}, 'upload', '', 0, 'wav', 'pcm', 0, 'audio/wav', 0, '', '', 'ready', 0, 0)")
SEGMENT = ("scribe_segment (id, recording_id, transcript, position, start_second, end_second, text, original, words, version,"
           " change)")


def fill_sqlite(server, corpus):
    database = sqlite3.connect(f"{server.folder.name}/data/rounds.sqlite", isolation_level=None)
    database.execute("BEGIN")
    for hour, session in enumerate(corpus.sessions):
        database.execute(RECORDING.format("?", "?", "?"), corpus.recording(hour))
        database.execute("INSERT INTO scribe_scope VALUES (?, ?, ?)", (hour + 1, session, SEGMENTS_OF_AN_HOUR))
        for number, key, second, words in corpus.segments(hour):
            text = written(words)
            database.execute(
                f"INSERT INTO {SEGMENT} VALUES (?, ?, 'bench', ?, ?, ?, ?, ?, '[]', 1, 0)",
                (key, corpus.recordings[hour], second // 10, second, second + 10, text, text))
            database.execute("INSERT INTO scribe_entry VALUES (?, ?, 0, ?, ?)", (number, f"segment:{key}", text, len(words)))
            database.execute("INSERT INTO scribe_words (rowid, body) VALUES (?, ?)", (number, " ".join(words)))
    entries = HOURS * SEGMENTS_OF_AN_HOUR
    database.execute("UPDATE scribe_size SET entries = ?, words = ?", (entries, entries * WORDS_OF_A_SEGMENT))
    database.execute("COMMIT")
    database.close()


def vector(words):
    places = {}
    for place, each in enumerate(words, 1):
        places.setdefault(each, []).append(str(place))
    return " ".join(f"'{each}':{','.join(at)}" for each, at in places.items())


def fill_postgres(url, corpus):
    with tempfile.TemporaryDirectory() as folder:
        segments, entries = f"{folder}/segments", f"{folder}/entries"
        with open(segments, "w") as segment_rows, open(entries, "w") as entry_rows:
            for hour in range(len(corpus.sessions)):
                for number, key, second, words in corpus.segments(hour):
                    text = written(words)
                    segment_rows.write("\t".join(map(str, (
                        key, corpus.recordings[hour], "bench", second // 10, second, second + 10, text, text, "[]", 1, 0))) + "\n")
                    entry_rows.write("\t".join(map(str, (
                        number, f"segment:{key}", 0, text, len(words), vector(words)))) + "\n")
        quoted = ["'{}'".format(part) for hour in range(len(corpus.sessions)) for part in corpus.recording(hour)]
        rows = ";".join(RECORDING.format(*quoted[at:at + 3]) for at in range(0, len(quoted), 3))
        scopes = ", ".join(f"({hour + 1}, '{session}', {SEGMENTS_OF_AN_HOUR})" for hour, session in enumerate(corpus.sessions))
        count = HOURS * SEGMENTS_OF_AN_HOUR
        script = (f"{rows};\nINSERT INTO scribe_scope VALUES {scopes};\n\\copy {SEGMENT} FROM '{segments}'\n"
                  f"\\copy scribe_entry FROM '{entries}'\n"
                  f"UPDATE scribe_size SET entries = {count}, words = {count * WORDS_OF_A_SEGMENT};\nVACUUM ANALYZE;\n")
        subprocess.run([program("psql"), url, "-qX", "-v", "ON_ERROR_STOP=1"], input=script, text=True, check=True)


def program(name):
    import glob
    import shutil
    return shutil.which(name) or sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))[-1]


def queries(module, sessions):
    """What people look for: words of every frequency, two of them, phrases, beginnings; everywhere, in a module, in a session."""
    dice = random.Random(2)
    common = lambda: WORDS[dice.randrange(20)]  # noqa: E731
    usual = lambda: WORDS[dice.randrange(200, 3_000)]  # noqa: E731
    rare = lambda: WORDS[dice.randrange(10_000, VOCABULARY)]  # noqa: E731
    kinds = [
        common, usual, usual, rare, rare, lambda: f"{common()} {common()}", lambda: f"{common()} {rare()}",
        lambda: f"{usual()} {usual()}", lambda: f'"{common()} {common()}"', lambda: f'"{common()} {usual()}"',
        lambda: usual()[:dice.randrange(2, 5)] + "*", lambda: f"{usual()} {common()[:1]}*",
    ]
    for number in range(QUERIES):
        query = {"q": kinds[number % len(kinds)]()}
        where = dice.randrange(6)
        if where == 0:
            query["module"] = module
        elif where == 1:
            query["session"] = dice.choice(sessions)
        yield query


def asked(server, module, sessions):
    """Milliseconds of each query, and how many had an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    times, found = [], 0
    for query in queries(module, sessions):
        started = time.perf_counter()
        connection.request("GET", "/api/v1/scribe/search?" + urllib.parse.urlencode(query))
        answer = connection.getresponse()
        content = answer.read()
        times.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            raise SystemExit(f"bench: search answered {answer.status}: {content[:300]!r}")
        found += bool(json.loads(content)["items"])
    if found < QUERIES / 3:
        raise SystemExit(f"bench: only {found} of {QUERIES} queries found something")
    return times


def measured(fill, *arguments):
    server = Server(*arguments).start()
    try:
        school = School(server, students=0)
        days = ((1 + hour // 336, 1 + hour // 28 % 12, 1 + hour % 28) for hour in range(HOURS))
        sessions = [
            school.make_session("09:00", "10:00", date=f"{2020 + year}-{month:02}-{day:02}", state="closed")
            for year, month, day in days]
        server.stop()
        started = time.monotonic()
        fill(server, Corpus(sessions))
        print(f"bench: a thousand hours written in {time.monotonic() - started:.0f} s", file=sys.stderr)
        server.start()
        asked(server, school.module, sessions[:1])
        return asked(server, school.module, sessions)
    finally:
        server.close()


def measure():
    figures = {}
    times = measured(fill_sqlite)
    figures["search over 1,000 hours, SQLite, p50"] = figure(median(times), "ms")
    figures["search over 1,000 hours, SQLite, p95"] = figure(percentile(times, 0.95), "ms")
    with tempfile.TemporaryDirectory() as folder:
        scripts = os.path.join(os.path.dirname(__file__), "..", "scripts", "postgres")
        cluster = subprocess.run([scripts, "start", folder], capture_output=True, text=True, check=True).stdout.strip()
        try:
            psql(cluster, "CREATE DATABASE bench")
            url = cluster.rsplit("/", 1)[0] + "/bench"
            times = measured(lambda _, corpus: fill_postgres(url, corpus), "--database-url", url)
        finally:
            subprocess.run([scripts, "stop", folder], check=True)
    figures["search over 1,000 hours, PostgreSQL, p50"] = figure(median(times), "ms")
    figures["search over 1,000 hours, PostgreSQL, p95"] = figure(percentile(times, 0.95), "ms")
    return figures
