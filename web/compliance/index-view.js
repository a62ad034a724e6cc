/** The front page: the way in for notes, what wants doing, and the notes so far. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { badge, empty, notice } from "../elements/markup.js";
import { field } from "../elements/field.js";
import { icon } from "../elements/icons.js";
import { menu } from "../elements/menu.js";
import { dueBadge, dueText } from "./due.js";
import { page } from "./frame.js";
import { choices, DISCIPLINES, isUnderWay, kindOf, plural, refusalText, scoreText, STATES, TYPES } from "./words.js";

/** What the server can read. */
export const ACCEPT = ".pdf,.docx,.rtf,.txt,.png,.jpg,.jpeg,.tif,.tiff,.zip";

/** @typedef {{ q: string, state: string, type: string, discipline: string, rule: string, from: string, to: string }} Filter */

/** @param {Filter} filter */
export function frame(filter) {
    const body = html`<div class="veil" hidden aria-hidden="true"><p>${icon("imports")}Let go to check these notes</p></div>
        <div class="intake-place">${intake()}</div>
        <div class="stack tight sending" role="status"></div>
        <div class="stack tight next-place"></div>
        <section class="stack" aria-labelledby="notes-heading">
            <h2 id="notes-heading">Your notes</h2>
            <form class="filters note-filters" aria-label="Which notes" hidden>
                ${field({ label: "Name", name: "q", type: "search", value: filter.q, placeholder: "Part of a name" })}
                ${field({ label: "State", name: "state", type: "select", value: filter.state, options: [{ value: "", label: "All" }, ...Object.entries(STATES).map(([value, { label }]) => ({ value, label }))] })}
                ${field({ label: "Kind", name: "type", type: "select", value: filter.type, options: choices(TYPES, "All") })}
                ${field({ label: "Discipline", name: "discipline", type: "select", value: filter.discipline, options: choices(DISCIPLINES, "All") })}
                ${field({ label: "From", name: "from", type: "date", value: filter.from })}
                ${field({ label: "To", name: "to", type: "date", value: filter.to })}
            </form>
            <div class="note-list"></div>
        </section>`;
    const text = "Check a therapy note before it is signed. It is read and masked on this machine; checks need no network.";
    return page("/compliance", { title: "Compliance", text }, body);
}

function intake() {
    return html`<form class="card intake stack" novalidate>
        <label class="label" for="intake-text">Paste a note</label>
        <textarea id="intake-text" name="text" rows="7" placeholder="Evaluation, progress report, treatment note or discharge summary" spellcheck="false" autocomplete="off"></textarea>
        <details class="intake-options"><summary>Options: name, kind, discipline, day, episode</summary>
            <div class="grid">
                ${field({ label: "Name of the note", name: "name", maxlength: 200, hint: "Not the patient's" })}
                ${field({ label: "Kind of note", name: "type", type: "select", options: choices(TYPES, "As the note says") })}
                ${field({ label: "Discipline", name: "discipline", type: "select", options: choices(DISCIPLINES, "As the note says") })}
                ${field({ label: "As of", name: "asOf", type: "date", hint: "Empty is today" })}
                ${field({ label: "Episode", name: "episode", type: "select", options: [{ value: "", label: "None" }] })}
                ${field({ label: "Mask doubtful words too", name: "strict", type: "checkbox" })}
            </div>
        </details>
        <p class="form-error" role="alert" hidden></p>
        <div class="row intake-foot">
            <button type="submit" class="button primary">${icon("check")}Check this note</button>
            <label class="button file-button"><input type="file" class="visually-hidden" name="files" multiple accept="${ACCEPT}" />${icon("file")}Choose files</label>
            <label class="button file-button"><input type="file" class="visually-hidden" name="folder" multiple webkitdirectory />${icon("archive")}Choose a folder</label>
            <span class="muted small intake-hint">or drop files, a folder or a ZIP anywhere: PDF, DOCX, RTF, TXT, PNG, JPG, TIFF</span>
        </div>
    </form>`;
}

export function teach() {
    return html`<div class="card teach">
        <h3>From a note to what it still needs</h3>
        <ol class="teach-steps">
            <li><span class="empty-icon">${icon("note")}</span><strong>Paste it, or drop the file</strong><span class="muted">Before you sign. The words of the note are never changed.</span></li>
            <li><span class="empty-icon">${icon("shield")}</span><strong>Names are masked here</strong><span class="muted">The 18 identifiers, on this machine. You see what was masked.</span></li>
            <li><span class="empty-icon">${icon("check")}</span><strong>Read the findings</strong><span class="muted">Each one with the words it rests on, the manual, and wording that would do.</span></li>
        </ol>
        <p class="row center"><button type="button" class="button primary" data-do="sample">${icon("spark")}Try it with a sample note</button><a class="button" href="/compliance/rules">What is checked</a></p>
        <p class="muted small">Rounds supports professional judgement and does not replace it.</p>
    </div>`;
}

