"""What sync costs a device, in Chromium: coming for the first time, coming for nothing, catching up, and seeing what others do."""

import datetime
import random
import time

from playwright.sync_api import sync_playwright

from browser import CHROMIUM
from figures import figure, median, percentile
from school import School
from server import Server
from writes import load

DAYS = 20
TIMES = 5
WEEK = 7 * 86_400_000

# From the first request until the last page is on the device.
FIRST = """async () => {
    const { store } = await import("/store/store.js");
    const { engine } = await import("/sync/engine.js");
    const isThere = async () => engine.state.phase === "idle" && store.user && (await store.summary()).agreedAt !== null;
    while (!(await isThere())) await new Promise((done) => engine.addEventListener("change", done, { once: true }));
    const [first] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/api/v1/sync"));
    const ended = performance.now();
    const counts = await Promise.all(["mark", "session", "person", "enrolment", "group", "module", "teaching", "school"].map((entity) => store.all(entity)));
    return [ended - first.startTime, counts.reduce((sum, { length }) => sum + length, 0)];
}"""

# From the moment a sync is asked for until its answer is on the device; and how many requests that took.
NOTHING = """async () => {
    const { store } = await import("/store/store.js");
    const { engine } = await import("/sync/engine.js");
    await new Promise((done) => setTimeout(done, 1_200));
    const requests = () => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/")).length;
    const before = requests();
    const stored = new Promise((done) => store.addEventListener("change", () => done(performance.now()), { once: true }));
    const started = performance.now();
    engine.now();
    const time = (await stored) - started;
    await new Promise((done) => setTimeout(done, 100));
    return [time, requests() - before];
}"""

CAPTURE = """async (keys) => {
    const { store } = await import("/store/store.js");
    for (let at = 0; at < keys.length; at += 100) {
        await store.capture(keys.slice(at, at + 100).map((key) => ({ entity: "mark", key, fields: { status: "late", minutesLate: 5 } })));
    }
    return (await store.summary()).waiting;
}"""

# From the network's return until nothing waits and everything is here.
CATCH_UP = """() => {
    window.caughtUp = new Promise((resolve) => window.addEventListener("online", async () => {
        const started = performance.now();
        const { store } = await import("/store/store.js");
        const { engine } = await import("/sync/engine.js");
        const isDone = async () => engine.state.phase === "idle" && (await store.summary()).waiting === 0;
        while (!(await isDone())) await new Promise((done) => engine.addEventListener("change", done, { once: true }));
        resolve([performance.now() - started, (await store.all("mark")).length]);
    }, { once: true }));
}"""

# Wall-clock time of the click here, and of the frame there that shows it.
CLICK = """([student, status]) => {
    document.querySelector(`li.student[data-student="${student}"] [data-mark=${status}]`).click();
    return performance.timeOrigin + performance.now();
}"""
WATCH = """([student, status]) => {
    const row = document.querySelector(`li.student[data-student="${student}"]`);
    window.seen = new Promise((resolve) => new MutationObserver((_, observer) => {
        if (row.dataset.status !== status) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
    }).observe(row, { attributes: true }));
}"""


class Scope:
    """One user's school: a group of `students`, `marked` sessions with a mark of everybody, and some without any."""

    def __init__(self, students, marked, unmarked):
        self.server = Server().start()
        self.school = School(self.server, students=students)
        self.author = self.server.get("/api/v1/me")["user"]["id"]
        self.sessions = [self._session(index) for index in range(marked + unmarked)]
        self.push(self.sessions[:marked])

    def _session(self, index):
        day = datetime.date.today() - datetime.timedelta(days=index % DAYS)
        minutes = 60 + index // DAYS * 20
        start, end = (f"{at // 60:02}:{at % 60:02}" for at in (minutes, minutes + 15))
        return self.school.make_session(start, end, date=day.isoformat())

    def keys(self, sessions):
        return [f"{session}:{student}" for session in sessions for student in self.school.students]

    def push(self, sessions):
        load(self.server, self.author, self.keys(sessions), 4, 100)


def open_page(context, url):
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(url)
    page.wait_for_selector("h1")
    return page


def with_nothing_new(browser, scope):
    """Twenty syncs a week after the device last agreed, without anything new."""
    context = browser.new_context()
    open_page(context, scope.server.url).evaluate(FIRST)
    context.add_init_script(f"const now = Date.now; Date.now = () => now() + {WEEK};")
    context.pages[0].close()
    page = open_page(context, scope.server.url)
    times, requests = zip(*[page.evaluate(NOTHING) for _ in range(20)])
    context.close()
    return times, requests


def catching_up(browser, scope, local, remote):
    context = browser.new_context()
    page = open_page(context, scope.server.url)
    page.evaluate(FIRST)
    before = page.evaluate("import('/store/store.js').then(({ store }) => store.all('mark')).then((marks) => marks.length)")
    context.set_offline(True)
    mine = scope.keys(local)
    waiting = page.evaluate(CAPTURE, mine)
    scope.push(remote)
    page.evaluate(CATCH_UP)
    context.set_offline(False)
    elapsed, marks = page.evaluate("window.caughtUp")
    context.close()
    assert waiting == len(mine) and marks == before + len(mine) + len(scope.keys(remote)), (waiting, before, marks)
    return elapsed


def on_another_screen(browser, scope, session, count=60):
    pages = [open_page(browser.new_context(), f"{scope.server.url}/sessions/{session}") for _ in range(2)]
    for page in pages:
        page.wait_for_selector("li.student")
        page.evaluate(FIRST)
    # the event streams are open then
    time.sleep(2.5)
    chance = random.Random(7)
    times = []
    for index in range(count):
        student = scope.school.students[index % len(scope.school.students)]
        status = ["present", "absent", "excused"][index // len(scope.school.students) % 3]
        pages[1].evaluate(WATCH, [student, status])
        clicked = pages[0].evaluate(CLICK, [student, status])
        times.append(pages[1].evaluate("window.seen") - clicked)
        # a teacher's pace
        time.sleep(chance.uniform(0.3, 0.9))
    for page in pages:
        page.context.close()
    return times


def first_syncs(browser, scope):
    times, records = [], 0
    for _ in range(TIMES):
        context = browser.new_context()
        elapsed, records = open_page(context, scope.server.url).evaluate(FIRST)
        times.append(elapsed)
        context.close()
    return times, records


def measure():
    small = Scope(students=10, marked=165, unmarked=0)
    large = Scope(students=100, marked=178, unmarked=110)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            first, records = first_syncs(browser, large)
            few_times, few_requests = with_nothing_new(browser, small)
            many_times, many_requests = with_nothing_new(browser, large)
            unmarked = large.sessions[178:]
            caught_up = catching_up(browser, large, local=unmarked[:10], remote=unmarked[10:110])
            seen = on_another_screen(browser, small, small.school.session)
            browser.close()
    finally:
        small.server.close()
        large.server.close()
    return {
        "first sync of 18,000 records, median": figure(median(first), "ms"),
        "records of that first sync": figure(records, "records"),
        "sync with nothing new, 1,800 records, p95": figure(percentile(few_times, 0.95), "ms"),
        "sync with nothing new, 18,000 records, p95": figure(percentile(many_times, 0.95), "ms"),
        "requests of a sync with nothing new, most": figure(max(few_requests + many_requests), "requests"),
        "catching up 1,000 local and 10,000 remote changes": figure(caught_up, "ms"),
        "a mark on another open screen, p95": figure(percentile(seen, 0.95), "ms"),
        "a mark on another open screen, median": figure(median(seen), "ms"),
    }
