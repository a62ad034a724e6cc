/** The heat map of students × weeks. The stronger its colour, the less was attended; the figure stands in it where there is room. */
import { plain } from "../elements/chart-look.js";
import { weekName } from "./charts.js";
import { name } from "./words.js";

const ROW = 20;

/**
 * @param {any[]} students those of one picture
 * @param {any[]} weeks
 * @param {string} threshold
 * @param {{ first: number, all: number }} part
 * @returns {import("../elements/chart.js").ChartContent}
 */
export function heatChart(students, weeks, threshold, { first, all }) {
    const labels = weeks.map(({ year, week }) => weekName(year, week, weeks));
    const rates = students.map(({ cells }) => cells.map((/** @type {any} */ pair) => (pair && pair[1] > 0 ? (100 * pair[0]) / pair[1] : null)));
    const told = students.map((student) => student.cells.map((/** @type {any} */ pair) => (pair ? `${pair[0]} of ${pair[1]} attended` : "nothing expected")));
    const text = rates.map((row) => row.map((/** @type {number | null} */ rate) => (rate === null ? "" : String(Math.round(rate)))));
    const ids = students.map((one) => plain(one.id));
    const names = students.map((one) => plain(name(one)));
    const some = all > students.length ? `, ${first + 1} to ${first + students.length} of ${all}` : "";
    return {
        title: "Students and weeks",
        text: `Each cell is a student's week in per cent: the stronger the colour, the less was attended${some}. The same figures are in the table below.`,
        file: "heat-map",
        height: Math.max(180, students.length * ROW + 70),
        dense: true,
        table: { head: ["Student", ...labels.map((label) => `Week ${label}`)], rows: students.map((one, row) => [`${name(one)} ${one.id}`, ...one.cells.map((/** @type {any} */ pair, /** @type {number} */ column) => (pair ? `${pair[0]}/${pair[1]} (${text[row][column]} %)` : "–"))]) },
        draw: (look, width) => ({
            traces: [
                {
                    type: "heatmap",
                    z: rates,
                    x: labels,
                    y: ids,
                    customdata: told,
                    hovertext: students.map((one, row) => one.cells.map(() => `${names[row]} ${ids[row]}`)),
                    text,
                    texttemplate: weeks.length > 0 && (width - 150) / weeks.length > 24 ? "%{text}" : "",
                    textfont: { size: 10 },
                    zmin: 0,
                    zmax: 100,
                    xgap: 1,
                    ygap: 1,
                    hoverongaps: false,
                    colorscale: scale(look, Number(threshold) / 100),
                    colorbar: { ticksuffix: " %", thickness: 10, outlinewidth: 0, tickfont: { color: look.inkMuted }, len: 1 },
                    showscale: width > 560,
                    hovertemplate: "%{hovertext}<br>week %{x}: %{customdata}, %{z:.1f} %<extra></extra>",
                },
            ],
            layout: { xaxis: { type: "category", side: "top", showgrid: false, title: { text: "" } }, yaxis: { type: "category", autorange: "reversed", showgrid: false, tickfont: { size: 11 }, tickmode: "array", tickvals: ids, ticktext: width < 480 ? names.map((one) => (one.length > 16 ? `${one.slice(0, 15)}…` : one)) : names.map((one, row) => `${one} ${ids[row]}`) } },
        }),
    };
}

/**
 * From strong to soft up to the threshold, calm above it.
 * @param {import("../elements/chart-look.js").Look} look
 * @param {number} threshold as a part of one
 */
function scale(look, threshold) {
    const limit = Math.min(0.99, Math.max(0.01, threshold));
    return [
        [0, look.absent],
        [limit, look.absentSoft],
        [Math.min(1, limit + 0.001), look.accentSoft],
        [1, look.accentSoft],
    ];
}
