/** The charts of the views. Never colour alone: what is at or below the threshold is hatched, lines differ in their dashes. */
import { chart } from "../elements/chart.js";
import { plain } from "../elements/chart-look.js";
import { plainDay } from "../lib/dates.js";
import { count, isAtOrBelow, moment, percent, plural, STATUS_WORDS, whyHidden } from "./words.js";

export { chart };

/** Where a hidden bar would stand, so that the gap is seen to be one. */
const HIDDEN = "hidden";

/** Days as the pages write them, the year where it changes. */
const DAYS = [
    { dtickrange: [null, 86_399_999], value: "%H:%M\n%-d %b %Y" },
    { dtickrange: [86_400_000, "M1"], value: "%-d %b\n%Y" },
    { dtickrange: ["M1", "M12"], value: "%b\n%Y" },
    { dtickrange: ["M12", null], value: "%Y" },
];

/**
 * How many students stand in each tenth.
 * @param {{ from: number, to: number, students: number | null, hidden: boolean }[]} bins
 * @param {string} threshold
 * @param {number} smallCell
 * @returns {import("../elements/chart.js").ChartContent}
 */
export function distributionChart(bins, threshold, smallCell) {
    const limit = Number(threshold);
    const labels = bins.map(({ from, to }) => `${from}–${to}`);
    const values = bins.map(({ students, hidden }) => (hidden ? 0 : students));
    const below = bins.map(({ to }) => to <= limit);
    const most = Math.max(1, ...values.map(Number));
    return {
        title: "How attendance is spread",
        text: `Students by attendance in steps of ten per cent. Steps that lie wholly at or below ${threshold} % are hatched.${bins.some(({ hidden }) => hidden) ? ` ${whyHidden(smallCell)}` : ""}`,
        file: "attendance-distribution",
        table: { head: ["Attendance", "Students"], rows: bins.map((bin, index) => [`${labels[index]} %`, count(bin.students, bin.hidden)]) },
        draw: (look) => ({
            traces: [
                {
                    type: "bar",
                    x: labels,
                    y: values,
                    text: bins.map((bin) => (bin.hidden ? HIDDEN : bin.students ? String(bin.students) : "")),
                    textposition: "outside",
                    textfont: { color: look.ink },
                    cliponaxis: false,
                    marker: { color: below.map((one) => (one ? look.absentSoft : look.accent)), line: { width: 1, color: below.map((one) => (one ? look.absent : look.accent)) }, pattern: { shape: below.map((one) => (one ? "/" : "")), fgcolor: below.map((one) => (one ? look.absent : look.accent)), fgopacity: 1, size: 7, solidity: 0.35 } },
                    hovertemplate: bins.map((bin, index) => `${labels[index]} %<br>${plain(studentsIn(bin))}<extra></extra>`),
                },
            ],
            layout: { bargap: 0.18, xaxis: { title: { text: "Attendance, %" }, type: "category" }, yaxis: { title: { text: "Students" }, rangemode: "tozero", range: [0, most * 1.18], dtick: most < 6 ? 1 : undefined } },
        }),
    };
}

/** @param {{ students: number | null, hidden: boolean }} bin */
export function studentsIn({ students, hidden }) {
    return hidden ? "number of students hidden" : plural(students ?? 0, "student");
}

/**
 * The running percentage of a student beside the module's.
 * @param {any} answer of /student
 * @param {string} threshold
 * @returns {import("../elements/chart.js").ChartContent}
 */
export function runningChart({ cumulative, moduleCumulative = [] }, threshold) {
    const limit = Number(threshold);
    return {
        title: "Running percentage",
        text: `After each teaching event, over the same rows as the summary; the module's average is dashed, the threshold of ${threshold} % dotted.`,
        file: "running-percentage",
        height: 300,
        dense: true,
        table: { head: ["Event", "What", "Status", "Running"], rows: cumulative.map((one) => [moment(one.at), one.description || "–", STATUS_WORDS[one.status] ?? one.status, percent(one.percentage, limit)]) },
        draw: (look) => ({
            traces: [
                { type: "scatter", mode: "lines", name: "Module average", x: moduleCumulative.map(({ at }) => at), y: moduleCumulative.map(({ percentage }) => percentage), line: { color: look.inkMuted, width: 2, dash: "dash" }, customdata: moduleCumulative.map(({ at }) => moment(at)), hovertemplate: "%{customdata}<br>module %{y:.1f} %<extra></extra>" },
                {
                    type: "scatter",
                    mode: cumulative.length > 80 ? "lines" : "lines+markers",
                    name: "This student",
                    x: cumulative.map(({ at }) => at),
                    y: cumulative.map(({ percentage }) => percentage),
                    customdata: cumulative.map((one) => [plain(one.description || "–"), STATUS_WORDS[one.status] ?? one.status, moment(one.at)]),
                    line: { color: look.accent, width: 2.5, shape: "hv" },
                    marker: { size: 7, color: look.accent, line: { color: look.accent, width: 1.5 }, symbol: cumulative.map(({ status }) => ({ attended: "circle", excused: "diamond-open", absent: "x-thin-open" })[status] ?? "circle") },
                    hovertemplate: "%{customdata[2]}<br>%{customdata[0]}<br>%{customdata[1]} · now %{y:.1f} %<extra></extra>",
                },
            ],
            layout: { xaxis: { type: "date", tickformatstops: DAYS }, yaxis: { range: [0, 103], ticksuffix: " %" }, shapes: thresholdLine(look, limit) },
        }),
    };
}

