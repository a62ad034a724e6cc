/**
 * The one rule that decides what a field shows; the browser uses it to lay operations that still wait over what was
 * agreed. Twin of `Sources/Sync/Merge.swift`, which explains the rule; both are held to `Tests/Vectors/sync`.
 */
import { deviceOf } from "./operation.js";
import { nextStamp } from "./stamp.js";

/** @typedef {import("./operation.js").Operation} Operation */
/** @typedef {import("./operation.js").FieldValue} FieldValue */
/** @typedef {import("./operation.js").FieldVersion} FieldVersion */
/** @typedef {import("./operation.js").VersionedRecord} VersionedRecord */
/** @typedef {"applies" | "appliesOverConcurrent" | "sameReplaces"} Shown */
/** @typedef {Shown | "losesToConcurrent" | "givesWay" | "same"} Decision */

/** @type {ReadonlySet<Decision>} */
const SHOWN = new Set(["applies", "appliesOverConcurrent", "sameReplaces"]);

/**
 * The decision for one field that the operation touches.
 * @param {string} field
 * @param {FieldVersion | undefined} current
 * @param {FieldValue | undefined} value what the field shows
 * @param {Operation} incoming
 * @param {string} order a stamp
 * @returns {Decision}
 */
export function decide(field, current, value, incoming, order) {
    if (!current) return "applies";
    const seen = incoming.seen[field];
    if (seen === current.operation) return "applies";
    const isFill = incoming.fill === true && seen === undefined;
    const fillsDiffer = isFill !== current.fill;
    const isGreater = fillsDiffer ? current.fill : isAfter(order, incoming.id, current);
    if (incoming.fields[field] === (value ?? null)) return isGreater ? "sameReplaces" : "same";
    if (fillsDiffer) return current.fill ? "applies" : "givesWay";
    return isGreater ? "appliesOverConcurrent" : "losesToConcurrent";
}

/**
 * What a record becomes by an operation; the given record stays as it is.
 * @param {VersionedRecord} record
 * @param {Operation} operation
 * @param {string} [order] a stamp; on the device that made the operation it is the operation's own
 * @returns {VersionedRecord & {decisions: Record<string, Decision>}}
 */
export function applyOperation(record, operation, order = operation.stamp) {
    const values = { ...record.values };
    const versions = { ...record.versions };
    /** @type {Record<string, Decision>} */
    const decisions = {};
    for (const [field, value] of Object.entries(operation.fields)) {
        const current = record.versions[field];
        const decision = decide(field, current, record.values[field], operation, order);
        decisions[field] = decision;
        if (!SHOWN.has(decision)) continue;
        const isSuccessor = current !== undefined && operation.seen[field] === current.operation;
        values[field] = value;
        versions[field] = {
            operation: operation.id,
            order: isSuccessor ? later(order, nextStamp(current.order, order.slice(18))) : order,
            author: operation.author,
            device: deviceOf(operation),
            at: operation.capturedAt,
            fill: operation.fill === true && operation.seen[field] === undefined,
        };
    }
    return { values, versions, decisions };
}

/**
 * What the screen shows: the agreed record with the operations that still wait, in the order in which they were made.
 * @param {VersionedRecord} agreed
 * @param {Operation[]} pending
 * @returns {VersionedRecord}
 */
export function applyPending(agreed, pending) {
    /** @type {VersionedRecord} */
    let record = { values: agreed.values, versions: agreed.versions };
    for (const operation of pending) {
        const { values, versions } = applyOperation(record, operation);
        record = { values, versions };
    }
    return record;
}

/**
 * @param {string} order
 * @param {string} id
 * @param {FieldVersion} current
 */
function isAfter(order, id, current) {
    return order === current.order ? id > current.operation : order > current.order;
}

/**
 * @param {string} one
 * @param {string} other
 */
function later(one, other) {
    return one > other ? one : other;
}
