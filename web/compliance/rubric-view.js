/** What is wrong with a rubric, and how its test went. */
import { html } from "../lib/html.js";
import { badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { plural, STATUSES } from "./words.js";

/** @typedef {{ line: number | null, rule: string | null, message: string }} Problem */

/** From an answer or from a refusal of the server. @param {any} told @returns {Problem[]} */
export function problemsOf(told) {
    const found = told?.problem?.problems ?? told?.problems ?? told?.errors ?? [];
    return found.map((/** @type {any} */ { line = null, rule = null, message, detail }) => ({ line, rule, message: message ?? detail ?? "" }));
}

/** @param {Problem[]} problems */
export function problemList(problems) {
    if (problems.length === 0) return html``;
    return html`<div class="card stack tight" data-tone="bad"><h2>${plural(problems.length, "problem")}</h2><ul class="problem-list">${problems.map(
        ({ line, rule, message }) => html`<li>${line ? html`<button type="button" class="button small" data-line="${line}">Line ${line}</button>` : ""} ${rule && html`<strong>${rule}</strong> `}<span>${message}</span></li>`,
    )}</ul></div>`;
}

/** @param {any} result */
export function testResult({ examples, samples }) {
    const { passed, failed } = examples;
    const all = passed + failed.length;
    return html`<section class="card stack tight" aria-labelledby="test-heading">
        <div class="row between"><h2 id="test-heading">Test</h2>${failed.length === 0 ? badge("All examples come out right", "good", "check") : badge(`${plural(failed.length, "example comes", "examples come")} out wrong`, "bad", "cross")}</div>
        <p>${passed} of ${plural(all, "example")} of the rules themselves came out as they say.</p>
        ${failed.length > 0 && html`<ul class="failed-examples">${failed.map((/** @type {any} */ one) => html`<li>${icon("cross")}<span><strong>${one.rule}</strong> <q>${one.example}</q><br /><span class="muted small">expected “${word(one.expected)}”, came out “${word(one.got)}”</span></span></li>`)}</ul>`}
        ${sampleFigures(samples)}</section>`;
}

/** @param {string} status */
function word(status) {
    return STATUSES[status]?.label ?? status;
}

/** @param {any} samples */
function sampleFigures(samples) {
    if (!samples) return html`<p class="muted small">Sample notes: no data.</p>`;
    const figures = Object.entries(samples).filter(([, value]) => typeof value === "number" || typeof value === "string");
    return html`<p class="muted small">On the bundled synthetic notes:</p><dl class="facts">${figures.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
