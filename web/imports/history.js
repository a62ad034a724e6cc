/** The imports so far, each with what it did and its undo. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { address } from "../api.js";
import { badge, empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { kindName } from "./kinds.js";

/** @param {any[]} imports */
export function history(imports) {
    if (imports.length === 0) return empty({ title: "Nothing was imported yet", text: "What comes in is listed here and can be undone as long as nothing was built on it.", icon: "imports" });
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
