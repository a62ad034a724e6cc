/** How statuses, severities, kinds of notes and figures are written. Status and severity always have a word and an icon, never colour alone. */
import { html } from "../lib/html.js";
import { plural } from "../lib/plural.js";
import { badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";

export { plural };

/** @typedef {"neutral" | "good" | "warn" | "bad" | "info" | "accent"} Tone */

/**
 * In the order of their urgency.
 * @type {Record<string, { label: string, many: string, tone: Tone, icon: string }>}
 */
export const STATUSES = {
    violated: { label: "Not met", many: "Not met", tone: "bad", icon: "cross" },
    pending: { label: "Pending", many: "Pending", tone: "warn", icon: "clock" },
    undeterminable: { label: "Cannot be decided", many: "Cannot be decided", tone: "info", icon: "question" },
    satisfied: { label: "Met", many: "Met", tone: "good", icon: "check" },
    not_applicable: { label: "Does not apply", many: "Do not apply", tone: "neutral", icon: "minus" },
};

/** @type {Record<string, { label: string, means: string, icon: string }>} */
export const SEVERITIES = {
    high: { label: "High", means: "condition of payment or coverage", icon: "conflict" },
    medium: { label: "Medium", means: "documentation requirement", icon: "note" },
    low: { label: "Low", means: "quality", icon: "info" },
    info: { label: "Notice", means: "for information", icon: "info" },
};

export const TYPES = { evaluation: "Evaluation", progress: "Progress report", daily: "Treatment note", discharge: "Discharge" };
export const DISCIPLINES = { PT: "Physical therapy", OT: "Occupational therapy", SLP: "Speech-language pathology" };

/** @type {Record<string, { label: string, tone: Tone, icon: string }>} */
export const STATES = {
    queued: { label: "In the queue", tone: "info", icon: "clock" },
    analysing: { label: "Being read", tone: "accent", icon: "search" },
    ready: { label: "Ready", tone: "good", icon: "check" },
    failed: { label: "Not read", tone: "bad", icon: "conflict" },
};

/** Work of the server that is not over. @param {{ state: string }} document */
export function isUnderWay({ state }) {
    return state === "queued" || state === "analysing";
}

/** @param {Record<string, string>} words @param {string} any label of no choice @returns {{ value: string, label: string }[]} */
export function choices(words, any) {
    return [{ value: "", label: any }, ...Object.entries(words).map(([value, label]) => ({ value, label }))];
}

/** @param {string} status */
export function statusMark(status) {
    const { label, tone, icon: name } = STATUSES[status] ?? STATUSES.undeterminable;
    return badge(label, tone, name);
}

/** @param {string} severity */
export function severityMark(severity) {
    const { label, means, icon: name } = SEVERITIES[severity] ?? SEVERITIES.info;
    return html`<span class="severity" data-severity="${severity}" title="${label}: ${means}">${icon(name)}${label}</span>`;
}

/** "Treatment note, PT". @param {{ noteType?: string | null, discipline?: string | null }} document */
export function kindOf({ noteType, discipline }) {
    return [TYPES[noteType ?? ""], discipline].filter(Boolean).join(", ");
}

/** "78.4", or "no score" where nothing applied. @param {number | null | undefined} value */
export function scoreText(value) {
    return value === null || value === undefined ? "no score" : value.toFixed(1);
}

/** "41.7 %", or "no data". @param {number | null | undefined} part of one */
export function rateText(part) {
    return part === null || part === undefined ? "no data" : `${(part * 100).toFixed(1)} %`;
}

/** "Benefit Policy Manual, chapter 15, § 220.1.2.B". @param {any} citation */
export function citationText(citation) {
    if (!citation) return "";
    const { publication, chapter, section } = citation;
    const hasChapter = chapter && !String(publication ?? "").toLowerCase().includes(`chapter ${chapter}`.toLowerCase());
    return [publication, hasChapter && `chapter ${chapter}`, section && `§ ${section}`].filter(Boolean).join(", ");
}

/** Why a file could not be read, said to whoever sent it. @type {Record<string, string>} */
const REFUSALS = {
    empty: "There is no text in it.",
    too_large: "It is larger than this server takes.",
    type_mismatch: "Its content is not what its name says, or no kind that can be read. Send PDF, DOCX, RTF, TXT, PNG, JPG or TIFF.",
    encrypted: "It is protected by a password. Save it without one and send it again.",
    corrupt: "It is damaged: it could not be opened to the end.",
    name_outside: "Its name leads out of the archive, so it was not read.",
    expansion_limit: "It unpacks to far more than it seems to be, so it was not opened.",
    active_content: "It carries a program (a script or a macro). Print it to a new PDF and send that.",
    deid_error: "Identifiers could not be masked with certainty, so nothing of it was kept or shown.",
};

/** @param {string | null | undefined} code @param {string | null} [message] */
export function refusalText(code, message = null) {
    return message ?? REFUSALS[code ?? ""] ?? "It could not be read.";
}

/** A sentence for whatever went wrong. @param {any} error */
export function sentence(error) {
    return error?.detail ?? error?.message ?? "Something went wrong.";
}
