/** The frame of the timetable: filters, the week's heading, the empty week. */
import { html } from "../lib/html.js";
import { empty, pageHead, segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { field } from "../elements/field.js";
import { me } from "../me.js";

/** @typedef {{ week: string, view: string, group: string, module: string }} Filter `week`: its Monday */

const VIEWS = [
    { value: "week", label: "Week" },
    { value: "list", label: "List" },
];

/** @param {Filter} filter */
export function frame({ view, week }) {
    const actions = me.marks && html`<button type="button" class="button primary" data-action="new">${icon("plus")}New session</button>`;
    return html`<section class="page timetable">
        ${pageHead({ title: "Sessions", actions })}
        <form class="filters" aria-label="Which sessions">
            ${segmented({ legend: "View", name: "view", options: VIEWS, value: view })}
            ${field({ label: "Module", name: "module", type: "select", options: [] })}
            ${field({ label: "Group", name: "group", type: "select", options: [] })}
            ${field({ label: "Week of", name: "week", type: "date", value: week })}
        </form>
        <div class="week-head">
            <h2 id="week-title" aria-live="polite"></h2>
            <div class="row no-print">
                <button type="button" class="icon-button" data-week="previous" aria-label="Week before">${icon("left")}</button>
                <button type="button" class="button small" data-week="now">This week</button>
                <button type="button" class="icon-button" data-week="next" aria-label="Week after">${icon("right")}</button>
            </div>
        </div>
        <div id="sessions"></div>
    </section>`;
}

/**
 * What stands in a week without sessions.
 * @param {Filter} filter
 * @param {number} groups how many there are at all
 */
export function nothing({ group, module }, groups) {
    if (group || module) return empty({ title: "No sessions of this choice this week", text: "Choose another week, group or module.", icon: "sessions" });
    const actions = groups === 0 && me.manages && html`<a class="button primary" href="/imports">Import a timetable</a>`;
    return empty({ title: "No sessions this week", text: "Sessions come with a timetable (CSV, Excel, OneRoster or calendar file), or are made one by one or weekly with New session.", icon: "sessions", actions });
}
