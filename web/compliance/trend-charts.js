/** Charts of scores and findings over time. Weeks without a note are gaps, not noughts. */
import { plain } from "../elements/chart-look.js";
import { dayRange } from "../lib/dates.js";
import { plural, scoreText } from "./words.js";

/** @param {number | null | undefined} value */
function perNote(value) {
    return value === null || value === undefined ? "no data" : value.toFixed(2);
}

/** @param {any[]} items periods of the API @param {string} by week, month @returns {import("../elements/chart.js").ChartContent} */
export function scoreChart(items, by) {
    const labels = items.map(({ from, to }) => dayRange(from, to));
    return {
        title: "Score",
        text: `Mean score of your notes by ${by}. A ${by} without a scored note is a gap.`,
        file: "compliance-score",
        table: { head: [by === "month" ? "Month" : "Week", "Notes", "Score"], rows: items.map((one, index) => [labels[index], one.notes, one.score === null ? "no data" : scoreText(one.score)]) },
        draw: (look) => ({
            traces: [
                {
                    type: "scatter",
                    mode: "lines+markers",
                    x: items.map(({ from }) => from),
                    y: items.map(({ score }) => score),
                    connectgaps: false,
                    line: { color: look.accent, width: 2.5 },
                    marker: { size: 8, color: look.accent },
                    hovertemplate: items.map((one, index) => `${plain(labels[index])}<br>${one.score === null ? "no data" : `score ${scoreText(one.score)}`}, ${plural(one.notes, "note")}<extra></extra>`),
                },
            ],
            layout: { yaxis: { range: [0, 103] }, xaxis: { type: "date", tickformat: "%-d %b" } },
        }),
    };
}

/** @param {any[]} items @param {string} by @returns {import("../elements/chart.js").ChartContent} */
export function findingsChart(items, by) {
    const labels = items.map(({ from, to }) => dayRange(from, to));
    return {
        title: "Rules not met, per note",
        text: `How many rules a note of yours does not meet, on average, by ${by}. Lower is better.`,
        file: "compliance-findings",
        table: { head: [by === "month" ? "Month" : "Week", "Notes", "Not met per note"], rows: items.map((one, index) => [labels[index], one.notes, perNote(one.violatedPerNote)]) },
        draw: (look) => ({
            traces: [
                {
                    type: "bar",
                    x: items.map(({ from }) => from),
                    y: items.map(({ violatedPerNote }) => violatedPerNote),
                    marker: { color: look.absentSoft, line: { width: 1, color: look.absent } },
                    hovertemplate: items.map((one, index) => `${plain(labels[index])}<br>${perNote(one.violatedPerNote)} per note, ${plural(one.notes, "note")}<extra></extra>`),
                },
            ],
            layout: { yaxis: { rangemode: "tozero" }, xaxis: { type: "date", tickformat: "%-d %b" }, bargap: 0.25 },
        }),
    };
}
