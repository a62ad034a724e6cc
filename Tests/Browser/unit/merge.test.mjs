import assert from "node:assert/strict";
import { test } from "node:test";
import { applyOperation, applyPending } from "../../../web/sync/merge.js";
import { deviceOf, markKey, parseMarkKey, seenVersions } from "../../../web/sync/operation.js";
import { load } from "./vectors.mjs";

const EMPTY = { values: {}, versions: {} };

/** A record that holds one field in the vectors' notation. */
function record(field, current) {
    if (!current) return EMPTY;
    const { value, ...version } = current;
    return { values: { [field]: value }, versions: { [field]: version } };
}

for (const { name, field, current, operation, order, decision, shown } of load("sync/merge.json")) {
    test(`merge: ${name}`, () => {
        const before = record(field, current);
        const kept = structuredClone(before);
        const after = applyOperation(before, operation, order);
        assert.equal(after.decisions[field], decision);
        const version = after.versions[field];
        assert.deepEqual({ value: after.values[field], operation: version.operation, order: version.order }, shown);
        assert.deepEqual(before, kept, "the given record stays as it is");
    });
}

for (const { name, operations, after, end } of load("sync/convergence.json")) {
    test(`every arrival ends alike: ${name}`, () => {
        for (const arrival of arrivals(after)) {
            const { values, versions } = applyPending(EMPTY, arrival.map((index) => operations[index]));
            const { operation, order } = versions.status;
            assert.deepEqual({ value: values.status, operation, order }, end);
        }
    });
}

test("every history ends as the rule says", () => {
    for (const { operations, after, end } of load("sync/histories.json")) {
        let tried = 0;
        for (const arrival of arrivals(after)) {
            const { values, versions } = applyPending(EMPTY, arrival.map((index) => operations[index]));
            for (const [field, expected] of Object.entries(end)) {
                const { operation, order } = versions[field];
                assert.deepEqual({ value: values[field], operation, order }, expected);
            }
            tried += 1;
            if (tried === 200) break;
        }
    }
});

test("what waits is laid over what was agreed, field by field", () => {
    const [{ operations }] = load("sync/convergence.json");
    const remark = { ...operations[1], id: "r", fields: { remark: "bus" }, seen: {} };
    const { values } = applyPending({ values: { status: "absent" }, versions: {} }, [remark]);
    assert.deepEqual(values, { status: "absent", remark: "bus" });
    assert.equal(deviceOf(remark), "0190a000-0000-7000-8000-0000000000d1");
});

test("an operation names the versions that were on the screen", () => {
    const versions = { status: { operation: "a" }, remark: { operation: "b" } };
    assert.deepEqual(seenVersions(versions, ["status", "minutesLate"]), { status: "a" });
});

test("a mark is named by session and student", () => {
    for (const { session, student, text } of load("sync/identity.json").markKeys) {
        assert.equal(markKey(session, student), text);
        assert.deepEqual(parseMarkKey(text), { session, student });
    }
});

/** Every order that keeps causes before what they caused. */
function* arrivals(after, begun = []) {
    if (begun.length === after.length) yield begun;
    for (const index of after.keys()) {
        if (!begun.includes(index) && after[index].every((cause) => begun.includes(cause))) {
            yield* arrivals(after, [...begun, index]);
        }
    }
}
