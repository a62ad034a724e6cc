/** `progress({ label, value, max })`; without `value` it only says that something is going on. */
import { html } from "../lib/html.js";

/** @param {{ label: string, value?: number, max?: number }} content */
export function progress({ label, value, max = 100 }) {
    return html`<div class="progress">
        <span class="muted">${label}</span>
        <progress aria-label="${label}" max="${max}" ${value !== undefined && html`value="${value}"`}></progress>
    </div>`;
}

/**
 * What stands where something is being fetched.
 * @param {string} [label]
 */
export function loading(label = "Loading…") {
    return html`<div class="loading" role="status"><span class="spinner" aria-hidden="true"></span>${label}</div>`;
}
