/** Due dates of an episode: what for, and how near. Always in words, with an icon. */
import { badge } from "../elements/markup.js";

/** @type {Record<string, string>} */
const KINDS = {
    certification: "certification of the plan",
    recertification: "recertification",
    progressReport: "progress report",
    progress: "progress report",
    progress_report: "progress report",
    verbalCertification: "signature of the verbal order",
    verbal: "signature of the verbal order",
    verbal_certification: "signature of the verbal order",
};

/** @param {string} kind */
export function dueWord(kind) {
    return KINDS[kind] ?? kind;
}

/** @param {{ state: string }} date */
export function dueBadge({ state }) {
    if (state === "late") return badge("Late", "bad", "conflict");
    if (state === "soon") return badge("Soon", "warn", "clock");
    return badge("In time", "good", "check");
}
