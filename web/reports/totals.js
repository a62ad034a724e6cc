/** The figures above a report. */
import { html } from "../lib/html.js";
import { percent } from "./cells.js";

const number = new Intl.NumberFormat();

const WORDS = {
    students: "students",
    sessions: "sessions",
    groups: "groups",
    onRoll: "on the roll",
    present: "present",
    late: "late",
    absent: "absent",
    excused: "excused",
    unmarked: "unmarked",
    expected: "expected",
    meanMinutesLate: "minutes late on average",
    rate: "rate",
};

/** @param {{ rows: any[], totals?: Record<string, any> }} answer */
export function totals(answer) {
    const known = Object.entries(answer.totals ?? {}).filter(([name, value]) => name in WORDS && value !== null && value !== undefined);
    const figures = known.map(([name, value]) => html`<div class="figure"><strong>${name === "rate" ? percent(value) : number.format(value)}</strong><span>${WORDS[name]}</span></div>`);
    return html`<div class="figures" role="status">${figures}</div>`;
}
