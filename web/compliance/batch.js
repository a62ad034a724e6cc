/** A ZIP of notes on its way through: how far it is, what came out, and which files could not be read. */
import { html, path, redraw, render } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { whenChanged } from "../lib/news.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { fetched } from "../elements/fetched.js";
import { badge, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { progress } from "../elements/progress.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { outOfReach } from "./frame.js";
import { plural, refusalText, scoreText } from "./words.js";

const EVERY = 1_000;
const OVER = new Set(["done", "ready", "succeeded", "finished", "failed", "cancelled"]);

export class Page {
    #host;
    #id;
    #abort = new AbortController();
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

    /** @param {HTMLElement} host @param {Record<string, string>} params */
    constructor(host, { id }) {
        this.#host = host;
        this.#id = id;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("reviewNotes")) return render(this.#host, outOfReach("Batch"));
        render(this.#host, html`<section class="page compliance"><div class="batch-place">${pageHead({ title: "Batch", back: { href: "/compliance", label: "Notes" } })}</div></section>`);
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".batch-place"));
        await fetched(place, () => this.#load(), (batch) => this.#draw(batch), signal);
        if (!signal.aborted) whenChanged(() => this.#again(), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
        clearTimeout(this.#timer);
    }

    #load() {
        return api.get(`/compliance${path("batches", this.#id)}`, { signal: this.#abort.signal });
    }

    async #again() {
        try {
            const batch = await this.#load();
            if (!this.#abort.signal.aborted) this.#draw(batch);
        } catch {
            if (!this.#abort.signal.aborted) this.#timer = setTimeout(() => this.#again(), EVERY);
        }
    }

    /** @param {any} batch */
    #draw(batch) {
        const { name, at, state, total, done, failed, items } = batch;
        const isOver = OVER.has(state) || (total > 0 && done + failed >= total);
        setTitle(name);
        clearTimeout(this.#timer);
        if (!isOver) this.#timer = setTimeout(() => this.#again(), EVERY);
        const says = isOver ? `${plural(done, "note")} checked${failed > 0 ? `, ${plural(failed, "file")} could not be read` : ""}.` : `${done + failed} of ${plural(total, "file")}`;
        redraw(
            this.#host.querySelector(".batch-place"),
            html`<div class="stack">${pageHead({ title: name, text: `Sent ${dateTime(at)}`, back: { href: "/compliance", label: "Notes" } })}
                <div class="card stack tight">${isOver ? html`<p role="status"><strong>${says}</strong></p>` : progress({ label: says, value: done + failed, max: Math.max(1, total) })}${summary(batch.summary)}</div>
                <ul class="list">${items.map((/** @type {any} */ one) => html`<li>${item(one)}</li>`)}</ul></div>`,
        );
    }
}

/** @param {any} sums */
function summary(sums) {
    if (!sums) return "";
    const { violated, score } = sums;
    return html`<p class="row">${violated && html`${badge(`${violated.high ?? 0} high`, violated.high > 0 ? "bad" : "neutral", "cross")} ${badge(`${violated.medium ?? 0} medium`, violated.medium > 0 ? "warn" : "neutral", "cross")} ${badge(`${violated.low ?? 0} low`, "neutral", "cross")} <span class="muted small">not met in all</span>`}${score !== undefined && html`<span class="muted small">mean score ${scoreText(score)}</span>`}</p>`;
}

/** @param {any} one */
function item({ name, document: id, state, score, error }) {
    if (error) return html`<div class="list-row">${icon("conflict")}<span class="grow"><strong class="note-name">${name}</strong><span class="small note-failure">${refusalText(error.code, error.message)}</span></span>${badge("Not read", "bad", "conflict")}</div>`;
    if (id && state === "ready") return html`<a class="list-row" href="${path("compliance", "documents", id)}">${icon("file")}<span class="grow note-name">${name}</span><span class="small">Score <strong>${scoreText(score)}</strong></span>${badge("Checked", "good", "check")}</a>`;
    return html`<div class="list-row">${icon("file")}<span class="grow note-name">${name}</span>${badge("Waits", "neutral", "clock")}</div>`;
}
