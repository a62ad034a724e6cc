/** Episodes: the notes of one patient in their order, each with what is due next. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { field } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { navigate } from "../router.js";
import { byNearness, dueBadge, dueText, nearest } from "./due.js";
import { withDetails } from "./episode-details.js";
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
        if (!me.may("reviewNotes")) return render(this.#host, outOfReach("Episodes"));
        const actions = html`<button type="button" class="button primary" data-do="new">${icon("plus")}New episode</button>`;
        render(this.#host, page("/compliance/episodes", { title: "Episodes", text: "Notes of one patient in their order: how many visits, what is due, and what only shows when notes are read together.", actions }, html`<div class="episode-list"></div>`));
        listen(this.#host, "click", "[data-do=new]", () => newEpisode(), signal);
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".episode-list"));
        const read = async () => ({ items: await withDetails((await api.get("/compliance/episodes", { signal })).items, signal) });
        await fetched(place, read, ({ items }) => redraw(place, list(items)), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }
}

export async function newEpisode() {
    const body = field({ label: "Label", name: "label", required: true, maxlength: 120, hint: "What you know it by, not the patient's name: “knee, Tuesdays”" });
    const made = await openDialog({ title: "New episode", body, confirm: "Make it", submit: ({ label }) => api.post("/compliance/episodes", { label }) });
    if (made && made !== true && made.labelRefused) toast("That label may name somebody, so a number stands in its place.", { tone: "bad" });
    if (made && made !== true) navigate(path("compliance", "episodes", made.id));
}

/** @param {any[]} episodes */
function list(episodes) {
    if (episodes.length === 0) {
        const actions = html`<button type="button" class="button" data-do="new">${icon("plus")}New episode</button>`;
        return empty({ title: "No episode yet", text: "Put the notes of one patient together, and Rounds counts the visits, says when a report or a certification is due, a week ahead, and finds what one note alone cannot show.", icon: "history", actions, always: true });
    }
    return html`<ul class="list">${episodes.toSorted((left, right) => nearest(left.dueDates ?? []) - nearest(right.dueDates ?? [])).map((one) => html`<li>${row(one)}</li>`)}</ul>`;
}

/** @param {any} one */
function row(one) {
    const [next] = byNearness(one.dueDates ?? []);
    const broken = (one.findings ?? []).filter((/** @type {any} */ { status }) => status === "violated").length;
    const facts = [one.notes && plural(one.notes.length, "note"), one.visits?.count && plural(one.visits.count, "visit"), broken > 0 && plural(broken, "finding"), next && `due: ${dueText(next)}`].filter(Boolean).join(" · ");
    return html`<a class="list-row" href="${path("compliance", "episodes", one.id)}">${icon("history")}<span class="grow"><strong class="note-name">${one.label}</strong><span class="muted small">${facts}</span></span>${next && dueBadge(next)}</a>`;
}
