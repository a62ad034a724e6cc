/** The import page before a file is chosen. */
import { html } from "../lib/html.js";
import { field } from "../elements/field.js";
import { pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { ACCEPTED, KINDS } from "./kinds.js";

export function frame() {
    return html`<section class="page imports">
        ${pageHead({ title: "Import", text: "People, modules, groups, timetables and attendance out of files. Nothing comes in before you have seen what would happen." })}
        <div id="step" aria-live="polite">${picker()}</div>
        <details class="card">
            <summary><h2 class="inline-heading">Which files Rounds understands</h2></summary>
            <dl class="kinds">${KINDS.map((kind) => html`<div><dt>${kind.label}</dt><dd>${kind.needs}</dd></div>`)}</dl>
            <p class="muted small">CSV with comma, semicolon or tab, in UTF-8, UTF-16 or Windows-1252, and Excel workbooks. Headings may carry the usual names of student systems.</p>
        </details>
        <section class="stack tight" aria-labelledby="history-title">
            <h2 id="history-title">Imports so far</h2>
            <div id="history"></div>
        </section>
        <div class="drop-veil" hidden><p>${icon("imports")}Drop the file to read it</p></div>
    </section>`;
}

export function picker() {
    return html`<div class="drop-zone">
        <span class="empty-icon">${icon("imports")}</span>
        <p class="empty-title">Drop a file anywhere on this page</p>
        <div class="picker">${field({ label: "or choose one", name: "file", type: "file", accept: ACCEPTED })}</div>
        <p class="muted small">CSV, Excel, OneRoster, calendar (.ics). What it holds is found out by itself.</p>
    </div>`;
}
