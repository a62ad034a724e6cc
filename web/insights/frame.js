/** What stands around every view: heading, the way to the other views, filters, and the place of the answer. */
import { html } from "../lib/html.js";
import { empty, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { loading } from "../elements/progress.js";
import { me } from "../me.js";

export const VIEWS = [
    { view: "summary", label: "Summary" },
    { view: "advisers", label: "Advisers" },
    { view: "weekly", label: "Weeks" },
    { view: "placements", label: "Placements" },
    { view: "recent", label: "Recent" },
    { view: "self-certification", label: "Self-certification" },
    { view: "compare", label: "Compare" },
];

/** The view that is lit for one that has no entry of its own. */
const BELONGS = { adviser: "advisers", student: "summary" };

/** @param {import("./view.js").About} about @param {import("./filters.js").Filters} filters */
export function frame(about, filters) {
    const actions = html`<button type="button" class="button" data-action="print">${icon("print")}Print</button>`;
    return html`<section class="page insights" data-view="${about.view}">
        <p class="print-head small"></p>
        ${pageHead({ title: about.title, text: about.text, actions })} ${me.may("seeCohorts") && viewTabs(about.view, filters)}
        <div class="uploads"></div>
        <r-insight-filters></r-insight-filters>
        <p class="asking no-print" role="status" hidden><span class="spinner" aria-hidden="true"></span>Working it out…</p>
        <div class="address-says" role="status"></div>
        <div id="answer" class="stack answer">${loading("Asking the server…")}</div>
    </section>`;
}

/** @param {string} view @param {import("./filters.js").Filters} filters */
export function viewTabs(view, filters) {
    const lit = BELONGS[view] ?? view;
    const query = new URLSearchParams(filters).toString();
    const link = (/** @type {string} */ path, /** @type {string} */ label, /** @type {boolean} */ current) =>
        html`<li><a href="${path}${query && `?${query}`}" data-path="${path}" ${current && html`aria-current="page"`}>${label}</a></li>`;
    return html`<nav class="view-tabs no-print" aria-label="Views">
        <ul>${VIEWS.map((one) => link(`/insights/${one.view}`, one.label, one.view === lit))}${link("/insights", "Files", view === "")}</ul>
    </nav>`;
}

export function noModules() {
    const actions = html`<a class="button primary" href="/insights">${me.may("manageInsights") ? "Bring in a file" : "To the modules"}</a>`;
    const text = me.may("manageInsights")
        ? "Drop attendance exports anywhere on this page, or take the register in Rounds: both are analysed here."
        : "No module that you may see has attendance yet. It appears here once somebody imports an export or takes a register.";
    return html`${empty({ title: "No attendance to analyse yet", text, icon: "insights", actions, always: true })} ${me.may("manageInsights") && html`<div class="row center samples"></div>`}`;
}

/** @param {string} title */
export function outOfReach(title) {
    const actions = me.isStudent && me.may("seeInsights") ? html`<a class="button primary" href="/insights">See your own attendance</a>` : html`<a class="button" href="/">Go to Today</a>`;
    return html`<section class="page">
        ${pageHead({ title })} ${empty({ title: "Your role does not reach here", text: "Attendance is analysed for those who look after students.", icon: "lock", actions, always: true })}
    </section>`;
}