/** @param {any[]} notes @param {any[]} episodes */
export function whatNext(notes, episodes) {
    const broken = notes.filter((one) => one.violated?.high > 0);
    const failed = notes.filter(({ state }) => state === "failed");
    const due = episodes.flatMap((episode) => (episode.dueDates ?? []).filter((/** @type {any} */ { state }) => state !== "ok").map((/** @type {any} */ date) => ({ episode, date })));
    if (broken.length + failed.length + due.length === 0) return html``;
    return html`<section class="stack tight" aria-labelledby="next-heading"><h2 id="next-heading">What to do next</h2><ul class="list">
        ${due.slice(0, 5).map(({ episode, date }) => html`<li><a class="list-row" href="${path("compliance", "episodes", episode.id)}">${icon("today")}<span class="grow">${episode.label}: ${dueText(date)}</span>${dueBadge(date)}</a></li>`)}
        ${broken.slice(0, 3).map((one) => html`<li><a class="list-row" href="${path("compliance", "documents", one.id)}">${icon("conflict")}<span class="grow">${one.name}: ${plural(one.violated.high, "condition")} of payment not met</span>${badge("Put right", "bad", "cross")}</a></li>`)}
        ${broken.length > 3 && html`<li class="list-row muted small">and ${plural(broken.length - 3, "more note")} below</li>`}
        ${failed.length > 0 && html`<li><button type="button" class="list-row" data-do="failed">${icon("file")}<span class="grow">${plural(failed.length, "note")} could not be read</span>${badge("Look", "warn", "conflict")}</button></li>`}
    </ul></section>`;
}

/** @param {any[]} notes @param {string | null} next */
export function noteList(notes, next) {
    return html`<ul class="list">${notes.map((one) => html`<li class="note-row" data-note="${one.id}">${row(one)}</li>`)}</ul>
        ${next && html`<p class="row center"><button type="button" class="button" data-do="more">Show more notes</button></p>`}`;
}

/** @param {any} one */
function row(one) {
    const facts = [kindOf(one), one.dateOfService, dateTime(one.at)].filter(Boolean).join(" · ");
    return html`<a class="list-row" href="${path("compliance", "documents", one.id)}">
            <span class="grow"><strong class="note-name">${one.name || "Note without a name"}</strong><span class="muted small">${facts}</span>${one.state === "failed" && html`<span class="small note-failure">${refusalText(one.errorCode, one.message)}</span>`}</span>
            <span class="note-marks">${marks(one)}</span>
        </a>${menu({ label: `More about ${one.name}`, items: [{ action: "rename", label: "Rename or move…", icon: "note" }, { action: "delete", label: "Delete", icon: "trash", danger: true }] })}`;
}

/** @param {any} one a card of the API */
export function marks(one) {
    if (one.state !== "ready") return badge(STATES[one.state]?.label ?? one.state, STATES[one.state]?.tone, STATES[one.state]?.icon);
    const { high, medium, low } = one.violated;
    return html`${high > 0 && badge(`${high} high`, "bad", "cross")}${medium > 0 && badge(`${medium} medium`, "warn", "cross")}${low > 0 && badge(`${low} low`, "neutral", "cross")}${one.pending > 0 && badge(`${one.pending} pending`, "warn", "clock")}${high + medium + low + one.pending === 0 && (one.undeterminable > 0 ? badge(`${one.undeterminable} undecided`, "neutral", "info") : badge("All met", "good", "check"))}<span class="note-score"><span class="visually-hidden">Score </span>${scoreText(one.score)}</span>`;
}

export function noneFits() {
    return empty({ title: "No note fits", text: "Another name, kind or day may.", icon: "search", actions: html`<button type="button" class="button" data-do="all">Show all notes</button>`, always: true });
}

/** @param {any[]} notes */
export function isAnyUnderWay(notes) {
    return notes.some(isUnderWay);
}

/** A file on its way. @param {import("./sending.js").Sent} one */
export function sentRow(one) {
    if (one.state === "refused") return html`<div class="sent" data-tone="bad">${notice(`${one.name}: ${one.says}`, "bad", html`<button type="button" class="icon-button" data-forget="${one.key}" aria-label="Forget ${one.name}">${icon("cross")}</button>`)}</div>`;
    return html`<div class="sent">${icon("file")}<span class="grow">${one.name}</span><span class="muted small">${one.state === "waiting" ? "waits" : `${Math.round(one.part * 100)} % sent`}</span></div>`;
}
