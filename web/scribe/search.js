/** Search through everything that one may see; a hit opens at its second, or at its page. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { plainDay } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { fetched } from "../elements/fetched.js";
import { empty, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { setAddress, setTitle } from "../router.js";
import { searchBox } from "./index-view.js";
import { clock, plural, sentence } from "./words.js";

const PAGE = 30;
const SOURCES = { transcript: { label: "Said", icon: "wave" }, attachment: { label: "Attachment", icon: "file" }, note: { label: "Note", icon: "note" } };

export class Page {
    #host;
    #abort = new AbortController();
    #q;
    #module;
    /** @type {any[]} */ #items = [];
    /** @type {string | null} */ #next = null;
    /** @type {number | null} */ #total = null;
    #asked = 0;

    /** @param {HTMLElement} host @param {Record<string, string>} _params @param {URLSearchParams} query */
    constructor(host, _params, query) {
        this.#host = host;
        this.#q = query.get("q") ?? "";
        this.#module = query.get("module") ?? "";
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/scribe.css");
        render(
            this.#host,
            html`<section class="page scribe">
                ${pageHead({ title: "Search", text: "Words, \"whole phrases\", beginnings*. Accents and capitals do not matter.", back: { href: "/scribe", label: "Scribe" } })} ${searchBox(this.#q)}
                <p class="muted small search-says" role="status"></p>
                <div class="stack search-results"></div>
            </section>`,
        );
        listen(this.#host, "submit", ".scribe-search", (event, form) => this.#submitted(event, form), signal);
        listen(this.#host, "click", "[data-do=more]", () => this.#more(), signal);
        if (!this.#q) /** @type {HTMLElement} */ (this.#host.querySelector("[name=q]")).focus();
        await this.#ask();
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @param {Event} event @param {HTMLFormElement} form */
    #submitted(event, form) {
        event.preventDefault();
        this.#q = String(new FormData(form).get("q")).trim();
        setAddress(`/scribe/search?${new URLSearchParams({ ...(this.#q ? { q: this.#q } : {}), ...(this.#module ? { module: this.#module } : {}) })}`, { step: true });
        this.#ask();
    }

    async #ask() {
        const { signal } = this.#abort;
        const results = /** @type {HTMLElement} */ (this.#host.querySelector(".search-results"));
        setTitle(this.#q ? `Search: ${this.#q}` : "Search");
        const mine = (this.#asked += 1);
        if (!this.#q) return this.#drawTips(results);
        return fetched(
            results,
            () => api.get("/scribe/search", { signal, query: { q: this.#q, module: this.#module, limit: PAGE } }),
            (answer) => {
                if (mine !== this.#asked) return;
                this.#items = answer.items;
                this.#next = answer.next;
                this.#total = answer.total ?? null;
                this.#draw(results);
            },
            signal,
            { label: "Searching…" },
        );
    }

    async #more() {
        try {
            const answer = await api.get("/scribe/search", { signal: this.#abort.signal, query: { q: this.#q, module: this.#module, limit: PAGE, cursor: this.#next } });
            const first = this.#items.length;
            this.#items.push(...answer.items);
            this.#next = answer.next;
            this.#draw(this.#host.querySelector(".search-results"));
            /** @type {HTMLElement | null} */ (this.#host.querySelectorAll(".hit a")[first])?.focus();
        } catch (error) {
            if (!this.#abort.signal.aborted) toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {Element} host */
    #drawTips(host) {
        this.#host.querySelector(".search-says").textContent = "";
        render(host, empty({ title: "What was said about…?", text: "Type a word or two of it. The answer opens at the second where it was said, or at the page of the handout.", icon: "search", always: true }));
    }

    /** @param {Element} host */
    #draw(host) {
        const count = this.#items.length;
        this.#host.querySelector(".search-says").textContent = count === 0 ? "" : this.#total !== null && this.#total > count ? `${plural(this.#total, "place")} found, ${count} shown` : this.#next ? `The best ${count} places` : `${plural(count, "place")} found`;
        if (count === 0) return render(host, empty({ title: `Nothing found for “${this.#q}”`, text: "Try fewer words, another spelling, or the beginning of a word with a star: keto*.", icon: "search", always: true }));
        return redraw(host, html`<ol class="hits">${this.#items.map((hit) => html`<li class="hit">${hitRow(hit)}</li>`)}</ol>
            ${this.#next && html`<p class="row center"><button type="button" class="button" data-do="more">Show more places</button></p>`}`);
    }
}

/** @param {any} hit */
function hitRow(hit) {
    const source = SOURCES[hit.source] ?? SOURCES.note;
    const place = hit.start !== null && hit.start !== undefined ? clock(hit.start) : hit.page ? `page ${hit.page}` : "";
    return html`<a class="card hit-card" href="${addressOf(hit)}">
        <span class="hit-place"><span class="empty-icon">${icon(source.icon)}</span><strong>${place || source.label}</strong></span>
        <span class="grow">
            <span class="hit-snippet">${(hit.snippet ?? []).map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text))}</span>
            <span class="muted small">${[source.label, hit.module?.code, hit.session?.title, plainDay(hit.session?.date)].filter(Boolean).join(" · ")}</span>
        </span>
        ${icon("right")}
    </a>`;
}

/** @param {any} hit */
export function addressOf(hit) {
    const query = new URLSearchParams();
    if (hit.source === "transcript") {
        if (hit.recording) query.set("recording", hit.recording);
        if (hit.start !== null && hit.start !== undefined) query.set("at", String(hit.start));
    } else {
        query.set("tab", hit.source === "attachment" ? "attachments" : "notes");
        if (hit.attachment) query.set("attachment", hit.attachment);
        if (hit.page) query.set("page", String(hit.page));
        if (hit.start !== null && hit.start !== undefined) query.set("at", String(hit.start));
    }
    const text = query.toString();
    return `${path("scribe", "sessions", hit.session.id)}${text ? `?${text}` : ""}`;
}
