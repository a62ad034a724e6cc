/**
 * What every view is asked for. It lives in the address bar and nowhere else, so that a view can be kept and sent, and all
 * views say the same.
 */
import { isDay, dayRange, plainDay } from "../lib/dates.js";

/** @typedef {Record<string, string>} Filters by the names of the API; nothing is left out */

/** Shared by all views, in the order in which they are told. */
export const NAMES = ["module", "from", "to", "threshold", "q", "adviser", "group", "rotation", "pattern", "selfCertified", "order"];

export const ORDERS = [
    { value: "", label: "Attendance, lowest first" },
    { value: "-percentage", label: "Attendance, highest first" },
    { value: "surname", label: "Surname" },
    { value: "id", label: "Student number" },
    { value: "absent", label: "Absences, most first" },
    { value: "trend", label: "Trend, falling first" },
];

const THRESHOLD = /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/;

/**
 * What the address says, without what the server would refuse.
 * @param {URLSearchParams} query
 * @returns {Filters}
 */
export function readFilters(query) {
    /** @type {Filters} */
    const filters = {};
    for (const name of NAMES) {
        const value = (query.get(name) ?? "").trim();
        if (value && isSound(name, value)) filters[name] = value;
    }
    if (filters.from && filters.to && filters.from > filters.to) delete filters.to;
    return filters;
}

/**
 * @param {string} name
 * @param {string} value
 */
export function isSound(name, value) {
    if (name === "from" || name === "to") return isDay(value);
    if (name === "threshold") return THRESHOLD.test(value);
    if (name === "selfCertified") return value === "true";
    if (name === "group") return /^-?\d{1,6}$/.test(value);
    if (name === "order") return ORDERS.some((order) => order.value === value);
    return true;
}

/**
 * Another view of the same, or one student of it.
 * @param {string} view last part of the address; nothing: modules and files
 * @param {Record<string, string | null | undefined>} filters
 * @param {Record<string, string | null | undefined>} [more]
 */
export function viewAddress(view, filters, more = {}) {
    const query = new URLSearchParams();
    for (const name of NAMES) if (filters[name]) query.set(name, filters[name]);
    for (const [name, value] of Object.entries(more)) if (value) query.set(name, value);
    const text = query.toString();
    return `/insights${view ? `/${view}` : ""}${text ? `?${text}` : ""}`;
}

/**
 * The period in words.
 * @param {Filters} filters
 */
export function period({ from, to }) {
    if (from && to) return dayRange(from, to);
    if (from) return `from ${plainDay(from)}`;
    if (to) return `to ${plainDay(to)}`;
    return "all days";
}

/**
 * Each narrowing in words, for the chips, the printed head and the summary of a closed filter bar.
 * @param {Filters} filters
 * @param {string[]} [names] that the view follows
 * @returns {{ name: string, text: string }[]}
 */
export function inWords(filters, names = NAMES) {
    const words = {
        q: (text) => `name or number has “${text}”`,
        adviser: (name) => `adviser ${name}`,
        group: (number) => `group ${number}`,
        rotation: (label) => `rotation ${label}`,
        pattern: (text) => `pattern ${text}`,
        selfCertified: () => "self-certified only",
    };
    return Object.keys(words).filter((name) => filters[name] && names.includes(name)).map((name) => ({ name, text: words[name](filters[name]) }));
}
