"""A hundred teachers who push a hundred marks each at the same instant. Bare SQLite commits on the same disk stand beside them."""

import concurrent.futures
import json
import subprocess
import tempfile
import uuid

from figures import figure, median
from school import School
from server import Server
from writes import LOAD, bare_commits, sessions

TEACHERS = 100
MARKS = 100
RUNS = 3
PASSWORD = "marble stapler ocean"


def token(server, email):
    body = {"email": email, "password": PASSWORD, "device": str(uuid.uuid4())}
    return server.post("/api/v1/auth/token", body)["accessToken"]


def teachers(server, group):
    """`id token` of each; a password costs a quarter of a second to make and to check, so the bench signs them in once."""
    server.post("/api/v1/accounts", {
        "name": "Ruth Bell", "email": "ruth@school.example", "password": PASSWORD, "role": "owner",
        "device": str(uuid.uuid4())})
    owner = {"Authorization": f"Bearer {token(server, 'ruth@school.example')}"}

    def teacher(number):
        email = f"teacher{number}@school.example"
        made = server.post("/api/v1/accounts", {
            "name": f"Teacher {number}", "email": email, "password": PASSWORD, "role": "teacher"}, headers=owner)
        server.post(f"/api/v1/groups/{group}/teachers", {"user": made["id"]}, headers=owner)
        return f"{made['id']} {token(server, email)}"

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(teacher, range(TEACHERS)))


def push_at_once(server, people, keys):
    with tempfile.NamedTemporaryFile("w") as who, tempfile.NamedTemporaryFile("w") as what:
        who.write("\n".join(people))
        what.write("\n".join(keys))
        who.flush()
        what.flush()
        answer = subprocess.run(
            [LOAD, "crowd", str(server.port), who.name, what.name], capture_output=True, text=True, check=True)
    if answer.stderr:
        print(answer.stderr)
    return json.loads(answer.stdout)


def measure():
    server = Server().start()
    try:
        school = School(server, students=MARKS)
        made = sessions(school, TEACHERS * RUNS)
        people = teachers(server, school.group)
        runs = []
        for run in range(RUNS):
            own = made[run * TEACHERS:(run + 1) * TEACHERS]
            runs.append(push_at_once(
                server, people, [f"{session}:{student}" for session in own for student in school.students]))
        bare = median([bare_commits(server.folder.name) for _ in range(RUNS)])
    finally:
        server.close()

    def middle(name):
        return median([run[name] for run in runs])

    return {
        "100 teachers push 100 marks at once: errors, all runs": figure(sum(run["errors"] for run in runs), "errors"),
        "100 teachers push 100 marks at once: admitted push, p50": figure(middle("p50"), "ms"),
        "100 teachers push 100 marks at once: admitted push, p99": figure(middle("p99"), "ms"),
        "100 teachers push 100 marks at once: until all are stored": figure(middle("seconds"), "s"),
        "100 teachers push 100 marks at once: answers 503": figure(middle("refused"), "answers"),
        "100 teachers push 100 marks at once: slowest 503": figure(middle("slowestRefusal"), "ms"),
        "peer of the crowd: bare SQLite commits, one connection": figure(bare, "commits/s"),
    }
