/** The parts of the group page: columns of the roll, list of teachers. */
import { html } from "../lib/html.js";
import { plainDay, today } from "../lib/dates.js";
import { badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { fullName } from "./names.js";

/** @param {boolean} manages */
export function rollColumns(manages) {
    return [
        { key: "name", label: "Name", sort: true, primary: true, value: (row) => `${row.person.familyName} ${row.person.givenName}`, cell: (row) => fullName(row.person) },
        { key: "number", label: "Number", sort: true, value: (row) => row.person.number, cell: (row) => html`<span class="mono">${row.person.number}</span>` },
        { key: "firstDay", label: "From", sort: true, cell: (row) => html`<span class="nowrap">${plainDay(row.firstDay)}</span>` },
        { key: "lastDay", label: "Until", sort: true, cell: (row) => until(row.lastDay) },
        ...(manages ? [{ key: "actions", label: "Change", align: /** @type {const} */ ("end"), cell: actions }] : []),
    ];
}

/** @param {string | null} lastDay */
function until(lastDay) {
    if (!lastDay) return html`<span class="muted">open</span>`;
    return lastDay < today() ? badge(`Left ${plainDay(lastDay)}`) : html`<span class="nowrap">${plainDay(lastDay)}</span>`;
}

/** @param {any} row */
function actions(row) {
    const name = fullName(row.person);
    return html`<span class="row end-row">
        <button type="button" class="button quiet small" data-action="dates" data-id="${row.id}" aria-label="Dates of ${name}">Dates</button>
        ${(!row.lastDay || row.lastDay > today()) &&
        html`<button type="button" class="button quiet small" data-action="leave" data-id="${row.id}" aria-label="${name} leaves today">Leaves</button>`}
    </span>`;
}

/**
 * @param {any[]} teachings
 * @param {boolean} manages
 */
export function teacherList(teachings, manages) {
    return html`<section class="stack tight" aria-labelledby="teachers-title">
        <div class="section-head">
            <h2 id="teachers-title">Teachers</h2>
            ${manages && html`<button type="button" class="button small" data-action="teacher">${icon("plus")}Add teacher</button>`}
        </div>
        ${teachings.length === 0 && html`<p class="muted small">Nobody yet. A teacher sees and takes the registers of the groups they teach.</p>`}
        ${teachings.length > 0 &&
        html`<ul class="list">
            ${teachings.map(
                (one) => html`<li class="list-row">
                    <span class="grow">${one.userName}</span>
                    ${manages && html`<button type="button" class="button quiet small" data-action="dismiss" data-id="${one.id}" aria-label="Remove ${one.userName}">Remove</button>`}
                </li>`,
            )}
        </ul>`}
    </section>`;
}
