/**
 * What this device knows and what it still has to say: the only IndexedDB. One database per user, so nobody sends or sees
 * another's work. Pages read view records, write by `capture`, and draw again on "change".
 */
import { uuidV7 } from "../lib/identifier.js";
import { seenVersions } from "../sync/operation.js";
import { EVERYTHING, StoreBase } from "./base.js";
import { StorageUnavailable } from "./database.js";
import { capture, countIn, inState, waitingByTarget } from "./outbox.js";
import { absorb } from "./snapshot.js";
import { renew, requeue } from "./requeue.js";
import { agreedOf, rowId, rowOver } from "./records.js";
import { Rows, ROWS, rowsOf } from "./rows.js";

export { StorageUnavailable };
/** @typedef {import("./outbox.js").Intent} Intent */
/** @typedef {import("./outbox.js").Entry} Entry */
/** @typedef {{ waiting: number, attention: number, agreedAt: number | null, heard: number | null, gaps: [number, number][], device: string, epoch: string | null, empty: boolean }} Summary */

const WORK = [...ROWS, "outbox", "meta"];
const ALL = [...WORK, "receipts"];

class Store extends StoreBase {
    // -- reading

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

    /** @param {any} receipt of the server */
    async keepReceipt(receipt) {
        const database = await this.ready();
        await database.write(["receipts"], async (transaction) => transaction.put("receipts", receipt), "relaxed");
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

    // -- writing

    /**
     * Writes operations and what they change in one transaction. Once it returns they are on this device.
     * @param {Intent[]} intents
     * @returns {Promise<Entry[]>}
     */
    async capture(intents) {
        const database = await this.ready();
        const author = this.user;
        const entries = await this.keeping(() => database.write(WORK, (transaction) => capture(transaction, intents, author, Date.now())));
        this.tell({ entities: new Set(intents.map(({ entity }) => entity)), keys: new Set(entries.map(({ target }) => target)), captured: true });
        return entries;
    }

    /** @param {any} answer of the server */
    async absorb(answer) {
        const database = await this.ready();
        const author = this.user;
        const result = await database.write(ALL, (transaction) => absorb(transaction, answer, { author, now: Date.now() }), "relaxed");
        this.tell({ entities: result.entities, keys: result.keys });
        return result;
    }

    /**
     * Keeps records that were fetched one by one because sync does not bring them (sessions older than four weeks).
     * @param {{ entity: string, key: string, record: any }[]} records as the server has them
     */
    async keep(records) {
        const database = await this.ready();
        const { name } = this.user;
        const write = async (/** @type {any} */ transaction) => {
            const { generation } = await transaction.get("meta", "sync");
            const waiting = await waitingByTarget(transaction);
            const rows = new Rows(transaction);
            await rows.load(records.map(({ entity, key }) => rowId(entity, key)));
            for (const { entity, key, record } of records) rows.put(rowOver(entity, key, record, waiting.get(rowId(entity, key)) ?? [], generation, name));
            rows.write();
        };
        await database.write(WORK, write, "relaxed");
        const keys = new Set(records.map(({ entity, key }) => rowId(entity, key)));
        this.tell({ entities: new Set(records.map(({ entity }) => entity)), keys });
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

    /**
     * Sends a refused operation once more, as another one of the same author and time.
     * @param {string} id
     */
    async sendAgain(id) {
        const database = await this.ready();
        const { name } = this.user;
        const targets = await this.keeping(() => database.write(WORK, (transaction) => renew(transaction, id, name, Date.now())));
        this.tell({ entities: new Set(targets.map((target) => target.split("/")[0])), keys: new Set(targets), captured: true });
    }

    /**
     * Sends operations that exist already, out of a file. Their id, author and time stay.
     * @param {import("../sync/operation.js").Operation[]} operations
     * @returns {Promise<number>} how many were queued; those that wait or are agreed already stay as they are
     */
    async queue(operations) {
        const database = await this.ready();
        const { name } = this.user;
        const targets = await this.keeping(() => database.write(WORK, (transaction) => requeue(transaction, operations, name)));
        this.tell({ entities: new Set(targets.map((target) => target.split("/")[0])), keys: new Set(targets), captured: true });
        return targets.length;
    }

    /**
     * Lets go of an operation the server refused.
     * @param {string} id
     * @returns {Promise<Entry>} for `putBack`
     */
    async letGo(id) {
        const database = await this.ready();
        const entry = await database.write(["outbox"], async (transaction) => {
            const found = await transaction.get("outbox", id);
            transaction.delete("outbox", id);
            return found;
        });
        this.tell({ entities: new Set(), keys: new Set() });
        return entry;
    }

    /** @param {Entry} entry that was let go of */
    async putBack(entry) {
        const database = await this.ready();
        await this.keeping(() => database.write(["outbox"], async (transaction) => transaction.put("outbox", entry)));
        this.tell({ entities: new Set(), keys: new Set() });
    }

    /**
     * Sets an operation aside that cannot be sent at all.
     * @param {string} id
     * @param {string} code
     * @param {string} message
     */
    async reject(id, code, message) {
        const database = await this.ready();
        await database.write(["outbox"], async (transaction) => {
            const entry = await transaction.get("outbox", id);
            transaction.put("outbox", { ...entry, state: "attention", verdict: "rejected", code, message, settledAt: Date.now() });
        });
        this.tell({ entities: new Set(), keys: new Set() });
    }

    /**
     * A person has read what happened to these.
     * @param {Entry[]} entries
     */
    async acknowledge(entries) {
        const database = await this.ready();
        await database.write(["outbox"], async (transaction) => entries.forEach((entry) => transaction.put("outbox", { ...entry, note: undefined })), "relaxed");
        this.tell({ entities: new Set(), keys: new Set() });
    }

    /** The next exchange fetches everything; what is shown and what waits stays until then. */
    async fetchAgain() {
        const database = await this.ready();
        await database.write(["meta"], async (transaction) => transaction.put("meta", { ...(await transaction.get("meta", "sync")), cursor: null }));
    }

    /** Takes the register off this device; what this user did here stays until the server surely has it. */
    async forgetRecords() {
        const database = await this.ready();
        await database.write(ALL, async (transaction) => {
            const sync = await transaction.get("meta", "sync");
            for (const name of [...ROWS, "receipts"]) transaction.clear(name);
            const rows = new Rows(transaction);
            const waiting = await waitingByTarget(transaction);
            await rows.load(waiting.keys());
            for (const operations of waiting.values()) {
                const [{ entity, key }] = operations;
                rows.put(rowOver(entity, key, null, operations, sync.generation, this.user.name));
            }
            rows.write();
            transaction.put("meta", { ...sync, cursor: null, resetting: false, agreedAt: null, unsettled: [] });
        });
        this.tell({ entities: EVERYTHING, keys: null });
    }
}

export const store = new Store();

/** An id for a new record. */
export const newId = () => uuidV7();
