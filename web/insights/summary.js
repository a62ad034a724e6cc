/** Summary: who stands at or below the threshold, and how the module attends. */
import { element, html, redraw } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { segmented } from "../elements/markup.js";
import { chart, distributionChart } from "./charts.js";
import { adviser, attendance, attendedOf, care, counted, named, studentHref, trendColumn, withoutExcused } from "./columns.js";
import { figures, figuresHost } from "./figures.js";
import { NAMES, sortedBy } from "./filters.js";
import { allRows } from "./rows.js";
import { partOf, tablePart } from "./table-part.js";
import { View } from "./view.js";
import { count, headroom, percent, plural } from "./words.js";

export class Page extends View {
    about = { view: "summary", title: "Who needs help", text: "Students at or below the threshold, and how their module attends.", fields: NAMES, local: ["show"] };
    /** @type {any} */ #answer = null;

    /** @param {AbortSignal} signal */
    started(signal) {
        listen(this.host, "change", "[name=show]", (_, input) => this.#choose(input.value), signal);
    }

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        return allRows("/insights/summary", query, "students", signal);
    }

    /** @param {string} value */
    #choose(value) {
        this.keep({ show: value === "all" ? "all" : "" });
        this.draw(this.answerHost, this.#answer);
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, answer) {
        this.#answer = answer;
        const { overall, students } = answer;
        const { smallCell } = this.settings;
        redraw(partOf(host, "figures", figuresHost), figures(overallFigures(overall, this.threshold)));
        const below = students.filter((/** @type {any} */ one) => one.atOrBelow);
        const all = this.own.show === "all";
        redraw(
            partOf(host, "choice", () => element(html`<form class="no-print"></form>`)),
            segmented({ legend: "Which students", name: "show", value: all ? "all" : "below", options: [{ value: "below", label: `At or below ${this.threshold} % (${below.length})` }, { value: "all", label: `All (${students.length})` }] }),
        );
        tablePart(host, {
            key: "students",
            title: all ? "All students" : `Students at or below ${this.threshold} %`,
            text: "Excused counts as absent in the attendance; the second figure leaves excused events out. The files hold all students of these filters.",
            place: "/insights/summary",
            query: this.query,
            content: {
                columns: columns(this.threshold, students),
                sorted: sortedBy(this.filters.order),
                href: studentHref(this.filters),
                pageSize: 25,
                id: (row) => row.id,
                empty: all ? { title: "No student", text: "Nothing matches these filters.", icon: "people" } : { title: "Nobody", text: `No student with a figure stands at or below ${this.threshold} % under these filters.`, icon: "check" },
            },
            rows: all ? students : below,
        });
        const spread = partOf(host, "spread", chart);
        spread.show({ ...distributionChart(answer.distribution, this.threshold, smallCell), subject: this.subject });
    }
}

/** @param {any} overall @param {string} threshold */
export function overallFigures(overall, threshold) {
    const limit = Number(threshold);
    return [
        { label: `At or below ${threshold} %`, value: count(overall.atOrBelow), note: isHidden(overall.students) ? "of a hidden number of students" : `of ${plural(overall.students, "student")}`, tone: isHidden(overall.atOrBelow) || overall.students === overall.withoutFigure ? undefined : overall.atOrBelow > 0 ? "bad" : "good" },
        { label: "Attendance", value: overall.hidden ? count(null, true) : percent(overall.percentage, limit), note: isHidden(overall.expected) ? "excused counts as absent" : `${overall.attended} of ${overall.expected}, excused counts as absent` },
        { label: "Without excused", value: overall.hidden ? count(null, true) : percent(overall.percentageWithoutExcused, limit), note: isHidden(overall.excused) ? "excused events left out" : `${plural(overall.excused, "excused event")} left out` },
        { label: "Without a figure", value: count(overall.withoutFigure), note: "nothing was expected of them" },
    ];
}

/** @param {number | null | undefined} value */
function isHidden(value) {
    return value === null || value === undefined;
}

/** What nobody has is not shown. @param {string} threshold @param {any[]} students */
function columns(threshold, students) {
    const has = (/** @type {string} */ key) => students.some((one) => one[key]);
    return [
        named,
        adviser,
        attendance(threshold),
        withoutExcused,
        attendedOf,
        counted("excused", "Excused"),
        counted("absent", "Absent"),
        trendColumn,
        { key: "toReach", label: `To reach ${threshold} %`, sort: true, align: /** @type {const} */ ("end"), value: (row) => row.toReach ?? -(row.spare ?? 0), cell: (row) => reach(row, threshold) },
        ...(["email", "notes", "openFlags", "lastContact"].some(has) ? [{ ...care, cell: followUp }] : []),
    ];
}

/** @param {any} row @param {string} threshold */
export function reach(row, threshold) {
    if (row.percentage === null) return html`<span class="muted">–</span>`;
    const short = row.toReach ? `+${row.toReach}` : row.spare === null || row.spare === undefined ? "out of reach" : `${row.spare} spare`;
    return html`<span aria-hidden="true">${short}</span><span class="visually-hidden">${headroom(row, threshold)}</span>`;
}

/** @param {any} row */
function followUp(row) {
    const told = care.cell(row);
    if (!told && !row.notes && !row.email) return "";
    return html`<span class="note">${told} ${row.notes} ${row.email && html`<a href="mailto:${row.email}">${row.email}</a>`}</span>`;
}
