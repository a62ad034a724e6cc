"""Runs a command and prints what it took and its first line: `python measured.py COMMAND …` → JSON of seconds and MB.

A process of its own, because the peak memory that the system tells of a child begins with that of the process that started it.
"""

import json
import os
import subprocess
import sys
import time

if __name__ == "__main__":
    started = time.monotonic()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
    line = process.stdout.readline(100)
    while process.stdout.read(1 << 16):
        pass
    _, status, usage = os.wait4(process.pid, 0)
    print(json.dumps({
        "code": os.waitstatus_to_exitcode(status), "wall": time.monotonic() - started,
        "processor": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024,
        "line": line.decode("utf-8", "replace"),
    }))
