/** IndexedDB behind a few words. Nobody outside `store/` opens it. */
import { upgrade, VERSION } from "./schema.js";

/** The device cannot keep work: no IndexedDB, private browsing, no room. Its message is a sentence for the user. */
export class StorageUnavailable extends Error {
    /** @param {unknown} [cause] */
    constructor(cause) {
        super(StorageUnavailable.sentence(cause), { cause });
        this.name = "StorageUnavailable";
        this.code = "storage_unavailable";
        this.detail = this.message;
    }

    /** @param {unknown} cause */
    static sentence(cause) {
        const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
        if (name === "QuotaExceededError") return "There is no room left on this device, so work cannot be kept on it.";
        if (name === "VersionError") return "This tab runs an older Rounds than another one. Reload it to go on.";
        return "This browser does not let Rounds keep work on this device (private browsing or blocked site data).";
    }
}

/** @typedef {import("./memory.js").MemoryDatabase | Database} AnyDatabase */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function settled(request) {
    return new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
    });
}

/** What happens inside one transaction. Writes are not awaited one by one: the transaction is. */
export class Transaction {
    #transaction;

    /** @param {IDBTransaction} transaction */
    constructor(transaction) {
        this.#transaction = transaction;
    }

    /** @param {string} store @param {IDBValidKey} key @returns {Promise<any>} */
    get(store, key) {
        return settled(this.#transaction.objectStore(store).get(key));
    }

    /** @param {string} store @param {IDBValidKey[]} keys @returns {Promise<any[]>} */
    many(store, keys) {
        return Promise.all(keys.map((key) => this.get(store, key)));
    }

    /** @param {string} store @param {string | null} index @param {IDBKeyRange | IDBValidKey} [range] @param {number} [limit] @returns {Promise<any[]>} */
    all(store, index, range, limit) {
        const place = this.#transaction.objectStore(store);
        return settled((index ? place.index(index) : place).getAll(range, limit));
    }

    /** @param {string} store @param {string} index @param {IDBKeyRange | IDBValidKey} [range] @returns {Promise<number>} */
    count(store, index, range) {
        return settled(this.#transaction.objectStore(store).index(index).count(range));
    }

    /**
     * The one key of an index in this range.
     * @param {string} store
     * @param {string} index
     * @param {IDBKeyRange} range
     * @returns {Promise<any>} undefined when there is none
     */
    async indexKey(store, index, range) {
        return (await settled(this.#transaction.objectStore(store).index(index).openKeyCursor(range)))?.key;
    }

    /** @param {string} store @param {IDBKeyRange} range @returns {Promise<any[]>} its keys in order */
    keys(store, range) {
        return settled(this.#transaction.objectStore(store).getAllKeys(range));
    }

    /** @param {string} store @param {any} value */
    put(store, value) {
        this.#transaction.objectStore(store).put(value);
    }

    /** @param {string} store @param {IDBValidKey} key */
    delete(store, key) {
        this.#transaction.objectStore(store).delete(key);
    }

    /** @param {string} store */
    clear(store) {
        this.#transaction.objectStore(store).clear();
    }
}

/** An open database. `lost` is called when the browser closes it (site data wiped, newer version in another tab). */
export class Database {
    #database;
    /** Another tab has a newer Rounds and changed what lies here. */
    #outdated = false;
    durable = true;

    /** @param {IDBDatabase} database */
    constructor(database) {
        this.#database = database;
        database.addEventListener("versionchange", () => {
            this.#outdated = true;
            database.close();
        });
    }

    /**
     * @param {string} name
     * @param {{ version: number, upgrade: (database: IDBDatabase, transaction: IDBTransaction, from: number) => void }} [schema] the store's own unless it is given
     * @returns {Promise<Database>}
     */
    static async open(name, schema = { version: VERSION, upgrade }) {
        try {
            const request = indexedDB.open(name, schema.version);
            request.addEventListener("upgradeneeded", ({ oldVersion }) => schema.upgrade(request.result, request.transaction, oldVersion));
            return new Database(await settled(request));
        } catch (error) {
            throw new StorageUnavailable(error);
        }
    }

    /** @param {() => void} handle */
    onLost(handle) {
        this.#database.addEventListener("close", handle);
    }

    /** @template T @param {string[]} stores @param {(transaction: Transaction) => Promise<T>} body @returns {Promise<T>} */
    read(stores, body) {
        return body(new Transaction(this.#begin(stores, "readonly")));
    }

    /**
     * Returns once everything is on the disk ("strict": the operating system was told to flush), or throws and nothing was written.
     * @template T
     * @param {string[]} stores
     * @param {(transaction: Transaction) => Promise<T>} body
     * @param {"strict" | "relaxed"} [durability]
     * @returns {Promise<T>}
     */
    async write(stores, body, durability = "strict") {
        const transaction = this.#begin(stores, "readwrite", { durability });
        const done = new Promise((resolve, reject) => {
            transaction.addEventListener("complete", () => resolve(undefined));
            transaction.addEventListener("abort", () => reject(transaction.error ?? new DOMException("aborted", "AbortError")));
        });
        let result;
        try {
            result = await body(new Transaction(transaction));
        } catch (error) {
            done.catch(() => {});
            abort(transaction);
            throw error instanceof DOMException ? new StorageUnavailable(error) : error;
        }
        try {
            transaction.commit?.();
            await done;
        } catch (error) {
            throw new StorageUnavailable(error);
        }
        return result;
    }

    /** @param {string[]} stores @param {IDBTransactionMode} mode @param {IDBTransactionOptions} [options] */
    #begin(stores, mode, options) {
        try {
            return this.#database.transaction(stores, mode, options);
        } catch (error) {
            throw new StorageUnavailable(this.#outdated ? new DOMException("", "VersionError") : error);
        }
    }

    close() {
        this.#database.close();
    }
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
    try {
        transaction.abort();
    } catch {
        // it had ended by itself
    }
}
