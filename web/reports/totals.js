/** The figures above a report. */
import { html } from "../lib/html.js";
import { percent } from "./cells.js";

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
    minutesLate: "minutes late",
    rate: "rate",
};

/**
 * @param {import("./definitions.js").Report} _report
 * @param {{ rows: any[], totals?: Record<string, any> }} answer
 */
export function totals(_report, answer) {
    const known = Object.entries(answer.totals ?? {}).filter(([name, value]) => name in WORDS && value !== null && value !== undefined);
    const figures = known.map(([name, value]) => html`<div class="figure"><strong>${name === "rate" ? percent(value) : value}</strong><span>${WORDS[name]}</span></div>`);
    const lines = html`<div class="figure"><strong>${answer.rows.length}</strong><span>${answer.rows.length === 1 ? "line" : "lines"}</span></div>`;
    return html`<div class="figures" role="status">${lines}${figures}</div>`;
}
