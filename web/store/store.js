/**
 * What this device knows and what it still has to say: the only IndexedDB. One database per user, so nobody sends or sees
 * another's work. Pages read view records, write by `capture`, and draw again on "change".
 */
import { uuidV7 } from "../lib/identifier.js";
import { seenVersions } from "../sync/operation.js";
import { Database, StorageUnavailable } from "./database.js";
import { MemoryDatabase } from "./memory.js";
import { capture, countIn, inState, newSync, waitingByTarget } from "./outbox.js";
import { absorb } from "./snapshot.js";
import { rowId, rowOver } from "./records.js";

export { StorageUnavailable };
/** @typedef {import("./outbox.js").Intent} Intent */
/** @typedef {import("./outbox.js").Entry} Entry */
/** @typedef {{ waiting: number, attention: number, agreedAt: number | null, heard: number | null, gaps: [number, number][], device: string, epoch: string | null, empty: boolean }} Summary */

const ALL = ["records", "outbox", "meta", "receipts"];
const EVERYTHING = new Set(["*"]);

class Store extends EventTarget {
    /** @type {import("./database.js").AnyDatabase | null} */ #database = null;
    /** @type {BroadcastChannel | null} */ #channel = null;
    /** @type {Promise<void>} */ #opening = Promise.resolve();
    /** @type {{ id: string, name: string } | null} */ user = null;
    /** Why work cannot be kept on this device, as a sentence; null when it can. */
    /** @type {string | null} */ refusal = null;

    // -- lifecycle

    /** @param {{ id: string, name: string }} user */
    open(user) {
        this.#opening = this.#open(user);
        return this.#opening;
    }

