/** What is known about a note besides its findings: what it is taken for and why, what was masked, what was not checked, versions and earlier reports. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { address } from "../api.js";
import { icon } from "../elements/icons.js";
import { identifierCounts } from "./identifiers.js";
import { DISCIPLINES, plural, scoreText, TYPES } from "./words.js";

/** @param {any} note @param {any[]} reports the newest first */
export function aboutPanel(note, reports) {
    return html`<div class="stack">${takenFor(note)} ${masked(note)} ${notChecked(note)} ${versions(note)} ${earlier(note, reports)}</div>`;
}

/** @param {any} note */
function takenFor({ classification: { type, discipline, typeEvidence, disciplineEvidence, recertification } }) {
    return html`<section class="card stack tight"><h3>What it is taken for</h3>
        <dl class="facts">
            <dt>Kind of note</dt><dd>${TYPES[type] ?? "not known"}${recertification && ", with a recertification"} ${because(typeEvidence)}</dd>
            <dt>Discipline</dt><dd>${DISCIPLINES[discipline] ?? "not known"} ${because(disciplineEvidence)}</dd>
        </dl>
        <p><button type="button" class="button small no-print" data-do="again">${icon("sync")}Check again as something else…</button></p></section>`;
}

/** @param {any[] | undefined} evidence */
function because(evidence) {
    if (!evidence || evidence.length === 0) return "";
    return html`<span class="muted small">from ${evidence.slice(0, 3).map(({ quote }, index) => html`${index > 0 && ", "}<q>${quote}</q>`)}</span>`;
}

/** @param {any} note */
function masked({ spans, withheldImages = [], originalKept, expiresAt }) {
    const counts = identifierCounts(spans);
    return html`<section class="card stack tight"><h3>Masked identifiers</h3>
        ${counts.length === 0 ? html`<p>None was found.</p>` : html`<p>${counts.map(({ name, count }, index) => html`${index > 0 && ", "}${plural(count, name, manyOf(name))}`)}.</p>`}
        ${withheldImages.length > 0 && html`<p class="muted small">${plural(withheldImages.length, "image")} withheld, for a picture may show a face: ${withheldImages.join(", ")}.</p>`}
        <p class="muted small">${originalKept ? `The original is kept encrypted${expiresAt ? ` until ${dateTime(expiresAt)}` : ""}.` : "The original was not kept; only the masked text is stored."} No mask is perfect: read it before you give it to others.</p></section>`;
}

/** @param {string} name */
function manyOf(name) {
    if (name.startsWith("age ")) return name.replace("age", "ages");
    if (name === "care facility") return "care facilities";
    return name === "web address" || name === "network address" || name === "e-mail address" ? `${name}es` : `${name}s`;
}

/** @param {any} note */
function notChecked({ notChecked: left = [], limits = [] }) {
    return html`<section class="card stack tight"><h3>What was not checked</h3>
        ${left.length > 0 ? html`<dl class="facts">${left.map((/** @type {any} */ { what, why }) => html`<dt>${what}</dt><dd>${why}</dd>`)}</dl>` : html`<p>Nothing was left out.</p>`}
        ${limits.length > 0 && html`<ul class="bullets muted small">${limits.map((/** @type {string} */ limit) => html`<li>${limit}</li>`)}</ul>`}
        <p class="muted small">Rounds supports professional judgement and does not replace it.</p></section>`;
}

/** @param {any} note */
function versions({ rubric, engineVersion, encoding, pages, at }) {
    return html`<section class="card stack tight"><h3>How it was checked</h3>
        <dl class="facts"><dt>When</dt><dd>${dateTime(at)}</dd><dt>Rubric</dt><dd>${rubric?.id} ${rubric?.version}</dd><dt>Engine</dt><dd>${engineVersion}</dd>${encoding && html`<dt>Read as</dt><dd>${encoding}${pages > 1 && `, ${plural(pages, "page")}`}</dd>`}</dl></section>`;
}

/** @param {any} note @param {any[]} reports */
function earlier(note, reports) {
    if (reports.length < 2) return "";
    const href = (/** @type {any} */ report) => address(`/compliance${path("documents", note.id, "report.html")}`, { report: report.id });
    return html`<section class="card stack tight"><h3>Reports so far</h3>
        <ul class="bullets">${reports.map((report) => html`<li><a href="${href(report)}" download>${dateTime(report.at)}</a> <span class="muted small">score ${scoreText(report.score)}, rubric ${report.rubric?.version}</span></li>`)}</ul></section>`;
}
