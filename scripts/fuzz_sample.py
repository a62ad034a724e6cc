"""Fills a server with a few records of every kind and writes the fuzzer's settings, so that it meets ids that exist.

    fuzz_sample.py URL school SETTINGS     as the owner at the computer: people, a group, a session, marks, a notice
    fuzz_sample.py URL accounts SETTINGS   ends desktop mode, makes a teacher of the group; prints owner's, teacher's token
"""

import io
import json
import math
import struct
import sys
import urllib.request
import uuid
import wave

PASSWORD = "marble stapler ocean"
PATHS = {
    "people": "people", "modules": "modules", "groups": "groups", "attendance/sessions": "sessions",
    "attendance/exceptions": "exceptions", "attendance/disputes": "disputes", "imports": "imports",
    "accounts": "accounts",
}
REFERENCES = {"session": "sessions", "student": "people", "group": "groups", "module": "modules", "user": "accounts"}


class Server:
    def __init__(self, url, token=None):
        self.url, self.token = url, token

    def call(self, method, path, body=None, kind="application/json"):
        headers = {"Origin": self.url, "Content-Type": kind}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or b"null")

    def make(self, path, body):
        return self.call("POST", path, body)["id"]

    def ids(self, name):
        path = next(path for path, kind in PATHS.items() if kind == name)
        return [item["id"] for item in self.call("GET", f"/api/v1/{path}")["items"]][:20]


def make_school(server):
    server.call("PATCH", "/api/v1/school", {"timezone": "Europe/London", "selfCheckIn": True})
    module = server.make("/api/v1/modules", {"code": "PT101", "title": "Anatomy"})
    group = server.make(
        "/api/v1/groups", {"module": module, "name": "A", "firstDay": "2026-09-01", "lastDay": "2026-12-18"})
    students = []
    for number in range(6):
        person = {"kind": "student", "number": f"S{number}", "givenName": "Sam", "familyName": f"Sample {number}"}
        students.append(server.make("/api/v1/people", person))
        server.make(f"/api/v1/groups/{group}/enrolments", {"student": students[-1]})
    for start in ["09:00", "11:00", None]:
        session = server.make(
            "/api/v1/attendance/sessions", {"group": group, "date": "2026-11-16", "start": start, "state": "open"})
        marks = [{"session": session, "student": student, "status": "present"} for student in students[:3]]
        server.call("POST", "/api/v1/attendance/records", {"items": marks})
    notice = {"category": "medical", "firstDay": "2026-11-17", "lastDay": "2026-11-18"}
    for student in students[:3]:
        server.make("/api/v1/attendance/exceptions", notice | {"student": student})
    people = b"number,given name,family name,kind\r\nS90,Ida,Imported,student\r\n"
    server.call("POST", "/api/v1/imports?kind=people&name=people.csv", people, "text/csv")
    make_recordings(server)


def make_recordings(server):
    """Two recordings and an attachment of one session; whatever speech model there is hears nothing in them."""
    session = server.ids("sessions")[0]
    files = [("a.wav", "recording", tone(1)), ("b.wav", "recording", tone(2)), ("c.md", "attachment", b"# Heart\n")]
    for name, purpose, data in files:
        upload = server.make(
            f"/api/v1/scribe/sessions/{session}/uploads", {"name": name, "size": len(data), "purpose": purpose})
        server.call(
            "PATCH", f"/api/v1/scribe/uploads/{upload}?offset=0", data, "application/octet-stream")
        made = server.make(f"/api/v1/scribe/uploads/{upload}/finish", {"size": len(data)})
        if purpose == "recording":
            tag = {"start": 0, "end": 0.5, "label": "exam", "shared": True}
            server.make(f"/api/v1/scribe/recordings/{made}/tags", tag)
    server.make(f"/api/v1/scribe/sessions/{session}/uploads", {"name": "d.wav", "size": 9, "purpose": "recording"})


def tone(seconds):
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        samples = (int(8000 * math.sin(place / 3)) for place in range(8000 * seconds))
        sound.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return file.getvalue()


