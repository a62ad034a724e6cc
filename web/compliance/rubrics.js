/** The versions of the rubric: which is active, drafts, and the way back. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { dateTime } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { badge, empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { navigate } from "../router.js";
import { outOfReach, page } from "./frame.js";
import { forgetRules } from "./rulebook.js";
import { sentence } from "./words.js";

/** @type {Record<string, { label: string, tone: import("./words.js").Tone, icon: string }>} */
export const RUBRIC_STATES = {
    draft: { label: "Draft", tone: "info", icon: "note" },
    active: { label: "Active", tone: "good", icon: "check" },
    retired: { label: "Retired", tone: "neutral", icon: "archive" },
};

/** The page of a version. @param {string} version */
export function rubricPage(version) {
    return path("compliance", "rubrics", version);
}

export class Page {
    #host;
    #abort = new AbortController();
    /** @type {any[]} */ #rubrics = [];

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("manageRubrics")) return render(this.#host, outOfReach("Rubrics"));
        const actions = html`<button type="button" class="button" data-do="back">${icon("undo")}Roll back</button><button type="button" class="button primary" data-do="draft">${icon("plus")}New draft</button>`;
        render(this.#host, page("/compliance/rubrics", { title: "Rubrics", text: "What is checked, as versions. A draft can be changed and tested; once active it never changes, and old reports keep the version they used.", actions }, html`<div class="rubric-list"></div>`));
        listen(this.#host, "click", "[data-do=draft]", () => newDraft(this.#rubrics), signal);
        listen(this.#host, "click", "[data-do=back]", () => this.#rollBack(), signal);
        await fetched(this.#list, () => this.#load(), () => this.#draw(), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @returns {HTMLElement} */
    get #list() {
        return this.#host.querySelector(".rubric-list");
    }

    async #load() {
        this.#rubrics = (await api.get("/compliance/rubrics", { signal: this.#abort.signal })).items;
    }

    async #rollBack() {
        const before = this.#rubrics.find(({ state }) => state === "active");
        try {
            const now = await api.post("/compliance/rubrics/rollback");
            forgetRules();
            await this.#load();
            this.#draw();
            toast(`Version ${now.version} is active again.`, before && { action: `Draft of ${before.version}`, run: () => newDraft(this.#rubrics, before.version) });
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    #draw() {
        const canGoBack = this.#rubrics.some(({ state }) => state === "retired");
        /** @type {HTMLButtonElement} */ (this.#host.querySelector("[data-do=back]")).disabled = !canGoBack;
        redraw(this.#list, this.#rubrics.length === 0 ? empty({ title: "No data", text: "The bundled rubric is not loaded. Settings say why.", icon: "conflict", always: true }) : html`<ul class="list">${this.#rubrics.map((one) => html`<li>${row(one)}</li>`)}</ul>`);
    }
}

/** @param {any} one */
function row({ version, state, author, at, note }) {
    const look = RUBRIC_STATES[state] ?? RUBRIC_STATES.retired;
    const facts = [note, author, dateTime(at)].filter(Boolean).join(" · ");
    return html`<a class="list-row" href="${rubricPage(version)}">${icon("code")}<span class="grow"><strong class="note-name">Version ${version}</strong><span class="muted small">${facts}</span></span>${badge(look.label, look.tone, look.icon)}</a>`;
}

/** @param {any[]} rubrics @param {string} [from] version */
export async function newDraft(rubrics, from = rubrics.find(({ state }) => state === "active")?.version) {
    const options = rubrics.map(({ version, state }) => ({ value: version, label: `${version} (${(RUBRIC_STATES[state] ?? RUBRIC_STATES.retired).label.toLowerCase()})` }));
    const body = html`${field({ label: "Starting from", name: "from", type: "select", options, value: from })}
        ${field({ label: "What will be different", name: "note", required: true, maxlength: 300, hint: "For whoever looks at the versions later" })}`;
    const made = await openDialog({ title: "New draft", body, confirm: "Make it", submit: (values) => api.post("/compliance/rubrics", { from: values.from, note: values.note }) });
    if (made && made !== true) navigate(rubricPage(made.version));
}
