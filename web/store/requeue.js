/** Operations that exist already take their place in the queue again. */
import { uuidV7 } from "../lib/identifier.js";
import { deviceOf } from "../sync/operation.js";
import { HybridClock } from "../sync/stamp.js";
import { Rows } from "./rows.js";
import { waitingByTarget } from "./outbox.js";
import { agreedOf, rowId, rowOver } from "./records.js";

/** @typedef {import("../sync/operation.js").Operation} Operation */

/**
 * @param {any} transaction over `ROWS`, outbox and meta
 * @param {Operation[]} operations of this user, made on this device or another
 * @param {string} authorName
 * @returns {Promise<string[]>} the records of those that were queued, one for each
 */
export async function requeue(transaction, operations, authorName) {
    const { generation } = await transaction.get("meta", "sync");
    const known = await transaction.many("outbox", operations.map(({ id }) => id));
    const fresh = operations.filter((_, index) => !known[index] || known[index].state === "attention");
    for (const operation of fresh) {
        const { id, seq, entity, key } = operation;
        transaction.put("outbox", { id, seq, target: rowId(entity, key), state: "waiting", operation });
    }
    const targets = fresh.map(({ entity, key }) => rowId(entity, key));
    const waiting = await waitingByTarget(transaction);
    const rows = new Rows(transaction);
    await rows.load(targets);
    for (const [index, target] of targets.entries()) {
        const { entity, key } = fresh[index];
        const operationsOfRecord = waiting.get(target).toSorted((/** @type {Operation} */ left, /** @type {Operation} */ right) => (left.stamp < right.stamp ? -1 : 1));
        rows.put(rowOver(entity, key, agreedOf(rows.get(target)), operationsOfRecord, generation, authorName));
    }
    rows.write();
    return targets;
}

/**
 * A refused operation goes out as another one, as a refusal is for good. Author, time, order and what was on the screen
 * stay; one that another device had made is ordered anew, as that device counts its own.
 * @param {any} transaction over `ROWS`, outbox and meta
 * @param {string} id
 * @param {string} authorName
 * @param {number} now
 * @returns {Promise<string[]>} its record; none when it is not there any more
 */
export async function renew(transaction, id, authorName, now) {
    const entry = await transaction.get("outbox", id);
    if (entry?.state !== "attention") return [];
    const sync = await transaction.get("meta", "sync");
    sync.seq += 1;
    const operation = { ...entry.operation, id: uuidV7(now), seq: sync.seq };
    if (deviceOf(operation) !== sync.device) {
        const clock = new HybridClock(sync.device, sync.clock);
        operation.stamp = clock.tick(now);
        sync.clock = clock.last;
    }
    transaction.delete("outbox", id);
    transaction.put("meta", sync);
    return requeue(transaction, [operation], authorName);
}
