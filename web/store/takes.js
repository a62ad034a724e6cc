/**
 * Recordings on this device until the server has them: a chunk is on the disk when `append` returns. One database per user.
 * Event "change", also from other tabs.
 */
import { uuidV7 } from "../lib/identifier.js";
import { Database, StorageUnavailable } from "./database.js";
import { below, chunkId, offsetOf, partId, upgrade, VERSION } from "./takes-schema.js";

/**
 * @typedef {object} Take
 * @property {string} id of the client; the server joins its parts by it
 * @property {string} session
 * @property {string} title of the session, for pages without a network
 * @property {number} startedAt milliseconds
 * @property {number} heardAt when the last chunk was kept
 * @property {"recording" | "stopped"} state recording: nobody pressed Stop, whether a recorder runs or died
 * @property {{ code: string, detail: string } | null} error why the server does not take it
 * @property {boolean} [dropped] let go of by the user, and to be put away
 *
 * @typedef {object} Part
 * @property {string} id
 * @property {string} take
 * @property {number} part 0 for the first
 * @property {string} mime
 * @property {number} startedAt
 * @property {number} bytes on the disk
 * @property {number} seconds of sound in them
 * @property {string | null} upload id at the server
 * @property {number} sent bytes that the server acknowledged
 * @property {boolean} done the server has all of it under its SHA-256, and the chunks are gone from here
 *
 * @typedef {Take & { parts: Part[], bytes: number, seconds: number, sent: number }} TakeView
 */

const ALL = ["takes", "parts", "chunks"];

export class Takes extends EventTarget {
    /** @type {import("./database.js").AnyDatabase | null} */ #database = null;
    /** @type {BroadcastChannel | null} */ #channel = null;
    /** @type {Promise<void>} */ #opening = Promise.resolve();
    /** @type {{ id: string, name: string } | null} */ user = null;
    /** @type {string | null} why nothing can be recorded here, as a sentence */ refusal = null;

    /** @param {{ id: string, name: string }} user @param {import("./database.js").AnyDatabase} [database] in place of the browser's */
    open(user, database) {
        this.close();
        this.user = user;
        this.refusal = null;
        this.#opening = this.#open(user, database);
        return this.#opening;
    }

