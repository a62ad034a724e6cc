/** What the store is asked: records as they are shown, the work of this device, and where it stands with the server. */
import { seenVersions } from "../sync/operation.js";
import { StoreBase } from "./base.js";
import { countIn, inState } from "./outbox.js";
import { agreedOf, rowId } from "./records.js";
import { Rows, ROWS, rowsOf } from "./rows.js";

/** @typedef {import("./outbox.js").Entry} Entry */
/** @typedef {{ waiting: number, attention: number, agreedAt: number | null, heard: number | null, gaps: [number, number][], device: string, epoch: string | null, empty: boolean }} Summary */

export class StoreReading extends StoreBase {
    /** @param {string} entity @returns {Promise<any[]>} */
    async all(entity) {
        if (entity === "mark") return this.#marks();
        return this.#records(null, IDBKeyRange.bound(`${entity}/`, `${entity}0`, false, true));
    }

    /** @param {string} entity @param {string} key @returns {Promise<any>} null when there is none */
    async get(entity, key) {
        return (await this.many(entity, [key]))[0] ?? null;
    }

    /** @param {string} entity @param {string[]} keys @returns {Promise<any[]>} in that order, null where there is none */
    async many(entity, keys) {
        const database = await this.ready();
        const ids = keys.map((key) => rowId(entity, key));
        return database.read(ROWS, async (transaction) => {
            const rows = new Rows(transaction);
            await rows.load(ids);
            return ids.map((id) => rows.get(id)?.record ?? null);
        });
    }

    /** @param {string} entity @param {string} parent @returns {Promise<any[]>} */
    async children(entity, parent) {
        if (entity === "mark") return this.#marks(parent);
        return this.#records("parent", [entity, parent]);
    }

    /** @param {"session"} entity @param {string} first @param {string} last @returns {Promise<any[]>} */
    async between(entity, first, last) {
        return this.#records("date", IDBKeyRange.bound([entity, first], [entity, last]));
    }

    /** @param {string} index @param {any} range @returns {Promise<any[]>} */
    async #records(index, range) {
        const database = await this.ready();
        const rows = await database.read(["records"], (transaction) => transaction.all("records", index, range));
        return rows.map((/** @type {any} */ row) => row.record);
    }

    /** @param {string} [session] @returns {Promise<any[]>} */
    async #marks(session) {
        const database = await this.ready();
        const sheets = await database.read(["sheets"], (transaction) => transaction.all("sheets", null, session));
        return sheets.flatMap(rowsOf).map(({ record }) => record);
    }

    /**
     * The operations whose values are on the screen.
     * @param {any} record
     * @param {string[]} fields
     */
    seen(record, fields) {
        return seenVersions(record?.versions ?? {}, fields);
    }

    /** @returns {Promise<Summary>} */
    async summary() {
        const database = await this.ready();
        return database.read(["outbox", "meta"], async (transaction) => {
            const [sync, waiting, attention] = await Promise.all([transaction.get("meta", "sync"), countIn(transaction, "waiting"), countIn(transaction, "attention")]);
            const { agreedAt, heard, gaps, device, epoch, cursor } = sync;
            return { waiting, attention, agreedAt, heard, gaps, device, epoch, empty: cursor === null };
        });
    }

    /** @param {Entry["state"]} state @param {number} [limit] @returns {Promise<Entry[]>} */
    async entries(state, limit) {
        const database = await this.ready();
        return database.read(["outbox"], (transaction) => inState(transaction, state, limit));
    }

    /**
     * Agreed operations about which there is something to read: flags, disputes, something later that is shown.
     * @returns {Promise<Entry[]>}
     */
    async notes() {
        const database = await this.ready();
        return database.read(["outbox"], (transaction) => transaction.all("outbox", "note", 1));
    }

    /**
     * What this device did to one record.
     * @param {string} entity
     * @param {string} key
     * @returns {Promise<Entry[]>}
     */
    async entriesOf(entity, key) {
        const database = await this.ready();
        const entries = await database.read(["outbox"], (transaction) => transaction.all("outbox", "target", rowId(entity, key)));
        return entries.toSorted((left, right) => left.seq - right.seq);
    }

    /**
     * The marks of a session as the server agreed to them, without what waits here.
     * @param {string} session
     * @returns {Promise<any[]>}
     */
    async agreedMarks(session) {
        const database = await this.ready();
        const sheets = await database.read(["sheets"], (transaction) => transaction.all("sheets", null, session));
        return sheets.flatMap(rowsOf).map(agreedOf).filter(Boolean);
    }

    /** @returns {Promise<any[]>} of all sessions */
    async allReceipts() {
        const database = await this.ready();
        return database.read(["receipts"], (transaction) => transaction.all("receipts", null));
    }

    /** @param {string} session @returns {Promise<any[]>} */
    async receipts(session) {
        const database = await this.ready();
        return database.read(["receipts"], (transaction) => transaction.all("receipts", "session", session));
    }

    /**
     * Disputes that waiting operations end.
     * @returns {Promise<Set<string>>}
     */
    async settling() {
        return new Set((await this.entries("waiting")).flatMap(({ operation }) => operation.settles ?? []));
    }

    /**
     * How many students have a status in each of these sessions.
     * @param {string[]} sessions
     * @returns {Promise<number[]>}
     */
    async marked(sessions) {
        const database = await this.ready();
        const keys = await database.read(["sheets"], (transaction) =>
            Promise.all(sessions.map((session) => transaction.indexKey("sheets", "marked", IDBKeyRange.bound([session], [session, []])))),
        );
        return keys.map((key) => key?.[1] ?? 0);
    }

    /** @returns {Promise<import("./outbox.js").Sync>} */
    async syncState() {
        const database = await this.ready();
        return database.read(["meta"], (transaction) => transaction.get("meta", "sync"));
    }

    /**
     * What the next request begins with: where this device stands, the first of what waits, and how much waits in all.
     * @param {number} limit
     * @returns {Promise<{ sync: import("./outbox.js").Sync, entries: Entry[], waiting: number }>}
     */
    async outgoing(limit) {
        const database = await this.ready();
        return database.read(["outbox", "meta"], async (transaction) => {
            const [sync, entries, waiting] = await Promise.all([transaction.get("meta", "sync"), inState(transaction, "waiting", limit), countIn(transaction, "waiting")]);
            return { sync, entries, waiting };
        });
    }
}
