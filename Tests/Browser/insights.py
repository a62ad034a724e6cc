"""Attendance exports of a made-up module, whose figures the test knows because it counts them itself."""

import csv
import datetime
import io

HEAD = ["studentId", "firstName", "surname", "academicAdvisor", "eventDescription", "startDateTime", "present", "selfCertInfo", "cancelled", "registerType"]
FIRST = datetime.date(2025, 9, 1)
EVENTS = 20
ADVISERS = ["Dr Ada Hart", "Prof. Bo Osei", ""]
FAMILIES = ["Abe", "Brontë", "Khan", "Lee", "Núñez", "O'Neil", "Smith, Jr", "Young", "Zhou", "Ångström", "None", "=cmd"]


class Module:
    """Twelve students, twenty teaching events each; student i attends all but i of them, and every third absence is self-certified."""

    def __init__(self, code="501"):
        self.code = code
        self.name = f"lusi_mbchb{code}.csv"
        self.rows = []
        self.students = {}
        for i, family in enumerate(FAMILIES):
            number = f"00{code}{i:03}"
            self.students[number] = {"first": f"Student{i}", "family": family, "adviser": ADVISERS[i % 3], "attended": EVENTS - i, "excused": i // 3, "expected": EVENTS}
            for event in range(EVENTS):
                absent = event >= EVENTS - i
                excused = absent and (event - (EVENTS - i)) % 3 == 2
                day = FIRST + datetime.timedelta(days=event * 3)
                self.rows.append([number, f"Student{i}", family, ADVISERS[i % 3], f"Lecture {event}", f"{day:%d/%m/%Y} 09:00", "no" if absent else "yes", "Migraine" if excused else "", "", ""])
        # what the accounting has to find: 1 malformed, 2 without a number, 1 bad date, 3 cancelled, 2 duplicates
        kept = self.rows[0]
        self.rows += [
            [*kept, "surplus"], ["", *kept[1:]], [" ", *kept[1:]], [*kept[:5], "31/02/2025 09:00", *kept[6:]],
            *([*kept[:4], f"Off {n}", kept[5], "yes", "", "yes", ""] for n in range(3)),
            kept, [*kept[:4], kept[4].upper(), *kept[5:]],
        ]
        self.accounting = {"malformed": 1, "blankStudentId": 2, "badDate": 1, "cancelled": 3, "duplicatesMerged": 2, "kept": 240, "rows": 249}

    @property
    def bytes(self):
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows([HEAD, *self.rows])
        return out.getvalue().encode()

    def percentage(self, number):
        return 100 * self.students[number]["attended"] / EVENTS

    def at_or_below(self, threshold):
        return [number for number, one in self.students.items() if one["attended"] * 100 <= threshold * one["expected"]]


def check_ins(code="501"):
    """Placement check-ins of one student: three days, one of them a second check-in within ten minutes of the first."""
    number = f"00{code}000"
    rows = [[number, "Student0", "Abe", ADVISERS[0], "MED.PLAC ward", f"{day}T{time}", "true", "", "", ""]
            for day, time in [("2025-10-06", "08:00:00"), ("2025-10-06", "08:09:59"), ("2025-10-07", "08:00:00"), ("2025-10-08", "08:00:00")]]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEAD, *rows])
    return out.getvalue().encode()


def send(server, name, content, headers=None, **query):
    """An import over the API."""
    from urllib.parse import urlencode

    status, answer = server.call("POST", "/api/v1/insights/imports?" + urlencode({"name": name, **query}),
                                 headers={"Content-Type": "application/octet-stream", **(headers or {})}, raw=content)
    assert status in (200, 201), (status, answer)
    return answer


def drop(page, files):
    """Files (name → bytes) let go over the page, as from the desktop."""
    import base64

    transfer = page.evaluate_handle(
        """files => {
            const transfer = new DataTransfer();
            for (const [name, text] of files) transfer.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], name));
            return transfer;
        }""", [[name, base64.b64encode(content).decode()] for name, content in files])
    for event in ("dragenter", "dragover", "drop"):
        page.dispatch_event("main", event, {"dataTransfer": transfer})


def downloaded(page, link):
    """The bytes of what a link downloads."""
    with page.expect_download() as about:
        link.click()
    with open(about.value.path(), "rb") as file:
        return file.read()
