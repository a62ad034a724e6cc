import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { ADA, answer, applied, markOf, serverMark } from "./device.mjs";

const { store } = await import("../../../web/store/store.js");
const { exchange, OtherUser } = await import("../../../web/sync/exchange.js");
const { signal } = new AbortController();

/** @type {any[]} bodies of the requests */
let asked = [];
/** @type {(body: any) => [number, any]} */
let server;

globalThis.fetch = async (_address, { body }) => {
    const request = JSON.parse(body);
    asked.push(request);
    const [status, content] = server(request);
    const text = new TextEncoder().encode(JSON.stringify(content));
    return new Response(text, { status, headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" } });
};
globalThis.document = { cookie: "" };

const judged = ({ operations }) => [200, answer({ user: ADA.id, verdicts: operations.map(applied) })];
const once = () => exchange(signal, () => {});

async function all() {
    const rounds = [];
    do rounds.push(await once());
    while (rounds.at(-1).more);
    return rounds;
}

const mark = (count, remark = "") =>
    store.capture(Array.from({ length: count }, (_, index) => ({ entity: "mark", key: markOf(index), fields: { status: "present", remark } })));

beforeEach(async () => {
    asked = [];
    server = judged;
    await store.open(ADA);
});
afterEach(() => store.close());

test("what waits goes up in batches, in order, and comes down judged", async () => {
    await mark(450);
    const rounds = await all();
    assert.deepEqual(asked.map(({ operations }) => operations.length), [200, 200, 50]);
    assert.deepEqual(asked.flatMap(({ operations }) => operations.map(({ seq }) => seq)), Array.from({ length: 450 }, (_, index) => index + 1));
    assert.deepEqual(rounds.map(({ more }) => more), [true, true, false]);
    assert.equal((await store.summary()).waiting, 0);
});

test("a batch is cut by its bytes too", async () => {
    await mark(50, "x".repeat(40_000));
    await all();
    assert.ok(asked.length > 2);
    for (const { operations } of asked) assert.ok(JSON.stringify(operations).length < 1 << 20);
});

test("half as many after too large; one that is too large by itself is set aside, the others go on", async () => {
    await mark(9);
    const [, , poison] = await store.entries("waiting");
    const tooLarge = [413, { code: "too_large" }];
    server = (request) => (request.operations.some(({ id }) => id === poison.id) ? tooLarge : judged(request));
    const rounds = await all();
    assert.deepEqual(asked.map(({ operations }) => operations.length).slice(0, 4), [9, 4, 2, 2]);
    assert.equal(rounds.reduce((sum, { rejected }) => sum + rejected, 0), 1);
    const { waiting, attention } = await store.summary();
    assert.deepEqual([waiting, attention], [0, 1]);
    assert.equal((await store.entries("attention"))[0].code, "too_large");
});

test("pages follow each other; the next is asked for while one is written", async () => {
    server = ({ cursor }) => {
        const page = Number(cursor ?? 0) + 1;
        return [200, answer({ user: ADA.id, reset: page === 1, total: page === 1 ? 3 : null, records: [], texts: [], cursor: String(page), more: page < 3 })];
    };
    const rounds = await all();
    assert.deepEqual(asked.map(({ cursor }) => cursor), [null, "1", "2"]);
    assert.deepEqual(rounds.map(({ total }) => total), [3, null, null]);
});

test("work that is captured while a page comes goes up next, and no page is lost", async () => {
    server = (request) => {
        const page = Number(request.cursor ?? 0) + 1;
        const [, judgement] = judged(request);
        return [200, { ...judgement, records: [{ ...serverMark(page, "late") }], cursor: String(page), more: page < 3 }];
    };
    await once();
    await mark(1);
    await all();
    assert.equal((await store.summary()).waiting, 0);
    assert.deepEqual((await store.many("mark", [1, 2, 3].map(markOf))).map((record) => record.status), ["late", "late", "late"]);
});

test("a server that was put back to the version before is spoken to in its own protocol", async () => {
    server = (request) => (request.protocol > 1 ? [426, { code: "protocol_unsupported", protocol: 1, minimumProtocol: 1 }] : judged(request));
    await mark(1);
    await all();
    assert.deepEqual(asked.map(({ protocol }) => protocol), [2, 1]);
    server = () => [426, { code: "protocol_unsupported", protocol: 9, minimumProtocol: 8 }];
    await assert.rejects(once(), { status: 426 });
});

test("an answer that advises an update is taken, and says so", async () => {
    await mark(1);
    server = (request) => [200, { ...judged(request)[1], update: true }];
    const [{ outdated }] = await all();
    assert.equal(outdated, true);
    assert.equal((await store.summary()).waiting, 0);
});

test("nothing is taken from an answer to somebody else, and nothing counts as agreed", async () => {
    await mark(2);
    server = (request) => [200, { ...judged(request)[1], user: "0190a000-0000-7000-8000-00000000000b" }];
    await assert.rejects(once(), OtherUser);
    assert.deepEqual([(await store.summary()).waiting, (await store.summary()).agreedAt], [2, null]);
});

test("an answer without verdicts agrees to nothing", async () => {
    await mark(2);
    server = () => [200, answer({ user: ADA.id })];
    await assert.rejects(once(), { code: "unreachable" });
    assert.equal((await store.summary()).waiting, 2);
});
