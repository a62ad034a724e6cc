/** Choosing one person among many: words narrow the list, the list is an ordinary select. */
import { html } from "../lib/html.js";
import { field } from "../elements/field.js";
import { found } from "./names.js";

/** More than anybody would scroll through. */
const SHOWN = 200;

/**
 * @typedef {object} Picker
 * @property {string} label
 * @property {string} name of the select
 * @property {string} none what no choice is called
 * @property {any[]} people in order
 * @property {string | null} [value] id of the chosen one
 * @property {string} [hint]
 * @property {boolean} [required]
 */

/** @param {Picker} picker */
export function personPicker({ label, name, none, people, value, hint, required }) {
    return html`<div class="grid">
        ${field({ label: "Find by name or number", name: `${name}-search`, type: "search", autocomplete: "off" })}
        ${field({ label, name, type: "select", options: options(people, "", none, value ?? ""), value: value ?? "", hint, required })}
    </div>`;
}

/**
 * @param {HTMLElement} form
 * @param {Picker} picker
 */
export function wirePersonPicker(form, { name, none, people }) {
    const search = /** @type {HTMLInputElement} */ (form.querySelector(`input[name="${name}-search"]`));
    const select = /** @type {HTMLSelectElement} */ (form.querySelector(`select[name="${name}"]`));
    search.addEventListener("input", () => {
        const choices = options(people, search.value, none, select.value);
        const [only] = choices.length === 2 ? choices.slice(1) : [];
        const chosen = only?.value ?? select.value;
        select.replaceChildren(...choices.map((one) => new Option(one.label, one.value, false, one.value === chosen)));
    });
}

/**
 * @param {any[]} people
 * @param {string} question
 * @param {string} none
 * @param {string} chosen stays in the list whatever is searched
 */
function options(people, question, none, chosen) {
    const matching = people.filter((one) => one.id === chosen || found(question, one.givenName, one.familyName, one.number));
    const shown = matching.slice(0, SHOWN);
    const kept = matching.find((one) => one.id === chosen);
    if (kept && !shown.includes(kept)) shown.unshift(kept);
    return [{ value: "", label: none }, ...shown.map((one) => ({ value: one.id, label: `${one.familyName}, ${one.givenName} (${one.number})` }))];
}
