"""kill -9 of the server, over and over, under a stream of acknowledged marks."""

import os
import random
import threading
import time

from device import GONE, Device, Follower, Refused
from school import School

KILLS = int(os.environ.get("CRASH_KILLS", "200"))
DEVICES = 4
# Of so many starts one is killed before or while the server becomes ready.
EARLY = 10
LONGEST_LIFE = 0.25


class Stream(threading.Thread):
    """Marks without pause while the server lives; the first failure ends it and is kept."""

    def __init__(self, device, students, session, seed):
        super().__init__(daemon=True)
        self.device = device
        self.students = students
        self.session = session
        self.random = random.Random(seed)
        self.alive = threading.Event()
        self.over = threading.Event()
        self.failure = None
        self.cut_off = 0

    def run(self):
        try:
            while not self.over.is_set():
                if self.alive.wait(0.05):
                    self.step()
        except BaseException as failure:
            self.failure = failure

    def step(self):
        if len(self.device.waiting) < 20:
            for _ in range(self.random.randint(1, 12)):
                self.device.mark(self.session, self.random.choice(self.students))
        try:
            self.device.deliver(self.random.randint(1, 40))
        except Refused as refusal:
            self.device.back_off(0, refusal)
        except GONE:
            # an answer was on its way, or the server was not there any more
            self.cut_off += 1
            self.alive.clear()


def follow(follower):
    try:
        follower.follow()
    except GONE:
        pass
    except Refused as refusal:
        follower.back_off(0, refusal)


def live_and_die(server, streams, follower, chance):
    """One life: everything starts again, and after a while the power is cut."""
    if chance.randrange(EARLY) == 0:
        server.die_while_starting(chance.uniform(0, 0.4))
    server.start()
    end = time.monotonic() + chance.uniform(0, LONGEST_LIFE)
    for stream in streams:
        stream.alive.set()
    reading = threading.Thread(target=follow, args=(follower,))
    reading.start()
    time.sleep(max(0, end - time.monotonic()))
    server.kill()
    reading.join()
    for stream in streams:
        assert stream.failure is None, stream.failure


def test_none_of_the_acknowledged_is_lost_however_often_the_server_is_killed(server, seed):
    chance = random.Random(seed)
    school = School(server, students=10 * DEVICES)
    author = server.get("/api/v1/me")["user"]["id"]
    streams = []
    for number in range(DEVICES):
        device = Device(server.port, author, seed=chance.random())
        session = school.make_session(f"1{number}:00", f"1{number}:30")
        own = school.students[10 * number:10 * number + 10]
        streams.append(Stream(device, own, session, chance.random()))
    follower = Follower(server.port, author)
    follower.follow()
    server.kill()

    for stream in streams:
        stream.start()
    for _ in range(KILLS):
        live_and_die(server, streams, follower, chance)
    server.start()
    for stream in streams:
        stream.over.set()
    for stream in streams:
        stream.join()
        while stream.device.waiting:
            try:
                stream.device.deliver(500)
            except (*GONE, Refused) as failure:
                stream.device.back_off(0, failure if isinstance(failure, Refused) else None)

    acknowledged = sum(len(stream.device.acknowledged) for stream in streams)
    print(f"{server.engine}: {KILLS} kills, {acknowledged} operations, "
          f"{sum(stream.cut_off for stream in streams)} pushes cut off")
    assert acknowledged > KILLS
    shown = {session: school.marks(session) for session in {stream.session for stream in streams}}
    for stream in streams:
        stream.device.hang_up()
        stream.device.check_replay()
        for key, operation in stream.device.latest.items():
            student = key.split(":")[1]
            assert shown[stream.session][student] == operation["fields"]["status"], operation
        [[count, sequences]] = server.rows(
            f"SELECT COUNT(*), COUNT(DISTINCT seq) FROM operation WHERE device_id = '{stream.device.id}'")
        assert int(count) == int(sequences) == stream.device.sequence
    follower.hang_up()
    follower.follow()
    fresh = Follower(server.port, author)
    fresh.follow()
    assert follower.resets == 1 and follower.records == fresh.records
    server.check_consistency()
