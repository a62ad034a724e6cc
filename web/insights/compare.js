/** Compare: two periods of a module, or two modules, side by side. */
import { element, html, redraw } from "../lib/html.js";
import { addDays, dayRange, daysBetween, isDay, plainDay } from "../lib/dates.js";
import { listen } from "../lib/events.js";
import { field } from "../elements/field.js";
import { chart } from "./charts.js";
import { adviser, id, student, studentHref } from "./columns.js";
import { compareChart } from "./compare-chart.js";
import { moduleOptions } from "./filter-bar.js";
import { NAMES } from "./filters.js";
import { allRows } from "./rows.js";
import { partOf, tablePart } from "./table-part.js";
import { View } from "./view.js";
import { count, percent, trend } from "./words.js";

const OTHER = ["otherModule", "otherFrom", "otherTo"];

export class Page extends View {
    about = { view: "compare", title: "Compare", text: "Two periods, or two modules, with the same filters.", fields: NAMES.filter((name) => name !== "order"), own: OTHER };

    /** @param {AbortSignal} signal */
    started(signal) {
        listen(this.host, "change", ".other select, .other input", (_, input) => this.#take(input), signal);
        listen(this.host, "click", "[data-before]", () => this.#before(), signal);
        listen(this.host, "submit", ".other", (event) => event.preventDefault(), signal);
    }

    /** @param {any} input */
    #take(input) {
        const value = input.value.trim();
        const host = /** @type {import("../elements/field.js").Field} */ (input.closest("r-field"));
        /** @type {Record<string, string>} */
        const { otherFrom, otherTo } = { ...this.own, [input.name]: value };
        const wrong = input.type === "date" && value !== "" && !isDay(value) ? "Enter a day that exists." : otherFrom && otherTo && otherFrom > otherTo ? "The last day lies before the first." : "";
        host.error = wrong;
        if (!wrong) this.change({ [input.name]: value });
    }

    /** The period of the same length before the one on the left. */
    #before() {
        const { from, to } = this.filters;
        if (!from || !to) return;
        const length = daysBetween(from, to) + 1;
        this.change({ otherFrom: addDays(from, -length), otherTo: addDays(from, -1) });
    }

    modulesChanged() {
        const select = /** @type {HTMLSelectElement | null} */ (this.host.querySelector("select[name=otherModule]"));
        if (!select) return;
        const { value } = select;
        redraw(select, html`${moduleOptions(this.modules).map((one) => html`<option value="${one.value}">${one.label}</option>`)}`);
        select.value = value;
    }

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        return allRows("/insights/compare", { otherModule: query.module, ...query }, "students", signal);
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, { left, right, students, distribution }) {
        const form = partOf(host, "other", () => element(html`<form class="card stack tight other no-print" novalidate aria-label="Compared with"><p><strong>Compared with</strong> <span class="muted">– the filters above are the left side</span></p><div class="filters">${otherFields(this.modules, this.own, this.filters)}</div><p class="muted small other-says"></p></form>`));
        for (const name of OTHER) {
            const control = form.querySelector(`:is(input, select)[name=${name}]`);
            if (control !== document.activeElement) control.value = this.own[name] ?? (name === "otherModule" ? this.filters.module : "");
        }
        redraw(form.querySelector(".other-says"), html`${isSame(left, right) && "Both sides are the same now. Choose other days or another module here, and the days of the left side in the filters above."}`);
        form.querySelector("[data-before]").toggleAttribute("hidden", !this.filters.from || !this.filters.to);
        const names = [sideName(left), sideName(right)];
        const { smallCell } = this.settings;
        redraw(partOf(host, "sides", () => element(html`<div class="scroll" tabindex="0" role="region" aria-label="Both sides"></div>`)), sides(left, right, names, this.threshold));
        partOf(host, "spread", chart).show({ ...compareChart(distribution, names, smallCell), subject: names.join(" and ") });
        tablePart(host, {
            key: "students",
            title: "Student by student",
            text: "Who is on both sides, the largest fall first: points by which the left side lies above or below the right one.",
            place: "/insights/compare",
            query: { otherModule: this.filters.module, ...this.query },
            content: {
                columns: [student, id, adviser, side("left", names[0], this.threshold), side("right", names[1], this.threshold), { key: "difference", label: "Difference", sort: true, align: "end", cell: (row) => trend(row.difference) }],
                sorted: { key: "difference" },
                href: studentHref(this.filters),
                empty: { title: "No student", text: "Nobody is on either side under these filters.", icon: "people" },
            },
            rows: students,
        });
    }
}

/** @param {any} left @param {any} right */
function isSame(left, right) {
    return ["module", "from", "to"].every((name) => (left[name] ?? "") === (right[name] ?? ""));
}

/** @param {any} one */
function sideName({ module, from, to }) {
    return `${module}, ${from && to ? dayRange(from, to) : from ? `from ${plainDay(from)}` : to ? `to ${plainDay(to)}` : "all days"}`;
}

/** @param {string} key @param {string} label @param {string} threshold @returns {import("../elements/table.js").Column} */
function side(key, label, threshold) {
    return { key, label, sort: true, align: "end", value: (row) => row[key]?.percentage, cell: (row) => (row[key] ? html`${percent(row[key].percentage, Number(threshold))} <span class="muted nowrap">${row[key].attended}/${row[key].expected}</span>` : html`<span class="muted">not there</span>`) };
}

/** @param {any[]} modules @param {Record<string, string>} own @param {import("./filters.js").Filters} filters */
function otherFields(modules, own, filters) {
    const options = moduleOptions(modules);
    return html`${field({ label: "Module", name: "otherModule", type: "select", options, value: own.otherModule ?? filters.module })} ${field({ label: "From", name: "otherFrom", type: "date", value: own.otherFrom ?? "" })}
        ${field({ label: "To", name: "otherTo", type: "date", value: own.otherTo ?? "" })} <button type="button" class="button" data-before hidden>The days before</button>`;
}

/** @param {any} left @param {any} right @param {string[]} names @param {string} threshold */
function sides(left, right, names, threshold) {
    const limit = Number(threshold);
    const lines = [
        ["Students", "students"],
        ["Attendance", "percentage"],
        ["Without excused", "percentageWithoutExcused"],
        [`At or below ${threshold} %`, "atOrBelow"],
        ["Expected", "expected"],
        ["Attended", "attended"],
        ["Excused", "excused"],
        ["Absent", "absent"],
    ];
    const cell = (/** @type {any} */ overall, /** @type {string} */ key) => {
        const value = overall[key];
        if (overall.hidden && (value === null || value === undefined)) return count(null, true);
        return key.startsWith("percentage") ? percent(value, limit) : count(value, value === null);
    };
    return html`<table class="table sides">
        <caption class="visually-hidden">Both sides</caption>
        <thead><tr><th scope="col">Figure</th><th scope="col" class="end">${names[0]}</th><th scope="col" class="end">${names[1]}</th></tr></thead>
        <tbody>${lines.map(([label, key]) => html`<tr><th scope="row">${label}</th><td class="end">${cell(left.overall, key)}</td><td class="end">${cell(right.overall, key)}</td></tr>`)}</tbody>
    </table>`;
}
