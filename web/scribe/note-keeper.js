/**
 * One note between this device and the server. What is typed is on the disk after half a second and at the server soon after;
 * without a network it waits here. Another device's text is merged line by line.
 *
 * Events: "state" (detail: a sentence for the line under the note), "text" (the note changed under the editor).
 */
import { path } from "../lib/html.js";
import { debounce } from "../lib/events.js";
import { api } from "../api.js";
import { Drafts } from "../store/drafts.js";
import { merge } from "./note-merge.js";
import { sentence } from "./words.js";

const KEEP_AFTER = 500;
const SEND_AFTER = 1_500;
const TRY_AGAIN = 15_000;

export class NoteKeeper extends EventTarget {
    text = "";
    #session;
    #drafts;
    #base = "";
    #version = 0;
    #isSending = false;
    #isClosed = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
    #keepSoon = debounce(() => this.keep(), KEEP_AFTER);
    #sendSoon = debounce(() => this.send(), SEND_AFTER);

    /** @param {string} session @param {string} user */
    constructor(session, user) {
        super();
        this.#session = session;
        this.#drafts = new Drafts(user);
    }

    async open() {
        const draft = await this.#drafts.get(this.#session);
        if (draft) ({ text: this.text, base: this.#base, version: this.#version } = draft);
        this.#tell(draft ? "From this device." : "");
        await this.fetch();
    }

    /** What the server has, brought together with what is here. */
    async fetch() {
        try {
            this.#take(await api.get(this.#address, { timeout: 6_000 }));
            await this.send();
        } catch (error) {
            this.#failed(error);
        }
    }

    /** @param {string} text */
    write(text) {
        this.text = text;
        this.#tell("Keeping…");
        this.#keepSoon();
        this.#sendSoon();
    }

    /** On the disk when it returns. */
    async keep() {
        this.#keepSoon.cancel();
        await this.#drafts.put({ session: this.#session, text: this.text, base: this.#base, version: this.#version, keptAt: Date.now() });
        if (this.text !== this.#base) this.#tell(this.#drafts.isKept ? "Kept on this device." : "This browser cannot keep notes; they are sent as you type.");
    }

    async send() {
        this.#sendSoon.cancel();
        if (this.#isSending || this.#isClosed) return;
        if (this.text === this.#base) {
            if (this.#version > 0) this.#tell("Saved.");
            return;
        }
        this.#isSending = true;
        const sent = this.text;
        try {
            const { version } = await api.put(this.#address, { text: sent, version: this.#version });
            [this.#base, this.#version] = [sent, version];
            await this.keep();
            this.#tell("Saved.");
        } catch (error) {
            if (error.code === "stale_version" && error.problem?.current) this.#take(error.problem.current);
            else this.#failed(error);
        } finally {
            this.#isSending = false;
        }
        if (this.text !== this.#base) this.#sendSoon();
    }

    /** Ends it; what is not sent stays on this device and goes the next time. */
    async close() {
        await this.keep();
        await this.send();
        this.#isClosed = true;
        clearTimeout(this.#timer);
        this.#sendSoon.cancel();
        await this.#drafts.close();
    }

    get #address() {
        return `/scribe${path("sessions", this.#session, "note")}`;
    }

    /** @param {{ text: string, version: number }} theirs */
    #take({ text, version }) {
        if (version === this.#version) return;
        const { text: merged, conflicts } = merge(this.#base, this.text, text);
        [this.#base, this.#version] = [text, version];
        if (merged !== this.text) {
            this.text = merged;
            this.dispatchEvent(new Event("text"));
        }
        this.keep();
        if (conflicts > 0) this.#tell("Another device changed the same lines: both versions stand in the note.");
    }

    /** @param {any} error */
    #failed(error) {
        const isAway = error.code === "unreachable" || error.status >= 500;
        this.#tell(isAway ? (this.text === this.#base ? "The server cannot be reached; this is the note as this device knows it." : "Kept on this device; it is sent when the server can be reached.") : sentence(error));
        clearTimeout(this.#timer);
        if (isAway && !this.#isClosed) this.#timer = setTimeout(() => this.fetch(), TRY_AGAIN);
    }

    /** @param {string} text */
    #tell(text) {
        if (!this.#isClosed) this.dispatchEvent(new CustomEvent("state", { detail: text }));
    }
}
