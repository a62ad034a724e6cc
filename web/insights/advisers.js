/** Advisers: how each one's students attend, and whom to talk to. */
import { html } from "../lib/html.js";
import { badge } from "../elements/markup.js";
import { rate } from "./columns.js";
import { viewAddress } from "./filters.js";
import { api } from "../api.js";
import { tablePart } from "./table-part.js";
import { View } from "./view.js";
import { count, isAtOrBelow, whyHidden } from "./words.js";

export class Page extends View {
    about = { view: "advisers", title: "Advisers", text: "One page for each: their students, whom to talk to today, and why.", fields: ["module", "from", "to", "threshold", "q", "group", "rotation", "pattern", "selfCertified"] };

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        return api.get("/insights/advisers", { query, signal, timeout: 60_000 });
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, { advisers }) {
        const { smallCell } = this.settings;
        const limit = Number(this.threshold);
        tablePart(host, {
            key: "advisers",
            title: "Advisers of the module",
            text: advisers.some((/** @type {any} */ row) => row.hidden) ? `${whyHidden(smallCell)} The students themselves are on the adviser's page.` : "",
            place: "/insights/advisers",
            query: this.query,
            content: {
                columns: [
                    { key: "adviser", label: "Adviser", sort: true, primary: true, cell: (row) => row.adviser || "None named" },
                    cell("students", "Students"),
                    { key: "talkTo", label: "To talk to", sort: true, align: "end", cell: (row) => (row.hidden && row.talkTo === null ? html`<span class="muted">${count(null, true)}</span>` : row.talkTo > 0 ? badge(String(row.talkTo), "warn", "people") : "0") },
                    cell("atOrBelow", `At or below ${this.threshold} %`),
                    { key: "percentage", label: "Attendance", sort: true, align: "end", cell: (row) => (row.hidden ? html`<span class="muted">hidden</span>` : rate(row.percentage, limit, isAtOrBelow(row, this.threshold))) },
                    cell("attended", "Attended"),
                    cell("expected", "Expected"),
                    cell("excused", "Excused"),
                    cell("absent", "Absent"),
                ],
                sorted: { key: "talkTo", descending: true },
                href: (row) => viewAddress("adviser", this.filters, { adviser: row.adviser }),
                empty: { title: "No advisers", text: "No row names an academic adviser under these filters.", icon: "people" },
            },
            rows: advisers,
        });
    }
}

/** @param {string} key @param {string} label @returns {import("../elements/table.js").Column} */
function cell(key, label) {
    return { key, label, sort: true, align: "end", cell: (row) => (row.hidden && row[key] === null ? html`<span class="muted">${count(null, true)}</span>` : count(row[key])) };
}
