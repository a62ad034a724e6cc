/**
 * Templates that cannot be used unsafely: every value is escaped unless it is itself a result of `html`.
 *
 *     render(host, html`<h1>${person.name}</h1> ${rows.map((row) => html`<li>${row}</li>`)}`);
 *
 * Attribute values stand in double quotes. `null`, `undefined` and `false` are nothing; a boolean attribute is
 * written `${flag && "disabled"}`. Addresses from data go through `path()`.
 */

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that is already markup. Only `html` makes one. */
export class Markup {
    #text;

    /** @param {string} text */
    constructor(text) {
        this.#text = text;
    }

    toString() {
        return this.#text;
    }
}

/** @param {unknown} text */
export function escape(text) {
    return String(text).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/** @param {unknown} value @returns {string} */
function piece(value) {
    if (value === null || value === undefined || value === false || value === true) return "";
    if (value instanceof Markup) return value.toString();
    if (Array.isArray(value)) return value.map(piece).join("");
    return escape(value);
}

/**
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 */
export function html(strings, ...values) {
    let text = strings[0];
    for (let index = 0; index < values.length; index += 1) text += piece(values[index]) + strings[index + 1];
    return new Markup(text);
}

/**
 * The nodes of a template, detached.
 * @param {Markup} markup
 */
export function fragment(markup) {
    const template = document.createElement("template");
    template.innerHTML = markup instanceof Markup ? markup.toString() : escape(markup);
    return template.content;
}

/**
 * The one element of a template.
 * @param {Markup} markup
 * @returns {HTMLElement}
 */
export function element(markup) {
    return /** @type {HTMLElement} */ (document.importNode(fragment(markup), true).firstElementChild);
}

/**
 * Replaces what is in `host`.
 * @param {Element | DocumentFragment} host
 * @param {Markup} markup
 */
export function render(host, markup) {
    host.replaceChildren(document.importNode(fragment(markup), true));
}

/** @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * Like `render`, for content that is drawn again and again: nothing is touched when nothing changed, and the control that had
 * the focus has it afterwards.
 * @param {Element} host drawn by nothing else since the last time
 * @param {Markup} markup
 */
export function redraw(host, markup) {
    const text = markup.toString();
    if (shown.get(host) === text) return;
    shown.set(host, text);
    const active = document.activeElement;
    const selector = active && host.contains(active) ? selectorOf(active) : null;
    render(host, markup);
    const again = selector && host.querySelector(selector);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/**
 * What is likely to find the same control again: its link, name or data attributes.
 * @param {Element} control
 */
function selectorOf(control) {
    const attributes = [...control.attributes].filter(({ name }) => ["href", "name"].includes(name) || name.startsWith("data-"));
    return control.localName + attributes.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join("");
}

/**
 * A path of this site made of data: `path("people", id)` → `/people/…`.
 * @param {...unknown} parts
 */
export function path(...parts) {
    return "/" + parts.map((part) => encodeURIComponent(String(part))).join("/");
}
