/** What the simulator found in the device's half. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { applied, Device, serverMark, SESSION } from "./device.mjs";

test("a snapshot that begins in the middle of another forgets what only that one named", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"));
    await device.absorb({ reset: true, records: [serverMark(2, "late")], more: true, cursor: "c1" });
    await device.absorb({ reset: true, records: [serverMark(3, "late")], more: true, cursor: "c2" });
    await device.absorb({ records: [serverMark(4, "late")] });
    assert.deepEqual([await device.status(1), await device.status(2), await device.status(3), await device.status(4)], [undefined, undefined, "late", "late"]);
});

test("a record out of view goes with the refusal of what was done to it", async () => {
    const device = await Device.make();
    await device.reset(serverMark(1, "absent"), serverMark(2, "absent"));
    const [entry] = await device.mark({ 1: "present" });
    await device.absorb({ verdicts: [{ ...applied(entry), verdict: "rejected", code: "unknown_session" }], reset: true, records: [serverMark(2, "absent")] });
    assert.equal(await device.status(1), undefined);
    assert.equal((await device.entries("attention")).length, 1);
});

const SERVER_TIME = "2026-11-21T09:00:00.000Z";
const session = (date) => ({ entity: "session", key: SESSION, change: 1, deleted: false, record: { id: SESSION, date } });

for (const { date, shown } of [{ date: "2026-11-20", shown: "late" }, { date: "2026-10-10", shown: "present" }]) {
    test(`a clock that is ahead, and a verdict that comes again, on the register of ${date}`, async () => {
        const device = await Device.make();
        device.now += 172_800_000;
        await device.reset(session(date), serverMark(1, "absent"));
        const [entry] = await device.mark({ 1: "present" });
        // the answer to the push was lost; meanwhile somebody saw the mark and changed it, and the server ordered both by their receipt
        await device.absorb({ serverTime: SERVER_TIME, records: [serverMark(1, "late", "0190a000-0000-7000-9000-0000000000b1")] });
        await device.absorb({ serverTime: SERVER_TIME, verdicts: [{ ...applied(entry), verdict: "duplicate", original: "applied", flags: ["clock_ahead"] }] });
        assert.equal(await device.status(1), shown, "of a recent session all is heard; an older one is read on demand, and shows what was done here");
    });
}
