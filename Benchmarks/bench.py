"""Runs the benchmarks against the optimised executable and writes .build/bench/bench.md and bench.json."""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Benchmarks"), str(ROOT / "Tests" / "Browser")]

import browser  # noqa: E402
import compliance  # noqa: E402
import crowd  # noqa: E402
import insights  # noqa: E402
import search  # noqa: E402
import simulator  # noqa: E402
import speech  # noqa: E402
import start  # noqa: E402
import sync  # noqa: E402
import writes  # noqa: E402

PARTS = {
    "start": start.measure, "writes": writes.measure, "crowd": crowd.measure, "browser": browser.measure, "sync": sync.measure,
    "simulator": simulator.measure, "insights": insights.measure, "search": search.measure, "speech": speech.measure,
    "compliance": compliance.measure,
}
THRESHOLDS = json.loads((ROOT / "Benchmarks" / "thresholds.json").read_text())


def judged(name, value):
    limit = THRESHOLDS.get(name)
    if limit is None:
        return {"name": name, **value}
    met = value["value"] <= limit["bar"] if limit["better"] == "less" else value["value"] >= limit["bar"]
    return {"name": name, **value, "bar": limit["bar"], "met": met}


def main():
    chosen = sys.argv[1:] or list(PARTS)
    unknown = [part for part in chosen if part not in PARTS]
    if unknown:
        sys.exit(f"bench: no part called {unknown[0]}; there are {', '.join(PARTS)}")
    rows = []
    for part in chosen:
        print(f"bench: {part}", file=sys.stderr)
        rows += [judged(name, value) for name, value in PARTS[part]().items()]
    lines = ["| what | measured | bar | |", "|---|---:|---:|---|"]
    for row in rows:
        bar = f"{row['bar']:,} {row['unit']}" if "bar" in row else ""
        verdict = {True: "met", False: "missed", None: ""}[row.get("met")]
        lines.append(f"| {row['name']} | {row['value']:,} {row['unit']} | {bar} | {verdict} |")
    table = "\n".join(lines) + "\n"
    folder = ROOT / ".build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.md").write_text(table)
    (folder / "bench.json").write_text(json.dumps(rows, indent=1) + "\n")
    print(table)


main()
