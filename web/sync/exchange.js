/** One push and pull in one request: what waits goes up, the answer goes to the store. Used by the engine and, with no page open, by the service worker. */
import { api, ApiError, Unreachable } from "../api.js";
import { deviceName } from "../lib/device.js";
import { store } from "../store/store.js";
import { batches, countAfterTooLarge } from "./backoff.js";

export const PROTOCOL = 1;
/** Fewer than the server takes, so that one slow request holds up less. */
const BATCH = 200;
const PAGE = 2_000;
const TIMEOUT = 30_000;

/** Somebody else is signed in than the author of what waits. */
export class OtherUser extends Error {
    constructor() {
        super("Somebody else is signed in. What waits here goes out when its author signs in.");
    }
}

/**
 * @typedef {{ more: boolean, sent: number, received: number, newest: number, rejected: number, flagged: import("../store/store.js").Entry[] }} Exchanged
 *   more: there is still something to say or to hear; newest: the greatest change number among the records, 0 without any
 */

/** @type {Exchanged} */
const NOTHING = { more: false, sent: 0, received: 0, newest: 0, rejected: 0, flagged: [] };

/** Grows smaller after "too large", and back once the queue is empty. */
let limit = BATCH;

/**
 * @param {AbortSignal} signal
 * @param {(about: { sending: number, first: boolean }) => void} begin called before the request
 * @returns {Promise<Exchanged>}
 * @throws {ApiError | Unreachable | OtherUser}
 */
export async function exchange(signal, begin) {
    const sync = await store.syncState();
    const entries = await nextBatch();
    begin({ sending: entries.length, first: sync.cursor === null });
    const operations = entries.map(({ operation }) => operation);
    const { device, epoch, cursor } = sync;
    let answer;
    try {
        const body = { protocol: PROTOCOL, device, deviceName: deviceName(), epoch, cursor, operations, limit: PAGE };
        answer = await api.post("/sync", body, { signal, timeout: TIMEOUT });
    } catch (error) {
        if (error instanceof ApiError && error.status === 413) return { ...NOTHING, ...(await tooLarge(entries, error)) };
        throw error;
    }
    if (signal.aborted) return NOTHING;
    // this browser's cookies are another person's now: what they may see is not for this user's store
    if (answer.user && answer.user !== store.user?.id) throw new OtherUser();
    const { rejected, flagged } = await store.absorb(answer);
    const verdicts = answer.verdicts ?? [];
    if (verdicts.some((/** @type {any} */ verdict) => verdict.code === "author_mismatch")) throw new OtherUser();
    // an answer without verdicts would be asked for again at once, for ever
    if (entries.length > 0 && verdicts.length === 0) throw new Unreachable();
    const { waiting } = await store.summary();
    const more = Boolean(answer.more) || waiting > 0;
    if (waiting === 0) limit = BATCH;
    const records = answer.records ?? [];
    const newest = records.reduce((/** @type {number} */ most, /** @type {any} */ { change }) => Math.max(most, change), 0);
    return { more, sent: entries.length, received: records.length, newest, rejected, flagged };
}

/** What goes out next, never another author's. */
async function nextBatch() {
    const waiting = await store.entries("waiting", limit);
    const own = waiting.filter(({ operation }) => operation.author === store.user?.id);
    const encoder = new TextEncoder();
    const sizes = own.map(({ operation }) => encoder.encode(JSON.stringify(operation)).length + 1);
    const [first] = batches(sizes, limit);
    return first ? own.slice(...first) : [];
}

/** Half as many the next time; one that is too large by itself is set aside. @param {import("../store/store.js").Entry[]} entries */
async function tooLarge(entries, error) {
    if (entries.length > 1) {
        const told = Number(error.problem?.limit) || entries.length;
        limit = Math.max(1, Math.min(told, countAfterTooLarge(entries.length)));
        return { more: true, rejected: 0 };
    }
    if (entries.length === 0) throw new Unreachable();
    await store.reject(entries[0].id, "too_large", "The server does not take an operation of this size.");
    return { more: true, rejected: 1 };
}
