/** The figures at the head of a view. */
import { html } from "../lib/html.js";

/** @typedef {{ label: string, value: unknown, note?: unknown, tone?: string }} Figure */

/** @param {Figure[]} list */
export function figures(list) {
    return html`<dl class="insight-figures">${list.map((one) => html`<div class="card figure-card" ${one.tone && html`data-tone="${one.tone}"`}><dt>${one.label}</dt><dd><strong>${one.value}</strong>${one.note && html`<span class="muted small">${one.note}</span>`}</dd></div>`)}</dl>`;
}

export function figuresHost() {
    return document.createElement("div");
}
