/** Self-certification: who, when and how often, and whether there are more in some weeks. */
import { addDays, briefDay, plainDay } from "../lib/dates.js";
import { element, html, redraw } from "../lib/html.js";
import { chart } from "./charts.js";
import { adviser, counted, dayList, id, student, studentHref } from "./columns.js";
import { NAMES } from "./filters.js";
import { allRows } from "./rows.js";
import { partOf, tablePart } from "./table-part.js";
import { View } from "./view.js";
import { count, moment, whyHidden } from "./words.js";

export class Page extends View {
    about = { view: "self-certification", title: "Self-certification", text: "Excused teaching and excused placement check-ins, at most two a day in years 2 to 5.", fields: NAMES.filter((name) => name !== "threshold" && name !== "order" && name !== "selfCertified") };

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        return allRows("/insights/self-certification", query, "students", signal);
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, { students, byWeek = [] }) {
        tablePart(host, {
            key: "students",
            title: "Who self-certified",
            place: "/insights/self-certification",
            query: this.query,
            content: {
                columns: [student, id, adviser, counted("count", "Times"), { key: "dates", label: "Days", cell: (row) => html`<span class="days">${dayList(row.dates)}</span>` }, { key: "reasons", label: "Reasons", cell: reasons }],
                sorted: { key: "count", descending: true },
                href: studentHref(this.filters),
                empty: { title: "Nobody self-certified", text: "No event of this period is excused under these filters.", icon: "shield" },
            },
            rows: students,
        });
        if (byWeek.length > 0) partOf(host, "weeks", chart).show({ ...weekChart(byWeek, this.settings.smallCell), subject: this.subject });
        else redraw(partOf(host, "weeks", () => element(html`<div></div>`)), html``);
    }
}

/** @param {any} row */
function reasons({ reasons: all }) {
    const told = (all ?? []).filter((/** @type {any} */ one) => typeof one === "string" || one.reason);
    if (told.length === 0) return html`<span class="muted">none given</span>`;
    return html`<details class="rest"><summary>${told.length} given</summary><ul>${told.map((one) => (typeof one === "string" ? html`<li>${one}</li>` : html`<li>${one.at && html`<span class="muted">${moment(one.at)}</span> `}${one.reason}</li>`))}</ul></details>`;
}

/** @param {any[]} weeks @param {number} smallCell @returns {import("../elements/chart.js").ChartContent} */
function weekChart(weeks, smallCell) {
    const isLong = weeks.length > 0 && addDays(weeks[0].firstDay, 364) <= weeks.at(-1).firstDay;
    // a bar of its own for the same day of another year
    const labels = weeks.map(({ firstDay }) => (isLong ? plainDay(firstDay) : briefDay(firstDay)));
    return {
        title: "Self-certifications by week",
        text: `Counted by the week that begins on the day named.${weeks.some(({ hidden }) => hidden) ? ` ${whyHidden(smallCell)}` : ""}`,
        file: "self-certification-by-week",
        dense: weeks.length > 30,
        table: { head: ["Week from", "Self-certifications"], rows: weeks.map((week) => [plainDay(week.firstDay), count(week.count, week.hidden)]) },
        draw: (look) => ({
            traces: [
                {
                    type: "bar",
                    x: labels,
                    y: weeks.map((week) => (week.hidden ? 0 : week.count)),
                    text: weeks.map((week) => (week.hidden ? "hidden" : "")),
                    textposition: "outside",
                    textfont: { color: look.inkMuted },
                    cliponaxis: false,
                    marker: { color: look.excused },
                    hovertemplate: weeks.map((week) => `Week from ${plainDay(week.firstDay)}<br>${count(week.count, week.hidden)}<extra></extra>`),
                },
            ],
            layout: { xaxis: { type: "category" }, yaxis: { rangemode: "tozero", title: { text: "Times" } } },
        }),
    };
}
