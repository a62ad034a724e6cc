/**
 * Work on its way to the server. An operation stays after agreement for a month, so that a server restored from an older
 * backup can be told again; what was rejected stays until a person lets go of it.
 */
import { HybridClock } from "../sync/stamp.js";
import { seenVersions } from "../sync/operation.js";
import { uuidV7 } from "../lib/identifier.js";
import { agreedOf, project, makeRow, rowId } from "./records.js";
import { Rows } from "./rows.js";

/** Thirty days: how long agreed operations are kept for a server with a new epoch. */
export const HORIZON = 30 * 86_400_000;

/**
 * @typedef {import("../sync/operation.js").Operation} Operation
 * @typedef {object} Intent what a person did
 * @property {"session" | "mark" | "exception"} entity
 * @property {string} key
 * @property {Record<string, string | number | null>} fields
 * @property {Record<string, string>} [seen] absent: what the store shows now was on the screen
 * @property {boolean} [fill]
 * @property {string[]} [settles]
 * @property {string} [reason]
 *
 * @typedef {object} Entry a row of the outbox
 * @property {string} id
 * @property {number} seq
 * @property {string} target "entity/key"
 * @property {"waiting" | "agreed" | "attention"} state
 * @property {Operation} operation
 * @property {number} [settledAt]
 * @property {string} [verdict]
 * @property {string | null} [code]
 * @property {string | null} [message]
 * @property {string[]} [flags]
 * @property {string | null} [dispute]
 * @property {1} [note] there is something to read about what became of it
 *
 * @typedef {object} Sync the row "sync" of meta
 * @property {string} name
 * @property {string} device
 * @property {number} seq
 * @property {string | null} clock last stamp
 * @property {string | null} epoch
 * @property {string | null} cursor
 * @property {number} generation
 * @property {boolean} resetting
 * @property {number | null} agreedAt
 * @property {string[]} unsettled records whose verdict came before they did
 * @property {number | null} heard
 * @property {[number, number][]} gaps
 */

/** @returns {Sync} */
export function newSync() {
    const empty = { epoch: null, cursor: null, generation: 1, resetting: false, agreedAt: null, unsettled: [], heard: null, gaps: [] };
    return { name: "sync", device: uuidV7(), seq: 0, clock: null, ...empty };
}

/**
 * Writes operations and what they change, inside the caller's transaction over `ROWS`, outbox and meta.
 * @param {any} transaction
 * @param {Intent[]} intents
 * @param {{ id: string, name: string }} author
 * @param {number} now
 * @returns {Promise<Entry[]>}
 */
export async function capture(transaction, intents, author, now) {
    /** @type {Sync} */
    const sync = await transaction.get("meta", "sync");
    const rows = new Rows(transaction);
    await rows.load(intents.map(({ entity, key }) => rowId(entity, key)));
    const clock = new HybridClock(sync.device, sync.clock);
    const capturedAt = new Date(now).toISOString();
    const entries = intents.map((intent) => {
        const { entity, key, fields } = intent;
        const target = rowId(entity, key);
        const row = rows.get(target);
        const shown = row?.record ?? null;
        sync.seq += 1;
        /** @type {Operation} */
        const operation = {
            id: uuidV7(now),
            seq: sync.seq,
            entity,
            key,
            fields,
            seen: intent.seen ?? seenVersions(shown?.versions ?? {}, Object.keys(fields)),
            stamp: clock.tick(now),
            capturedAt,
            author: author.id,
        };
        if (intent.fill) operation.fill = true;
        if (intent.settles?.length) operation.settles = intent.settles;
        if (intent.reason) operation.reason = intent.reason;
        const after = makeRow(entity, key, project(entity, key, shown, [operation], author.name), sync.generation);
        after.agreed = { record: agreedOf(row) };
        rows.put(after);
        /** @type {Entry} */
        const entry = { id: operation.id, seq: operation.seq, target, state: "waiting", operation };
        transaction.put("outbox", entry);
        return entry;
    });
    rows.write();
    sync.clock = clock.last;
    transaction.put("meta", sync);
    return entries;
}

/** @param {any} transaction @param {Entry["state"]} state @param {number} [limit] @returns {Promise<Entry[]>} in order of seq */
export function inState(transaction, state, limit) {
    return transaction.all("outbox", "state", IDBKeyRange.bound([state], [state, []]), limit);
}

/** @param {any} transaction @param {Entry["state"]} state @returns {Promise<number>} */
export function countIn(transaction, state) {
    return transaction.count("outbox", "state", IDBKeyRange.bound([state], [state, []]));
}

/**
 * Waiting operations by record.
 * @param {any} transaction
 * @returns {Promise<Map<string, Operation[]>>}
 */
export async function waitingByTarget(transaction) {
    const byTarget = new Map();
    for (const { target, operation } of await inState(transaction, "waiting")) {
        if (byTarget.has(target)) byTarget.get(target).push(operation);
        else byTarget.set(target, [operation]);
    }
    return byTarget;
}

/**
 * Forgets what was agreed before the horizon.
 * @param {any} transaction
 * @param {number} now
 */
export async function prune(transaction, now) {
    const old = await transaction.all("outbox", "settled", IDBKeyRange.bound(["agreed", 0], ["agreed", now - HORIZON]));
    for (const { id } of old) transaction.delete("outbox", id);
}
