/**
 * Personal notes on this device: every letter is kept here first and sent when the network allows. One database per user, so nobody
 * who signs in here later reads them.
 */
import { Database } from "./database.js";
import { MemoryDatabase } from "./memory.js";

/**
 * @typedef {object} Draft
 * @property {string} session
 * @property {string} text as it stands on this device
 * @property {string} base the text of `version`, as the server knows it
 * @property {number} version 0: the server has none
 * @property {number} keptAt milliseconds
 */

const SCHEMA = [{ name: "drafts", keyPath: "session", indexes: {} }];

export class Drafts {
    /** @type {Promise<import("./database.js").AnyDatabase>} */ #opening;
    isKept = true;

    /** @param {string} user id */
    constructor(user) {
        this.#opening = Database.open(`rounds-drafts-${user}`, { version: 1, upgrade: (database) => void database.createObjectStore("drafts", { keyPath: "session" }) }).catch(() => {
            this.isKept = false;
            return new MemoryDatabase(SCHEMA);
        });
    }

    /** @param {string} session @returns {Promise<Draft | undefined>} */
    async get(session) {
        const database = await this.#opening;
        return database.read(["drafts"], (transaction) => transaction.get("drafts", session));
    }

    /** On the disk when it returns. @param {Draft} draft */
    async put(draft) {
        const database = await this.#opening;
        await database.write(["drafts"], async (transaction) => transaction.put("drafts", draft));
    }

    /** Those the server does not have yet. @returns {Promise<Draft[]>} */
    async waiting() {
        const database = await this.#opening;
        /** @type {Draft[]} */
        const drafts = await database.read(["drafts"], (transaction) => transaction.all("drafts", null));
        return drafts.filter(({ text, base }) => text !== base);
    }

    async close() {
        (await this.#opening).close();
    }
}
