"""Clinical notes: what is found of identifiers and of broken rules, and how fast; Presidio beside us on the same notes.

The notes are synthetic, those of Tests/Vectors/therapy, and score.py there is the judge of both. Both run on one core, in turn.
Ours is the whole of `rounds scrub` and of `rounds review` over the notes many times, starting, reading and JSON included; from
Presidio's time its start and a first pass are left out. A PDF of 400 pages is reviewed whole: every page ends in an identifier
of its own. Of the cache, what a therapist waits for is measured: the whole answer over HTTP when the same note comes again, which
is written to the database as a document of its own.
"""

import http.client
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time

import compliance_pdf
import insights
from figures import figure, median, percentile
from server import Server

ROOT = insights.ROOT
NOTES = ROOT / "Tests" / "Vectors" / "therapy"
# Judged well after the notes, so that what falls due within days of a note is due.
AS_OF = "2026-06-30"
ROUNDS = 5
TIMES = 20
PAGES = 400


def binary():
    return os.environ.get("ROUNDS_BINARY", str(ROOT / ".build" / "release" / "rounds"))


def judge():
    spec = importlib.util.spec_from_file_location("score", NOTES / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def answer(command, files, *options):
    done = subprocess.run([binary(), command, *files, *options, "--format", "json"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench: rounds {command} ended with {done.returncode}: {done.stderr.strip()[:300]}")
    return json.loads(done.stdout)["notes"]


def predicted(gold, files):
    """What score.py wants to know of each note."""
    scrubbed, reviewed = answer("scrub", files), answer("review", files, "--as-of", AS_OF)
    return {
        note["id"]: {
            "spans": spans["spans"], "note_type": review["noteType"], "discipline": review["discipline"],
            "findings": [finding["ruleId"] for finding in review["findings"] if finding["status"] == "violated"],
        } for note, spans, review in zip(gold["notes"], scrubbed, reviewed)}


def names(found, kinds):
    """Share of names of these kinds that are masked whole."""
    counted = [found["phi"][kind] for kind in kinds if kind in found["phi"]]
    return sum(kind["n"] * kind["strict"] for kind in counted) / sum(kind["n"] for kind in counted)


def identifiers(whose, found):
    what = "synthetic notes, identifiers"
    every = ("NAME/PATIENT", "NAME/RELATIVE", "NAME/PROVIDER")
    return {
        f"{what}: {whose} Safe Harbor recall, strict": figure(found["tier"]["safe_harbor"]["strict"], "", 4),
        f"{what}: {whose} recall of patients' names": figure(names(found, every[:1]), "", 4),
        f"{what}: {whose} recall of all names": figure(names(found, every), "", 4),
        f"{what}: {whose} precision": figure(found["all"]["precision"], "", 4),
        f"{what}: {whose} over-redaction": figure(found["all"]["over_redacted_nonphi_alnum"] * 100, "%", 2),
    }


def findings(gold, predictions, found):
    what = "synthetic notes"
    severity = {rule: facts["severity"] for rule, facts in gold["rules"].items()}
    flagged = sum(
        any(severity.get(rule) == "high" and rule in note["must_not_fire"] for rule in predictions[note["id"]]["findings"])
        for note in gold["notes"] if not note["must_fire"])
    return {
        f"{what}, findings: recall": figure(found["findings"]["recall"], "", 4),
        f"{what}, findings: specificity": figure(found["findings"]["specificity"], "", 4),
        f"{what} without a fault that are flagged at high severity": figure(flagged, "notes"),
        f"{what}: type": figure(found["note_type_accuracy"], "", 4),
        f"{what}: discipline": figure(found["discipline_accuracy"], "", 4),
    }


def beside(python, files):
    """Presidio's spans of each note and the processor seconds of each pass, on one core."""
    peer = ROOT / "Benchmarks" / "compliance_peer.py"
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        ["taskset", "-c", "0", python, peer, "1", *files], capture_output=True, text=True, env=environment, check=True)
    return json.loads(done.stdout)


def seconds(command, files, *options):
    """Processor seconds of a command over the notes, many times over, on one core."""
    return insights.Run(["taskset", "-c", "0", binary(), command, *files * TIMES, *options, "--format", "json"]).processor


def speed(python, files):
    ours, scrubs, theirs = [], [], []
    for _ in range(ROUNDS):
        scrub = seconds("scrub", files)
        scrubs.append(len(files) * TIMES / scrub)
        ours.append(len(files) * TIMES / (scrub + seconds("review", files, "--as-of", AS_OF)))
        theirs.append(len(files) / median(beside(python, files)["seconds"]))
    return {
        "scrub and review together, one core": figure(median(ours), "notes/s"),
        "scrub, one core": figure(median(scrubs), "notes/s"),
        "Presidio, identifiers only, one core": figure(median(theirs), "notes/s"),
        "scrub, our notes a second ÷ Presidio": figure(median([own / peer for own, peer in zip(scrubs, theirs)]), "times"),
    }


def long_document(files):
    with tempfile.TemporaryDirectory() as folder:
        path = insights.pathlib.Path(folder) / "long.pdf"
        compliance_pdf.written(path, [open(file, encoding="utf-8").read() for file in files], PAGES)
        run = insights.Run([binary(), "review", path, "--as-of", AS_OF, "--format", "json"])
        masked = answer("scrub", [str(path)])[0]
        hidden = {span["text"] for span in masked["spans"]}
        reached = sum(compliance_pdf.claim(page) in hidden for page in range(PAGES))
        judged = len(answer("review", [str(path)], "--as-of", AS_OF)[0]["findings"])
    what = f"PDF of {PAGES} pages"
    return {
        f"{what}: pages whose identifier is masked": figure(reached, f"of {PAGES}"),
        f"{what}: rules considered": figure(judged, "rules"),
        f"{what}: review, whole command": figure(run.wall, "s", 2),
        f"{what}: review, peak memory": figure(run.memory, "MB"),
    }


def posted(connection, text):
    """Milliseconds until a pasted note is answered, and whether its analysis was at hand."""
    body = json.dumps({"text": text, "options": {"asOf": AS_OF}})
    started = time.perf_counter()
    connection.request("POST", "/api/v1/compliance/documents", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    content = answer.read()
    elapsed = (time.perf_counter() - started) * 1000
    if answer.status != 201:
        raise SystemExit(f"bench: a note was answered with {answer.status}")
    return elapsed, json.loads(content)["cached"]


def again(files):
    server = Server().start()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        texts = [open(file, encoding="utf-8").read() for file in files]
        first = [posted(connection, text) for text in texts]
        later = [posted(connection, text) for _ in range(5) for text in texts]
    finally:
        server.close()
    if any(cached for _, cached in first) or not all(cached for _, cached in later):
        raise SystemExit("bench: a note was not analysed once")
    return {
        "a note pasted for the first time, answer, median": figure(median([elapsed for elapsed, _ in first]), "ms", 2),
        "the same note again, answer, median": figure(median([elapsed for elapsed, _ in later]), "ms", 2),
        "the same note again, answer, p95": figure(percentile([elapsed for elapsed, _ in later], 0.95), "ms", 2),
    }


def measure():
    python = insights.peers_python()
    gold = json.loads((NOTES / "gold.json").read_text(encoding="utf-8"))
    files = [str(NOTES / note["file"]) for note in gold["notes"]]
    score = judge()
    predictions = predicted(gold, files)
    found = score(predictions, gold, str(NOTES))
    spans = beside(python, files)["spans"]
    peer = score({note["id"]: {"spans": each} for note, each in zip(gold["notes"], spans)}, gold, str(NOTES))
    return {
        **identifiers("our", found), **identifiers("Presidio's", peer), **findings(gold, predictions, found),
        **speed(python, files), **long_document(files), **again(files),
    }
