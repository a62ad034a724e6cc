/** What an import would do, or did: exact sums, and every row that does not come in, with its line and reason. */
import { html } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { badge, notice } from "../elements/markup.js";

const RECORDS = {
    people: ["person", "people"],
    modules: ["module", "modules"],
    groups: ["group", "groups"],
    enrolments: ["enrolment", "enrolments"],
    sessions: ["session", "sessions"],
    marks: ["mark", "marks"],
};

const DELIMITERS = { ",": "separated by commas", ";": "separated by semicolons", tab: "separated by tabs" };

/** @type {Record<string, { title: string, tone: "bad" | "neutral" }>} */
const OUTCOMES = {
    refused: { title: "Will not come in", tone: "bad" },
    merged: { title: "Merged with another row", tone: "neutral" },
    ignored: { title: "Left out by a rule", tone: "neutral" },
};

/** @param {any} report */
export function reportView(report) {
    const { rows } = report;
    return html`${report.explanation && html`<p class="muted">${report.explanation}</p>`} ${report.notes.map((note) => notice(note, "info"))}
        <div class="record-grid">${Object.entries(RECORDS).map(([name, words]) => records(words, report.records[name], report.preview))}</div>
        <p>${sum(rows, report.preview)}</p>
        ${rows.refused === 0 && rows.read > 0 && notice(`Every row is accounted for and none is refused.`, "good")}
        ${Object.keys(OUTCOMES).map((outcome) => findings(report, outcome))}
        <p class="muted small">${fileFacts(report)}</p>`;
}

/**
 * @param {string[]} words
 * @param {{ created: number, updated: number, unchanged: number }} count
 * @param {boolean} preview
 */
function records([one, many], count, preview) {
    if (!count || count.created + count.updated + count.unchanged === 0) return "";
    const more = [count.updated > 0 && `${count.updated} changed`, count.unchanged > 0 && `${count.unchanged} as before`].filter(Boolean).join(", ");
    return html`<div class="card figure"><strong>${count.created}</strong><span>new ${count.created === 1 ? one : many}${preview ? "" : " made"}</span>${more && html`<span>${more}</span>`}</div>`;
}

/**
 * One sentence whose numbers add up to the rows read.
 * @param {Record<string, number>} rows
 * @param {boolean} preview
 */
function sum(rows, preview) {
    const parts = [
        [rows.added, "bring something new"],
        [rows.updated, "change what is there"],
        [rows.unchanged, "say what is known already"],
        [rows.merged, "say the same as another row"],
        [rows.ignored, "are left out by a rule"],
        [rows.refused, preview ? "will not come in" : "did not come in"],
    ].filter(([count]) => Number(count) > 0);
    return html`<strong>${rows.read} ${rows.read === 1 ? "row" : "rows"} read:</strong> ${parts.map(([count, words]) => `${count} ${words}`).join(", ")}.`;
}

/**
 * @param {any} report
 * @param {string} outcome
 */
function findings(report, outcome) {
    const own = report.findings.filter((one) => one.outcome === outcome);
    if (own.length === 0) return "";
    const { title, tone } = OUTCOMES[outcome];
    const count = own.reduce((total, one) => total + one.count, 0);
    const shown = outcome === "refused" && !report.preview ? "Did not come in" : title;
    return html`<details class="card findings" ${outcome === "refused" && "open"}>
        <summary><h3>${shown}</h3> ${badge(`${count} ${count === 1 ? "row" : "rows"}`, tone)}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="${shown}">
            <table class="table">
                <caption class="visually-hidden">${shown}</caption>
                <thead><tr><th scope="col">Rows</th><th scope="col">Column</th><th scope="col">Reason</th></tr></thead>
                <tbody>${own.map(finding)}</tbody>
            </table>
        </div>
    </details>`;
}

/** @param {any} one */
function finding(one) {
    const rest = one.count - one.lines.length;
    const lines = `${one.file ? `${one.file}: ` : ""}${one.lines.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
    return html`<tr><th scope="row" class="lines">${lines}</th><td class="mono">${one.field ?? "–"}</td><td>${one.message}</td></tr>`;
}

/** @param {any} report */
function fileFacts({ file, at, byName, preview }) {
    const size = file.bytes < 10_000 ? `${file.bytes} bytes` : `${Math.round(file.bytes / 1024)} KB`;
    const delimiter = DELIMITERS[file.delimiter];
    return [file.name, size, file.encoding, delimiter, !preview && `${dateTime(at)}, ${byName}`].filter(Boolean).join(" · ");
}
