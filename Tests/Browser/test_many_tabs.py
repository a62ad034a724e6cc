"""Many tabs of several people on one register: six for twenty seconds in every test run, twenty for five minutes by
`make soak` (SOAK_TABS and SOAK_SECONDS say so)."""

import collections
import os
import random
import time

from playwright.sync_api import expect

from app import agreed, outbox, shown, status_line
from server import eventually

TABS = int(os.environ.get("SOAK_TABS", "6"))
SECONDS = float(os.environ.get("SOAK_SECONDS", "20"))
SEED = int(os.environ.get("SOAK_SEED", "1"))
PEOPLE = ["ann", "ben", "ruth"]
STATUSES = ["present", "late", "absent", "excused"]
# A browser whose network is cut comes back after at most this many steps of the whole.
LONGEST_CUT = 12
# Milliseconds between two taps, for each tab.
PAUSE = 20


def browsers(staff, session):
    """Tabs in browsers of their own for each two: pages by browser."""
    opened = []
    for index in range((TABS + 1) // 2):
        first = staff.open(PEOPLE[index % len(PEOPLE)], f"/sessions/{session}")
        pages = [first]
        if 2 * index + 1 < TABS:
            second = first.context.new_page()
            second.goto(first.url)
            pages.append(second)
        opened.append(pages)
    for page in (page for pages in opened for page in pages):
        expect(page.locator("li.student")).to_have_count(12, timeout=60_000)
        agreed(page)
    return opened


def test_many_tabs_keep_every_operation_once_and_show_the_same(staff):
    session = staff.session()
    opened = browsers(staff, session)
    chance = random.Random(SEED)
    cut = [0] * len(opened)
    taps = 0
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        index = chance.randrange(len(opened))
        for other, left in enumerate(cut):
            if left == 1:
                opened[other][0].context.set_offline(False)
            cut[other] = max(0, left - 1)
        if cut[index] == 0 and chance.random() < 0.1:
            opened[index][0].context.set_offline(True)
            cut[index] = chance.randint(2, LONGEST_CUT)
        page = chance.choice(opened[index])
        student, status = chance.choice(staff.students), chance.choice(STATUSES)
        page.evaluate("selector => document.querySelector(selector).click()",
                      f"li.student[data-student='{student}'] [data-mark={status}]")
        taps += 1
        page.wait_for_timeout(PAUSE * TABS)
    for pages in opened:
        pages[0].context.set_offline(False)
    for page in (page for pages in opened for page in pages):
        expect(status_line(page)).to_contain_text("Agreed with server", timeout=120_000)

    captured = [row for pages in opened for row in outbox(pages[0])]
    assert len(captured) == taps, "every tap is one operation of one browser"
    assert all(row["state"] == "agreed" for row in captured), collections.Counter(row["state"] for row in captured)
    history = collections.Counter(item["id"] for student in staff.students for item in staff.school.history(student, session))
    assert set(history) == {row["id"] for row in captured} and set(history.values()) == {1}, "each is in the history once"

    marks = staff.school.marks(session)
    wanted = {student: status or "unmarked" for student, status in marks.items()}
    for page in (page for pages in opened for page in pages):
        eventually(lambda page=page: shown(page) == wanted, seconds=60)
    print(f"{TABS} tabs, {taps} taps in {SECONDS:.0f} s (seed {SEED})")
