/** Small pieces of markup that have no behaviour: badges, initials, empty states, page headings, segmented choices. */
import { html } from "../lib/html.js";
import { icon } from "./icons.js";

/** The five statuses as they are drawn: letter, icon and word always together. */
export const STATUSES = {
    present: { letter: "P", word: "Present", icon: "check" },
    late: { letter: "L", word: "Late", icon: "clock" },
    absent: { letter: "A", word: "Absent", icon: "cross" },
    excused: { letter: "E", word: "Excused", icon: "shield" },
    unmarked: { letter: "–", word: "Unmarked", icon: "minus" },
};

/** @param {string} text @param {"neutral" | "good" | "warn" | "bad" | "info" | "accent"} [tone] @param {string} [iconName] */
export function badge(text, tone = "neutral", iconName) {
    return html`<span class="badge" data-tone="${tone}">${iconName && icon(iconName)}${text}</span>`;
}

/**
 * @param {string | null | undefined} status present, late, absent, excused; nothing is unmarked
 * @param {{ minutes?: number | null, notice?: boolean, names?: Record<string, string> }} options `names`: the school's words
 */
export function statusBadge(status, { minutes, notice, names } = {}) {
    const key = status && status in STATUSES ? status : "unmarked";
    const look = STATUSES[key];
    const word = names?.[key] ?? look.word;
    const extra = key === "late" && minutes ? ` ${minutes} min` : notice ? " (notice)" : "";
    return html`<span class="status" data-status="${key}">${icon(look.icon)}${word}${extra}</span>`;
}

/** @param {string | undefined} text */
function letter(text) {
    return [...(text ?? "").trim()].find((one) => /\p{L}/u.test(one)) ?? "";
}

/** @param {{ givenName?: string, familyName?: string }} person */
export function initials(person) {
    return (letter(person.givenName) + letter(person.familyName)).toUpperCase() || "?";
}

/** @param {{ givenName?: string, familyName?: string }} person */
export function avatar(person) {
    return html`<span class="avatar" aria-hidden="true">${initials(person)}</span>`;
}

/**
 * While the register is fetched for the first time its progress stands here instead, except where that changes nothing.
 * @param {{ title: string, text?: unknown, icon?: string, actions?: unknown, always?: boolean }} content `actions` is markup; `always`:
 *   true whatever the device has fetched
 */
export function empty({ title, text, icon: iconName = "info", actions, always = false }) {
    return html`<div class="empty">
        ${!always && html`<r-first-fetch></r-first-fetch>`}
        <span class="empty-icon">${icon(iconName)}</span>
        <p class="empty-title">${title}</p>
        ${text && html`<p class="empty-text">${text}</p>`} ${actions && html`<div class="row center">${actions}</div>`}
    </div>`;
}

/**
 * The head of every page: one h1, a line under it, actions at the end.
 * @param {{ title: unknown, text?: unknown, actions?: unknown, back?: { href: string, label: string } }} content
 */
export function pageHead({ title, text, actions, back }) {
    return html`<header class="page-head">
        <div class="page-head-text">
            ${back && html`<a class="back" href="${back.href}">${icon("left")}${back.label}</a>`}
            <h1>${title}</h1>
            ${text && html`<p class="muted">${text}</p>`}
        </div>
        ${actions && html`<div class="page-head-actions">${actions}</div>`}
    </header>`;
}

/** @param {string} text @param {"info" | "warn" | "bad" | "good"} [tone] @param {unknown} [actions] markup */
export function notice(text, tone = "info", actions) {
    const names = { info: "info", warn: "conflict", bad: "cross", good: "check" };
    return html`<div class="notice" data-tone="${tone}">${icon(names[tone])}<p>${text}</p>${actions && html`<div class="row">${actions}</div>`}</div>`;
}

/**
 * A choice of one among few, as radio buttons. Listen for "change"; the value is in the form under `name`.
 * @param {{ legend: string, name: string, options: { value: string, label: string, icon?: string }[], value?: string, hideLegend?: boolean }} content
 */
export function segmented({ legend, name, options, value, hideLegend = true }) {
    return html`<fieldset class="segmented">
        <legend class="${hideLegend ? "visually-hidden" : "label"}">${legend}</legend>
        <div class="segmented-options">
            ${options.map(
                (option) => html`<label
                    ><input type="radio" name="${name}" value="${option.value}" ${option.value === value && "checked"} /><span
                        >${option.icon && icon(option.icon)}${option.label}</span
                    ></label
                >`,
            )}
        </div>
    </fieldset>`;
}
