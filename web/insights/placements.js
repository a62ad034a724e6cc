/** Placements: the days a student was there, against the days expected, and the check-ins that were missed. */
import { html } from "../lib/html.js";
import { counted, dayList, id, rotation, student, studentHref, adviser } from "./columns.js";
import { NAMES } from "./filters.js";
import { allRows } from "./rows.js";
import { tablePart } from "./table-part.js";
import { View } from "./view.js";

export class Page extends View {
    about = { view: "placements", title: "Placements", text: "Days attended on placement, weeks with at least one, and days expected by the rotation map.", fields: NAMES.filter((name) => name !== "threshold" && name !== "order") };

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        return allRows("/insights/placements", query, "students", signal);
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, { students }) {
        tablePart(host, {
            key: "placements",
            title: "Days on placement",
            text: "One day counts once however often somebody checked in. Days expected follow the pattern of the rotation map; without one there is no expectation.",
            place: "/insights/placements",
            query: this.query,
            content: {
                columns: [
                    student,
                    id,
                    adviser,
                    rotation,
                    counted("daysAttended", "Days attended"),
                    { key: "daysExpected", label: "Days expected", sort: true, align: "end", cell: expected },
                    counted("checkIns", "Check-ins"),
                    counted("attendedCheckIns", "Attended"),
                    counted("missed", "Missed"),
                    { key: "weeks", label: "Weeks", sort: true, align: "end", value: weeks, cell: (row) => weeks(row) ?? "–" },
                    { key: "dates", label: "Days", cell: (row) => html`<span class="days">${dayList(row.dates)}</span>` },
                ],
                sorted: { key: "missed", descending: true },
                href: studentHref(this.filters),
                empty: { title: "No placements", text: "No row in this period is a placement. Which descriptions are placements is a setting.", icon: "modules" },
            },
            rows: students,
        });
    }
}

/** @param {any} row */
function weeks(row) {
    return Array.isArray(row.weeks) ? row.weeks.length : row.weeks;
}

/** @param {any} row */
function expected({ daysExpected, daysAttended }) {
    if (daysExpected === null || daysExpected === undefined) return html`<span class="muted">not known</span>`;
    const short = daysExpected - daysAttended;
    return html`${daysExpected} ${short > 0 && html`<span class="short">${short} short</span>`}`;
}
