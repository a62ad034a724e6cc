/** Opening and closing a user's database, and telling this and other tabs what changed. `Store` reads and writes on top of it. */
import { Database, StorageUnavailable } from "./database.js";
import { MemoryDatabase } from "./memory.js";
import { newSync } from "./outbox.js";

export const EVERYTHING = new Set(["*"]);

export class StoreBase extends EventTarget {
    /** @type {import("./database.js").AnyDatabase | null} */ #database = null;
    /** @type {BroadcastChannel | null} */ #channel = null;
    /** @type {Promise<void>} */ #opening = Promise.resolve();
    /** @type {{ id: string, name: string } | null} */ user = null;
    /** @type {string | null} why work cannot be kept on this device, as a sentence; null when it can */ refusal = null;
    /** @type {string | null} why the last work could not be kept although it can be in general (no room left) */ failure = null;

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
        this.failure = null;
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
        this.#channel.addEventListener("message", ({ data }) => this.tell(data, false));
        this.tell({ entities: EVERYTHING, keys: null }, false);
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
            const database = await this.ready();
            await database.write(["meta"], async (transaction) => transaction.put("meta", { name: "probe", filler: "x".repeat(65_536) }));
            await database.write(["meta"], async (transaction) => transaction.delete("meta", "probe"), "relaxed");
            return null;
        } catch (error) {
            return error instanceof StorageUnavailable ? error.message : StorageUnavailable.sentence(error);
        }
    }

    // -- writing

    /**
     * A write that a person waits for. The event "saving" comes before it, so that nothing goes on saying that all is agreed.
     * @template T
     * @param {() => Promise<T>} write
     * @returns {Promise<T>}
     */
    async keeping(write) {
        this.dispatchEvent(new Event("saving"));
        try {
            const result = await write();
            this.failure = null;
            return result;
        } catch (error) {
            if (error instanceof StorageUnavailable) this.failure = error.message;
            this.tell({ entities: new Set(), keys: new Set() }, false);
            throw error;
        }
    }

    // -- telling

    /**
     * The events are "change", a CustomEvent, and "saving".
     * @param {any} type
     * @param {any} handle
     * @param {any} [options]
     */
    addEventListener(type, handle, options) {
        super.addEventListener(type, handle, options);
    }

    async ready() {
        await this.#opening;
        if (!this.#database) throw new StorageUnavailable(new DOMException("", "InvalidStateError"));
        return this.#database;
    }

    #lost() {
        if (this.user) this.open(this.user);
    }

    /** @param {{ entities: Set<string>, keys: Set<string> | null, captured?: boolean }} detail @param {boolean} [others] */
    tell(detail, others = true) {
        this.dispatchEvent(new CustomEvent("change", { detail: { ...detail, here: others } }));
        if (others) this.#channel?.postMessage(detail);
    }
}

/** @param {any} transaction */
async function begin(transaction) {
    if (!(await transaction.get("meta", "sync"))) transaction.put("meta", newSync());
}
