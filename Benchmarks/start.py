"""Start to ready, and the memory of a server that has nothing to do."""

import time

from figures import figure, median
from server import Server


def resident_megabytes(process):
    with open(f"/proc/{process}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def measure():
    times = []
    memory = 0.0
    for _ in range(5):
        server = Server()
        started = time.monotonic()
        server.start()
        times.append((time.monotonic() - started) * 1000)
        time.sleep(1)
        memory = max(memory, resident_megabytes(server.process.pid))
        server.close()
    return {
        "start to ready, median": figure(median(times), "ms"),
        "idle resident memory": figure(memory, "MB"),
    }
