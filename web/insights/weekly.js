/** Weeks: how the module attends week by week, and students × weeks as a heat map. */
import { element, html, redraw } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { segmented } from "../elements/markup.js";
import { chart, weeksChart, weekName } from "./charts.js";
import { heatChart } from "./heat.js";
import { named, studentHref } from "./columns.js";
import { NAMES, sortedBy } from "./filters.js";
import { allRows } from "./rows.js";
import { partOf, tablePart } from "./table-part.js";
import { View } from "./view.js";
import { isAtOrBelow, whyHidden } from "./words.js";

/** So many students stay readable in one picture. */
const PICTURE = 40;

export class Page extends View {
    about = { view: "weekly", title: "Week by week", text: "Students × weeks. Week 1 of the academic calendar begins on 25 August.", fields: NAMES, own: ["calendar"] };
    #first = 0;
    /** @type {any} */ #answer = null;

    /** @param {AbortSignal} signal */
    started(signal) {
        listen(this.host, "change", "[name=calendar]", (_, input) => this.change({ calendar: input.value === "iso" ? "iso" : "" }), signal);
        listen(this.host, "click", "[data-part-step]", (_, button) => this.#step(Number(button.dataset.partStep)), signal);
    }

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        return allRows("/insights/weekly", query, "students", signal);
    }

    /** @param {number} step */
    #step(step) {
        this.#first += step * PICTURE;
        this.#drawHeat(this.answerHost);
        const again = this.host.querySelector(`[data-part-step="${step}"]:not(:disabled)`) ?? this.host.querySelector("[data-part-step]:not(:disabled)");
        /** @type {HTMLElement | null} */ (again)?.focus();
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, answer) {
        this.#answer = answer;
        const { weeks, students, calendar } = answer;
        redraw(
            partOf(host, "calendar", () => element(html`<form class="no-print"></form>`)),
            segmented({ legend: "Weeks", name: "calendar", value: calendar, options: [{ value: "academic", label: "Academic weeks" }, { value: "iso", label: "ISO weeks (Monday)" }] }),
        );
        const { smallCell } = this.settings;
        const hidden = weeks.some((/** @type {any} */ week) => week.hidden) ? ` ${whyHidden(smallCell)}` : "";
        const words = { title: "The module, week by week", text: `Attendance of all students of these filters. Weeks at or below ${this.threshold} % are hatched.${hidden}`, file: "weeks" };
        const overall = partOf(host, "overall", chart);
        const heat = partOf(host, "heat", chart);
        partOf(host, "pages", () => element(html`<nav class="pager no-print" aria-label="Parts of the heat map"></nav>`));
        overall.hidden = heat.hidden = weeks.length === 0;
        if (weeks.length > 0) {
            overall.show({ ...weeksChart(weeks, this.threshold, words), subject: this.subject });
            this.#drawHeat(host);
        }
        const columns = weeks.map((/** @type {any} */ week, /** @type {number} */ index) => ({ key: `w${index}`, label: weekName(week.year, week.week, weeks), align: /** @type {const} */ ("end"), cell: (/** @type {any} */ row) => cell(row.cells[index], this.threshold) }));
        tablePart(host, {
            key: "students",
            title: "Students and weeks",
            text: "Attended of expected; a cell at or below the threshold is marked with ▾.",
            place: "/insights/weekly",
            query: this.query,
            content: { columns: [named, ...columns], sorted: sortedBy(this.filters.order), href: studentHref(this.filters), empty: { title: "No weeks", text: "Nothing was expected of anybody under these filters.", icon: "today" } },
            rows: students,
        });
    }

    /** @param {HTMLElement} host */
    #drawHeat(host) {
        const { weeks, students } = this.#answer;
        this.#first = Math.max(0, Math.min(this.#first, Math.floor((students.length - 1) / PICTURE) * PICTURE));
        const shown = students.slice(this.#first, this.#first + PICTURE);
        partOf(host, "heat", chart).show({ ...heatChart(shown, weeks, this.threshold, { first: this.#first, all: students.length }), subject: this.subject });
        const last = this.#first + shown.length;
        redraw(
            host.querySelector('[data-part="pages"]'),
            students.length > PICTURE
                ? html`<button type="button" class="button" data-part-step="-1" ${this.#first === 0 && "disabled"}>Earlier students</button><span role="status">${this.#first + 1}–${last} of ${students.length}</span><button type="button" class="button" data-part-step="1" ${last === students.length && "disabled"}>Later students</button>`
                : html``,
        );
    }
}

/** @param {[number, number] | null} pair @param {string} threshold */
function cell(pair, threshold) {
    if (!pair) return html`<span class="muted">–</span>`;
    const [attended, expected] = pair;
    const below = isAtOrBelow({ attended, expected }, threshold);
    return html`<span class="cell" data-below="${below}">${below && html`<span aria-hidden="true">▾</span><span class="visually-hidden">low: </span>`}${attended}/${expected}</span>`;
}
