/** One episode: visits, due dates, notes in their order, findings that need all of them. */
import { html, path } from "../lib/html.js";
import { dateTime, plainDay } from "../lib/dates.js";
import { empty, notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { byNearness, dueBadge, dueText } from "./due.js";
import { findingCard } from "./finding-card.js";
import { shownFindings } from "./finding-filter.js";
import { marks } from "./index-view.js";
import { kindOf, plural } from "./words.js";

/** Treatment days from one report to the next (Benefit Policy Manual 220.3.D). */
const PERIOD = 10;

/** @param {any} episode @param {Set<string>} open findings @param {(finding: any) => string} nameOf */
export function episodeView(episode, open, nameOf) {
    if (episode.notes.length === 0) return noNotes();
    return html`${(episode.warnings ?? []).some((/** @type {any} */ one) => one.code === "other_patient") && notice(`${plural(episode.warnings[0].notes.length, "note")} may be of another patient: name, birth date or record number differ from the other notes. Counts and due dates below take them in.`, "bad")}${episode.left?.length > 0 && notice(`${plural(episode.left.length, "note")} could not be read together with the others: ${episode.left.length === 1 ? "its" : "their"} text was not kept, or is not read yet.`, "warn")}<div class="episode-top">${visits(episode.visits)} ${dueDates(episode.dueDates)}</div>
        ${findings(episode, open, nameOf)}
        <section class="stack tight" aria-labelledby="timeline-heading"><h2 id="timeline-heading">Notes in their order</h2><ol class="timeline">${episode.notes.map((/** @type {any} */ note) => html`<li data-note="${note.id}">${entry(note)}</li>`)}</ol></section>`;
}

function noNotes() {
    const actions = html`<button type="button" class="button primary" data-do="add">${icon("plus")}Add notes</button>`;
    return empty({ title: "No note in it yet", text: "Add the evaluation first, then the treatment notes and reports. Dates stay days after the start of care, so nothing tells when it was.", icon: "history", actions, always: true });
}

/** @param {any} visits */
function visits({ count, sinceReport, nextReportDueAtVisit }) {
    const isCounted = sinceReport !== null;
    return html`<section class="card stack tight" aria-labelledby="visits-heading"><h2 id="visits-heading">Visits</h2>
        ${count > 0 ? html`<p class="visit-count"><strong>${count}</strong> ${count === 1 ? "treatment day" : "treatment days"}</p>
            ${isCounted ? html`<p>${sinceReport} of ${PERIOD} since the last report${nextReportDueAtVisit && `; the next is due with visit ${nextReportDueAtVisit}`}.</p>
                <meter class="visit-meter" min="0" max="${PERIOD}" high="${PERIOD - 3}" optimum="0" value="${Math.min(sinceReport, PERIOD)}" aria-label="Treatment days since the last report: ${sinceReport} of ${PERIOD}"></meter>` : html`<p class="muted">There is neither an evaluation nor a report to count from.</p>`}` : html`<p class="muted">No data: there is no treatment note with a date in it.</p>`}</section>`;
}

/** @param {any[]} dates */
function dueDates(dates = []) {
    return html`<section class="card stack tight" aria-labelledby="due-heading"><h2 id="due-heading">Due</h2>
        ${dates.length === 0 ? html`<p class="muted">No data: dates of the plan and its certification are missing.</p>` : html`<ul class="due-list">${byNearness(dates).map((date) => html`<li>${icon("today")}<span class="grow"><strong>${dueText(date)}</strong>${date.warnFrom && html`<span class="muted small">warned from ${plainDay(date.warnFrom)}</span>`}</span>${dueBadge(date)}</li>`)}</ul>`}</section>`;
}

/** @param {any} episode @param {Set<string>} open @param {(finding: any) => string} nameOf */
function findings(episode, open, nameOf) {
    const wanted = shownFindings(episode.findings ?? [], { status: "", severity: "" });
    const met = (episode.findings ?? []).filter((/** @type {any} */ { status }) => status === "satisfied").length;
    const notes = new Map(episode.notes.map((/** @type {any} */ note) => [note.id, note]));
    const links = (/** @type {any} */ finding) => {
        const known = (finding.notes ?? []).filter((/** @type {string} */ id) => notes.has(id));
        return known.length > 0 && html`<div><h4>In these notes</h4><ul class="bullets">${known.map((/** @type {string} */ id) => html`<li><a href="${path("compliance", "documents", id)}">${notes.get(id).name}</a></li>`)}</ul></div>`;
    };
    return html`<section class="stack tight" aria-labelledby="chart-heading"><h2 id="chart-heading">Notes read together</h2>
        ${wanted.length === 0 ? html`<p class="muted">${met > 0 ? `${plural(met, "rule")} about all notes together ${met === 1 ? "is" : "are"} met.` : "No data: nothing about all notes together could be decided."}</p>` : html`<ol class="findings stack tight">${wanted.map((finding) => findingCard(finding, { name: nameOf(finding), isOpen: open.has(finding.id), mayJudge: false, notes: links(finding) }))}</ol>`}</section>`;
}

/** @param {any} note */
function entry(note) {
    return html`<div class="timeline-entry"><span class="timeline-day">${note.dateOfService ?? "no date"}</span>
        <span class="grow"><a href="${path("compliance", "documents", note.id)}"><strong class="note-name">${note.name}</strong></a><span class="muted small">${kindOf(note)} · checked ${dateTime(note.at)}</span></span>
        <span class="note-marks">${marks(note)}</span>
        <button type="button" class="icon-button no-print" data-take-out="${note.id}" aria-label="Take ${note.name} out of the episode">${icon("cross")}</button></div>`;
}

/** @param {any[]} notes those of no episode */
export function addBody(notes) {
    if (notes.length === 0) return html`<p>Every note that is ready is in an episode already.</p>`;
    return html`<fieldset class="stack tight"><legend class="label">Notes of no episode yet</legend>${notes.map((note) => html`<label class="check"><input type="checkbox" name="notes" value="${note.id}" /><span><span class="note-name">${note.name}</span> <span class="muted small">${[kindOf(note), note.dateOfService].filter(Boolean).join(" · ")}</span></span></label>`)}</fieldset>`;
}
