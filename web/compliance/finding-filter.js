/** Which findings are shown: by status and by severity. Without a choice those that want something done. */
import { html } from "../lib/html.js";
import { icon } from "../elements/icons.js";
import { SEVERITIES, STATUSES } from "./words.js";

/** @typedef {{ status: string, severity: string }} Filter status "" is all that wants something done; "all" is all */

const WANTED = new Set(["violated", "pending", "undeterminable"]);
const URGENCY = Object.keys(STATUSES);
const WEIGHT = Object.keys(SEVERITIES);

/** @param {any[]} findings @param {Filter} filter in the order of status, then severity, then as the server has them */
export function shownFindings(findings, { status, severity }) {
    const fits = (/** @type {any} */ one) => (status === "all" || (status ? one.status === status : WANTED.has(one.status))) && (!severity || one.severity === severity);
    return findings.filter(fits).toSorted((left, right) => URGENCY.indexOf(left.status) - URGENCY.indexOf(right.status) || WEIGHT.indexOf(left.severity) - WEIGHT.indexOf(right.severity));
}

/** @param {any[]} findings @param {Filter} filter */
export function filterBar(findings, filter) {
    const count = (/** @type {string} */ status) => findings.filter((one) => one.status === status).length;
    const wanted = findings.filter((one) => WANTED.has(one.status)).length;
    const statuses = Object.entries(STATUSES).filter(([status]) => count(status) > 0);
    return html`<div class="finding-filter no-print" role="group" aria-label="Which findings">
            ${chip({ status: "", label: "To do", icon: "filter", count: wanted, isOn: filter.status === "" })}
            ${statuses.map(([status, { many, icon: name, tone }]) => chip({ status, label: many, icon: name, count: count(status), tone, isOn: filter.status === status }))}
            ${chip({ status: "all", label: "All", icon: "sessions", count: findings.length, isOn: filter.status === "all" })}
        </div>
        <div class="severity-filter no-print"><label class="small muted" for="finding-severity">Severity</label>
            <select id="finding-severity" name="severity">${[["", "Every"], ...Object.entries(SEVERITIES).map(([value, { label }]) => [value, label])].map(([value, label]) => html`<option value="${value}" ${value === filter.severity && "selected"}>${label}</option>`)}</select></div>`;
}

/** @param {{ status: string, label: string, icon: string, count: number, tone?: string, isOn: boolean }} about */
function chip({ status, label, icon: name, count, tone = "neutral", isOn }) {
    return html`<button type="button" class="filter-chip" data-status-filter="${status}" data-tone="${tone}" aria-pressed="${isOn ? "true" : "false"}">${icon(name)}${label}<span class="filter-count">${count}</span></button>`;
}
