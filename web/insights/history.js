/** The files brought in so far, each with where its rows went and its undo. Undo itself is the page's (uploads-panel.js). */
import { html, path, redraw } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { listen } from "../lib/events.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { badge, empty } from "../elements/markup.js";
import { fetched } from "../elements/fetched.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { accounting, importLinks, problemList } from "./accounting.js";
import { number, plural } from "./words.js";

const KINDS = { attendance: "Attendance", rotation: "Rotation map", notes: "Student notes" };

export class ImportHistory {
    #host;
    #signal;

    /** @param {HTMLElement} host @param {AbortSignal} signal */
    constructor(host, signal) {
        this.#host = host;
        this.#signal = signal;
        listen(host, "click", "[data-show]", (_, button) => this.#show(button.dataset.show), signal);
    }

    draw() {
        return fetched(this.#host, load, (imports) => redraw(this.#host, list(imports)), this.#signal);
    }

    async refresh() {
        const imports = await load();
        if (!this.#signal.aborted) redraw(this.#host, list(imports));
    }

    /** @param {string} id */
    async #show(id) {
        try {
            const one = await api.get(`/insights${path("imports", id)}`);
            await openDialog({ title: one.name, wide: true, body: html`<div class="stack">${accounting(one)} ${problemList(one)}<div class="row">${importLinks(one)}</div></div>` });
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }
}

function load() {
    return api.all("/insights/imports", { query: { limit: 100 } });
}

/** @param {any[]} imports */
function list(imports) {
    if (imports.length === 0) return empty({ title: "No file yet", text: "Each file is listed here with where its rows went, and can be taken back.", icon: "imports", always: true });
    return html`<ul class="list">${imports.map((one) => html`<li>${entry(one)}</li>`)}</ul>`;
}

/** @param {any} one */
function entry(one) {
    const undone = one.state === "undone";
    const sums = one.accounting;
    const rows = sums?.rows === undefined ? "" : ` · ${number(sums.kept)} of ${plural(sums.rows, "row")} kept`;
    return html`<div class="list-row import-row" data-import="${one.id}">
        ${icon("file")}
        <span class="grow"
            ><strong>${one.name}</strong> ${badge(KINDS[one.kind] ?? one.kind)} ${one.module && badge(`Module ${one.module}`, "accent")} ${undone && badge("Undone", "warn", "undo")}<br /><span class="muted small"
                >${dateTime(one.importedAt)}${one.importedByName && `, ${one.importedByName}`}${rows}</span
            ></span
        >
        <span class="row">
            <button type="button" class="button quiet small" data-show="${one.id}" aria-label="Where the rows of ${one.name} went">Accounting</button>
            ${undone ? html`<button type="button" class="button small" data-restore="${one.id}" aria-label="Bring ${one.name} back">${icon("undo")}Bring back</button>` : html`<button type="button" class="button small" data-undo="${one.id}" aria-label="Undo ${one.name}">${icon("undo")}Undo</button>`}
        </span>
    </div>`;
}
