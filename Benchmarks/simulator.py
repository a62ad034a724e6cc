"""Seeds that the simulator of sync goes through in a minute; the runs have to hold too."""

import re
import subprocess
import sys

from figures import figure, median

RUNS = [(1, 200), (201, 400), (401, 600)]


def measure():
    rates = []
    for first, last in RUNS:
        done = subprocess.run(["scripts/simulate", "--seeds", f"{first}..{last}"], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"bench: the simulator found something in seeds {first}..{last}\n{done.stdout[-2000:]}")
        rates.append(int(re.findall(r"(\d+) a minute", done.stdout)[-1]))
    return {"simulator seeds, median of 3": figure(median(rates), "seeds/min")}
