"""A device as the app is one: it captures operations in order, keeps each until a verdict has come, and backs off."""

import http.client
import json
import os
import random
import time
import uuid

STATUSES = ["present", "late", "absent", "excused"]
# Nobody to talk to: refused, reset, or ended in the middle of an answer.
GONE = (ConnectionError, http.client.HTTPException, TimeoutError)


def uuid7():
    """RFC 9562 version 7: 48 bits of milliseconds, then random bits around version and variant."""
    value = int(time.time() * 1000) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


class Refused(Exception):
    """503, and the seconds of its Retry-After."""

    def __init__(self, seconds):
        super().__init__(f"refused for {seconds} s")
        self.seconds = seconds


class Device:
    def __init__(self, port, author, headers=None, seed=0):
        self.id = uuid7()
        self.port = port
        self.author = author
        self.headers = headers or {}
        self.random = random.Random(seed)
        self.sequence = 0
        self.captured = []
        self.acknowledged = {}
        self.latest = {}
        self.connection = None

    @property
    def waiting(self):
        return [operation for operation in self.captured if operation["id"] not in self.acknowledged]

    def mark(self, session, student, status=None, saw=True):
        """Captures a mark that saw this device's own last one of the student."""
        self.sequence += 1
        key = f"{session}:{student}"
        now = time.time()
        operation = {
            "id": uuid7(), "seq": self.sequence, "entity": "mark", "key": key,
            "fields": {"status": status or self.random.choice(STATUSES)},
            "seen": {"status": self.latest[key]["id"]} if saw and key in self.latest else {},
            "stamp": f"{int(now * 1000):012x}-{self.sequence & 0xFFFF:04x}-{self.id}",
            "capturedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now)), "author": self.author,
            "fill": False, "settles": [], "reason": None,
        }
        self.captured.append(operation)
        self.latest[key] = operation

    def push(self, operations, limit=0, cursor=None):
        """One attempt. The whole answer, every verdict in its place; `Refused`; or one of `GONE`."""
        body = {"protocol": 1, "device": self.id, "epoch": None, "cursor": cursor, "operations": operations,
                "limit": limit}
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self.connection.request("POST", "/api/v1/sync", json.dumps(body), {
                "Content-Type": "application/json", "Origin": f"http://127.0.0.1:{self.port}", **self.headers})
            response = self.connection.getresponse()
            content = response.read()
        except GONE:
            self.hang_up()
            raise
        if response.status == 503:
            seconds = int(response.getheader("Retry-After"))
            assert 1 <= seconds <= 60, seconds
            assert response.getheader("Content-Type") == "application/problem+json"
            raise Refused(seconds)
        assert response.status == 200, (response.status, content[:500])
        answer = json.loads(content)
        assert [verdict["id"] for verdict in answer["verdicts"]] == [operation["id"] for operation in operations]
        return answer

    def hang_up(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def deliver(self, count):
        """Pushes the oldest waiting operations once and keeps what was said about them."""
        answer = self.push(self.waiting[:count])
        for verdict in answer["verdicts"]:
            # a verdict that was stored but never arrived comes back as the duplicate's original
            self.acknowledged[verdict["id"]] = verdict["original"] or verdict["verdict"]
        return answer

    def back_off(self, failures, refusal=None):
        """Exponential with full jitter, after what the server asked for; from 50 ms, to keep a test short."""
        time.sleep((refusal.seconds if refusal else 0) + self.random.random() * min(2.0, 0.05 * 2 ** failures))

    def check_replay(self):
        """Everything sent again is a duplicate with the verdict that was acknowledged, and the server has no gap."""
        for start in range(0, len(self.captured), 500):
            part = self.captured[start:start + 500]
            answer = self.push(part)
            for operation, verdict in zip(part, answer["verdicts"]):
                assert verdict["verdict"] == "duplicate", (operation, verdict)
                assert verdict["original"] == self.acknowledged[operation["id"]], (operation, verdict)
            assert answer["device"] == {"heard": self.sequence, "gaps": []}, answer["device"]


class Follower(Device):
    """A device that only reads: it follows the cursor and keeps what it is told."""

    def __init__(self, port, author, headers=None):
        super().__init__(port, author, headers)
        self.cursor = None
        self.records = {}
        self.resets = 0
        self.epoch = None

    def follow(self):
        """Asks until there is no more."""
        while True:
            answer = self.push([], limit=500, cursor=self.cursor)
            assert self.epoch in (None, answer["epoch"]), "the server forgot who it is"
            self.epoch = answer["epoch"]
            if answer["reset"]:
                self.resets += 1
                self.records.clear()
            for record in answer["records"]:
                place = (record["entity"], record["key"])
                if record["deleted"]:
                    self.records.pop(place, None)
                else:
                    self.records[place] = record["record"]
            self.cursor = answer["cursor"]
            if not answer["more"]:
                return
