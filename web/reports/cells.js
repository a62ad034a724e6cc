/** Cells of report tables: counts and rates. */
import { html } from "../lib/html.js";

/** @param {number | null | undefined} value in percent */
export function percent(value) {
    return value === null || value === undefined ? "–" : `${value.toFixed(1)} %`;
}

/**
 * A rate with a bar; the number is what counts, the bar is decoration.
 * @param {number | null | undefined} value
 */
export function bar(value) {
    if (value === null || value === undefined) return html`<span class="muted">none held</span>`;
    const width = `${Math.max(0, Math.min(100, value))}%`;
    return html`<span class="rate"
        ><svg class="rate-bar" aria-hidden="true"><rect class="rate-all" width="100%" height="100%" rx="3"></rect><rect class="rate-part" width="${width}" height="100%" rx="3"></rect></svg
        ><span>${percent(value)}</span></span
    >`;
}

/**
 * A column of whole numbers.
 * @param {string} key
 * @param {string} label
 * @returns {import("../elements/table.js").Column}
 */
export function count(key, label) {
    return { key, label, sort: true, align: "end", cell: (row) => row[key] ?? "–" };
}