def scribe_ids(server):
    """Collection under /api/v1/scribe → ids of what is there."""
    found = {"sessions": server.ids("sessions")}
    recordings, attachments, uploads, jobs = [], [], [], []
    for session in found["sessions"]:
        detail = server.call("GET", f"/api/v1/scribe/sessions/{session}")
        recordings += [item["id"] for item in detail["recordings"]]
        attachments += [item["id"] for item in detail["attachments"]]
        uploads += [item["id"] for item in server.call("GET", f"/api/v1/scribe/uploads?session={session}")["items"]]
        jobs += [item["id"] for item in server.call("GET", f"/api/v1/scribe/jobs?session={session}")["items"]]
    tags = [
        tag["id"] for recording in recordings
        for tag in server.call("GET", f"/api/v1/scribe/recordings/{recording}/tags")["items"]
    ]
    return found | {
        "recordings": recordings, "attachments": attachments, "uploads": uploads, "jobs": jobs, "tags": tags}


def make_accounts(server):
    """The first account's owner, and a teacher who has disagreed with them once."""
    device = str(uuid.uuid4())
    owner = {"email": "owner@example.org", "name": "Olga Owner", "role": "owner", "password": PASSWORD}
    server.call("POST", "/api/v1/accounts", owner | {"device": device})
    server.token = token(server, "owner@example.org")
    teacher = {"email": "teacher@example.org", "name": "Tom Teacher", "role": "teacher", "password": PASSWORD}
    user = server.make("/api/v1/accounts", teacher)
    for group in server.ids("groups"):
        server.call("POST", f"/api/v1/groups/{group}/teachers", {"user": user})
    own = Server(server.url, token(server, "teacher@example.org"))
    for session in server.ids("sessions"):
        roll = server.call("GET", f"/api/v1/attendance/sessions/{session}/register")["students"]
        mark = {"session": session, "student": roll[-1]["id"]}
        for client, status in [(server, "present"), (own, "absent")]:
            client.call("POST", "/api/v1/attendance/records", mark | {"status": status, "seen": {}})
    return [server.token, own.token]


def token(server, email):
    body = {"email": email, "password": PASSWORD, "device": str(uuid.uuid4())}
    return server.call("POST", "/api/v1/auth/token", body)["accessToken"]


def settings(server):
    """Schemathesis' configuration: most identifiers are of records that exist."""
    # Refusing is right with any of these; 426 is a push of a protocol that is not spoken here, 429 a sign-in too many.
    refusals = [400, 401, 403, 404, 405, 409, 413, 415, 416, 422, 426, 429]
    lines, known = ["[checks.negative_data_rejection]", f"expected-statuses = {refusals}"], set()
    for path, name in PATHS.items():
        ids = server.ids(name)
        if not ids:
            continue
        known.add(name)
        lines += [f"[dictionaries.{name}]", f"values = {json.dumps(ids)}"]
        operations = f"include-path-regex = '^/api/v1/{path}/'"
        binding = f'parameters = {{ "path.id" = {{ dictionary = "{name}", probability = 0.8 }} }}'
        lines += ["[[operations]]", operations, binding]
    for collection, ids in scribe_ids(server).items():
        if ids:
            lines += [
                f"[dictionaries.scribe_{collection}]", f"values = {json.dumps(ids)}", "[[operations]]",
                f"include-path-regex = '^/api/v1/scribe/{collection}/'",
                f'parameters = {{ "path.id" = {{ dictionary = "scribe_{collection}", probability = 0.8 }} }}',
            ]
    lines.append("[parameters]")
    for field, name in REFERENCES.items():
        if name in known:
            for place in ["query", "body"]:
                lines.append(f'"{place}.{field}" = {{ dictionary = "{name}", probability = 0.8 }}')
    return "\n".join(lines) + "\n"


def main(url, what, file):
    server = Server(url)
    if what == "school":
        make_school(server)
    else:
        print(*make_accounts(server))
    with open(file, "w", encoding="utf-8") as out:
        out.write(settings(server))


main(*sys.argv[1:])
