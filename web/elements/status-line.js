/**
 * The line that never lies: what is on this device only, what is under way, what the server agreed to and when. It counts
 * rows of the outbox, never what a page believes.
 */
import { html, render } from "../lib/html.js";
import { debounce } from "../lib/events.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { icon } from "./icons.js";

/** @typedef {{ text: string, tone: "neutral" | "good" | "warn" | "bad" | "accent", icon: string }} Line */

/** @typedef {{ refusal: string | null, failure: string | null }} Keeping why this device cannot keep work, and why it could not keep the last */

/** @type {Record<import("../sync/engine.js").Cause, string>} */
const CAUSES = { network: "No connection", busy: "The server is busy", trouble: "The server has a problem", device: "No room for the server's answer" };

/** @param {number} moment */
function clock(moment) {
    const options = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const text = new Date(moment).toLocaleTimeString("en-GB", options);
    const sameDay = new Date(moment).toDateString() === new Date().toDateString();
    return sameDay ? text : `${text} on ${new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "short" })}`;
}

/**
 * @param {import("../store/store.js").Summary} summary
 * @param {import("../sync/engine.js").EngineState} state
 * @param {Keeping} store
 * @returns {Line}
 */
export function describe(summary, state, { refusal, failure }) {
    const { waiting, attention, agreedAt } = summary;
    const saved = refusal ? "Not kept on this device" : failure ? "The last change was not saved" : "Saved on this device";
    const extra = attention > 0 ? ` · ${attention} ${attention === 1 ? "needs" : "need"} attention` : "";
    const agreed = agreedAt ? `agreed with server at ${clock(agreedAt)}` : "not yet agreed with the server";
    const tone = attention > 0 || refusal || failure ? "bad" : null;
    const line = (/** @type {string} */ text, /** @type {any} */ usual, /** @type {string} */ name) => ({ text: text + extra, tone: tone ?? usual, icon: tone ? "conflict" : name });
    if (state.phase === "sending" && waiting > 0) return line(`${saved} · sending ${waiting}`, "accent", "sync");
    if (state.phase === "fetching") return line(`Fetching the register${state.fetched > 0 ? ` · ${state.fetched} records` : ""}`, "accent", "sync");
    if (waiting > 0) return line(`${saved} · ${waiting} waiting${hint(state)}`, "warn", "device");
    if (failure) return line(`${saved} · ${agreed}`, "bad", "conflict");
    if (state.phase === "signed-out") return line(`Signed out · ${agreed}`, "warn", "lock");
    if (state.phase === "other-user") return line(`Somebody else is signed in · ${agreed}`, "warn", "lock");
    if (state.phase === "update") return line(`Update needed · ${agreed}`, "warn", "sync");
    if (state.phase === "waiting") return line(`${CAUSES[state.cause]} · ${agreed}`, "neutral", "offline");
    if (refusal) return line(`${saved} · ${agreed}`, "bad", "conflict");
    if (!agreedAt) return line("Not yet agreed with the server", "neutral", "cloud");
    return line(`Agreed with server at ${clock(agreedAt)}`, "good", "check");
}

/**
 * While a person's change is being written nothing may go on saying that all is agreed.
 * @type {Line}
 */
const SAVING = { text: "Saving on this device…", tone: "neutral", icon: "device" };

/** @param {import("../sync/engine.js").EngineState} state */
function hint({ phase, nextTryAt, cause }) {
    if (phase === "signed-out") return ", sign in to send";
    if (phase === "other-user") return " for its author";
    if (phase === "update") return ", update Rounds to send";
    if (nextTryAt === null) return "";
    const seconds = Math.ceil((nextTryAt - performance.now()) / 1000);
    return `${cause === "network" ? "" : `, ${CAUSES[cause].toLowerCase()}`}, next try ${seconds > 0 ? `in ${seconds} s` : "now"}`;
}

class StatusLine extends HTMLElement {
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 30);
    #said = "";
    #speak = debounce((/** @type {string} */ text) => (this.#spoken.textContent = text), 1_000);
    /** Counts what made an answer that is still being read too old to be shown. */
    #turn = 0;
    /** The line on the screen says that nothing waits. */
    #claims = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #tick;

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        render(this, html`<a href="/sync"></a><span class="visually-hidden" role="status"></span>`);
        store.addEventListener("saving", () => this.#doubt(), { signal });
        store.addEventListener("change", (/** @type {CustomEvent} */ { detail }) => (detail.captured ? this.#doubt() : this.#refresh()), { signal });
        engine.addEventListener("change", () => this.#refresh(), { signal });
        this.#draw();
    }

    /** Something is written that the server has not agreed to: says so before it is counted. */
    #doubt() {
        this.#turn += 1;
        if (this.#claims) {
            this.#claims = false;
            this.#show(SAVING);
            this.#announce(SAVING.text);
        }
        this.#refresh();
    }

    disconnectedCallback() {
        this.#abort.abort();
        this.#refresh.cancel();
        this.#speak.cancel();
        clearTimeout(this.#tick);
    }

    async #draw() {
        this.hidden = !me.reads;
        if (!store.user || this.hidden) return;
        const { signal } = this.#abort;
        const turn = this.#turn;
        let summary;
        try {
            summary = await store.summary();
        } catch {
            return;
        }
        if (signal.aborted || turn !== this.#turn) return;
        const line = describe(summary, engine.state, store);
        this.#claims = summary.waiting === 0;
        this.#show(line);
        this.dataset.phase = engine.state.phase;
        this.#announce(line.text);
        clearTimeout(this.#tick);
        if (engine.state.nextTryAt !== null) this.#tick = setTimeout(() => this.#draw(), 1_000);
    }

    /** @param {Line} line */
    #show(line) {
        render(this.querySelector("a"), html`${icon(line.icon)}<span>${line.text}</span>`);
        this.querySelector("a").dataset.tone = line.tone;
    }

    /**
     * Spoken when the kind of news changes, not with every count and clock, and once it has stood for a while. What was spoken
     * before is taken away at once: it can still be read, and may no longer be so.
     * @param {string} text
     */
    #announce(text) {
        const kind = text.replace(/\d+/g, "").replace(/, next try.*/, "");
        if (kind === this.#said) return;
        this.#said = kind;
        this.#spoken.textContent = "";
        this.#speak(text);
    }

    get #spoken() {
        return this.querySelector("[role=status]");
    }
}
customElements.define("r-status-line", StatusLine);
