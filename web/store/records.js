/** Rows of the register: what is shown of an entity, and beside waiting work what was agreed without it. Pure. */
import { applyPending } from "../sync/merge.js";
import { parseMarkKey } from "../sync/operation.js";

/** @typedef {import("../sync/operation.js").Operation} Operation */
/**
 * @typedef {object} Row
 * @property {string} id "entity/key"
 * @property {string} entity
 * @property {string} key
 * @property {string} [parent] session of a mark or dispute, group of an enrolment, teaching or session, module of a group, student of a notice
 * @property {string} [date] of a session
 * @property {number} generation which full snapshot it belongs to
 * @property {any} record what is shown
 * @property {{ record: any }} [agreed] only beside waiting work; `record` is null when the server has none
 */

/** Entities of which a device makes operations. */
const FIELDS = {
    mark: ["status", "minutesLate", "remark"],
    session: ["group", "module", "date", "period", "start", "end", "title", "kind", "timezone", "location", "teacher", "state", "origin"],
    exception: ["student", "category", "firstDay", "lastDay", "reason", "state"],
};

const PARENT = { mark: "session", dispute: "session", session: "group", enrolment: "group", teaching: "group", group: "module", exception: "student" };

/** @param {string} entity @param {string} key */
export function rowId(entity, key) {
    return `${entity}/${key}`;
}

/** @param {string} entity @param {string} key @param {any} record @param {number} generation @returns {Row} */
export function makeRow(entity, key, record, generation) {
    /** @type {Row} */
    const row = { id: rowId(entity, key), entity, key, generation, record };
    const parent = record?.[PARENT[entity]];
    if (parent) row.parent = parent;
    if (entity === "session" && record?.date) row.date = record.date;
    return row;
}

/**
 * What a record is before anything was said about it.
 * @param {string} entity
 * @param {string} key
 */
function blank(entity, key) {
    if (entity === "mark") return { ...parseMarkKey(key), status: null, minutesLate: null, remark: null, flags: [], versions: {} };
    if (entity === "session") return { id: key, title: "", kind: "lecture", start: null, end: null, state: "scheduled", origin: "hand", location: null, versions: {} };
    return { id: key, evidence: null, versions: {} };
}

/**
 * The agreed record with this device's waiting operations on top.
 * @param {string} entity
 * @param {string} key
 * @param {any} agreed null when the server has none
 * @param {Operation[]} waiting in the order in which they were made
 * @param {string} authorName of the operations
 * @returns {any} null when there is nothing to show
 */
export function project(entity, key, agreed, waiting, authorName) {
    if (waiting.length === 0) return agreed;
    const base = agreed ?? blank(entity, key);
    const values = Object.fromEntries(FIELDS[entity].map((field) => [field, base[field] ?? null]));
    const result = applyPending({ values, versions: base.versions ?? {} }, waiting);
    const record = { ...base, versions: result.versions };
    for (const operation of waiting) {
        for (const field of Object.keys(operation.fields)) {
            if (result.versions[field]?.operation !== operation.id) continue;
            record[field] = result.values[field];
            record.versions[field] = { ...result.versions[field], authorName };
            if (entity === "mark" && (field === "status" || !record.author)) Object.assign(record, { author: operation.author, authorName, capturedAt: operation.capturedAt, device: result.versions[field].device });
        }
    }
    return record;
}

/**
 * A row over what the server said, with the waiting operations of its record.
 * @param {string} entity
 * @param {string} key
 * @param {any} agreed
 * @param {Operation[]} waiting
 * @param {number} generation
 * @param {string} authorName
 * @returns {Row | null}
 */
export function rowOver(entity, key, agreed, waiting, generation, authorName) {
    const shown = project(entity, key, agreed, waiting, authorName);
    if (!shown) return null;
    const row = makeRow(entity, key, shown, generation);
    if (waiting.length > 0) row.agreed = { record: agreed };
    return row;
}

/**
 * What the server said, as far as this device knows.
 * @param {Row | null} row
 */
export function agreedOf(row) {
    if (!row) return null;
    return row.agreed ? row.agreed.record : row.record;
}
