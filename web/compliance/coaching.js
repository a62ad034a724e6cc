/** Habits: what comes up most in the own notes, as a rate, with what would help. */
import { html } from "../lib/html.js";
import { badge, empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { plural, rateText } from "./words.js";

/** @param {any[]} items */
export function coaching(items) {
    const heading = html`<h2>Habits</h2>`;
    const habits = items.filter(({ rate }) => rate !== null);
    const few = items.filter(({ rate }) => rate === null);
    if (habits.length === 0) return html`${heading} ${empty({ title: "No data", text: "A habit shows from five notes of a kind on. Nothing is guessed before.", icon: "study", always: true })}`;
    return html`${heading}<ol class="habits">${habits.map((one) => html`<li class="card stack tight">${habit(one)}</li>`)}</ol>
        ${few.length > 0 && html`<p class="muted small">Too few notes for a rate: ${few.map((one, index) => `${index > 0 ? "; " : ""}${one.title} (${one.violated} of ${one.notes})`)}.</p>`}`;
}

/** @param {any} one */
function habit(one) {
    return html`<div class="row between"><h3>${one.title ?? one.ruleId}</h3>${change(one)}</div>
        <p><strong>${rateText(one.rate)}</strong> of ${plural(one.notes, "note")} ${one.notes === 1 ? "does" : "do"} not meet it (${one.violated} of ${one.notes}).</p>
        ${one.tip && html`<p>${one.tip}</p>`}${one.example && html`<p class="muted">For example: <q>${one.example}</q></p>`}
        <p><button type="button" class="cited" data-manual="${one.ruleId}">${icon("study")}<span>${one.ruleId} in the manual</span></button></p>`;
}

/** @param {{ rate: number | null, previousRate: number | null }} one */
function change({ rate, previousRate }) {
    if (rate === null || rate === undefined || previousRate === null || previousRate === undefined) return badge("No earlier data", "neutral", "minus");
    const text = `${rateText(previousRate)} before`;
    if (rate < previousRate) return badge(`Better: ${text}`, "good", "check");
    return rate > previousRate ? badge(`More often: ${text}`, "warn", "conflict") : badge(`As before: ${text}`, "neutral", "minus");
}
