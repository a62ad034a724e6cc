/**
 * Files on their way to a session, one after the other. They belong to the app, not to a page. What a reload or a cut connection
 * broke off goes on where the server is, once the same file is chosen again. Event "change"; "arrived" (detail: the upload).
 */
import { Sha256 } from "../lib/sha256.js";
import { takes } from "../store/takes.js";
import { headOf, sameFile } from "./fingerprint.js";
import { begin, discard, fill, finish, isPassing, look } from "./resumable.js";
import { retryDelay } from "../sync/backoff.js";

/** Above this the time for hashing in the browser is better spent on sending. */
const HASHED_UP_TO = 512 * 1024 ** 2;
const HASH_STEP = 1024 ** 2;
const LONGEST_WAIT = 30_000;

/**
 * @typedef {object} FileUpload
 * @property {number} id
 * @property {string} session
 * @property {"recording" | "attachment"} purpose
 * @property {File} file
 * @property {"waiting" | "sending" | "pausing" | "finishing" | "done" | "failed"} state pausing: the connection is gone, it goes on by itself
 * @property {number} sent bytes that left; the server's word when it pauses
 * @property {boolean} resumed it went on where an earlier visit stopped
 * @property {any} result
 * @property {any} error
 */

class FileUploads extends EventTarget {
    /** @type {FileUpload[]} newest first */ list = [];
    #next = 1;
    #running = false;
    /** @type {{ id: number, abort: AbortController, upload: string | null } | null} */ #current = null;

