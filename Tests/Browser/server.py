"""A real Rounds server for a test: own data folder, own port, killed or stopped by its process id."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

BINARY = os.environ.get("ROUNDS_BINARY", ".build/debug/rounds")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`rounds serve` on 127.0.0.1. `url` stays the same over a restart, so a browser can come back to it."""

    def __init__(self, *arguments, environment=None):
        self.folder = tempfile.TemporaryDirectory(prefix="rounds-browser-")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.arguments = arguments
        self.environment = {**os.environ, **(environment or {})}
        self.process = None

    def start(self):
        self.log = open(pathlib.Path(self.folder.name) / "log", "a")
        self.process = subprocess.Popen(
            [BINARY, "serve", "--port", str(self.port), "--data-dir", f"{self.folder.name}/data", *self.arguments],
            env=self.environment, stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("Rounds is ready at"), (line, pathlib.Path(self.folder.name, "log").read_text()[-2000:])
        return self

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10)
        self.process.stdout.close()
        self.log.close()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def close(self):
        if self.process and self.process.poll() is None:
            self.stop()
        self.folder.cleanup()

    def call(self, method, path, body=None, headers=None, raw=None):
        """(status, decoded JSON or text) of one request; problem answers do not raise."""
        data = raw if raw is not None else (json.dumps(body).encode() if body is not None else None)
        request = urllib.request.Request(self.url + path, data=data, method=method, headers={
            **({"Content-Type": "application/json"} if body is not None else {}),
            "Origin": self.url, **(headers or {})})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, self._decoded(answer)
        except urllib.error.HTTPError as error:
            return error.code, self._decoded(error)

    def get(self, path, **options):
        status, answer = self.call("GET", path, **options)
        assert status == 200, (path, status, answer)
        return answer

    def post(self, path, body=None, **options):
        status, answer = self.call("POST", path, body, **options)
        assert status < 300, (path, status, answer)
        return answer

    @staticmethod
    def _decoded(answer):
        content = answer.read()
        kind = answer.headers.get("Content-Type", "")
        return json.loads(content) if content and "json" in kind else content.decode("utf-8", "replace")

    def log_text(self):
        return pathlib.Path(self.folder.name, "log").read_text()


def eventually(check, seconds=10.0, every=0.05):
    """Waits until `check()` is true and returns its value; fails with its last value."""
    deadline = time.monotonic() + seconds
    while True:
        value = check()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"still {value!r} after {seconds} s")
        time.sleep(every)
