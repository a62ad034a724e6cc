"""Attendance exports: read, cleaned, merged and aggregated by us; read and aggregated by Polars, DuckDB and pandas beside us.

Every process runs on the same files in turn, several times. Processor time is user and system time of the whole process; from
a peer's the time that starting Python and importing it took is taken off. Ours is the whole command, its JSON written out.
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys

import attendance_files
import insights_server
from figures import figure, median

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILES = ROOT / ".build" / "bench" / "attendance"
# A peer that leaves out columns does less than read the file; it is shown, and no bar stands against it.
PEERS = ("Polars", "Polars, needed columns only", "DuckDB", "DuckDB, needed columns only", "pandas")
MILLION = 1_000_000
WORKBOOK_ROWS = 60_000
RUNS = 5


class Run:
    """A finished process: processor and wall time in seconds, peak resident memory in MB."""

    def __init__(self, command):
        command = [str(part) for part in command]
        measured = [sys.executable, "-S", str(ROOT / "Benchmarks" / "measured.py"), *command]
        found = json.loads(subprocess.run(measured, stdout=subprocess.PIPE, check=True).stdout)
        if found["code"]:
            sys.exit(f"bench: {' '.join(command)} ended with {found['code']}")
        self.processor, self.wall, self.memory = found["processor"], found["wall"], found["memory"]
        self.line = found["line"]


def analyze(path):
    binary = os.environ.get("ROUNDS_BINARY", ROOT / ".build" / "release" / "rounds")
    return Run([binary, "attendance", "analyze", path, "--format", "json"])


def peers_python():
    """The Python of a throw-away environment with the peers, made when peers.txt has changed."""
    folder = ROOT / ".deps" / "peers"
    wanted = ROOT / "Benchmarks" / "peers.txt"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    stamp = folder / ".requirements"
    if not stamp.exists() or stamp.read_text() != digest:
        print("bench: installing the peers into .deps/peers", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run(
            [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", wanted],
            check=True)
        stamp.write_text(digest)
    return folder / "bin" / "python"


def large(python, kind):
    """A file of a million rows: ours and each peer, in turn."""
    path = attendance_files.made(FILES, kind, MILLION)
    script = ROOT / "Benchmarks" / "insights_peers.py"
    ours, theirs = [], {peer: [] for peer in PEERS}
    subprocess.run(["cat", path], stdout=subprocess.DEVNULL, check=True)  # nobody is the first to read it from the disk
    for _ in range(RUNS):
        ours.append(analyze(path))
        for peer in PEERS:
            theirs[peer].append(Run([python, script, peer, path]))
    what = f"{MILLION:,} {kind} rows"
    own = median([run.processor for run in ours])
    found = {
        f"{what}: our processor time": figure(own, "s", 3),
        f"{what}: our wall time": figure(median([run.wall for run in ours]), "s", 3),
        f"{what}: our peak memory": figure(max(run.memory for run in ours), "MB"),
    }
    for peer, runs in theirs.items():
        processor = median([run.processor - float(run.line) for run in runs])
        found[f"{what}: peer {peer}, processor time"] = figure(processor, "s", 3)
        found[f"{what}: peer {peer}, peak memory"] = figure(max(run.memory for run in runs), "MB")
        found[f"{what}: our processor time ÷ {peer}"] = figure(own / processor, "times", 3)
    return found


def small():
    """5,000 rows; a file with one row shows how much of it is starting the command."""
    path = attendance_files.made(FILES, "messy", 5_000)
    single = attendance_files.made(FILES, "clean", 1)
    whole, start = [], []
    for _ in range(21):
        whole.append(analyze(path).wall * 1000)
        start.append(analyze(single).wall * 1000)
    return {
        "5,000 rows: whole command, median": figure(median(whole), "ms"),
        "a single row: whole command, median": figure(median(start), "ms"),
    }


def workbook():
    path = attendance_files.made(FILES, "workbook", WORKBOOK_ROWS)
    runs = [analyze(path) for _ in range(RUNS)]
    return {
        f"workbook of {WORKBOOK_ROWS:,} rows": figure(WORKBOOK_ROWS / median([run.wall for run in runs]), "rows/s"),
        f"workbook of {WORKBOOK_ROWS:,} rows: peak memory": figure(max(run.memory for run in runs), "MB"),
    }


def measure():
    python = peers_python()
    found = {}
    for kind in ("clean", "messy"):
        found |= large(python, kind)
    return {
        **found, **small(), **workbook(),
        **insights_server.filters(attendance_files.made(FILES, "messy", MILLION)),
        **insights_server.drops([attendance_files.made(FILES, "messy", 100_000, 501 + run) for run in range(RUNS)]),
    }
