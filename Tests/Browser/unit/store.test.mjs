import assert from "node:assert/strict";
import { test } from "node:test";
import { ADA, applied, Device, markOf, serverMark, student } from "./device.mjs";

const { HORIZON } = await import("../../../web/store/outbox.js");

test("what is captured is shown, waits in order, and knows what was on the screen", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"));
    const [first] = await device.mark({ 1: "present" });
    const [second] = await device.mark({ 1: { status: "late", minutesLate: 5 } });
    assert.equal(first.operation.seen.status, serverMark(1).record.versions.status.operation);
    assert.deepEqual(second.operation.seen, { status: first.id });
    assert.deepEqual((await device.entries("waiting")).map(({ seq }) => seq), [1, 2]);
    assert.ok(second.operation.stamp > first.operation.stamp);
    const row = await device.row(`mark/${markOf(1)}`);
    assert.equal(row.record.status, "late");
    assert.equal(row.record.authorName, ADA.name);
    assert.equal(row.agreed.record.status, "absent", "what the server said stays beside it");
});

test("what one capture does to a record twice is shown as one after the other", async () => {
    const device = await Device.make();
    const entries = await device.mark({ 1: "present", 2: "absent" });
    assert.equal(entries.length, 2);
    const [again] = await device.mark({ 1: { remark: "bus" } });
    assert.deepEqual(again.operation.seen, {});
    const { record } = await device.row(`mark/${markOf(1)}`);
    assert.deepEqual([record.status, record.remark], ["present", "bus"]);
});

const VERDICTS = [
    { verdict: "applied", state: "agreed", shown: "present", note: undefined },
    { verdict: "duplicate", original: "applied", state: "agreed", shown: "present", note: undefined },
    { verdict: "superseded", state: "agreed", shown: "absent", note: 1 },
    { verdict: "conflict", code: "concurrent", state: "agreed", shown: "absent", note: 1 },
    { verdict: "applied", flags: ["late"], state: "agreed", shown: "present", note: 1 },
    { verdict: "rejected", code: "forbidden", state: "attention", shown: "absent", note: undefined },
    { verdict: "rejected", code: "author_mismatch", state: "waiting", shown: "present", note: undefined },
];

for (const { state, shown, note, ...given } of VERDICTS) {
    test(`a verdict ${given.verdict} ${given.code ?? given.original ?? given.flags ?? ""} without a new record`, async () => {
        const device = await Device.make();
        await device.reset(serverMark(1, "absent"));
        const [entry] = await device.mark({ 1: "present" });
        await device.absorb({ verdicts: [{ ...applied(entry), ...given }] });
        const [after] = await device.entries(state);
        assert.equal(after?.id, entry.id);
        assert.equal(after.note, note);
        assert.equal(await device.status(1), shown);
    });
}

test("a verdict that comes before its record changes nothing on the screen until the last page", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"));
    const [entry] = await device.mark({ 1: "present" });
    await device.absorb({ verdicts: [applied(entry)], more: true, cursor: "c1" });
    assert.equal(await device.status(1), "present");
    assert.equal((await device.sync()).cursor, "c1");
    await device.absorb({ records: [serverMark(1, "present", entry.id)] });
    assert.equal(await device.status(1), "present");
    assert.equal((await device.row(`mark/${markOf(1)}`)).agreed, undefined);
    assert.deepEqual((await device.sync()).unsettled, []);
});

test("what comes from the server lies under what still waits", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"));
    await device.mark({ 1: { remark: "bus" } });
    await device.absorb({ records: [serverMark(1, "excused")] });
    const { record } = await device.row(`mark/${markOf(1)}`);
    assert.deepEqual([record.status, record.remark], ["excused", "bus"]);
});

test("a full snapshot forgets what it does not name, but no work that waits", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"), serverMark(2, "absent"), { entity: "person", key: "p", change: 3, deleted: false, record: { id: "p" } });
    await device.mark({ 2: "present" });
    await device.absorb({ reset: true, records: [serverMark(3, "late")], more: true, cursor: "c1" });
    assert.equal(await device.status(1), "absent", "steady until the last page");
    await device.absorb({ records: [serverMark(4, "late")] });
    assert.deepEqual([await device.status(1), await device.status(2), await device.status(3), await device.status(4)], [undefined, "present", "late", "late"]);
    assert.equal(await device.row("person/p"), null);
    assert.equal((await device.row(`mark/${markOf(2)}`)).agreed.record, null);
});

const gone = (number) => ({ entity: "mark", key: markOf(number), change: 9, deleted: true, record: null });

test("a tombstone takes a record away; with it goes nothing that waits", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"), serverMark(2, "absent"));
    await device.mark({ 2: "present" });
    await device.absorb({ records: [gone(1), gone(2)] });
    assert.equal(await device.status(1), undefined);
    assert.equal(await device.status(2), "present");
});

test("a server that was restored is told again what it had agreed to", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"));
    const [entry] = await device.mark({ 1: "present" });
    await device.absorb({ verdicts: [applied(entry)], records: [serverMark(1, "present", entry.id)] });
    const result = await device.absorb({ epoch: "0190a000-0000-7000-8000-0000000000e2", reset: true, records: [serverMark(1, "absent")] });
    assert.equal(result.waiting, 1);
    assert.deepEqual((await device.entries("waiting")).map(({ id }) => id), [entry.id]);
    assert.equal(await device.status(1), "present");
});

test("an operation that the server missed among those it heard goes out again", async () => {
    const device = await Device.make();
    const entries = [...(await device.mark({ 1: "present" })), ...(await device.mark({ 2: "present" })), ...(await device.mark({ 3: "present" }))];
    await device.absorb({ verdicts: entries.map(applied) });
    const { waiting } = await device.absorb({ device: { heard: 3, gaps: [[2, 2]] } });
    assert.equal(waiting, 1);
    assert.deepEqual((await device.entries("waiting")).map(({ seq }) => seq), [2]);
});

test("agreed work is forgotten after thirty days, refused work never", async () => {
    const device = await Device.make();
    const entries = [...(await device.mark({ 1: "present" })), ...(await device.mark({ 2: "present" }))];
    await device.absorb({ verdicts: [applied(entries[0]), { ...applied(entries[1]), verdict: "rejected", code: "forbidden" }] });
    device.now += HORIZON - 60_000;
    await device.absorb({});
    assert.equal((await device.entries("agreed")).length, 1);
    device.now += 120_000;
    await device.absorb({});
    assert.equal((await device.entries("agreed")).length, 0);
    assert.equal((await device.entries("attention")).length, 1);
});

test("a record says who is marked; taken back is not marked", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"), serverMark(2, "late"));
    await device.mark({ 3: "present" });
    await device.mark({ 1: { status: null } });
    const [sheet] = await device.database.all("sheets", null);
    assert.deepEqual([sheet.marked, Object.keys(sheet.marks)], [2, [1, 2, 3].map(student)]);
});
