/** The parts of the note page: head with the score, the note, and beside it findings, questions and what else is known. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { address } from "../api.js";
import { badge, notice, pageHead, segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { menu } from "../elements/menu.js";
import { loading } from "../elements/progress.js";
import { isAligned, noteText } from "./note-text.js";
import { isUnderWay, kindOf, plural, refusalText, scoreText, STATES } from "./words.js";

const FORMATS = { pdf: "PDF", html: "HTML", json: "JSON", csv: "CSV" };
const BACK = { href: "/compliance", label: "Notes" };

/** @param {any} note */
export function head(note) {
    const facts = [kindOf(note), note.dateOfService && `date of service ${note.dateOfService}`, `checked ${dateTime(note.at)}`].filter(Boolean).join(" · ");
    const reports = Object.entries(FORMATS).map(([ending, label]) => ({ action: ending, label, icon: "export", href: address(`/compliance${path("documents", note.id, `report.${ending}`)}`) }));
    const more = [
        { action: "again", label: "Check again…", icon: "sync" },
        { action: "rename", label: "Rename or move…", icon: "note" },
        { action: "case", label: "Make a teaching case…", icon: "study" },
        { action: "delete", label: "Delete", icon: "trash", danger: true },
    ];
    const actions = note.state === "ready" ? html`${menu({ label: "Download the report", text: "Report", icon: "export", items: reports })}<button type="button" class="icon-button" data-do="print" aria-label="Print">${icon("print")}</button><button type="button" class="icon-button" data-do="keys" aria-label="Keys of this page">${icon("keyboard")}</button>${menu({ label: "More about this note", items: more })}` : html`${menu({ label: "More about this note", items: more.filter(({ action }) => ["again", "delete"].includes(action)) })}`;
    return pageHead({ title: note.name || "Note without a name", text: facts, back: BACK, actions });
}

/** While it is read, or when it could not be. @param {any} note */
export function notReady(note) {
    if (isUnderWay(note)) return html`<div class="card stack">${loading(`${STATES[note.state].label}…`)}<p class="muted">Long scans take a while. This page shows the findings by itself.</p></div>`;
    const again = html`<button type="button" class="button" data-do="again">${icon("sync")}Check again</button>`;
    return html`<div role="alert">${notice(refusalText(note.errorCode, note.message), "bad", again)}</div>`;
}

export function review() {
    const panes = [
        { value: "note", label: "Note", icon: "file" },
        { value: "findings", label: "Findings", icon: "check" },
        { value: "ask", label: "Ask", icon: "question" },
        { value: "about", label: "About", icon: "info" },
    ];
    return html`<div class="score-line"></div>
        <div class="note-conflicts"></div>
        <form class="panes no-print">${segmented({ legend: "What is shown", name: "pane", options: panes, value: "findings" })}</form>
        <div class="review" data-pane="findings">
            <section class="note-pane card" aria-labelledby="note-heading">
                <div class="note-tools"><h2 id="note-heading">The note</h2><span class="row no-print mask-tools"></span></div>
                <div class="mask-says"></div>
                <div class="note-words" tabindex="0" role="group" aria-labelledby="note-heading"></div>
            </section>
            <div class="beside">
                <section class="pane-findings stack" aria-labelledby="findings-heading"><h2 class="visually-hidden" id="findings-heading">Findings</h2><div class="filter-place"></div><p class="visually-hidden" role="status"></p><ol class="findings stack tight"></ol></section>
                <section class="pane-ask stack" aria-label="Questions"></section>
                <section class="pane-about" aria-label="About this note"></section>
            </div>
        </div>
        <div class="back-to-finding no-print" hidden></div>`;
}

/** @param {any} note */
export function scoreLine(note) {
    const { value, numerator, denominator, capped } = note.score;
    const { high, medium, low } = note.violated;
    const worst = high > 0 ? "bad" : medium + low > 0 ? "warn" : "good";
    return html`<div class="card score-card" data-tone="${value === null ? "neutral" : worst}">
        <span class="figure score-figure"><strong>${scoreText(value)}</strong><span>${value === null ? "nothing of it applies" : `score: ${numerator} of ${denominator} points${capped ? ", held at 59 while a condition of payment is not met" : ""}`}</span></span>
        ${figure(high, "high, not met")} ${figure(medium, "medium, not met")} ${figure(low, "low, not met")} ${figure(note.pending, "pending")} ${figure(note.undeterminable, "cannot be decided")}
    </div>`;
}

/** @param {unknown} strong @param {unknown} text */
function figure(strong, text) {
    return html`<span class="figure"><strong>${strong}</strong><span>${text}</span></span>`;
}

/** @param {any} note */
export function conflicts({ classification: { conflicts: found = [] } }) {
    if (found.length === 0) return html``;
    return notice(`The signs disagree about what this note is. ${found.join(" ")}`, "warn", html`<button type="button" class="button small" data-do="again">Say what it is…</button>`);
}

/** @param {any} note @param {boolean} isUnmasked */
export function maskTools(note, isUnmasked) {
    if (isUnmasked) return html`<button type="button" class="button small" data-do="mask">${icon("lock")}Mask again</button>`;
    return html`${badge(note.spans.length === 0 ? "Nothing to mask" : `${plural(note.spans.length, "word")} masked`, "neutral", "shield")}${note.originalKept && html`<button type="button" class="button quiet small" data-do="unmask">${icon("unlock")}Show the original…</button>`}`;
}

export function unmaskedNotice() {
    return notice("This is the original with its names. That you opened it is recorded, with your reason. Reports and questions stay masked.", "warn");
}

/** @param {string} text @param {any[]} spans @param {any[]} findings @param {(finding: any) => string} nameOf */
export function words(text, spans, findings, nameOf) {
    return html`<div class="note-text" data-aligned="${isAligned(text) ? "true" : "false"}">${noteText(text, spans, findings, nameOf)}</div>`;
}

/** @param {any} finding @param {string} name */
export function backBar(finding, name) {
    return html`<button type="button" class="button primary" data-do="back-to-finding">${icon("left")}<span>${finding.ruleId}: ${name}</span></button>`;
}
