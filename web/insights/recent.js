/** Recent activity: who was there on the last days, counted back from a day of the user's choice. */
import { element, html, redraw } from "../lib/html.js";
import { isDay, plainDay } from "../lib/dates.js";
import { listen } from "../lib/events.js";
import { field } from "../elements/field.js";
import { adviser, counted, id, student, studentHref } from "./columns.js";
import { NAMES } from "./filters.js";
import { allRows } from "./rows.js";
import { partOf, tablePart } from "./table-part.js";
import { View } from "./view.js";

export class Page extends View {
    about = { view: "recent", title: "Recent activity", text: "Placement check-ins on the days that end with a day of your choice; at most two a day in years 2 to 5.", fields: NAMES.filter((name) => !["from", "to", "threshold", "order", "selfCertified"].includes(name)), own: ["asOf", "days"] };

    /** @param {AbortSignal} signal */
    started(signal) {
        listen(this.host, "change", "[name=asOf], [name=days]", (_, input) => this.#take(input), signal);
        listen(this.host, "submit", ".recent-choice", (event) => event.preventDefault(), signal);
    }

    /** @param {HTMLInputElement} input */
    #take(input) {
        const value = input.value.trim();
        const host = /** @type {import("../elements/field.js").Field} */ (input.closest("r-field"));
        const days = Number(value);
        const wrong = input.name === "days" ? value !== "" && !(Number.isInteger(days) && days >= 7 && days <= 365) : value !== "" && !isDay(value);
        host.error = wrong ? (input.name === "days" ? "From 7 to 365 days." : "Enter a day that exists.") : "";
        if (!wrong) this.change({ [input.name]: value });
    }

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        return allRows("/insights/recent", query, "students", signal);
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, { asOf, days, students }) {
        const form = partOf(host, "choice", () => element(html`<form class="card filters recent-choice no-print" novalidate aria-label="Which days">${field({ label: "Up to and with", name: "asOf", type: "date", value: asOf })} ${field({ label: "Days (7 to 365)", name: "days", type: "number", min: 7, max: 365, value: days })}</form>`));
        for (const [name, value] of Object.entries({ asOf, days })) {
            const input = form.querySelector(`input[name=${name}]`);
            if (input !== document.activeElement) input.value = value;
        }
        redraw(partOf(host, "said", () => element(html`<p role="status"></p>`)), html`${days} days up to ${plainDay(asOf)}. Who was there least stands first.`);
        tablePart(host, {
            key: "recent",
            title: "Attended check-ins",
            place: "/insights/recent",
            query: this.query,
            content: {
                columns: [student, id, adviser, counted("daysAttended", "Days attended"), counted("checkIns", "Check-ins"), counted("checkInsCapped", "Counted (2 a day)"), { key: "lastDay", label: "Last there", sort: true, cell: (row) => (row.lastDay ? plainDay(row.lastDay) : html`<span class="short">not in these days</span>`) }],
                sorted: { key: "daysAttended" },
                href: studentHref(this.filters),
                empty: { title: "No check-ins", text: "Nobody has placement check-ins under these filters.", icon: "clock" },
            },
            rows: students,
        });
    }
}
