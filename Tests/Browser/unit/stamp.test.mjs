import assert from "node:assert/strict";
import { test } from "node:test";
import { HybridClock, formatStamp, nextStamp, parseStamp } from "../../../web/sync/stamp.js";
import { load } from "./vectors.mjs";

const cases = load("sync/stamps.json");

test("a stamp is text of fixed width", () => {
    for (const { text, ...parts } of cases.texts) {
        assert.equal(formatStamp(parts.milliseconds, parts.counter, parts.device), text);
        assert.deepEqual(parseStamp(text), parts);
    }
    for (const text of cases.refused) assert.equal(parseStamp(text), null, text);
});

test("the order of texts is the order of stamps", () => {
    assert.deepEqual(cases.ascending.toReversed().toSorted(), cases.ascending);
});

test("the next stamp is just after", () => {
    for (const { stamp, device, next } of cases.next) assert.equal(nextStamp(stamp, device), next);
});

for (const { name, device, last, steps } of load("sync/clock.json")) {
    test(`clock: ${name}`, () => {
        const clock = new HybridClock(device, last);
        for (const { observe, now, stamp } of steps) {
            const before = clock.last;
            assert.equal(observe ? clock.observe(observe, now) : clock.tick(now), stamp);
            assert.ok(stamp > before);
        }
        assert.equal(new HybridClock(device, clock.last).last, clock.last);
    });
}
