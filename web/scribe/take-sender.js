/**
 * Brings recordings from this device to the server: oldest first, part after part, while they are still being made, whenever the
 * network allows, from one tab. A part leaves the device only after the server acknowledged all of it under its SHA-256.
 * Events: "change" (of what `of` answers), "stored" (detail: take, recording).
 */
import { me } from "../me.js";
import { takes } from "../store/takes.js";
import { retryDelay } from "../sync/backoff.js";
import { Sha256 } from "../lib/sha256.js";
import { begin, discard, fill, finish, isPassing, look } from "./resumable.js";
import { knownSession } from "./session-info.js";
import { ending } from "./truth.js";
import { sentence } from "./words.js";

/** While a recording runs, this much is worth a request: eight seconds of speech. */
const WORTH = 64 * 1024;
const HASH_STEP = 1024 * 1024;
const LONGEST_WAIT = 60_000;
/** What was let go of can be brought back as long. */
const KEPT_AFTER_DROP = 60 * 60_000;

/** @typedef {import("../store/takes.js").TakeView} TakeView @typedef {import("../store/takes.js").Part} Part @typedef {import("./truth.js").Sending} Sending */

export class TakeSender extends EventTarget {
    /** @type {AbortController | null} */ #abort = null;
    /** @type {Map<string, Sending>} */ #states = new Map();
    #failures = 0;
    #wake = () => {};
    /** @type {BroadcastChannel | null} */ #tabs = null;

    /** Follows the user whose takes are open; call once. */
    follow() {
        takes.addEventListener("change", () => {
            if (takes.user?.id !== this.#user) this.#start();
            else this.#wake();
        });
        for (const type of ["online", "focus"]) window.addEventListener(type, () => this.now());
        me.addEventListener("confirmed", () => this.now());
        this.#start();
    }

    /** @type {string | undefined} */ #user;

    /** @param {string} take its id @returns {Sending} */
    of(take) {
        return this.#states.get(take) ?? { phase: "idle" };
    }

    /** Tries at once. */
    now() {
        this.#failures = 0;
        this.#wake();
    }

    #start() {
        this.#abort?.abort();
        this.#tabs?.close();
        this.#states.clear();
        this.#user = takes.user?.id;
        if (!this.#user) return;
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        this.#tabs = new BroadcastChannel(`rounds-takes-sending-${this.#user}`);
        this.#tabs.addEventListener("message", ({ data }) => this.#hear(data));
        const run = () => this.#run(signal);
        if (navigator.locks) navigator.locks.request(`rounds-takes-sender-${this.#user}`, { signal }, run).catch(() => undefined);
        else run();
    }

    /** @param {AbortSignal} signal */
    async #run(signal) {
        await takes.sweep(Date.now() - KEPT_AFTER_DROP).catch(() => undefined);
        while (!signal.aborted) {
            let failed = false;
            let pending = false;
            // woken by a chunk that comes while this round is under way
            let woken = false;
            this.#wake = () => (woken = true);
            for (const take of await takes.list().catch(() => [])) {
                if (signal.aborted) return;
                if (take.error) continue;
                pending = true;
                if (!(await this.#tried(take, signal))) failed = true;
            }
            if (failed) this.#failures += 1;
            else this.#failures = 0;
            if (woken && !failed) continue;
            const wait = failed ? Math.min(LONGEST_WAIT, retryDelay(this.#failures, Math.random())) : pending ? 5_000 : LONGEST_WAIT;
            await this.#pause(wait, signal);
        }
    }

    /** @param {number} milliseconds @param {AbortSignal} signal */
    #pause(milliseconds, signal) {
        return new Promise((resolve) => {
            const failures = this.#failures;
            const timer = setTimeout(resolve, milliseconds);
            const done = () => {
                clearTimeout(timer);
                resolve(undefined);
            };
            // a new chunk is no reason to ask a server again that did not answer; a person or the network is
            this.#wake = () => {
                if (failures === 0 || this.#failures === 0) done();
            };
            signal.addEventListener("abort", done, { once: true });
        });
    }

    /** @param {TakeView} take @param {AbortSignal} signal @returns {Promise<boolean>} false: try again later */
    async #tried(take, signal) {
        try {
            await this.#send(take, signal);
            return true;
        } catch (error) {
            if (signal.aborted) return true;
            if (error.code === "unknown_upload") {
                // swept at the server, or another server: what is here is all there is, so it begins anew
                for (const part of take.parts) if (!part.done) await takes.note(part.id, { upload: null, sent: 0 });
                this.#say(take.id, { phase: "waiting", reason: "It is sent once more from the start." });
            } else if (isPassing(error) || !error.status || (error.code === "unknown_session" && (await knownSession(take.session)))) this.#say(take.id, { phase: "waiting", reason: reasonOf(error) });
            else await takes.refuse(take.id, { code: error.code ?? "refused", detail: sentence(error) });
            return false;
        }
    }

    /** @param {TakeView} take @param {AbortSignal} signal */
    async #send(take, signal) {
        let recording = null;
        for (const part of take.parts) {
            if (part.done || part.bytes === 0) continue;
            const how = ending(take, part);
            if (how || part.bytes - part.sent >= WORTH) recording = await this.#sendPart(take, part, how, signal);
        }
        if (take.state !== "stopped") return this.#say(take.id, { phase: "idle" });
        await takes.remove(take.id);
        this.#states.delete(take.id);
        this.#tell({ stored: take.id, session: take.session, recording });
        return undefined;
    }

    /** @param {TakeView} take @param {Part} part @param {ReturnType<typeof ending>} how null: it still grows @param {AbortSignal} signal */
    async #sendPart(take, part, how, signal) {
        this.#say(take.id, { phase: "sending" });
        let { upload, sent: offset } = part;
        // while it grows, a place that both sides do not agree on shows by itself
        if (upload && how) ({ offset } = await look(upload, signal));
        if (!upload) {
            const about = { name: nameOf(take, part), size: null, purpose: /** @type {const} */ ("recording"), take: take.id, part: part.part, startedAt: new Date(part.startedAt).toISOString() };
            const made = await begin(take.session, about, signal);
            ({ id: upload, offset } = made);
            await takes.note(part.id, { upload, sent: offset });
        }
        const progress = async (/** @type {number} */ sent, /** @type {boolean} */ acknowledged) => {
            if (acknowledged) await takes.note(part.id, { sent });
        };
        await fill({ id: upload, offset, total: part.bytes, read: (from, most) => takes.bytes(part.id, from, most), progress, signal });
        if (!how) return null;
        try {
            const answer = await finish(upload, { size: part.bytes, sha256: await hashOf(part), ...how }, signal);
            await takes.settle(part);
            return answer;
        } catch (error) {
            if (error.code !== "checksum_mismatch") throw error;
            await discard(upload).catch(() => undefined);
            await takes.note(part.id, { upload: null, sent: 0 });
            throw Object.assign(new Error("What arrived was damaged on the way. It is sent once more."), { status: 0 });
        }
    }

