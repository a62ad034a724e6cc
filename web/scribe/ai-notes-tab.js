/** Summary, outline, key terms and suggested tags, every sentence with the words it stands on. Older versions stay. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { dateTime } from "../lib/dates.js";
import { fetched } from "../elements/fetched.js";
import { empty, notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { cited, follow, sources } from "./citations.js";
import { Making } from "./making.js";
import { sentence } from "./words.js";

export class Tab {
    #host;
    #context;
    #abort = new AbortController();
    /** @type {any} the version on screen */ #notes = null;
    /** @type {Making} */ #making;

    /** @param {HTMLElement} host @param {import("./tabs.js").SessionContext} context */
    constructor(host, context) {
        this.#host = host;
        this.#context = context;
        this.#making = new Making({ line: () => host.querySelector(".making"), label: "Reading the session…", failure: "The notes could not be made.", load: () => this.#load(), signal: this.#abort.signal });
    }

    async mount() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/work.css");
        if (signal.aborted) return;
        render(this.#host, html`<div class="making"></div><div class="made"></div>`);
        listen(this.#host, "click", "[data-action=make]", () => this.#making.begin(this.#address), signal);
        listen(this.#host, "click", "[data-cite]", (_, button) => this.#follow(Number(button.dataset.cite)), signal);
        listen(this.#host, "click", "[data-tag]", (_, button) => this.#tag(button), signal);
        listen(this.#host, "change", "[name=version]", (_, select) => this.#version(select.value), signal);
        this.#context.events.addEventListener("session", () => !this.#making.isRunning && this.#load(), { signal });
        await this.#load();
    }

    unmount() {
        this.#abort.abort();
    }

    get #address() {
        return `/scribe${path("sessions", this.#context.session.id, "ai-notes")}`;
    }

    /** @returns {HTMLElement} */
    get #made() {
        return this.#host.querySelector(".made");
    }

    async #load() {
        const { signal } = this.#abort;
        await fetched(this.#made, () => api.get(this.#address, { signal }), (answer) => this.#draw(answer), signal);
    }

    /** @param {any} answer */
    #draw({ versions, current, job }) {
        this.#notes = current;
        render(this.#made, current ? view(current, versions) : nothing(this.#context.session));
        this.#making.follow(job);
    }

    /** @param {string} id */
    async #version(id) {
        try {
            this.#notes = await api.get(`${this.#address}${path(id)}`, { signal: this.#abort.signal });
            render(this.#made.querySelector(".ai-notes"), body(this.#notes));
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {number} n */
    #follow(n) {
        const citation = this.#notes.citations.find((/** @type {any} */ one) => one.n === n);
        if (citation) follow(citation, this.#context);
    }

    /** A suggestion becomes a tag of the user's own. @param {HTMLButtonElement} button */
    async #tag(button) {
        const citation = this.#notes.citations.find((/** @type {any} */ one) => one.n === Number(button.dataset.tag));
        try {
            const label = button.dataset.label;
            const made = await api.post(`/scribe${path("recordings", citation.sourceId, "tags")}`, { start: citation.start, end: citation.end ?? citation.start, label, shared: false });
            button.disabled = true;
            toast(`Tagged as ${label}.`, { tone: "good", undo: () => api.delete(`/scribe${path("tags", made.id)}`).then(() => (button.disabled = false)) });
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }
}

/** @param {any} session */
function nothing(session) {
    const has = (session.recordings ?? []).some((/** @type {any} */ one) => one.segments > 0) || (session.attachments ?? []).length > 0;
    const text = has ? "A summary, an outline and the key terms of this session. Every sentence names the words it stands on, and one click plays them." : "Notes are made from what was said and from the handouts. There is neither here yet.";
    return empty({ title: "No AI notes yet", text, icon: "spark", actions: has && html`<button type="button" class="button primary" data-action="make">${icon("spark")}Make notes</button>`, always: true });
}

/** @param {any} current @param {any[]} versions */
function view(current, versions) {
    const option = (/** @type {any} */ one, /** @type {number} */ index) => html`<option value="${one.id}" ${one.id === current.id && "selected"}>${index === 0 ? "Latest, " : ""}${dateTime(one.at)}, ${providerName(one.provider)}</option>`;
    return html`<div class="section-head no-print">
            <label class="row"><span class="label">Version</span><select name="version">${versions.map(option)}</select></label>
            <button type="button" class="button small" data-action="make">${icon("spark")}Make them anew</button>
        </div>
        <div class="ai-notes">${body(current)}</div>`;
}

/** @param {string} provider */
function providerName(provider) {
    return provider === "built-in" ? "built in, sentences of the session itself" : provider;
}

/** Whether anything of notes is left. @param {any[][]} parts */
function left(...parts) {
    return parts.some((part) => part.length > 0);
}

/** @param {any} notes */
function body({ withdrawn, summary, outline, terms, tags, citations }) {
    const line = (/** @type {any} */ one) => cited(one, citations);
    return html`<div class="prose stack">
        ${withdrawn && notice(`${left(summary, outline, terms, tags) ? "Some of this is" : "These notes are"} not shown any more: what was quoted has been corrected, or its recording or handout was deleted or is not shared with you any more.`, "info")}
        ${summary.length > 0 && html`<section><h2>Summary</h2>${summary.map((/** @type {any} */ one) => html`<p>${line(one)}</p>`)}</section>`}
        ${outline.length > 0 && html`<section><h2>Outline</h2>${outline.map((/** @type {any} */ part) => html`<h3>${part.title}</h3><ul class="bullets">${part.points.map((/** @type {any} */ one) => html`<li>${line(one)}</li>`)}</ul>`)}</section>`}
        ${terms.length > 0 && html`<section><h2>Key terms</h2><dl class="terms">${terms.map((/** @type {any} */ one) => html`<dt>${one.term}</dt><dd>${line(one)}</dd>`)}</dl></section>`}
        ${tags.length > 0 && html`<section><h2>Worth a tag</h2><ul class="bullets">${tags.map((/** @type {any} */ one) => suggestion(one, citations))}</ul></section>`}
        ${sources(citations)}
        ${citations.length > 0 && html`<p class="muted small">Made by a program. Every quotation was compared with its source, letter by letter; what it means is for you to judge.</p>`}
    </div>`;
}

/** @param {any} tag @param {any[]} citations */
function suggestion(tag, citations) {
    const [n] = tag.citations;
    const citation = citations.find((one) => one.n === n);
    return html`<li>${cited({ text: `${tag.label}:`, citations: tag.citations }, citations)} <q>${citation?.quote}</q>
        ${citation?.source === "transcript" && html`<button type="button" class="button quiet small no-print" data-tag="${n}" data-label="${tag.label}">${icon("tag")}Tag it</button>`}</li>`;
}
