/** Numbers behind a sentence, each leading to the very words it stands on. */
import { html } from "../lib/html.js";
import { icon } from "../elements/icons.js";
import { wantPage } from "./attachment-place.js";
import { clock, spoken } from "./words.js";

/**
 * @typedef {object} Citation
 * @property {number} n
 * @property {"transcript" | "attachment" | "note"} source
 * @property {string} sourceId recording or attachment
 * @property {string} session
 * @property {string} title of the source
 * @property {number | null} start seconds
 * @property {number | null} page
 * @property {string} quote verbatim
 */

/** @param {Citation} citation where its words stand, for reading */
export function place({ source, title, start, page }) {
    if (source === "transcript") return `${title}, ${clock(start)}`;
    return page ? `${title}, page ${page}` : title;
}

/** @param {Citation} citation */
function spokenPlace({ source, title, start, page }) {
    if (source === "transcript") return `${title}, at ${spoken(start ?? 0)}`;
    return page ? `${title}, page ${page}` : title;
}

/** @param {number} n @param {Citation[]} citations */
export function mark(n, citations) {
    const citation = citations.find((one) => one.n === n);
    if (!citation) return "";
    return html`<button type="button" class="cite" data-cite="${n}" title="${citation.quote}" aria-label="Source ${n}: ${spokenPlace(citation)}">${n}</button>`;
}

/** A sentence with its marks behind it. @param {{ text: string, citations?: number[] }} one @param {Citation[]} citations */
export function cited({ text, citations: numbers = [] }, citations) {
    return html`${text} ${numbers.map((n) => mark(n, citations))}`;
}

/** An answer whose marks stand in its text as [1]. @param {string} text @param {Citation[]} citations */
export function withMarks(text, citations) {
    return text.split(/(\[\d+\])/).map((part) => (/^\[\d+\]$/.test(part) ? mark(Number(part.slice(1, -1)), citations) : part));
}

/** All sources with their words. @param {Citation[]} citations */
export function sources(citations) {
    if (citations.length === 0) return "";
    return html`<details class="sources"><summary>${citations.length === 1 ? "1 source" : `${citations.length} sources`}</summary>${quotations(citations)}</details>`;
}

/** Words with the places where they stand. @param {Citation[]} citations */
export function quotations(citations) {
    return html`<ol>
        ${citations.map(
            (one) => html`<li value="${one.n}"><q>${one.quote}</q>
                <button type="button" class="button quiet small no-print" data-cite="${one.n}">${icon(one.source === "transcript" ? "play" : "file")}${place(one)}</button><span class="print-only muted small">${place(one)}</span></li>`,
        )}
    </ol>`;
}

/** Opens what a citation stands on. @param {Citation} citation @param {import("./tabs.js").SessionContext} context */
export function follow(citation, context) {
    if (citation.session && citation.session !== context.session.id) {
        const query = citation.source === "transcript" ? `recording=${citation.sourceId}&at=${citation.start ?? 0}` : `tab=attachments&attachment=${citation.sourceId}&page=${citation.page ?? 1}`;
        window.open(`/scribe/sessions/${encodeURIComponent(citation.session)}?${query}`, "_self");
        return;
    }
    if (citation.source === "transcript") context.open(citation.sourceId, citation.start, { play: true });
    else if (citation.source === "attachment") {
        wantPage({ attachment: citation.sourceId, page: citation.page ?? 1, quote: citation.quote });
        context.show("attachments");
    } else context.show("notes");
}
