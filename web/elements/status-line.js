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

/** @param {number} moment @param {boolean} [seconds] */
function clock(moment, seconds = false) {
    const options = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", second: seconds ? "2-digit" : undefined, hourCycle: "h23" });
    const text = new Date(moment).toLocaleTimeString("en-GB", options);
    const sameDay = new Date(moment).toDateString() === new Date().toDateString();
    return sameDay ? text : `${text} on ${new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "short" })}`;
}

/**
 * @param {import("../store/store.js").Summary} summary
 * @param {import("../sync/engine.js").EngineState} state
 * @param {string | null} refusal why this device cannot keep work
 * @returns {Line}
 */
export function describe(summary, state, refusal) {
    const { waiting, attention, agreedAt } = summary;
    const saved = refusal ? "Not kept on this device" : "Saved on this device";
    const extra = attention > 0 ? ` · ${attention} ${attention === 1 ? "needs" : "need"} attention` : "";
    const agreed = agreedAt ? `agreed with server at ${clock(agreedAt)}` : "not yet agreed with the server";
    const tone = attention > 0 || refusal ? "bad" : null;
    const line = (/** @type {string} */ text, /** @type {any} */ usual, /** @type {string} */ name) => ({ text: text + extra, tone: tone ?? usual, icon: attention > 0 ? "conflict" : name });
    if (state.phase === "sending" && waiting > 0) return line(`${saved} · sending ${waiting}`, "accent", "sync");
    if (state.phase === "fetching") return line(`Fetching the register${state.fetched > 0 ? ` · ${state.fetched} records` : ""}`, "accent", "sync");
    if (waiting > 0) return line(`${saved} · ${waiting} waiting${hint(state)}`, "warn", refusal ? "conflict" : "device");
    if (state.phase === "signed-out") return line(`Signed out · ${agreed}`, "warn", "lock");
    if (state.phase === "waiting") return line(`No connection · ${agreed}`, "neutral", "offline");
    if (refusal) return line(`${saved} · ${agreed}`, "bad", "conflict");
    if (!agreedAt) return line("Not yet agreed with the server", "neutral", "cloud");
    return line(`Agreed with server at ${clock(agreedAt)}`, "good", "check");
}

/** @param {import("../sync/engine.js").EngineState} state */
function hint({ phase, nextTryAt }) {
    if (phase === "signed-out") return ", sign in to send";
    if (phase === "other-user") return " for its author";
    if (phase === "update") return ", update Rounds to send";
    return nextTryAt ? `, next try ${clock(nextTryAt, true)}` : "";
}

class StatusLine extends HTMLElement {
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 30);
    #said = "";

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        render(this, html`<a href="/sync"></a><span class="visually-hidden" role="status"></span>`);
        store.addEventListener("change", () => this.#refresh(), { signal });
        engine.addEventListener("change", () => this.#refresh(), { signal });
        this.#draw();
    }

    disconnectedCallback() {
        this.#abort.abort();
        this.#refresh.cancel();
    }

    async #draw() {
        this.hidden = !me.reads;
        if (!store.user || this.hidden) return;
        const { signal } = this.#abort;
        let summary;
        try {
            summary = await store.summary();
        } catch {
            return;
        }
        if (signal.aborted) return;
        const line = describe(summary, engine.state, store.refusal);
        render(this.querySelector("a"), html`${icon(line.icon)}<span>${line.text}</span>`);
        this.querySelector("a").dataset.tone = line.tone;
        this.dataset.phase = engine.state.phase;
        this.#announce(line.text);
    }

    /**
     * Spoken when the kind of news changes, not with every count and clock.
     * @param {string} text
     */
    #announce(text) {
        const kind = text.replace(/\d+/g, "").replace(/, next try.*/, "");
        if (kind === this.#said) return;
        this.#said = kind;
        this.querySelector("[role=status]").textContent = text;
    }
}
customElements.define("r-status-line", StatusLine);
