/**
 * Rows as the store thinks of them over rows as they lie on the disk: what one transaction reads and changes, written at its
 * end. All marks of a session lie together as one row, its sheet: a browser's database takes as long for a small row as for a
 * sheet, and a register is read and filled as a whole.
 */
import { parseMarkKey } from "../sync/operation.js";

/** @typedef {import("./records.js").Row} Row */
/**
 * @typedef {object} Sheet a row of the object store "sheets"
 * @property {string} session
 * @property {number} marked how many students have a status
 * @property {Record<string, Pick<Row, "record" | "generation" | "agreed">>} marks by student
 */

const MARK = "mark/";

/** The object stores that `Rows` reads and writes. */
export const ROWS = ["records", "sheets"];

export class Rows {
    #transaction;
    /** @type {Map<string, Row | null>} by id; null where there is none */ #rows = new Map();
    /** @type {Map<string, Sheet>} by session */ #sheets = new Map();
    #changed = new Set();

    /** @param {any} transaction over `ROWS` */
    constructor(transaction) {
        this.#transaction = transaction;
    }

    /**
     * Reads what `get`, `put` and `remove` will need of these.
     * @param {Iterable<string>} ids
     */
    async load(ids) {
        const wanted = [...new Set(ids)];
        const sessions = [...new Set(wanted.filter(isMark).map(sessionOf))].filter((session) => !this.#sheets.has(session));
        const others = wanted.filter((id) => !isMark(id) && !this.#rows.has(id));
        const [sheets, rows] = await Promise.all([this.#transaction.many("sheets", sessions), this.#transaction.many("records", others)]);
        sessions.forEach((session, index) => this.#sheets.set(session, sheets[index] ?? { session, marked: 0, marks: {} }));
        others.forEach((id, index) => this.#rows.set(id, rows[index] ?? null));
    }

    /** Reads everything. */
    async loadAll() {
        const [sheets, rows] = await Promise.all([this.#transaction.all("sheets", null), this.#transaction.all("records", null)]);
        for (const sheet of sheets) if (!this.#sheets.has(sheet.session)) this.#sheets.set(sheet.session, sheet);
        for (const row of rows) if (!this.#rows.has(row.id)) this.#rows.set(row.id, row);
    }

    /** @param {string} id of one that was loaded @returns {Row | null} */
    get(id) {
        if (!isMark(id)) return this.#rows.get(id) ?? null;
        const part = this.#sheet(id).marks[studentOf(id)];
        return part ? markRow(id, part) : null;
    }

    /** @param {Row} row one that was loaded, or a new one in its place */
    put(row) {
        const { id, generation, record, agreed } = row;
        this.#changed.add(isMark(id) ? sessionOf(id) : id);
        if (!isMark(id)) return void this.#rows.set(id, row);
        this.#sheet(id).marks[studentOf(id)] = agreed ? { record, generation, agreed } : { record, generation };
        return undefined;
    }

    /** @param {string} id */
    remove(id) {
        this.#changed.add(isMark(id) ? sessionOf(id) : id);
        if (isMark(id)) delete this.#sheet(id).marks[studentOf(id)];
        else this.#rows.set(id, null);
    }

    /** Every row that was loaded. @returns {Row[]} */
    everything() {
        return [...this.#rows.values()].filter(Boolean).concat([...this.#sheets.values()].flatMap(rowsOf));
    }

    /** A sheet that was not read must not be written over. @param {string} id */
    #sheet(id) {
        const sheet = this.#sheets.get(sessionOf(id));
        if (!sheet) throw new Error("The marks of this session were not read.");
        return sheet;
    }

    /** Writes what was changed. */
    write() {
        for (const name of this.#changed) {
            if (this.#sheets.has(name)) this.#writeSheet(name);
            else if (this.#rows.get(name)) this.#transaction.put("records", this.#rows.get(name));
            else this.#transaction.delete("records", name);
        }
        this.#changed.clear();
    }

    /** @param {string} session */
    #writeSheet(session) {
        const sheet = this.#sheets.get(session);
        if (Object.keys(sheet.marks).length === 0) return this.#transaction.delete("sheets", session);
        return this.#transaction.put("sheets", { ...sheet, marked: countMarked(sheet) });
    }
}

/** @param {Pick<Sheet, "marks">} sheet */
export function countMarked({ marks }) {
    return Object.values(marks).filter(({ record }) => record?.status).length;
}

/** @param {Sheet} sheet @returns {Row[]} */
export function rowsOf({ session, marks }) {
    return Object.entries(marks).map(([student, part]) => markRow(`${MARK}${session}:${student}`, part));
}

/** @param {string} id @param {Sheet["marks"][string]} part @returns {Row} */
function markRow(id, part) {
    return { id, entity: "mark", key: id.slice(MARK.length), parent: sessionOf(id), ...part };
}

/** @param {string} id */
function isMark(id) {
    return id.startsWith(MARK);
}

/** @param {string} id */
function sessionOf(id) {
    return parseMarkKey(id.slice(MARK.length)).session;
}

/** @param {string} id */
function studentOf(id) {
    return parseMarkKey(id.slice(MARK.length)).student;
}
