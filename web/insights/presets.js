/**
 * Usual periods. The academic year begins on 25 August as the week count does; its terms end with December, March and the
 * year itself. They are counted back from the last day there is something about, so that last year's export shows last year.
 */
import { addDays } from "../lib/dates.js";

/** @typedef {{ value: string, label: string, from: string, to: string }} Preset */

/** @param {string} day */
export function academicYear(day) {
    const year = Number(day.slice(0, 4)) - (day.slice(5) < "08-25" ? 1 : 0);
    return { from: `${year}-08-25`, to: `${year + 1}-08-24` };
}

/** @param {string} day */
export function term(day) {
    const { from, to } = academicYear(day);
    const next = to.slice(0, 4);
    if (day < `${next}-01-01`) return { from, to: `${from.slice(0, 4)}-12-31` };
    if (day < `${next}-04-01`) return { from: `${next}-01-01`, to: `${next}-03-31` };
    return { from: `${next}-04-01`, to };
}

/**
 * @param {string} now today at the school
 * @param {string | null | undefined} lastDay of the data
 * @returns {Preset[]}
 */
export function presets(now, lastDay) {
    const day = lastDay && lastDay < now ? lastDay : now;
    return [
        { value: "all", label: "All days", from: "", to: "" },
        { value: "term", label: "This term", ...term(day) },
        { value: "weeks", label: "Last 4 weeks", from: addDays(day, -27), to: day },
        { value: "year", label: "This academic year", ...academicYear(day) },
    ];
}

/**
 * Which of them these days are; "own" where none.
 * @param {Preset[]} all
 * @param {{ from?: string, to?: string }} filters
 */
export function presetOf(all, { from = "", to = "" }) {
    return all.find((one) => one.from === from && one.to === to)?.value ?? "own";
}
