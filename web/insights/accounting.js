/** Every row of a file, accounted for in lines that add up before the reader's eyes. */
import { dayRange } from "../lib/dates.js";
import { html, path } from "../lib/html.js";
import { address } from "../api.js";
import { notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { number, plural } from "./words.js";

/** In the order of the sum; the last one is what the analysis counts. */
const LINES = [
    { key: "malformed", label: "malformed", why: "more fields with text than there are headings" },
    { key: "blankStudentId", label: "without a student number", why: "nobody to count it for" },
    { key: "badDate", label: "with a bad date", why: "no day that exists between 2000 and 2100" },
    { key: "cancelled", label: "cancelled", why: "the event did not take place" },
    { key: "duplicatesMerged", label: "merged with the same row", why: "same student, moment and description" },
    { key: "checkInsMerged", label: "merged with a check-in just before", why: "less than ten minutes apart" },
    { key: "kept", label: "kept", why: "analysed" },
];

export const CODES = {
    malformed: "More fields than headings",
    blank_student_id: "No student number",
    bad_date: "No date that exists",
    cancelled: "Cancelled",
    unknown_boolean: "Neither yes nor no",
    duplicate: "Merged with the same row",
    check_in_merged: "Merged with a check-in less than ten minutes before",
};

const DELIMITERS = { ",": "separated by commas", ";": "separated by semicolons", tab: "separated by tabs", "\t": "separated by tabs" };
const ENCODINGS = { "utf-8": "UTF-8", "utf-16": "UTF-16", "windows-1252": "Windows-1252", xlsx: "Excel workbook" };

/** @param {any} one an import */
export function accounting(one) {
    const sums = one.accounting;
    if (!sums || sums.rows === undefined) return "";
    const total = LINES.reduce((sum, { key }) => sum + (sums[key] ?? 0), 0);
    const lines = LINES.filter(({ key }) => sums[key] > 0 || key === "kept");
    const balanced = total === sums.rows;
    return html`<table class="accounting">
            <caption class="visually-hidden">
                Where the rows of ${one.name} went
            </caption>
            <thead class="visually-hidden"><tr><th scope="col">Rows</th><th scope="col">What became of them</th></tr></thead>
            <tbody>
                ${lines.map(({ key, label, why }, index) => html`<tr data-line="${key}"><td class="sum"><span aria-hidden="true">${index > 0 && "+ "}</span>${number(sums[key])}</td><th scope="row">${label} <span class="muted">– ${why}</span></th></tr>`)}
            </tbody>
            <tfoot>
                <tr data-line="rows"><td class="sum"><span aria-hidden="true">= </span>${number(sums.rows)}</td><th scope="row">rows in the file ${balanced && html`<span class="balanced">${icon("check")}every row accounted for</span>`}</th></tr>
            </tfoot>
        </table>
        ${!balanced && notice(`These lines make ${number(total)}, not ${number(sums.rows)}. Please do not rely on this import, and tell whoever looks after Rounds.`, "bad")}
        ${sums.unknownBooleans > 0 && notice(`${plural(sums.unknownBooleans, "cell")} under present or cancelled said neither yes nor no and counted as no. They are in the list below.`, "warn")}
        <p class="muted small">${facts(one)}</p>`;
}

/** @param {any} one */
function facts({ accounting: sums, students, firstDay, lastDay, bytes }) {
    const size = bytes === undefined ? null : bytes < 10_000 ? plural(bytes, "byte") : bytes < 10_000_000 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1024 / 1024)} MB`;
    const study = sums.study > 0 && `${plural(sums.study, "row")} of self-study, which ${sums.study === 1 ? "counts" : "count"} for no percentage`;
    const days = firstDay && lastDay && dayRange(firstDay, lastDay);
    return [students !== undefined && students !== null && plural(students, "student"), days, study, size, ENCODINGS[sums.encoding], DELIMITERS[sums.delimiter]].filter(Boolean).join(" · ");
}

/** @param {any} one an import with `problems` and `problemCount` */
export function problemList(one) {
    const problems = one.problems ?? [];
    const count = one.problemCount ?? problems.length;
    if (count === 0) return "";
    return html`<details class="problems">
        <summary>${plural(count, "row")} not kept as ${count === 1 ? "it stands" : "they stand"}, with reasons</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="Rows of ${one.name} that were not kept as they stand">
            <table class="table">
                <caption class="visually-hidden">Rows not kept as they stand</caption>
                <thead><tr><th scope="col" class="end">Record</th><th scope="col" class="end">Line</th><th scope="col">Reason</th><th scope="col">Column</th><th scope="col">Value</th></tr></thead>
                <tbody>${problems.map(problem)}</tbody>
            </table>
        </div>
        ${count > problems.length && html`<p class="muted small">The first ${problems.length} of ${number(count)}.</p>`}
    </details>`;
}

/** @param {any} one */
function problem(one) {
    return html`<tr><th scope="row" class="end">${number(one.record)}</th><td class="end">${number(one.line)}</td><td>${one.reason ?? CODES[one.code] ?? one.code}</td><td class="mono">${one.column ?? "–"}</td><td class="mono value">${one.value ?? "–"}</td></tr>`;
}

/** @param {any} one */
export function importLinks(one) {
    const place = `/insights${path("imports", one.id)}`;
    const count = one.problemCount ?? 0;
    const what = count === 1 ? "the row" : "all rows";
    return html`${count > 0 && html`<a class="button quiet small" href="${address(`${place}/rows`, { format: "csv" })}" download aria-label="Download ${what} not kept as ${count === 1 ? "it stands" : "they stand"}, ${one.name}">${icon("export")}${count === 1 ? "That row" : `All ${number(count)}`} as CSV</a>`}
        <a class="button quiet small" href="${address(`${place}/file`)}" download aria-label="Download the file ${one.name} as it was imported">${icon("file")}Original</a>`;
}