    /** @param {{ id: string, name: string }} user */
    async #open(user) {
        this.close();
        this.user = { id: user.id, name: user.name };
        this.refusal = null;
        try {
            this.#database = await Database.open(`rounds-${user.id}`);
            this.#database.onLost(() => this.#lost());
            await this.#database.write(["meta"], begin);
        } catch (error) {
            this.refusal = error instanceof StorageUnavailable ? error.message : StorageUnavailable.sentence(error);
            this.#database = new MemoryDatabase();
            await this.#database.write(["meta"], begin);
        }
        this.#channel = new BroadcastChannel(`rounds-${user.id}`);
        this.#channel.addEventListener("message", ({ data }) => this.#tell(data, false));
        this.#tell({ entities: EVERYTHING, keys: null }, false);
    }

    close() {
        this.#channel?.close();
        this.#database?.close();
        this.#channel = null;
        this.#database = null;
        this.user = null;
    }

    /** False where work lives only as long as the tab. */
    get durable() {
        return this.refusal === null;
    }

    /**
     * Tries the disk: a register asks before anything is marked.
     * @returns {Promise<string | null>} the reason why not
     */
    async probe() {
        if (!this.durable) return this.refusal;
        try {
            const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
            if (quota - usage < 1_000_000) throw new DOMException("", "QuotaExceededError");
            const database = await this.#ready();
            await database.write(["meta"], async (transaction) => transaction.put("meta", { name: "probe", filler: "x".repeat(65_536) }));
            await database.write(["meta"], async (transaction) => transaction.delete("meta", "probe"), "relaxed");
            return null;
        } catch (error) {
            return error instanceof StorageUnavailable ? error.message : StorageUnavailable.sentence(error);
        }
    }

    // -- reading

    /** @param {string} entity @returns {Promise<any[]>} */
    async all(entity) {
        return this.#records("entity", entity);
    }

    /** @param {string} entity @param {string} key @returns {Promise<any>} null when there is none */
    async get(entity, key) {
        return (await this.many(entity, [key]))[0] ?? null;
    }

    /** @param {string} entity @param {string[]} keys @returns {Promise<any[]>} in that order, null where there is none */
    async many(entity, keys) {
        const database = await this.#ready();
        const rows = await database.read(["records"], (transaction) => transaction.many("records", keys.map((key) => rowId(entity, key))));
        return rows.map((row) => row?.record ?? null);
    }

    /** @param {string} entity @param {string} parent @returns {Promise<any[]>} */
    async children(entity, parent) {
        return this.#records("parent", [entity, parent]);
    }

    /** @param {"session"} entity @param {string} first @param {string} last @returns {Promise<any[]>} */
    async between(entity, first, last) {
        return this.#records("date", IDBKeyRange.bound([entity, first], [entity, last]));
    }

    /** @param {string} index @param {any} range @returns {Promise<any[]>} */
    async #records(index, range) {
        const database = await this.#ready();
        const rows = await database.read(["records"], (transaction) => transaction.all("records", index, range));
        return rows.map((/** @type {any} */ row) => row.record);
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
        const database = await this.#ready();
        return database.read(["outbox", "meta"], async (transaction) => {
            const [sync, waiting, attention] = await Promise.all([transaction.get("meta", "sync"), countIn(transaction, "waiting"), countIn(transaction, "attention")]);
            const { agreedAt, heard, gaps, device, epoch, cursor } = sync;
            return { waiting, attention, agreedAt, heard, gaps, device, epoch, empty: cursor === null };
        });
    }

    /** @param {Entry["state"]} state @param {number} [limit] @returns {Promise<Entry[]>} */
    async entries(state, limit) {
        const database = await this.#ready();
        return database.read(["outbox"], (transaction) => inState(transaction, state, limit));
    }

    /**
     * Agreed operations about which there is something to read: flags, disputes, something later that is shown.
     * @returns {Promise<Entry[]>}
     */
    async notes() {
        const database = await this.#ready();
        return database.read(["outbox"], (transaction) => transaction.all("outbox", "note", 1));
    }

    /**
     * What this device did to one record.
     * @param {string} entity
     * @param {string} key
     * @returns {Promise<Entry[]>}
     */
    async entriesOf(entity, key) {
        const database = await this.#ready();
        const entries = await database.read(["outbox"], (transaction) => transaction.all("outbox", "target", rowId(entity, key)));
        return entries.toSorted((left, right) => left.seq - right.seq);
    }

    /** @param {string} session @returns {Promise<any[]>} */
    async receipts(session) {
        const database = await this.#ready();
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
     * How many children each of these has.
     * @param {string} entity
     * @param {string[]} parents
     * @returns {Promise<number[]>}
     */
    async counts(entity, parents) {
        const database = await this.#ready();
        return database.read(["records"], (transaction) => Promise.all(parents.map((parent) => transaction.count("records", "parent", [entity, parent]))));
    }

    // -- writing

    /**
     * Writes operations and what they change in one transaction. Once it returns they are on this device.
     * @param {Intent[]} intents
     * @returns {Promise<Entry[]>}
     */
    async capture(intents) {
        const database = await this.#ready();
        const author = this.user;
        const entries = await database.write(["records", "outbox", "meta"], (transaction) => capture(transaction, intents, author, Date.now()));
        this.#tell({ entities: new Set(intents.map(({ entity }) => entity)), keys: new Set(entries.map(({ target }) => target)), captured: true });
        return entries;
    }

    /** @param {any} answer of the server */
    async absorb(answer) {
        const database = await this.#ready();
        const author = this.user;
        const result = await database.write(ALL, (transaction) => absorb(transaction, answer, { author, now: Date.now() }), "relaxed");
        this.#tell({ entities: result.entities, keys: result.keys });
        return result;
    }

    /**
     * Keeps records that were fetched one by one because sync does not bring them (sessions older than four weeks).
     * @param {{ entity: string, key: string, record: any }[]} records as the server has them
     */
    async keep(records) {
        const database = await this.#ready();
        const { name } = this.user;
        await database.write(
            ["records", "outbox", "meta"],
            async (transaction) => {
                const { generation } = await transaction.get("meta", "sync");
                const waiting = await waitingByTarget(transaction);
                for (const { entity, key, record } of records) {
                    transaction.put("records", rowOver(entity, key, record, waiting.get(rowId(entity, key)) ?? [], generation, name));
                }
            },
            "relaxed",
        );
        const keys = new Set(records.map(({ entity, key }) => rowId(entity, key)));
        this.#tell({ entities: new Set(records.map(({ entity }) => entity)), keys });
    }

    /** What the next request begins with. */
    async syncState() {
        const database = await this.#ready();
        return database.read(["meta"], (transaction) => transaction.get("meta", "sync"));
    }

    /**
     * Lets go of an operation the server refused, or sends it once more as a new one.
     * @param {string} id
     * @param {{ again?: boolean }} options
     */
    async resolve(id, { again = false } = {}) {
        const database = await this.#ready();
        const author = this.user;
        const target = await database.write(["records", "outbox", "meta"], async (transaction) => {
            /** @type {Entry} */
            const entry = await transaction.get("outbox", id);
            transaction.delete("outbox", id);
            if (!again) return entry.target;
            const { entity, key, fields, settles, reason } = entry.operation;
            await capture(transaction, [{ entity, key, fields, settles, reason }], author, Date.now());
            return entry.target;
        });
        this.#tell({ entities: new Set([target.split("/")[0]]), keys: new Set([target]), captured: again });
    }

    /**
     * Sets an operation aside that cannot be sent at all.
     * @param {string} id
     * @param {string} code
     * @param {string} message
     */
    async reject(id, code, message) {
        const database = await this.#ready();
        await database.write(["outbox"], async (transaction) => {
            const entry = await transaction.get("outbox", id);
            transaction.put("outbox", { ...entry, state: "attention", verdict: "rejected", code, message, settledAt: Date.now() });
        });
        this.#tell({ entities: new Set(), keys: new Set() });
    }

    /**
     * A person has read what happened to these.
     * @param {Entry[]} entries
     */
    async acknowledge(entries) {
        const database = await this.#ready();
        await database.write(["outbox"], async (transaction) => entries.forEach((entry) => transaction.put("outbox", { ...entry, note: undefined })), "relaxed");
        this.#tell({ entities: new Set(), keys: new Set() });
    }

    /** Takes the register off this device; what this user did here stays until the server surely has it. */
    async forgetRecords() {
        const database = await this.#ready();
        await database.write(ALL, async (transaction) => {
            const sync = await transaction.get("meta", "sync");
            const waiting = await inState(transaction, "waiting");
            transaction.clear("records");
            transaction.clear("receipts");
            for (const { target, operation } of waiting) {
                const [entity, key] = [operation.entity, operation.key];
                const same = waiting.filter((entry) => entry.target === target).map((entry) => entry.operation);
                transaction.put("records", rowOver(entity, key, null, same, sync.generation, this.user.name));
            }
            transaction.put("meta", { ...sync, cursor: null, resetting: false, agreedAt: null, unsettled: [] });
        });
        this.#tell({ entities: EVERYTHING, keys: null });
    }

    // -- telling

    /**
     * The one event is "change", a CustomEvent.
     * @param {any} type
     * @param {any} handle
     * @param {any} [options]
     */
    addEventListener(type, handle, options) {
        super.addEventListener(type, handle, options);
    }

    async #ready() {
        await this.#opening;
        if (!this.#database) throw new StorageUnavailable(new DOMException("", "InvalidStateError"));
        return this.#database;
    }

    #lost() {
        if (this.user) this.open(this.user);
    }

    /** @param {{ entities: Set<string>, keys: Set<string> | null, captured?: boolean }} detail @param {boolean} [others] */
    #tell(detail, others = true) {
        this.dispatchEvent(new CustomEvent("change", { detail: { ...detail, here: others } }));
        if (others) this.#channel?.postMessage(detail);
    }
}

/** @param {any} transaction */
async function begin(transaction) {
    if (!(await transaction.get("meta", "sync"))) transaction.put("meta", newSync());
}

export const store = new Store();

/** An id for a new record. */
export const newId = () => uuidV7();
