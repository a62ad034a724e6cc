/** What a teacher does on a register, as operations. Every action can be taken back by an action of the same kind. */
import { markKey } from "../sync/operation.js";
import { store } from "../store/store.js";
import { shownStatus } from "./roll.js";

/** @typedef {import("./roll.js").RollRow} RollRow */
/** @typedef {import("../store/store.js").Intent} Intent */
/** @typedef {{ label: string, intents: Intent[], students: string[] }} Action */

/**
 * @param {string} session
 * @param {RollRow} row
 * @param {Record<string, string | number | null>} fields
 * @returns {Intent}
 */
export function markIntent(session, row, fields) {
    return { entity: "mark", key: markKey(session, row.id), fields, seen: store.seen(row.mark, Object.keys(fields)) };
}

/**
 * The fields of a new status: minutes belong to late only.
 * @param {RollRow} row
 * @param {string | null} status
 * @param {number | null} [minutes]
 */
export function statusFields(row, status, minutes = null) {
    /** @type {Record<string, string | number | null>} */
    const fields = { status };
    const before = row.mark?.minutesLate ?? null;
    const after = status === "late" ? (minutes ?? before) : null;
    if (after !== before) fields.minutesLate = after;
    return fields;
}

/**
 * Present for exactly these students, giving way to anything that is there already or comes from somebody else.
 * @param {string} session
 * @param {RollRow[]} rows those that are on the screen
 * @returns {Action}
 */
export function fillPresent(session, rows) {
    const left = rows.filter((row) => row.enrolled && shownStatus(row) === "unmarked");
    const intents = left.map((row) => ({ ...markIntent(session, row, { status: "present" }), fill: true }));
    return { label: `Marked ${left.length} present`, intents, students: left.map(({ id }) => id) };
}

/**
 * What takes an action back: the values that stood before it.
 * @param {string} session
 * @param {Action} action
 * @param {Map<string, RollRow>} rows as they were before the action
 * @returns {{ student: string, fields: Record<string, string | number | null> }[]}
 */
export function valuesBefore(session, action, rows) {
    return action.intents.map(({ key, fields }) => {
        const student = key.slice(session.length + 1);
        const mark = rows.get(student)?.mark;
        return { student, fields: Object.fromEntries(Object.keys(fields).map((field) => [field, mark?.[field] ?? null])) };
    });
}

/**
 * Ends a dispute with one of its two values.
 * @param {any} dispute
 * @param {string | number | null} value
 * @param {any} mark what is on the screen
 * @param {any[]} open the disputes on the screen: one answer ends all over the same field
 * @returns {Intent}
 */
export function settle(dispute, value, mark, open) {
    const { key, field } = dispute;
    const settles = open.filter((other) => other.key === key && other.field === field).map(({ id }) => id);
    return { entity: dispute.entity ?? "mark", key, fields: { [field]: value }, seen: store.seen(mark, [field]), settles };
}

/**
 * @param {any} session
 * @param {"scheduled" | "open" | "closed" | "cancelled"} state
 * @returns {Intent}
 */
export function sessionState(session, state) {
    return { entity: "session", key: session.id, fields: { state }, seen: store.seen(session, ["state"]) };
}
