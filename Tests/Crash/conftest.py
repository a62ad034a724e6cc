"""Fixtures: a server that may be killed, on each engine, and the seed that chooses when."""

import os
import pathlib
import random
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Browser"))

from place import ENGINES, MortalServer  # noqa: E402


@pytest.fixture(params=ENGINES)
def server(request):
    running = MortalServer(request.param).start()
    yield running
    running.close()


@pytest.fixture
def seed():
    """CRASH_SEED repeats a run; it is shown when a test fails."""
    value = int(os.environ.get("CRASH_SEED") or random.SystemRandom().randrange(1 << 32))
    print(f"CRASH_SEED={value}")
    return value
