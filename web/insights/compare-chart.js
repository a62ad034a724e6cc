/** Both distributions beside each other: one filled, one hatched. */
import { plain } from "../elements/chart-look.js";
import { studentsIn } from "./charts.js";
import { count, whyHidden } from "./words.js";

/**
 * @param {{ left: any[], right: any[] }} distribution
 * @param {string[]} names
 * @param {number} smallCell
 * @returns {import("../elements/chart.js").ChartContent}
 */
export function compareChart({ left, right }, names, smallCell) {
    const labels = left.map(({ from, to }) => `${from}–${to}`);
    const isHiding = [...left, ...right].some(({ hidden }) => hidden);
    const trace = (/** @type {any[]} */ bins, /** @type {string} */ name, /** @type {any} */ marker) => ({
        type: "bar",
        name: plain(name),
        x: labels,
        y: bins.map((bin) => (bin.hidden ? 0 : bin.students)),
        marker,
        hovertemplate: bins.map((bin, index) => `${labels[index]} %<br>${plain(name)}: ${plain(studentsIn(bin))}<extra></extra>`),
    });
    return {
        title: "How attendance is spread on both sides",
        text: `Students by attendance in steps of ten per cent: ${names[0]} filled, ${names[1]} hatched.${isHiding ? ` ${whyHidden(smallCell)}` : ""}`,
        file: "compare-distribution",
        table: { head: ["Attendance", names[0], names[1]], rows: left.map((bin, index) => [`${labels[index]} %`, shown(bin), shown(right[index])]) },
        draw: (look) => ({
            traces: [
                trace(left, names[0], { color: look.accent }),
                trace(right, names[1], { color: look.surface, line: { color: look.excused, width: 1 }, pattern: { shape: "/", fgcolor: look.excused, size: 6, solidity: 0.4 } }),
            ],
            layout: { barmode: "group", bargap: 0.2, xaxis: { type: "category", title: { text: "Attendance, %" } }, yaxis: { rangemode: "tozero", title: { text: "Students" } } },
        }),
    };
}

/** @param {{ students: number | null, hidden: boolean }} bin */
function shown(bin) {
    return count(bin.students, bin.hidden);
}
