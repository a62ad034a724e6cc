/** The imports so far, each with what it did and its undo. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { dateTime } from "../lib/dates.js";
import { address, api } from "../api.js";
import { badge, empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { openDialog } from "../elements/dialog.js";
import { fetched } from "../elements/fetched.js";
import { toast } from "../elements/toast.js";
import { kindName } from "./kinds.js";
import { reportView } from "./report-view.js";

const TIMEOUT = 300_000;

export class ImportHistory {
    #host;
    #undone;
    #signal;

    /**
     * @param {HTMLElement} host of the page; the list stands in `#history`, and undo works everywhere on it
     * @param {(id: string) => void} undone
     * @param {AbortSignal} signal
     */
    constructor(host, undone, signal) {
        this.#host = host;
        this.#undone = undone;
        this.#signal = signal;
        listen(host, "click", "[data-action=undo]", (_, button) => this.#undo(button), signal);
        listen(host, "click", "[data-action=show]", (_, button) => this.#show(button.dataset.id), signal);
    }

    async draw() {
        const host = /** @type {HTMLElement} */ (this.#host.querySelector("#history"));
        await fetched(host, load, (imports) => render(host, list(imports)), this.#signal);
    }

    /** @param {HTMLButtonElement} button */
    async #undo(button) {
        button.disabled = true;
        try {
            await api.delete(path("imports", button.dataset.id), undefined, { timeout: TIMEOUT });
            toast("The import is undone.", { tone: "good" });
            this.#undone(button.dataset.id);
            await this.draw();
        } catch (error) {
            button.disabled = false;
            await openDialog({ title: "The import was not undone", body: html`<p>${error.detail ?? error.message}</p>` });
        }
    }

    /** @param {string} id */
    async #show(id) {
        try {
            const report = await api.get(path("imports", id));
            await openDialog({ title: report.file.name ?? "Import", wide: true, body: html`<div class="stack">${reportView(report)}</div>` });
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }
}

function load() {
    return api.all("/imports", { query: { limit: 100 } });
}

/** @param {any[]} imports */
function list(imports) {
    if (imports.length === 0) return empty({ title: "Nothing was imported yet", text: "What comes in is listed here and can be undone as long as nothing was built on it.", icon: "imports", always: true });
    return html`<ul class="list">${imports.map((one) => html`<li>${entry(one)}</li>`)}</ul>`;
}

/** @param {any} one */
function entry(one) {
    const name = one.file.name ?? kindName(one.kind);
    const { added, updated, refused } = one.rows;
    return html`<div class="list-row import-row">
        ${icon("file")}
        <span class="grow"
            ><strong>${name}</strong> ${badge(kindName(one.kind))} ${one.undoneAt && badge("Undone", "warn", "undo")}<br /><span class="muted small"
                >${dateTime(one.at)}, ${one.byName} · ${added} new, ${updated} changed${refused > 0 && `, ${refused} refused`}</span
            ></span
        >
        <span class="row">
            <button type="button" class="button quiet small" data-action="show" data-id="${one.id}" aria-label="Report of ${name}">Report</button>
            <a class="button quiet small" href="${address(path("imports", one.id, "rows.csv"))}" download aria-label="Row report of ${name}">${icon("export")}Rows</a>
            ${!one.undoneAt && html`<button type="button" class="button small" data-action="undo" data-id="${one.id}" aria-label="Undo ${name}">${icon("undo")}Undo</button>`}
        </span>
    </div>`;
}
