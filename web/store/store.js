/**
 * What this device knows and what it still has to say: the only IndexedDB. One database per user, so nobody sends or sees
 * another's work. Pages read view records, write by `capture`, and draw again on "change".
 */
import { uuidV7 } from "../lib/identifier.js";
import { EVERYTHING } from "./base.js";
import { StorageUnavailable } from "./database.js";
import { capture, waitingByTarget } from "./outbox.js";
import { StoreReading } from "./reading.js";
import { absorb } from "./snapshot.js";
import { renew, requeue } from "./requeue.js";
import { rowId, rowOver } from "./records.js";
import { Rows, ROWS } from "./rows.js";

export { StorageUnavailable };
/** @typedef {import("./outbox.js").Intent} Intent */
/** @typedef {import("./outbox.js").Entry} Entry */
/** @typedef {import("./reading.js").Summary} Summary */

const WORK = [...ROWS, "outbox", "meta"];
const ALL = [...WORK, "receipts"];

class Store extends StoreReading {
    /** @param {any} receipt of the server */
    async keepReceipt(receipt) {
        const database = await this.ready();
        await database.write(["receipts"], async (transaction) => transaction.put("receipts", receipt), "relaxed");
    }

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
