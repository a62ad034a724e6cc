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

/** The order of the API that a sorted column is; the first one is asked for without words. */
const ORDER_OF = { name: "surname", id: "id", percentage: "", "-percentage": "-percentage", "-absent": "absent", trend: "trend" };

/** @param {string} key of a column @param {boolean} descending @returns {string | undefined} */
export function orderOf(key, descending) {
    return ORDER_OF[`${descending ? "-" : ""}${key}`];
}

/** How the table of an order of the API is sorted. @param {string | undefined} order */
export function sortedBy(order = "") {
    const found = Object.keys(ORDER_OF).find((sorted) => ORDER_OF[sorted] === order);
    return found ? { key: found.replace("-", ""), descending: found.startsWith("-") } : undefined;
}

const THRESHOLD = /^\d{1,3}(\.\d{1,9})?$/;
/** The server takes no longer text. */
const LONGEST_THRESHOLD = 12;

/** What each name holds, and how it is written, for the sentence that says why a value cannot be used. */
const SOUND = {
    from: { label: "first day", why: "that is no day that exists" },
    to: { label: "last day", why: "that is no day that exists" },
    threshold: { label: "threshold", why: "a threshold is from 0 to 100, for example 80 or 33.33" },
    group: { label: "group", why: "a group is a number" },
    order: { label: "order", why: "there is no such order" },
    selfCertified: { label: "“self-certified only”", why: "it is true or left out" },
};

/**
 * Whether a value asks for something. An empty adviser does: for students without one.
 * @param {string} name
 * @param {string | null | undefined} value
 */
export function isGiven(name, value) {
    return value !== null && value !== undefined && (value !== "" || name === "adviser");
}

/** A place of the API with the empty adviser, which would be left out of a query otherwise. @param {string} place @param {Record<string, any>} query */
export function placeOf(place, query) {
    return query.adviser === "" ? `${place}?adviser=` : place;
}

/** As the server reads it. @param {string} name @param {string} text */
export function normal(name, text) {
    const value = text.trim();
    return name === "threshold" ? value.replace(",", ".") : value;
}

/**
 * What the address says, without the values that nobody can make sense of (`unusable` tells them). The last day may lie
 * before the first: that is for the field to say.
 * @param {URLSearchParams} query
 * @returns {Filters}
 */
export function readFilters(query) {
    /** @type {Filters} */
    const filters = {};
    for (const name of NAMES) {
        if (!query.has(name)) continue;
        const value = normal(name, query.get(name));
        if (isGiven(name, value) && isSound(name, value)) filters[name] = value;
    }
    return filters;
}

/**
 * What an address asks for in vain, as one sentence; nothing where all is well.
 * @param {URLSearchParams} query
 */
export function unusable(query) {
    const bad = Object.keys(SOUND).filter((name) => {
        const value = normal(name, query.get(name) ?? "");
        return value !== "" && !isSound(name, value) && !(name === "selfCertified" && value === "false");
    });
    if (bad.length === 0) return "";
    const told = bad.map((name) => `${SOUND[name].label} “${query.get(name).trim().slice(0, 40)}” (${SOUND[name].why})`);
    return `The address asks for something that Rounds cannot use: ${told.join("; ")}. It is shown without ${bad.length === 1 ? "that" : "these"}.`;
}

/** @param {Filters} filters */
export function isBackwards({ from, to }) {
    return Boolean(from && to && from > to);
}

/**
 * @param {string} name
 * @param {string} value
 */
export function isSound(name, value) {
    if (name === "from" || name === "to") return isDay(value);
    if (name === "threshold") return value.length <= LONGEST_THRESHOLD && THRESHOLD.test(value) && Number(value) <= 100;
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
    for (const name of NAMES) if (isGiven(name, filters[name])) query.set(name, filters[name]);
    for (const [name, value] of Object.entries(more)) if (isGiven(name, value)) query.set(name, value);
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
        adviser: (name) => (name ? `adviser ${name}` : "no adviser named"),
        group: (number) => `group ${number}`,
        rotation: (label) => `rotation ${label}`,
        pattern: (text) => `pattern ${text}`,
        selfCertified: () => "self-certified only",
    };
    return Object.keys(words).filter((name) => isGiven(name, filters[name]) && names.includes(name)).map((name) => ({ name, text: words[name](filters[name]) }));
}
