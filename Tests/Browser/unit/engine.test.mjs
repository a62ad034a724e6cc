import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { ADA, answer, applied, markOf, serverMark } from "./device.mjs";

class Page extends EventTarget {
    cookie = "";
    visibilityState = "visible";
}
class Stream extends EventTarget {
    static CLOSED = 2;
    static last = null;
    readyState = 1;

    constructor() {
        super();
        Stream.last = this;
    }

    close() {
        this.readyState = Stream.CLOSED;
    }

    tell(change) {
        this.dispatchEvent(new MessageEvent("change", { data: JSON.stringify({ change }) }));
    }
}
Object.assign(globalThis, { window: new EventTarget(), document: new Page(), EventSource: Stream });

const { store } = await import("../../../web/store/store.js");
const { engine } = await import("../../../web/sync/engine.js");

/** @type {any[]} bodies of the requests */
let asked = [];
/** @type {(body: any) => [number, any, Record<string, string>?]} */
let server;

globalThis.fetch = async (_address, { body, signal }) => {
    signal.throwIfAborted();
    const request = JSON.parse(body);
    asked.push(request);
    const [status, content, headers = {}] = server(request);
    const type = status < 400 ? "application/json" : "application/problem+json";
    return new Response(JSON.stringify(content), { status, headers: { "Content-Type": type, ...headers } });
};

const agreed = (request, members = {}) => [200, answer({ user: ADA.id, verdicts: request.operations.map(applied), ...members })];
const mark = (number) => store.capture([{ entity: "mark", key: markOf(number), fields: { status: "present" } }]);

/** Waits for the engine's next news until something holds. */
async function until(holds) {
    while (!(await holds())) await new Promise((done) => engine.addEventListener("change", done, { once: true }));
}
const idle = () => until(async () => engine.state.phase === "idle" && (await store.summary()).agreedAt !== null && (await store.summary()).waiting === 0);

beforeEach(async () => {
    asked = [];
    server = agreed;
    await store.open(ADA);
});
afterEach(() => {
    engine.stop();
    store.close();
});

test("a mark goes out at once, a hundred in a row in a few requests", async () => {
    engine.start(ADA);
    await idle();
    asked = [];
    for (let number = 0; number < 100; number += 1) await mark(number);
    await idle();
    assert.equal(asked.flatMap(({ operations }) => operations).length, 100);
    assert.ok(asked.length < 20, `${asked.length} requests`);
});

test("what another screen changed is fetched when the stream tells, and not again for what came already", async () => {
    engine.start(ADA);
    await idle();
    server = (request) => agreed(request, { records: [serverMark(5, "late")] });
    const arrived = new Promise((done) => store.addEventListener("change", done, { once: true }));
    Stream.last.tell(5);
    await arrived;
    await idle();
    assert.equal((await store.get("mark", markOf(5))).status, "late");
    const before = asked.length;
    Stream.last.tell(4);
    await new Promise((done) => setTimeout(done, 150));
    assert.equal(asked.length, before);
});

test("a full snapshot tells how far it is", async () => {
    const seen = [];
    engine.addEventListener("change", () => seen.push([engine.state.phase, engine.state.fetched, engine.state.total]));
    server = (request) => {
        const page = Number(request.cursor ?? 0) + 1;
        const records = [serverMark(page, "late")];
        return agreed(request, { records, reset: page === 1, total: page === 1 ? 3 : null, cursor: String(page), more: page < 3 });
    };
    engine.start(ADA);
    await idle();
    const fetching = seen.filter(([phase]) => phase === "fetching");
    assert.deepEqual(fetching, [["fetching", 0, 0], ["fetching", 1, 3], ["fetching", 2, 3]]);
    assert.deepEqual([engine.state.fetched, engine.state.total], [0, 0]);
});

const FAILURES = [
    { name: "no room", status: 503, headers: { "Retry-After": "30" }, phase: "waiting", least: 30_000 },
    { name: "a failure", status: 500, phase: "waiting", least: 0 },
    { name: "an ended sign-in", status: 401, phase: "signed-out" },
    { name: "a protocol too new for this app", status: 426, content: { protocol: 9, minimumProtocol: 8 }, phase: "update" },
];

for (const { name, status, headers, content = {}, phase, least } of FAILURES) {
    test(`${name}: work waits, nothing is lost`, async () => {
        await mark(1);
        server = () => [status, { code: "x", ...content }, headers];
        engine.start(ADA);
        await until(() => engine.state.phase === phase);
        assert.equal((await store.summary()).waiting, 1);
        if (least === undefined) return assert.equal(engine.state.nextTryAt, null);
        return assert.ok(engine.state.nextTryAt >= performance.now() + least - 1_000);
    });
}

test("a server with a newer protocol is heard of, and work goes on", async () => {
    const heard = new Promise((done) => engine.addEventListener("outdated", done, { once: true }));
    server = (request) => agreed(request, { update: true });
    engine.start(ADA);
    await heard;
    await mark(1);
    await idle();
    assert.equal((await store.summary()).waiting, 0);
});