/** @param {import("../elements/chart-look.js").Look} look @param {number} limit */
function thresholdLine(look, limit) {
    return [{ type: "line", name: `Threshold, ${limit} %`, showlegend: true, xref: "paper", x0: 0, x1: 1, y0: limit, y1: limit, line: { color: look.absent, width: 1.5, dash: "dot" } }];
}

/**
 * Week by week, the threshold as a line.
 * @param {any[]} weeks
 * @param {string} threshold
 * @param {{ title: string, text: string, file: string, other?: string }} words `other`: name of the second figure
 * @returns {import("../elements/chart.js").ChartContent}
 */
export function weeksChart(weeks, threshold, { title, text, file, other }) {
    const limit = Number(threshold);
    const labels = weeks.map(({ year, week }) => weekName(year, week, weeks));
    const below = weeks.map((week) => isAtOrBelow(week, threshold));
    const shown = (/** @type {any} */ week) => (week.hidden ? count(null, true) : percent(week.percentage, limit));
    return {
        title,
        text,
        file,
        dense: weeks.length > 30,
        table: { head: ["Week", "First day", "Attended", "Expected", "Attendance", ...(other ? [other] : [])], rows: weeks.map((week, index) => [labels[index], plainDay(week.firstDay), counted(week, "attended"), counted(week, "expected"), shown(week), ...(other ? [otherOf(week)] : [])]) },
        draw: (look) => ({
            traces: [
                {
                    type: "bar",
                    name: other ? "This student" : "Attendance",
                    x: labels,
                    y: weeks.map(({ percentage, hidden }) => (hidden ? 0 : percentage)),
                    text: weeks.map(({ hidden }) => (hidden ? HIDDEN : "")),
                    textposition: "outside",
                    cliponaxis: false,
                    textangle: weeks.length > 12 ? -90 : 0,
                    textfont: { color: look.inkMuted },
                    marker: { color: below.map((one) => (one ? look.absentSoft : look.accent)), line: { width: 1, color: below.map((one) => (one ? look.absent : look.accent)) }, pattern: { shape: below.map((one) => (one ? "/" : "")), fgcolor: below.map((one) => (one ? look.absent : look.accent)), fgopacity: 1, size: 6, solidity: 0.35 } },
                    hovertemplate: weeks.map((week, index) => `Week ${labels[index]}, from ${plainDay(week.firstDay)}<br>${week.hidden ? HIDDEN : `${week.attended ?? "–"} of ${week.expected ?? "–"} attended, ${plain(shown(week))}`}${other ? `<br>module ${plain(otherOf(week))}` : ""}<extra></extra>`),
                },
                ...(other ? [{ type: "scatter", mode: "lines+markers", name: other, x: labels, y: weeks.map(({ modulePercentage }) => modulePercentage), line: { color: look.inkMuted, width: 2, dash: "dash" }, marker: { symbol: "diamond", size: 6, color: look.inkMuted }, connectgaps: false, hovertemplate: "module %{y:.1f} %<extra></extra>" }] : []),
            ],
            layout: { xaxis: { type: "category", title: { text: "Week" } }, yaxis: { range: [0, 105], ticksuffix: " %" }, shapes: thresholdLine(look, limit), showlegend: true },
        }),
    };
}

/** @param {any} week @param {string} key */
function counted(week, key) {
    return week.hidden ? HIDDEN : (week[key] ?? "–");
}

/** The student had something in every week of the list, so the module had too: no figure is a hidden one. @param {any} week */
function otherOf({ modulePercentage }) {
    return modulePercentage === null ? HIDDEN : percent(modulePercentage);
}

/** "12", with the year where there are two. @param {number} year @param {number} week @param {any[]} weeks */
export function weekName(year, week, weeks) {
    const several = weeks.some((one) => one.year !== year);
    return several ? `${year}/${String(week).padStart(2, "0")}` : String(week);
}
