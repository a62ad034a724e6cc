import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsOf } from "../../../web/sync/compact.js";
import { load } from "./vectors.mjs";

for (const { name, answer, records } of load("sync/compact.json")) {
    test(`protocol 2: ${name}`, () => assert.deepEqual(recordsOf(answer), records));
}

test("an answer of protocol 1 stays as it is", () => {
    const records = [{ entity: "person", key: "p", change: 3, deleted: true, record: null }];
    assert.deepEqual(recordsOf({ protocol: 1, records }), records);
});
