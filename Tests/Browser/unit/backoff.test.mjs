import assert from "node:assert/strict";
import { test } from "node:test";
import { batches, countAfterTooLarge, retryDelay } from "../../../web/sync/backoff.js";
import { load } from "./vectors.mjs";

const cases = load("sync/outbox.json");

test("a device waits longer and never too long", () => {
    for (const { failures, random, retryAfter, delay } of cases.delays) {
        assert.equal(retryDelay(failures, random, retryAfter), delay);
    }
});

test("the queue is cut and keeps its order", () => {
    for (const { sizes, count, bytes, ranges } of cases.batches) assert.deepEqual(batches(sizes, count, bytes), ranges);
    for (const [count, after] of cases.afterTooLarge) assert.equal(countAfterTooLarge(count), after);
});
