/** The note with its masked identifiers and the words that findings rest on. Every lit passage leads to its findings. */
import { html } from "../lib/html.js";
import { identifierText } from "./identifiers.js";
import { pieces } from "./ranges.js";
import { STATUSES } from "./words.js";

const URGENCY = Object.keys(STATUSES);

/**
 * @param {string} text masked, or as it was written while it is unmasked
 * @param {any[]} spans
 * @param {any[]} findings those whose words are lit
 * @param {(finding: any) => string} nameOf
 */
export function noteText(text, spans, findings, nameOf) {
    return html`${passages(pieces(text, spans, findings)).map((group) => passage(group, nameOf))}`;
}

/** Neighbours that rest on the same findings are one passage, whatever is masked between them. @param {import("./ranges.js").Piece[]} all */
function passages(all) {
    /** @type {import("./ranges.js").Piece[][]} */
    const groups = [];
    let last = "";
    for (const piece of all) {
        const key = keyOf(piece);
        if (groups.length > 0 && key === last) groups.at(-1).push(piece);
        else groups.push([piece]);
        last = key;
    }
    return groups;
}

/** @param {import("./ranges.js").Piece} piece */
function keyOf({ evidence }) {
    return evidence.map(({ finding, index }) => `${finding.id}:${index}`).join(" ");
}

/** @param {import("./ranges.js").Piece[]} group @param {(finding: any) => string} nameOf */
function passage(group, nameOf) {
    const content = group.map(inner);
    const { evidence } = group[0];
    if (evidence.length === 0) return html`${content}`;
    const findings = evidence.map(({ finding }) => finding).toSorted((left, right) => URGENCY.indexOf(left.status) - URGENCY.indexOf(right.status));
    const says = findings.map((finding) => `${STATUSES[finding.status]?.label}: ${nameOf(finding)}`).join("; ");
    const ids = evidence.map(({ finding }) => finding.id).join(" ");
    const places = evidence.map(({ finding, index }) => `${finding.id}/${index}`).join(" ");
    return html`<span class="words" role="button" tabindex="-1" data-words="${ids}" data-places="${places}" data-tone="${STATUSES[findings[0].status]?.tone}" title="${says}">${content}</span>`;
}

/** @param {import("./ranges.js").Piece} piece */
function inner({ text, spans: [span] }) {
    return span ? html`<span class="masked" title="${identifierText(span)}">${text}</span>` : html`${text}`;
}

/** Written in columns or as a table, so that letters of one width show it as it was meant. @param {string} text */
export function isAligned(text) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const columns = lines.filter((line) => /\S {3,}\S/.test(line) || (line.match(/\|/g)?.length ?? 0) > 1);
    return columns.length >= 3;
}
