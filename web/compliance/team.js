/** The team's figures for its director: counts and rates, never a text. */
import { html, render } from "../lib/html.js";
import { table } from "../elements/table.js";
import { rateText } from "./words.js";

/** @param {number | null | undefined} value @param {number} digits */
function figure(value, digits) {
    return value === null || value === undefined ? "no data" : value.toFixed(digits);
}

/** @param {HTMLElement} host @param {any} answer @param {Map<string, any>} rules */
export function teamParts(host, { members, rules: rates }, rules) {
    render(host, html`<h2>Team</h2><p class="muted">Figures only. Nobody reads anybody else's note.</p>`);
    const people = table();
    people.configure({
        caption: "By person",
        columns: [
            { key: "name", label: "Name", sort: true, primary: true },
            { key: "notes", label: "Notes", sort: true, align: "end" },
            { key: "score", label: "Mean score", sort: true, align: "end", cell: ({ score }) => figure(score, 1) },
            { key: "violatedPerNote", label: "Not met per note", sort: true, align: "end", cell: ({ violatedPerNote }) => figure(violatedPerNote, 2) },
        ],
        sorted: { key: "name" },
        empty: { title: "No data", text: "Nobody of the team had a note checked in this time.", icon: "people" },
    });
    const which = table();
    which.configure({
        caption: "By rule",
        columns: [
            { key: "ruleId", label: "Rule", sort: true, primary: true, cell: ({ ruleId }) => html`${ruleId} <span class="muted">${rules.get(ruleId)?.title}</span>` },
            { key: "notes", label: "Notes it applies to", sort: true, align: "end" },
            { key: "violated", label: "Not met", sort: true, align: "end" },
            { key: "rate", label: "Rate", sort: true, align: "end", cell: ({ rate }) => rateText(rate) },
        ],
        sorted: { key: "rate", descending: true },
        empty: { title: "No data", text: "Rates stand here once notes were checked.", icon: "reports" },
    });
    host.append(people, which);
    people.rows = members;
    which.rows = rates;
}
