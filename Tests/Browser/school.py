"""A small school made over the public API, so that browser tests begin with known people and one open session."""

import datetime
import urllib.request

FAMILIES = ["Abe", "Brontë", "Khan", "Lee", "Núñez", "O'Neil", "Smith, Jr", "Young", "Zhou", "Ångström"]


def today():
    return datetime.date.today().isoformat()


class School:
    def __init__(self, server, students=12, hostile=False, headers=None):
        """One module, one group with `students` on its roll, one open session from 09:00 to 10:00 today."""
        self.server = server
        self.headers = headers
        post = lambda path, body: server.post("/api/v1" + path, body, headers=headers)  # noqa: E731
        self.module = post("/modules", {"code": "501", "title": "Palliative care"})["id"]
        self.group = post("/groups", {
            "module": self.module, "name": "Year 5 A", "firstDay": "2020-01-01", "lastDay": "2099-12-31"})["id"]
        self.students = []
        for index in range(students):
            person = {"kind": "student", "number": f"36{index:06}", "givenName": f"Student {index}",
                      "familyName": FAMILIES[index % len(FAMILIES)]}
            if hostile and index == 0:
                person |= {"number": "=1+1", "givenName": "<img src=x onerror=alert(1)>", "familyName": "@Aaa"}
            made = post("/people", person)["id"]
            post(f"/groups/{self.group}/enrolments", {"student": made})
            self.students.append(made)
        self.session = self.make_session("09:00", "10:00")

    def make_session(self, start, end, **fields):
        return self.server.post("/api/v1/attendance/sessions", {
            "group": self.group, "date": today(), "start": start, "end": end, "title": "Ward round",
            "state": "open", **fields}, headers=self.headers)["id"]

    def marks(self, session=None):
        """student → status, as the server has it."""
        register = self.server.get(
            f"/api/v1/attendance/sessions/{session or self.session}/register", headers=self.headers)
        return {line["id"]: (line["mark"] or {}).get("status") for line in register["students"]}

    def history(self, student, session=None):
        return self.server.get(
            f"/api/v1/attendance/records/history?session={session or self.session}&student={student}",
            headers=self.headers)["items"]
