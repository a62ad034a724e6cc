/**
 * A labelled control with hint and error. `field({ label, name })` gives the markup; the element `r-field` carries the
 * behaviour: `element.error = "sentence"` shows the error and ties it to the control.
 */
import { html } from "../lib/html.js";

let count = 0;

/**
 * @typedef {object} FieldContent
 * @property {string} label
 * @property {string} name
 * @property {"text" | "email" | "password" | "number" | "date" | "time" | "search" | "select" | "textarea" | "checkbox" | "file"} [type]
 * @property {unknown} [value]
 * @property {unknown} [hint]
 * @property {boolean} [required]
 * @property {boolean} [disabled]
 * @property {{ value: string, label: string }[]} [options] for a select
 * @property {number | string} [min]
 * @property {number | string} [max]
 * @property {number} [maxlength]
 * @property {string} [autocomplete]
 * @property {string} [accept]
 * @property {boolean} [multiple] several files
 * @property {string} [placeholder]
 */

/** @param {FieldContent} content */
export function field(content) {
    const id = `field-${(count += 1)}`;
    const { type = "text", label, name, hint, required } = content;
    const described = `${hint ? `${id}-hint ` : ""}${id}-error`;
    const labelLine = html`<label class="label" for="${id}">${label}${required && html` <span class="muted" aria-hidden="true">(required)</span>`}</label>`;
    const error = html`<p class="field-error" id="${id}-error" hidden></p>`;
    const hintLine = hint && html`<p class="hint" id="${id}-hint">${hint}</p>`;
    if (type === "checkbox") {
        return html`<r-field name="${name}"
            ><label class="check"
                ><input type="checkbox" id="${id}" name="${name}" value="true" aria-describedby="${described}" ${content.value && "checked"} ${content.disabled && "disabled"} /><span>${label}</span></label
            >${hintLine}${error}</r-field
        >`;
    }
    return html`<r-field name="${name}">${labelLine}${hintLine}${control(content, id, described)}${error}</r-field>`;
}

/** @param {FieldContent} content @param {string} id @param {string} described */
function control(content, id, described) {
    const { type = "text", name, value, required, disabled, options = [] } = content;
    if (type === "select") {
        return html`<select id="${id}" name="${name}" aria-describedby="${described}" ${required && "required"} ${disabled && "disabled"}>
            ${options.map((option) => html`<option value="${option.value}" ${option.value === value && "selected"}>${option.label}</option>`)}
        </select>`;
    }
    const limit = content.maxlength && html`maxlength="${content.maxlength}"`;
    if (type === "textarea") {
        return html`<textarea id="${id}" name="${name}" rows="3" aria-describedby="${described}" ${limit} ${required && "required"} ${disabled && "disabled"}>
${value ?? ""}</textarea
        >`;
    }
    return html`<input
        type="${type}"
        id="${id}"
        name="${name}"
        aria-describedby="${described}"
        ${value !== undefined && value !== null && html`value="${value}"`}
        ${content.min !== undefined && html`min="${content.min}"`}
        ${content.max !== undefined && html`max="${content.max}"`}
        ${content.autocomplete && html`autocomplete="${content.autocomplete}"`}
        ${content.accept && html`accept="${content.accept}"`}
        ${content.placeholder && html`placeholder="${content.placeholder}"`}
        ${limit} ${content.multiple && "multiple"} ${required && "required"} ${disabled && "disabled"} />`;
}

export class Field extends HTMLElement {
    /** @returns {HTMLInputElement} the control, whatever its kind */
    get control() {
        return this.querySelector("input, select, textarea");
    }

    get error() {
        return this.querySelector(".field-error")?.textContent ?? "";
    }

    set error(sentence) {
        const line = /** @type {HTMLElement} */ (this.querySelector(".field-error"));
        line.textContent = sentence ?? "";
        line.hidden = !sentence;
        if (sentence) this.control.setAttribute("aria-invalid", "true");
        else this.control.removeAttribute("aria-invalid");
    }
}
customElements.define("r-field", Field);

/**
 * Shows an ApiError in a form: each named field its sentence, the rest in the element `.form-error`; focuses the first.
 * @param {HTMLElement} form
 * @param {{ detail?: string, message?: string, errors?: { field: string, message: string }[] } | null} error null clears
 */
export function showErrors(form, error) {
    const fields = /** @type {Field[]} */ ([...form.querySelectorAll("r-field")]);
    for (const one of fields) one.error = "";
    const general = /** @type {HTMLElement | null} */ (form.querySelector(".form-error"));
    const rest = [];
    let shown = 0;
    for (const { field: name, message } of error?.errors ?? []) {
        const one = fields.find((candidate) => candidate.getAttribute("name") === name);
        if (one) one.error = message;
        else rest.push(message);
        if (one && (shown += 1) === 1) one.control.focus();
    }
    if (!general) return;
    const text = error && shown === 0 ? (rest.join(" ") || error.detail || error.message) : rest.join(" ");
    general.textContent = text ?? "";
    general.hidden = !text;
}

/**
 * What a form holds, as plain text by name; a checkbox is true or false.
 * @param {HTMLFormElement} form
 * @returns {Record<string, any>}
 */
export function values(form) {
    /** @type {Record<string, any>} */
    const result = {};
    for (const [name, value] of new FormData(form)) result[name] = typeof value === "string" ? value.trim() : value;
    for (const box of form.querySelectorAll("input[type=checkbox]")) {
        const input = /** @type {HTMLInputElement} */ (box);
        if (input.name) result[input.name] = input.checked;
    }
    return result;
}