    /** @param {string} take @param {Sending} state */
    #say(take, state) {
        const { phase, reason } = this.of(take);
        if (phase !== state.phase || reason !== state.reason) this.#tell({ take, state });
    }

    /** Here and in the other tabs. @param {any} message */
    #tell(message) {
        this.#hear(message);
        // a channel, not a window: there is no origin to name
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        this.#tabs?.postMessage(message);
    }

    /** @param {any} message */
    #hear({ take, state, stored, session, recording }) {
        if (take) this.#states.set(take, state);
        if (stored) this.dispatchEvent(new CustomEvent("stored", { detail: { take: stored, session, recording } }));
        this.dispatchEvent(new Event("change"));
    }
}

/** @param {any} error */
function reasonOf(error) {
    if (error.code === "unreachable") return "It goes out when the server can be reached";
    if (error.code === "unknown_session") return "The server does not know this session yet; it goes out after it";
    if (error.status === 401) return "Sign in, and it goes out";
    if (error.status === 429) return "The server is busy; it goes out by itself";
    return `${sentence(error)} It is tried again by itself`;
}

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** @param {TakeView} take @param {Part} part */
function nameOf(take, part) {
    const ending = part.mime.includes("mp4") ? "m4a" : part.mime.includes("ogg") ? "ogg" : "webm";
    const at = new Date(take.startedAt);
    return `Recording ${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}.${two(at.getMinutes())}.${ending}`;
}

/** @param {Part} part */
async function hashOf(part) {
    const hash = new Sha256();
    for (let at = 0; at < part.bytes; ) {
        const bytes = await takes.bytes(part.id, at, HASH_STEP);
        hash.update(bytes);
        at += bytes.length;
    }
    return hash.digest();
}

export const takeSender = new TakeSender();
