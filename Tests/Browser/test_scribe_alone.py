"""Rounds on a machine without any network at all."""

import pathlib
import subprocess
import sys


def test_it_starts_and_transcribes_where_there_is_no_route():
    script = pathlib.Path(__file__).with_name("alone.py")
    run = subprocess.run(["unshare", "--map-root-user", "--net", sys.executable, str(script)], capture_output=True, text=True, timeout=180)
    assert run.returncode == 0, run.stderr
    assert "ask not what your country can do for you" in run.stdout.lower().replace(",", "")
