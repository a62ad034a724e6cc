/** One finding: what was found, on which words, what the manual says, and what a reviewer thinks of it. */
import { html } from "../lib/html.js";
import { plainDay } from "../lib/dates.js";
import { icon } from "../elements/icons.js";
import { citationText, severityMark, statusMark, STATUSES } from "./words.js";

/**
 * @param {any} finding
 * @param {{ name: string, isOpen: boolean, mayJudge: boolean, notes?: unknown }} about `notes`: links to the notes of a finding of an episode
 */
export function findingCard(finding, { name, isOpen, mayJudge, notes }) {
    const tone = STATUSES[finding.status]?.tone ?? "neutral";
    const body = `finding-${finding.id}`;
    return html`<li class="finding card" data-finding="${finding.id}" data-tone="${tone}" data-open="${isOpen ? "true" : "false"}">
        <h3><button type="button" class="finding-head" data-open-finding="${finding.id}" aria-expanded="${isOpen ? "true" : "false"}" aria-controls="${body}">
            <span class="finding-marks">${statusMark(finding.status)} ${severityMark(finding.severity)} <span class="muted small">${finding.ruleId}</span>${finding.verdict && verdictMark(finding.verdict)}</span>
            <span class="finding-name">${name}</span>
        </button></h3>
        <p class="finding-reason">${finding.reason}</p>
        ${finding.due && html`<p class="finding-due">${icon("today")}Due ${plainDay(finding.due)}</p>`}
        <div class="finding-body" id="${body}" ${!isOpen && "hidden"}>${details(finding)} ${notes} ${mayJudge && verdict(finding)}</div>
    </li>`;
}

/** @param {any} finding */
function details(finding) {
    const { missing = [], warning, evidence = [], searched = [], tip, exampleWording, citation, financial } = finding;
    return html`${missing.length > 0 && html`<div><h4>What is missing</h4><ul class="bullets">${missing.map((/** @type {string} */ one) => html`<li>${one}</li>`)}</ul></div>`}
        ${warning && html`<p class="finding-warning">${icon("conflict")}${warning}</p>`}
        ${evidence.length > 0 && html`<div><h4>It rests on</h4><ul class="quotes">${evidence.map((/** @type {any} */ one, /** @type {number} */ index) => quote(finding, one, index))}</ul></div>`}
        ${evidence.length === 0 && searched.length > 0 && html`<p class="muted small">Looked in: ${searched.join(", ")}.</p>`}
        ${tip && html`<div><h4>What helps</h4><p>${tip}</p></div>`}
        ${exampleWording && html`<div class="example"><h4>Example wording</h4><p data-example="${finding.id}">${exampleWording}</p><button type="button" class="button small no-print" data-copy="${finding.id}">${icon("note")}Copy</button></div>`}
        ${financial && html`<p class="muted small">${financial}</p>`}
        <p><button type="button" class="cited" data-manual="${finding.ruleId}">${icon("study")}<span>${citationText(citation)}</span></button></p>`;
}

/** @param {any} finding @param {any} one @param {number} index */
function quote(finding, one, index) {
    const sure = one.confidence !== undefined && one.confidence !== null && one.confidence < 0.8 ? ` read with ${Math.round(one.confidence * 100)} % certainty` : "";
    const place = [one.page && `page ${one.page}`, sure].filter(Boolean).join(",");
    return html`<li><button type="button" class="quote" data-go="${finding.id}/${index}"><q>${one.quote}</q>${place && html` <span class="muted small">${place}</span>`}</button></li>`;
}

/** @param {any} finding */
function verdict({ id, verdict: given }) {
    const pressed = (/** @type {boolean} */ correct) => (given?.correct === correct ? "true" : "false");
    return html`<div class="verdict no-print" role="group" aria-label="Your verdict on this finding">
            <span class="muted small">Is this right?</span>
            <button type="button" class="button small" data-verdict="correct" data-of="${id}" aria-pressed="${pressed(true)}">${icon("check")}Right</button>
            <button type="button" class="button small" data-verdict="disputed" data-of="${id}" aria-pressed="${pressed(false)}">${icon("cross")}Not right</button>
            <button type="button" class="button quiet small" data-ask="${id}">${icon("question")}Ask about it</button>
        </div>
        ${given?.comment && html`<p class="verdict-comment small">${icon("note")}<span>${given.comment}</span></p>`}`;
}

/** @param {{ correct: boolean }} given */
function verdictMark({ correct }) {
    return html`<span class="badge">${icon(correct ? "check" : "cross")}${correct ? "Agreed" : "Disputed"}</span>`;
}
