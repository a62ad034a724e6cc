/** Due dates of an episode: what for, and how near. Always in words, with an icon. */
import { plainDay } from "../lib/dates.js";
import { badge } from "../elements/markup.js";

const NEARNESS = ["late", "soon", "ok"];

/** @type {Record<string, string>} */
const KINDS = {
    certification: "certification of the plan",
    recertification: "recertification",
    progressReport: "progress report",
    verbalSignature: "signature behind the verbal certification",
};

/** @param {string} kind */
export function dueWord(kind) {
    return KINDS[kind] ?? kind;
}

/** "progress report (PT) with visit 11", "certification of the plan on 2 Apr 2025". @param {any} date */
export function dueText({ kind, discipline, due, visit }) {
    const when = due ? `on ${plainDay(due)}` : visit ? `with visit ${visit}` : "";
    return [dueWord(kind), discipline && `(${discipline})`, when].filter(Boolean).join(" ");
}

/** The nearest first. @param {any[]} dates */
export function byNearness(dates) {
    return dates.toSorted((left, right) => NEARNESS.indexOf(left.state) - NEARNESS.indexOf(right.state) || (left.due ?? "9").localeCompare(right.due ?? "9"));
}

/** How near the nearest is; few is near. @param {any[]} dates @returns {number} */
export function nearest(dates) {
    return Math.min(NEARNESS.length, ...dates.map(({ state }) => NEARNESS.indexOf(state)));
}

/** @param {{ state: string }} date */
export function dueBadge({ state }) {
    if (state === "late") return badge("Late", "bad", "conflict");
    if (state === "soon") return badge("Soon", "warn", "clock");
    return badge("In time", "good", "check");
}
