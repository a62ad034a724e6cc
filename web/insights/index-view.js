/** The modules as cards, and the way in for files. */
import { html } from "../lib/html.js";
import { dayRange } from "../lib/dates.js";
import { empty } from "../elements/markup.js";
import { field } from "../elements/field.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { viewAddress } from "./filters.js";
import { ACCEPTED } from "./uploads.js";
import { number, plural } from "./words.js";

/** @param {any[]} modules @param {import("./filters.js").Filters} filters */
export function moduleCards(modules, filters) {
    if (modules.length === 0) {
        const text = me.may("manageInsights") ? "They appear with the first file, or with the first register taken in Rounds." : "No module that you may see has attendance yet.";
        return empty({ title: "No modules yet", text, icon: "insights", always: true });
    }
    return html`<ul class="module-grid">${modules.map((one) => html`<li>${card(one, filters)}</li>`)}</ul>`;
}

/** @param {any} one @param {import("./filters.js").Filters} filters */
function card(one, filters) {
    const href = viewAddress(me.may("seeCohorts") ? "summary" : "student", { ...filters, module: one.module });
    const days = one.firstDay && one.lastDay ? dayRange(one.firstDay, one.lastDay) : "no days yet";
    const sources = [one.imports > 0 && plural(one.imports, "file"), one.marks > 0 && `${number(one.marks)} from the register`].filter(Boolean).join(" and ");
    return html`<a class="card module-card" href="${href}">
        <span class="module-code">${one.module}</span>
        <span class="module-title">${one.title ?? (one.year ? `Year ${one.year}` : "")}</span>
        <span class="module-facts">${me.may("seeCohorts") && html`<span><strong>${number(one.students)}</strong> ${one.students === 1 ? "student" : "students"}</span>`}<span><strong>${number(one.rows)}</strong> ${one.rows === 1 ? "row" : "rows"}</span></span>
        <span class="muted small">${days}${sources && html`<br />${sources}`}</span>
    </a>`;
}

export function dropZone() {
    return html`<section class="drop-zone" aria-labelledby="drop-title">
        <span class="empty-icon">${icon("imports")}</span>
        <h2 id="drop-title" class="empty-title">Drop files anywhere on this page</h2>
        <div class="picker">${field({ label: "or choose them", name: "files", type: "file", accept: ACCEPTED, multiple: true })}</div>
        <p class="muted small">Attendance exports (CSV or Excel), rotation maps and student notes, several at once. Every row is accounted for, and each file can be taken back.</p>
    </section>`;
}
