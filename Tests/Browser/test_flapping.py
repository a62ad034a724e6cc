"""Situation 15: the network comes and goes for thirty seconds while 200 marks are entered."""

import itertools
import time

from app import LOG_SYNCS, agreed, online, open_register, shown, unsent
from school import School

CLASS = 200
SECONDS = 30
PHASE = 0.75
KEYS = {"p": "present", "l": "late", "a": "absent", "e": "excused"}

# Reads the status line, the outbox and the status line again; the line lies when it claimed agreement all the while.
WATCH = """async () => {
    const name = (await indexedDB.databases()).find(({ name }) => /^rounds-[0-9a-f]{8}-/.test(name)).name;
    const database = await new Promise((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
    });
    const waiting = () => new Promise((resolve) => {
        const range = IDBKeyRange.bound(['waiting'], ['waiting', []]);
        const request = database.transaction('outbox').objectStore('outbox').index('state').count(range);
        request.onsuccess = () => resolve(request.result);
    });
    const text = () => `${document.querySelector('r-status-line').textContent} ${document.querySelector('r-toasts').textContent}`;
    let changes = 0;
    for (const part of ['r-status-line', 'r-toasts']) {
        new MutationObserver(() => (changes += 1)).observe(document.querySelector(part), { subtree: true, childList: true, characterData: true });
    }
    globalThis.watched = { samples: 0, withWork: 0, lies: [] };
    const { watched } = globalThis;
    (async () => {
        while (!watched.ended) {
            const before = changes;
            const claim = /Agreed with server|all agreed|sent/i.exec(text().replace(/unsent|sending|to send/gi, ''));
            const count = await waiting();
            watched.samples += 1;
            if (count > 0) watched.withWork += 1;
            if (claim && count > 0 && before === changes) watched.lies.push({ text: text(), count });
            await new Promise((resolve) => setTimeout(resolve, 3));
        }
        database.close();
    })();
}"""


def test_situation_15_a_flapping_network_changes_nothing_and_the_status_line_never_lies(server, chromium):
    school = School(server, students=CLASS)
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(LOG_SYNCS)
    open_register(page, server, school.session, CLASS)
    agreed(page)
    page.evaluate(WATCH)
    page.evaluate("globalThis.syncs.length = 0")
    order = list(shown(page))
    page.locator("li.student .mark").first.focus()
    keys = list(itertools.islice(itertools.cycle(KEYS), CLASS))

    begun, flaps, entered = time.monotonic(), 0, 0
    while (elapsed := time.monotonic() - begun) < SECONDS or entered < CLASS:
        if elapsed >= flaps * PHASE:
            online(page, flaps % 2 == 1)
            flaps += 1
        while entered < CLASS and entered < CLASS * elapsed / SECONDS:
            page.keyboard.press(keys[entered])
            entered += 1
        page.wait_for_timeout(20)
    online(page, True)
    agreed(page)
    watched = page.evaluate("globalThis.watched")
    page.evaluate("globalThis.watched.ended = true")
    requests = page.evaluate("globalThis.syncs")
    context_unsent = unsent(page)
    marked = shown(page)
    context.close()

    wanted = dict(zip(order, (KEYS[key] for key in keys)))
    assert marked == wanted
    assert school.marks() == wanted
    assert all(len(school.history(student)) == 1 for student in school.students)
    assert context_unsent == []

    assert watched["lies"] == []
    assert watched["samples"] > 1_000 and watched["withWork"] > 100, "the watch must have seen work that waits"

    failed, succeeded = ([one for one in requests if one["ok"] is ok] for ok in (False, True))
    print(f"{flaps} changes of the network, {len(failed)} requests failed, {len(succeeded)} were answered, "
          f"{watched['samples']} looks at the status line, {watched['withWork']} with work that waited")
    assert failed and succeeded
    check_waits(requests)
    # While there is no network: one try for captured work and one after half a second; the next would be a second later.
    assert len(failed) <= 2 * (flaps // 2 + 1), (len(failed), flaps)
    # With a network: one for each mark at most, one for each return of the network and of the event stream.
    assert len(succeeded) <= CLASS + 2 * flaps, (len(succeeded), flaps)


def check_waits(requests):
    """After a failure no request begins sooner than the documented wait: half of 1, 2, 4 … seconds, which a return of the
    network may cut to one second. (A request begins some milliseconds after it was decided, when the outbox has been read.)"""
    failures = 0
    for before, after in itertools.pairwise(requests):
        failures = 0 if before["ok"] else failures + 1
        gap = after["begun"] - before["begun"]
        least = min(500 * 2 ** (failures - 1), 1_000) if failures else 0
        assert gap >= least - 100, (gap, least, failures)
