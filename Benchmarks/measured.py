"""Runs a command and prints what it took: `python measured.py COMMAND …` → JSON of seconds and MB.

A process of its own, because the peak memory that the system tells of a child begins with that of the process that started it.
"""

import json
import os
import subprocess
import sys
import time

if __name__ == "__main__":
    started = time.monotonic()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    print(json.dumps({
        "code": os.waitstatus_to_exitcode(status), "wall": time.monotonic() - started,
        "processor": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024,
    }))
