"""Situation 16 of the register's specification, against the real program."""

import threading

from device import GONE, Device, Refused
from school import School

CLIENTS = 50
TOGETHER = 8
MARKS = 100
PATIENCE = 120


class Phone(threading.Thread):
    """Pushes its hundred marks at once, and again after a back-off until they have verdicts."""

    def __init__(self, device, crowd):
        super().__init__(daemon=True)
        self.device = device
        self.crowd = crowd
        self.failure = None

    def run(self):
        try:
            self.crowd.start_line.wait()
            failures = 0
            while self.device.waiting:
                refusal = None
                try:
                    self.device.deliver(MARKS)
                    self.crowd.note("complete")
                except Refused as refused:
                    refusal = refused
                    self.crowd.note("refused")
                except GONE:
                    self.crowd.note("gone")
                if self.device.waiting:
                    self.device.back_off(failures, refusal)
                    failures += 1
        except BaseException as failure:
            self.failure = failure


class Crowd:
    def __init__(self, count):
        self.start_line = threading.Barrier(count + 1)
        self.news = threading.Condition()
        self.seen = {"complete": 0, "refused": 0, "gone": 0}

    def note(self, what):
        with self.news:
            self.seen[what] += 1
            self.news.notify_all()

    def wait_for(self, what, count):
        with self.news:
            assert self.news.wait_for(lambda: self.seen[what] >= count, PATIENCE), self.seen


def test_situation_16_fifty_clients_push_at_once_and_the_server_is_killed_half_way(server):
    school = School(server, students=MARKS)
    author = server.get("/api/v1/me")["user"]["id"]
    shared = school.make_session("08:00", "08:30")
    crowd = Crowd(CLIENTS)
    phones = []
    for number in range(CLIENTS):
        session = shared
        if number >= TOGETHER:
            session = school.make_session(f"{9 + number // 6:02}:{number % 6 * 10:02}", "23:59")
        device = Device(server.port, author, seed=number)
        for student in school.students:
            device.mark(session, student)
        phones.append(Phone(device, crowd))
    for phone in phones:
        phone.start()

    crowd.start_line.wait()
    crowd.wait_for("complete", CLIENTS // 2)
    server.kill()
    # everybody who has nothing yet finds nobody there
    crowd.wait_for("gone", 3)
    server.start()
    for phone in phones:
        phone.join(PATIENCE)
        assert phone.failure is None and not phone.is_alive(), phone.failure
    print(f"{server.engine}: {crowd.seen}")

    for phone in phones:
        assert len(phone.device.acknowledged) == MARKS
        phone.device.hang_up()
        phone.device.check_replay()
    devices = {device["id"]: device for device in server.get("/api/v1/devices?limit=500")["items"]}
    for phone in phones:
        assert devices[phone.device.id]["heard"] == MARKS and devices[phone.device.id]["gaps"] == []
    for student in school.students[:10]:
        history = [entry["id"] for entry in school.history(student, shared)]
        pushed = [operation["id"] for phone in phones[:TOGETHER] for operation in phone.device.captured
                  if operation["key"] == f"{shared}:{student}"]
        assert sorted(history) == sorted(pushed)
    [[count, devices]] = server.rows("SELECT COUNT(*), COUNT(DISTINCT device_id) FROM operation WHERE seq > 0")
    assert (int(count), int(devices)) == (CLIENTS * MARKS, CLIENTS)
    server.check_consistency()