    /** @param {Iterable<File>} files @param {{ session: string, purpose: "recording" | "attachment" }} where */
    add(files, { session, purpose }) {
        for (const file of files) {
            /** @type {FileUpload} */
            const one = { id: (this.#next += 1), session, purpose, file, state: "waiting", sent: 0, resumed: false, result: null, error: null };
            if (file.size === 0) Object.assign(one, { state: "failed", error: { code: "empty_file", detail: "The file is empty." } });
            this.list.unshift(one);
        }
        this.#tell();
        this.#run();
    }

    /** @param {number} id */
    again(id) {
        const one = this.list.find((each) => each.id === id);
        if (!one) return;
        Object.assign(one, { state: "waiting", error: null });
        this.#tell();
        this.#run();
    }

    /** Off the list; what is under way is stopped, and what the server has of it goes. @param {number} id */
    remove(id) {
        this.list = this.list.filter((one) => one.id !== id);
        if (this.#current?.id === id) {
            const { upload, abort } = this.#current;
            abort.abort();
            if (upload) this.forget(upload);
        }
        this.#tell();
    }

    /** An upload that is not gone on with. @param {string} upload */
    async forget(upload) {
        await takes.forgetFile(upload).catch(() => undefined);
        await discard(upload).catch(() => undefined);
        this.#tell();
    }

    /** What earlier visits left unfinished. @param {string} session */
    async unfinished(session) {
        const known = await takes.files().catch(() => []);
        return known.filter((one) => one.session === session && one.upload !== this.#current?.upload);
    }

    async #run() {
        if (this.#running) return;
        this.#running = true;
        document.body.toggleAttribute("data-uploading", true);
        let one;
        while ((one = this.list.findLast((each) => each.state === "waiting"))) await this.#send(one);
        this.#running = false;
        document.body.toggleAttribute("data-uploading", false);
    }

    /** @param {FileUpload} one */
    async #send(one) {
        const abort = new AbortController();
        this.#current = { id: one.id, abort, upload: null };
        for (let failures = 0; ; failures += 1) {
            const before = one.sent;
            try {
                await this.#transfer(one, abort.signal);
                break;
            } catch (error) {
                if (abort.signal.aborted) break;
                if (one.sent > before) failures = 0;
                if (!(await this.#mayGoOn(one, error, failures, abort.signal))) break;
            }
        }
        this.#current = null;
        this.#tell();
    }

    /** @param {FileUpload} one @param {any} error @param {number} failures @param {AbortSignal} signal @returns {Promise<boolean>} */
    async #mayGoOn(one, error, failures, signal) {
        if (error.code === "unknown_upload" && this.#current.upload) {
            await takes.forgetFile(this.#current.upload).catch(() => undefined);
            this.#current.upload = null;
            return true;
        }
        if (!isPassing(error) || error.code === "storage_full" || error.status === 401) {
            if (error instanceof DOMException && error.name === "NotReadableError") error = { code: "unreadable", detail: "The file can no longer be read. Was it moved or changed? Choose it again." };
            Object.assign(one, { state: "failed", error });
            const settled = error.status >= 400 && error.status < 500 && error.status !== 401;
            if (settled && this.#current.upload) await takes.forgetFile(this.#current.upload).catch(() => undefined);
            return false;
        }
        one.state = "pausing";
        this.#tell();
        await pause(Math.max(500, Math.min(LONGEST_WAIT, retryDelay(failures, Math.random(), error.retryAfter ?? 0))), signal);
        return !signal.aborted;
    }

    /** @param {FileUpload} one @param {AbortSignal} signal */
    async #transfer(one, signal) {
        one.state = "sending";
        this.#tell();
        const { file, session, purpose } = one;
        let offset = 0;
        let upload = this.#current.upload;
        const head = upload ? "" : await headOf(file);
        const known = upload ? null : sameFile(file, head, { session, purpose }, await takes.files().catch(() => []));
        if (known) {
            upload = known.upload;
            one.resumed = true;
            this.#current.upload = upload;
        }
        if (upload) ({ offset } = await look(upload, signal));
        else {
            // not cut short when it is cancelled: the server would keep an upload that nobody knows
            const made = await begin(session, { name: file.name, size: file.size, purpose, take: null, part: null, startedAt: null });
            ({ id: upload, offset } = made);
            if (signal.aborted) return this.forget(upload);
            this.#current.upload = upload;
            await takes.keepFile({ upload, session, purpose, name: file.name, size: file.size, head, at: Date.now() }).catch(() => undefined);
        }
        this.#current.upload = upload;
        const read = async (/** @type {number} */ from, /** @type {number} */ most) => new Uint8Array(await file.slice(from, from + most).arrayBuffer());
        const progress = (/** @type {number} */ sent) => {
            one.sent = Math.min(sent, file.size);
            this.#tell();
        };
        progress(offset);
        await fill({ id: upload, offset, total: file.size, read, progress, signal });
        one.state = "finishing";
        this.#tell();
        const sha256 = file.size <= HASHED_UP_TO ? await hashOf(file, signal) : null;
        one.result = await finish(upload, { size: file.size, sha256, last: true, parts: null }, signal);
        one.state = "done";
        await takes.forgetFile(upload).catch(() => undefined);
        this.dispatchEvent(new CustomEvent("arrived", { detail: one }));
        return undefined;
    }

    #tell() {
        this.dispatchEvent(new Event("change"));
    }
}

/** @param {File} file @param {AbortSignal} signal */
async function hashOf(file, signal) {
    const hash = new Sha256();
    for (let at = 0; at < file.size; at += HASH_STEP) {
        hash.update(new Uint8Array(await file.slice(at, at + HASH_STEP).arrayBuffer()));
        if (signal.aborted) throw new DOMException("Stopped", "AbortError");
    }
    return hash.digest();
}

/** Until the time is over or the network is back. @param {number} milliseconds @param {AbortSignal} signal */
function pause(milliseconds, signal) {
    return new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds);
        function done() {
            clearTimeout(timer);
            window.removeEventListener("online", done);
            resolve(undefined);
        }
        window.addEventListener("online", done);
        signal.addEventListener("abort", done, { once: true });
    });
}

export const fileUploads = new FileUploads();

window.addEventListener("beforeunload", (event) => {
    if (!fileUploads.list.some(({ state }) => ["waiting", "sending", "finishing"].includes(state))) return;
    event.preventDefault();
    event.returnValue = "";
});
