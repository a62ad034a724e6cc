/** What a student missed: every session they were marked absent from and that has something to read. */
import { html, path, render } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { fetched } from "../elements/fetched.js";
import { badge, empty, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { api } from "../api.js";
import { whenChanged } from "../lib/news.js";
import { length, plural, when } from "./words.js";

export class Page {
    #host;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await Promise.all([stylesheet("/scribe/scribe.css"), stylesheet("/scribe/work.css")]);
        render(this.#host, html`<section class="page">${pageHead({ title: "Catch up", text: "Sessions you were marked absent from, with what was said and handed out. Opening one is noted on the absence, so that your school knows you have seen it.", back: { href: "/scribe", label: "Scribe" } })}<div class="missed"></div></section>`);
        await this.#load();
        if (!signal.aborted) whenChanged(() => this.#load(), signal);
    }

    disconnect() {
        this.#abort.abort();
    }

    async #load() {
        const { signal } = this.#abort;
        /** @type {HTMLElement} */
        const place = this.#host.querySelector(".missed");
        await fetched(place, () => api.get("/scribe/catch-up", { signal }), ({ items }) => render(place, items.length === 0 ? nothing() : html`<ul class="missed-packs">${items.map(pack)}</ul>`), signal);
    }
}

/** @param {{ session: any, openedAt: string | null }} item */
function pack({ session, openedAt }) {
    const holds = [session.duration && `${length(session.duration)} of recording`, session.attachments > 0 && plural(session.attachments, "attachment")].filter(Boolean).join(", ");
    return html`<li class="card stack tight">
        <p class="muted small">${session.module.code} · ${when(session)}</p>
        <h2>${session.title}</h2>
        <p>${openedAt ? badge(`Opened ${dateTime(openedAt)}`, "good", "check") : badge("Not opened yet", "warn", "clock")} <span class="muted small">${holds}</span></p>
        <p><a class="button primary" href="/scribe${path("sessions", session.id)}?catch-up=true">${icon("play")}Open the pack<span class="visually-hidden"> of ${session.title}</span></a></p>
    </li>`;
}

function nothing() {
    return empty({ title: "Nothing to catch up on", text: "When you are marked absent from a session and its teacher shares the recording or handouts, they appear here.", icon: "check", always: true });
}
