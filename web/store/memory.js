/**
 * Stands in where the browser refuses IndexedDB: the same words, kept only as long as the tab lives. The pages say so before
 * anything is marked (`store.durable` is false).
 */
import { SCHEMA } from "./schema.js";

/** @param {any} row @param {string | string[]} path */
function keyOf(row, path) {
    if (!Array.isArray(path)) return row[path];
    const parts = path.map((name) => row[name]);
    return parts.some((part) => part === undefined || part === null) ? undefined : parts;
}

/** @param {any} key @param {any} range */
function inside(key, range) {
    if (key === undefined || key === null) return false;
    if (range === undefined) return true;
    if (range instanceof IDBKeyRange) return range.includes(key);
    return JSON.stringify(key) === JSON.stringify(range);
}

export class MemoryDatabase {
    durable = false;
    #schema;
    /** @type {Map<string, Map<any, any>>} */
    #stores;
    /** @type {Promise<unknown>} */
    #last = Promise.resolve();

    /** @param {import("./schema.js").StoreSchema[]} [schema] */
    constructor(schema = SCHEMA) {
        this.#schema = schema;
        this.#stores = new Map(schema.map(({ name }) => [name, new Map()]));
    }

    onLost() {}

    /** @template T @param {string[]} _stores @param {(transaction: any) => Promise<T>} body @returns {Promise<T>} */
    read(_stores, body) {
        return body(this);
    }

    /** @template T @param {string[]} _stores @param {(transaction: any) => Promise<T>} body @returns {Promise<T>} */
    write(_stores, body) {
        const mine = this.#last.then(() => body(this));
        this.#last = mine.catch(() => {});
        return mine;
    }

    /** @param {string} store @param {any} key */
    async get(store, key) {
        return structuredClone(this.#stores.get(store).get(key));
    }

    /** @param {string} store @param {any[]} keys */
    many(store, keys) {
        return Promise.all(keys.map((key) => this.get(store, key)));
    }

    /** @param {string} store @param {string | null} index @param {any} [range] @param {number} [limit] */
    async all(store, index, range, limit = Infinity) {
        const schema = this.#schema.find(({ name }) => name === store);
        const path = index ? schema.indexes[index] : schema.keyPath;
        const rows = [...this.#stores.get(store).values()].filter((row) => inside(keyOf(row, path), range));
        rows.sort((left, right) => indexedDB.cmp(keyOf(left, path), keyOf(right, path)));
        return structuredClone(rows.slice(0, limit));
    }

    /** @param {string} store @param {string} index @param {any} [range] */
    async count(store, index, range) {
        return (await this.all(store, index, range)).length;
    }

    /** @param {string} store @param {string} index @param {any} range */
    async indexKey(store, index, range) {
        const path = this.#schema.find(({ name }) => name === store).indexes[index];
        const [row] = await this.all(store, index, range, 1);
        return row && keyOf(row, path);
    }

    /** @param {string} store @param {any} range */
    async keys(store, range) {
        const { keyPath } = this.#schema.find(({ name }) => name === store);
        return (await this.all(store, null, range)).map((row) => row[keyPath]);
    }

    /** @param {string} store @param {any} value */
    put(store, value) {
        const { keyPath } = this.#schema.find(({ name }) => name === store);
        this.#stores.get(store).set(value[keyPath], structuredClone(value));
    }

    /** @param {string} store @param {any} key */
    delete(store, key) {
        this.#stores.get(store).delete(key);
    }

    /** @param {string} store */
    clear(store) {
        this.#stores.get(store).clear();
    }

    close() {}
}
