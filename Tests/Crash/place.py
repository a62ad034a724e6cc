"""Where a server that is killed keeps its data: a SQLite file, or a database of a private PostgreSQL cluster."""

import glob
import os
import shutil
import sqlite3
import subprocess
import time
import uuid

from server import BINARY, Server

POSTGRES = os.environ.get("ROUNDS_TEST_POSTGRES_URL")
ENGINES = ["sqlite", "postgres"] if POSTGRES else ["sqlite"]
# Every table whose rows carry the number of the change that wrote them.
CHANGING = ["session", "mark", "operation", "dispute", "person", "enrolment", "class_group", "module"]


class MortalServer(Server):
    """A server that dies without warning; its data and its address stay."""

    def __init__(self, engine):
        self.engine = engine
        self.database = None
        arguments = []
        if engine == "postgres":
            self.database = "crash_" + uuid.uuid4().hex
            psql(POSTGRES, f"CREATE DATABASE {self.database}")
            arguments = ["--database-url", self.database_url]
        super().__init__(*arguments)

    @property
    def database_url(self):
        return POSTGRES.rsplit("/", 1)[0] + "/" + self.database

    def die_while_starting(self, seconds):
        """Killed before, while or just after it becomes ready."""
        process = subprocess.Popen(
            [BINARY, "serve", "--port", str(self.port), "--data-dir", f"{self.folder.name}/data", *self.arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        process.wait()

    def rows(self, query):
        """What the database holds, read past the server."""
        if self.engine == "postgres":
            return psql(self.database_url, query)
        database = sqlite3.connect(f"file:{self.folder.name}/data/rounds.sqlite?mode=ro", uri=True)
        try:
            return [[str(value) for value in row] for row in database.execute(query)]
        finally:
            database.close()

    def check_consistency(self):
        """No change is numbered twice or beyond the sequence, and SQLite finds its file whole."""
        [[last]] = self.rows("SELECT value FROM change_sequence")
        for table in CHANGING:
            [[highest]] = self.rows(f"SELECT COALESCE(MAX(change), 0) FROM {table}")
            assert int(highest) <= int(last), (table, highest, last)
        # each push has a number of its own, so one number never has operations of two devices
        assert self.rows("SELECT change FROM operation WHERE seq > 0 GROUP BY change"
                         " HAVING COUNT(DISTINCT device_id) > 1") == []
        if self.engine == "sqlite":
            assert self.rows("PRAGMA integrity_check") == [["ok"]]
            assert self.rows("PRAGMA foreign_key_check") == []

    def close(self):
        super().close()
        if self.database:
            psql(POSTGRES, f"DROP DATABASE {self.database} WITH (FORCE)")


def psql(url, query):
    program = shutil.which("psql") or sorted(glob.glob("/usr/lib/postgresql/*/bin/psql"))[-1]
    answer = subprocess.run([program, url, "-AtX", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", query],
                            capture_output=True, text=True, check=True)
    return [line.split("\t") for line in answer.stdout.splitlines()]
