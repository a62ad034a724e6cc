"""A school in server mode with three people who sign in: Ruth owns it, Ann and Ben teach its one group."""

import time
import uuid

from app import VIEWPORT
from school import School

PASSWORD = "purple monkey dishwasher"
# An access token lasts fifteen minutes; a run of all browser tests may take longer.
FRESH = 600


class Staff:
    def __init__(self, server, playwright, chromium, students=12):
        """Every test makes its own session with `session()`; the people and the server are shared by all tests."""
        self.server, self.playwright, self.chromium = server, playwright, chromium
        self.school = School(server, students=students)
        self.students = self.school.students
        self.signed_in = {}
        self.contexts = []
        self.starts = {}
        self.minutes = 10 * 60
        server.post("/api/v1/accounts", self._account("Ruth Bell", "owner", device=str(uuid.uuid4())))
        self.ids = {"ruth": server.get("/api/v1/me", headers=self.headers)["user"]["id"]}
        for name in ["Ann Abe", "Ben Lee"]:
            made = server.post("/api/v1/accounts", self._account(name, "teacher"), headers=self.headers)
            server.post(f"/api/v1/groups/{self.school.group}/teachers", {"user": made["id"]}, headers=self.headers)
            self.ids[name.split()[0].lower()] = made["id"]

    @staticmethod
    def _account(name, role, **more):
        return {"name": name, "email": f"{name.split()[0].lower()}@school.example", "password": PASSWORD, "role": role,
                **more}

    def cookies(self, person):
        """Of a sign-in, made once and used by every context of that person."""
        made, cookies = self.signed_in.get(person, (0, None))
        if time.monotonic() - made > FRESH or not cookies:
            request = self.playwright.request.new_context()
            answer = request.post(f"{self.server.url}/api/v1/auth/login", headers={"Origin": self.server.url}, data={
                "email": f"{person}@school.example", "password": PASSWORD, "device": str(uuid.uuid4())})
            assert answer.ok, answer.text()
            cookies = request.storage_state()["cookies"]
            request.dispose()
            self.signed_in[person] = (time.monotonic(), cookies)
        return cookies

    @property
    def headers(self):
        """Ruth's, for requests of the test itself."""
        cookies = {cookie["name"]: cookie["value"] for cookie in self.cookies("ruth")}
        self.school.headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
            "X-CSRF-Token": cookies["rounds_csrf"]}
        return self.school.headers

    def session(self, **fields):
        """A new open session of today."""
        self.minutes += 5
        start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in (self.minutes, self.minutes + 50))
        assert self.headers
        made = self.school.make_session(start, end, **fields)
        self.starts[made] = start
        return made

    def open(self, person, path, **options):
        """A page of this person in a browser of their own."""
        context = self.chromium.new_context(**{"viewport": VIEWPORT, "locale": "en-GB", **options})
        context.add_cookies(self.cookies(person))
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(self.server.url + path)
        return page

    def close_browsers(self):
        while self.contexts:
            self.contexts.pop().close()
