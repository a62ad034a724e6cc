/** One push and pull in one request: what waits goes up, the answer goes to the store. Used by the engine and, with no page open, by the service worker. */
import { ApiError, Unreachable } from "../api.js";
import { store } from "../store/store.js";
import { ask, askAhead, takeAhead } from "./ask.js";
import { batches, countAfterTooLarge } from "./backoff.js";
import { recordsOf } from "./compact.js";

/** Fewer than the server takes, so that one slow request holds up less. */
const BATCH = 200;

/** Somebody else is signed in than the author of what waits. */
export class OtherUser extends Error {
    constructor() {
        super("Somebody else is signed in. What waits here goes out when its author signs in.");
    }
}

/**
 * @typedef {object} Exchanged
 * @property {boolean} more there is still something to say or to hear
 * @property {number} sent
 * @property {number} received
 * @property {number | null} total at the begin of a full snapshot: its records
 * @property {number} newest the greatest change number among the records, 0 without any
 * @property {boolean} outdated the server speaks a newer protocol than this app
 * @property {number} rejected
 * @property {import("../store/store.js").Entry[]} flagged
 */

/** @type {Exchanged} */
const NOTHING = { more: false, sent: 0, received: 0, total: null, newest: 0, outdated: false, rejected: 0, flagged: [] };

/** Grows smaller after "too large", and back once the queue is empty. */
let limit = BATCH;

/**
 * @param {AbortSignal} signal
 * @param {(about: { sending: number, first: boolean }) => void} begin called before the request
 * @returns {Promise<Exchanged>}
 * @throws {ApiError | Unreachable | OtherUser}
 */
export async function exchange(signal, begin) {
    const { sync, entries: queue, waiting } = await store.outgoing(limit);
    const entries = firstBatch(queue);
    begin({ sending: entries.length, first: sync.cursor === null });
    const early = takeAhead(sync);
    let answer;
    try {
        answer = await (early && entries.length === 0 ? early : ask(sync, entries, signal));
    } catch (error) {
        if (error instanceof ApiError && error.status === 413) return { ...NOTHING, ...(await tooLarge(entries, error)) };
        throw error;
    }
    if (signal.aborted) return NOTHING;
    // this browser's cookies are another person's now: what they may see is not for this user's store
    if (answer.user && answer.user !== store.user?.id) throw new OtherUser();
    if (answer.more && waiting <= entries.length) askAhead({ device: sync.device, epoch: answer.epoch, cursor: answer.cursor }, signal);
    const records = recordsOf(answer);
    const { rejected, flagged, waiting: left } = await store.absorb({ ...answer, records });
    const verdicts = answer.verdicts ?? [];
    if (verdicts.some((/** @type {any} */ verdict) => verdict.code === "author_mismatch")) throw new OtherUser();
    // an answer without verdicts would be asked for again at once, for ever; only one of a new epoch hears nothing before it is known
    const isNewEpoch = sync.epoch !== null && sync.epoch !== answer.epoch;
    if (entries.length > 0 && verdicts.length === 0 && !isNewEpoch) throw new Unreachable();
    if (left === 0) limit = BATCH;
    const newest = records.reduce((most, { change }) => Math.max(most, change), 0);
    const { total = null, update: outdated = false } = answer;
    return { more: Boolean(answer.more) || left > 0, sent: entries.length, received: records.length, total, newest, outdated, rejected, flagged };
}

/** What goes out next, never another author's. @param {import("../store/store.js").Entry[]} waiting */
function firstBatch(waiting) {
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
