/** Teaching cases: masked notes with findings hidden in them. */
import { html, path, redraw, render } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { fetched } from "../elements/fetched.js";
import { empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { outOfReach, page } from "./frame.js";
import { plural } from "./words.js";

export class Page {
    #host;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("studyCases")) return render(this.#host, outOfReach("Teaching cases"));
        render(this.#host, page("/compliance/cases", { title: "Teaching cases", text: "Read a masked note as a reviewer would, say which rules it does not meet, then see what you found and what you missed." }, html`<div class="case-list"></div>`));
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".case-list"));
        await fetched(place, () => api.get("/compliance/teaching-cases", { signal }), ({ items }) => redraw(place, list(items)), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }
}

/** @param {any[]} cases */
function list(cases) {
    if (cases.length === 0) {
        const makes = me.may("reviewNotes");
        const text = makes ? "Open a note of yours whose findings are worth finding, and choose “Make a teaching case” in its menu. Only the masked text goes into it." : "A case appears here as soon as a teacher makes one.";
        return empty({ title: "No teaching case yet", text, icon: "study", actions: makes && html`<a class="button" href="/compliance">To your notes</a>`, always: true });
    }
    return html`<ul class="list">${cases.map((one) => html`<li><a class="list-row" href="${path("compliance", "cases", one.id)}">${icon("study")}<span class="grow"><strong class="note-name">${one.title}</strong><span class="muted small">${[`${plural(one.hidden, "finding")} hidden`, one.author, dateTime(one.at)].filter(Boolean).join(" · ")}</span></span>${icon("right")}</a></li>`)}</ul>`;
}