    /** @param {{ id: string, name: string }} user @param {import("./database.js").AnyDatabase} [given] */
    async #open(user, given) {
        try {
            const database = given ?? (await Database.open(`rounds-takes-${user.id}`, { version: VERSION, upgrade }));
            if (this.user !== user) return database.close();
            this.#database = database;
            this.#database.onLost(() => this.user === user && this.open(user));
        } catch (error) {
            this.refusal = error instanceof StorageUnavailable ? error.message : StorageUnavailable.sentence(error);
        }
        this.#channel = new BroadcastChannel(`rounds-takes-${user.id}`);
        this.#channel.addEventListener("message", () => this.dispatchEvent(new Event("change")));
        this.dispatchEvent(new Event("change"));
        return undefined;
    }

    close() {
        this.#channel?.close();
        this.#database?.close();
        this.#channel = null;
        this.#database = null;
        this.user = null;
        this.dispatchEvent(new Event("change"));
    }

    // -- recording

    /** @param {{ session: string, title: string, mime: string }} about @returns {Promise<{ take: Take, part: Part }>} */
    async begin({ session, title, mime }) {
        const now = Date.now();
        /** @type {Take} */
        const take = { id: uuidV7(), session, title, startedAt: now, heardAt: now, state: "recording", error: null };
        const part = newPart(take.id, 0, mime, now);
        await this.#write(["takes", "parts"], async (transaction) => {
            transaction.put("takes", take);
            transaction.put("parts", part);
        });
        return { take, part };
    }

    /**
     * The next run of the same recording; one that kept nothing is used again.
     * @param {string} id of the take
     * @param {string} mime
     * @returns {Promise<Part>}
     */
    goOn(id, mime) {
        return this.#write(["takes", "parts"], async (transaction) => {
            const take = await transaction.get("takes", id);
            const parts = await transaction.all("parts", null, below(id));
            const vain = parts.find((/** @type {Part} */ one) => one.bytes === 0 && !one.upload);
            const part = newPart(id, vain?.part ?? parts.length, mime, Date.now());
            transaction.put("takes", { ...take, state: "recording", error: null });
            transaction.put("parts", part);
            return part;
        });
    }

    /**
     * Keeps what the recorder gave; on the disk once it returns.
     * @param {string} id of the part
     * @param {Uint8Array} bytes
     * @param {number} seconds of sound in the part with these
     */
    append(id, bytes, seconds) {
        return this.#write(ALL, async (transaction) => {
            const part = await transaction.get("parts", id);
            const take = await transaction.get("takes", part.take);
            transaction.put("chunks", { id: chunkId(id, part.bytes), bytes });
            transaction.put("parts", { ...part, bytes: part.bytes + bytes.length, seconds });
            transaction.put("takes", { ...take, heardAt: Date.now() });
        });
    }

    /** Nothing more comes. @param {string} id of the take */
    async stop(id) {
        await this.#change("takes", id, { state: "stopped" });
    }

    // -- reading

    /** @returns {Promise<TakeView[]>} oldest first */
    async list() {
        await this.#opening;
        if (!this.#database) return [];
        const [takes, parts] = await this.#database.read(["takes", "parts"], (transaction) => Promise.all([transaction.all("takes", null), transaction.all("parts", null)]));
        const shown = takes.filter((/** @type {Take} */ take) => !take.dropped);
        return shown.map((/** @type {Take} */ take) => view(take, parts)).toSorted((/** @type {Take} */ left, /** @type {Take} */ right) => left.startedAt - right.startedAt);
    }

    /**
     * @param {string} id of the part
     * @param {number} from offset
     * @param {number} most bytes; at least one chunk comes
     * @returns {Promise<Uint8Array>}
     */
    async bytes(id, from, most) {
        const database = await this.#ready();
        return database.read(["chunks"], async (transaction) => {
            const keys = await transaction.keys("chunks", below(id));
            const first = keys.findLastIndex((/** @type {string} */ key) => offsetOf(key) <= from);
            const wanted = keys.slice(first).filter((/** @type {string} */ key, /** @type {number} */ index) => index === 0 || offsetOf(key) < from + most);
            const chunks = await transaction.many("chunks", wanted);
            const joined = new Uint8Array(chunks.reduce((sum, { bytes }) => sum + bytes.length, 0));
            let at = 0;
            for (const { bytes } of chunks) {
                joined.set(bytes, at);
                at += bytes.length;
            }
            return joined.subarray(from - offsetOf(keys[first]));
        });
    }

    // -- sending

    /** @param {string} id of the part @param {Partial<Part>} fields */
    async note(id, fields) {
        await this.#change("parts", id, fields);
    }

    /** The server has this part: its chunks go. @param {Part} part */
    settle(part) {
        return this.#write(["parts", "chunks"], async (transaction) => {
            transaction.put("parts", { ...(await transaction.get("parts", part.id)), done: true, sent: part.bytes });
            for (const key of await transaction.keys("chunks", below(part.id))) transaction.delete("chunks", key);
        });
    }

    /** @param {string} id of the take @param {Take["error"]} error */
    async refuse(id, error) {
        await this.#change("takes", id, { error });
    }

    /** @param {string} id of the take @param {boolean} dropped false brings it back */
    async drop(id, dropped) {
        await this.#change("takes", id, { dropped });
    }

    /** Takes a recording off this device. @param {string} id of the take */
    remove(id) {
        return this.#write(ALL, async (transaction) => {
            transaction.delete("takes", id);
            for (const store of ["parts", "chunks"]) for (const key of await transaction.keys(store, below(id))) transaction.delete(store, key);
        });
    }

    /** Puts away what was let go of. @param {number} before milliseconds: those begun earlier */
    async sweep(before) {
        const database = await this.#ready();
        const dropped = (await database.read(["takes"], (transaction) => transaction.all("takes", null))).filter((/** @type {Take} */ take) => take.dropped && take.heardAt < before);
        for (const { id } of dropped) await this.remove(id);
    }

    // -- uploads of files that were broken off

    /** @returns {Promise<import("../scribe/fingerprint.js").KnownFile[]>} */
    async files() {
        await this.#opening;
        return this.#database ? this.#database.read(["files"], (transaction) => transaction.all("files", null)) : [];
    }

    /** @param {import("../scribe/fingerprint.js").KnownFile} file */
    keepFile(file) {
        return this.#write(["files"], async (transaction) => transaction.put("files", file));
    }

    /** @param {string} upload */
    forgetFile(upload) {
        return this.#write(["files"], async (transaction) => transaction.delete("files", upload));
    }

    // -- inside

    async #ready() {
        await this.#opening;
        if (!this.#database) throw new StorageUnavailable(new DOMException("", "InvalidStateError"));
        return this.#database;
    }

    /** @param {string} store @param {string} id @param {object} fields */
    #change(store, id, fields) {
        return this.#write([store], async (transaction) => {
            const row = await transaction.get(store, id);
            if (row) transaction.put(store, { ...row, ...fields });
        });
    }

    /** @template T @param {string[]} stores @param {(transaction: any) => Promise<T>} body @returns {Promise<T>} */
    async #write(stores, body) {
        const database = await this.#ready();
        const result = await database.write(stores, body);
        this.dispatchEvent(new Event("change"));
        // a channel, not a window: there is no origin to name
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        this.#channel?.postMessage("change");
        return result;
    }
}

/** @param {string} take @param {number} part @param {string} mime @param {number} now @returns {Part} */
function newPart(take, part, mime, now) {
    return { id: partId(take, part), take, part, mime, startedAt: now, bytes: 0, seconds: 0, upload: null, sent: 0, done: false };
}

/** @param {Take} take @param {Part[]} all @returns {TakeView} */
function view(take, all) {
    const parts = all.filter((part) => part.take === take.id).toSorted((left, right) => left.part - right.part);
    const sum = (/** @type {(part: Part) => number} */ of) => parts.reduce((total, part) => total + of(part), 0);
    return { ...take, parts, bytes: sum((part) => part.bytes), seconds: sum((part) => part.seconds), sent: sum((part) => part.sent) };
}

export const takes = new Takes();
