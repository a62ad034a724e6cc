/** Columns that several views show, and the address of a student. */
import { html } from "../lib/html.js";
import { plainDay } from "../lib/dates.js";
import { badge } from "../elements/markup.js";
import { viewAddress } from "./filters.js";
import { name, number, percent, trend } from "./words.js";

/** @typedef {import("../elements/table.js").Column} Column */

const end = /** @type {const} */ ("end");

/** @param {import("./filters.js").Filters} filters */
export function studentHref(filters) {
    return (/** @type {any} */ row) => viewAddress("student", filters, { student: row.id });
}

/** @type {Column} */
export const student = { key: "name", label: "Student", sort: true, primary: true, value: (row) => `${row.surname} ${row.firstName}`, cell: name };
/** With the number beneath. @type {Column} */
export const named = { ...student, cell: (row) => html`${name(row)} <span class="mono muted under">${row.id}</span>` };
/** @type {Column} */
export const id = { key: "id", label: "Number", sort: true, cell: (row) => html`<span class="mono">${row.id}</span>` };
/** @type {Column} */
export const adviser = { key: "adviser", label: "Adviser", sort: true, cell: (row) => row.adviser || html`<span class="muted">none named</span>` };

/** @param {string} key @param {string} label @returns {Column} */
export function counted(key, label) {
    return { key, label, sort: true, align: end, cell: (row) => number(row[key]) };
}

/** @type {Column} */
export const attendedOf = { key: "attended", label: "Attended", sort: true, align: end, cell: (row) => html`<span class="nowrap">${number(row.attended)} of ${number(row.expected)}</span>` };

/**
 * A percentage with a bar and the mark of the threshold; the words say the same as the colour.
 * @param {string} threshold
 * @returns {Column}
 */
export function attendance(threshold) {
    return { key: "percentage", label: "Attendance", sort: true, align: end, cell: (row) => rate(row.percentage, Number(threshold), row.atOrBelow) };
}

/** @type {Column} */
export const withoutExcused = { key: "percentageWithoutExcused", label: "Without excused", sort: true, align: end, cell: (row) => percent(row.percentageWithoutExcused) };
/** @type {Column} */
export const trendColumn = { key: "trend", label: "Trend, points", sort: true, align: end, cell: (row) => trend(row.trend) };

/** @param {number | null | undefined} value @param {number} threshold @param {boolean} below */
export function rate(value, threshold, below) {
    if (value === null || value === undefined) return html`<span class="muted">no figure</span>`;
    const width = `${Math.max(0, Math.min(100, value))}%`;
    return html`<span class="rate" data-below="${below ? "true" : "false"}"
        ><svg class="rate-bar" aria-hidden="true"><rect class="rate-all" width="100%" height="100%" rx="3"></rect><rect class="rate-part" width="${width}" height="100%" rx="3"></rect><rect class="rate-mark" x="${threshold}%" width="1.5" height="100%"></rect></svg
        ><span>${percent(value, threshold)}</span></span
    >`;
}

/** @type {Column} */
export const rotation = {
    key: "rotation",
    label: "Rotation",
    sort: true,
    value: (row) => row.rotation?.label ?? "",
    cell: ({ rotation: block }) => (block ? html`${block.label ?? "unknown"}${block.pattern && html`<br /><span class="muted">${block.pattern}</span>`}` : html`<span class="muted">–</span>`),
};

/** Days in a line; many of them fold away. @param {string[]} days @param {number} [most] */
export function dayList(days, most = 4) {
    if (!days || days.length === 0) return html`<span class="muted">–</span>`;
    const told = days.map((day) => plainDay(day.slice(0, 10)));
    if (told.length <= most) return told.join(", ");
    return html`<details class="rest"><summary>${told.length} days</summary>${told.join(", ")}</details>`;
}

/** What is being done about a student. @type {Column} */
export const care = {
    key: "openFlags",
    label: "Notes and follow-up",
    sort: true,
    value: (row) => (row.openFlags ?? 0) * 1e9 + (row.lastContact ? 1 : 0),
    cell: (row) => {
        const last = row.lastContact ? plainDay((row.lastContact.day ?? row.lastContact).slice(0, 10)) : null;
        if (!row.openFlags && !last) return "";
        return html`${row.openFlags > 0 && badge(row.openFlags === 1 ? "1 flag" : `${row.openFlags} flags`, "warn", "conflict")} ${last && html`<span class="muted nowrap">last ${last}</span>`}`;
    },
};
