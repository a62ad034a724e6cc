import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ADA } from "./device.mjs";

const { MemoryDatabase } = await import("../../../web/store/memory.js");
const { SCHEMA } = await import("../../../web/store/takes-schema.js");
const { Takes } = await import("../../../web/store/takes.js");

const SOUND = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
/** @type {any[]} */
const open = [];

async function recorded(sizes = [300, 1, 400, 299]) {
    const takes = new Takes();
    open.push(takes);
    await takes.open(ADA, new MemoryDatabase(SCHEMA));
    const { take, part } = await takes.begin({ session: "s", title: "Lecture", mime: "audio/webm" });
    let at = 0;
    for (const size of sizes) {
        await takes.append(part.id, SOUND.slice(at, at + size), at / 100);
        at += size;
    }
    return { takes, take, part };
}

after(() => open.forEach((takes) => takes.close()));

test("what was kept is read from any offset, whatever the chunks were", async () => {
    const { takes, part } = await recorded();
    for (const [from, most] of [[0, 1000], [0, 1], [299, 2], [300, 1], [301, 10], [650, 1000], [999, 1]]) {
        const bytes = await takes.bytes(part.id, from, most);
        assert.deepEqual([...bytes.subarray(0, most)], [...SOUND.subarray(from, Math.min(from + most, from + bytes.length))], `from ${from}`);
        assert.ok(bytes.length > 0);
    }
    const gathered = [];
    let at = 0;
    while (at < 1000) {
        const bytes = await takes.bytes(part.id, at, 350);
        gathered.push(...bytes);
        at += bytes.length;
    }
    assert.deepEqual(gathered, [...SOUND]);
});

test("a take tells its bytes and seconds over all its runs, and a run that kept nothing is used again", async () => {
    const { takes, take } = await recorded([500]);
    const vain = await takes.goOn(take.id, "audio/webm");
    assert.equal(vain.part, 1);
    const second = await takes.goOn(take.id, "audio/mp4");
    assert.equal(second.part, 1);
    assert.equal(second.mime, "audio/mp4");
    await takes.append(second.id, SOUND.slice(0, 100), 7);
    const [view] = await takes.list();
    assert.deepEqual([view.bytes, view.seconds, view.parts.length, view.state], [600, 7, 2, "recording"]);
    await takes.stop(take.id);
    assert.equal((await takes.list())[0].state, "stopped");
});

test("chunks leave with the part that the server has, and no other", async () => {
    const { takes, take, part } = await recorded();
    const second = await takes.goOn(take.id, "audio/webm");
    await takes.append(second.id, SOUND.slice(0, 10), 1);
    await takes.settle({ ...part, bytes: 1000 });
    const [view] = await takes.list();
    assert.deepEqual(view.parts.map(({ done }) => done), [true, false]);
    assert.equal((await takes.bytes(second.id, 0, 100)).length, 10);
    await takes.remove(take.id);
    assert.deepEqual(await takes.list(), []);
});

test("what was let go of comes back until it is swept", async () => {
    const { takes, take } = await recorded();
    await takes.drop(take.id, true);
    assert.deepEqual(await takes.list(), []);
    await takes.sweep(Date.now() - 60_000);
    await takes.drop(take.id, false);
    assert.equal((await takes.list()).length, 1);
    await takes.drop(take.id, true);
    await takes.sweep(Date.now() + 1);
    await takes.drop(take.id, false);
    assert.deepEqual(await takes.list(), []);
});

test("nothing can be recorded where the browser keeps nothing, and a sentence says so", async () => {
    const takes = new Takes();
    open.push(takes);
    await takes.open(ADA);
    assert.match(takes.refusal, /does not let Rounds keep work/);
    await assert.rejects(takes.begin({ session: "s", title: "Lecture", mime: "audio/webm" }), /does not let Rounds keep work/);
    assert.deepEqual(await takes.list(), []);
});
