/** One student: how the percentage came about, down to file and record, and what is being done. */
import { element, html, redraw } from "../lib/html.js";
import { api } from "../api.js";
import { empty } from "../elements/markup.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { Care } from "./care.js";
import { chart, runningChart, weeksChart } from "./charts.js";
import { partOf, tablePart } from "./table-part.js";
import { figuresOf, headline, headOf, placementOf, rowColumns, selfCertOf } from "./student-parts.js";
import { figures, figuresHost } from "./figures.js";
import { View } from "./view.js";
import { name, whyHidden } from "./words.js";

export class Page extends View {
    about = { view: "student", title: "Student", fields: ["module", "from", "to", "threshold"], own: ["student"] };
    #care = new Care(() => this.refresh());

    /** @param {AbortSignal} signal */
    started(signal) {
        if (me.may("seeCohorts")) this.#care.listen(this.host, signal);
    }

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    async load(query, signal) {
        if (!query.student && me.isStudent) this.own.student = query.student = (await store.get("person", me.current?.user.personId ?? ""))?.number ?? "";
        return query.student ? api.get("/insights/student", { query, signal, timeout: 60_000 }) : { student: null };
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, answer) {
        const { student } = answer;
        if (!student) return this.nothing(host, "No student chosen", "Open a student from the summary.");
        this.named(name(student));
        const { threshold } = this;
        const own = me.isStudent;
        redraw(partOf(host, "head", () => element(html`<section class="card student-head stack tight" aria-label="Who this is"></section>`)), headOf(answer, this.filters, own));
        redraw(partOf(host, "headline", () => element(html`<p class="headroom" role="status"></p>`)), headline(student, threshold));
        redraw(partOf(host, "figures", figuresHost), figures(figuresOf(answer, threshold)));
        const care = partOf(host, "care", () => element(html`<div class="care grid"></div>`));
        if (own) care.hidden = true;
        else this.#care.draw(care, this.filters.module, student.id, answer);
        const running = partOf(host, "running", chart);
        const weekly = partOf(host, "weeks", chart);
        const subject = `${name(student)} ${student.id}, ${this.subject}`;
        const hidden = answer.weeks.some((/** @type {any} */ week) => week.modulePercentage === null) ? ` ${whyHidden(this.settings.smallCell)}` : "";
        running.hidden = answer.cumulative.length === 0;
        weekly.hidden = answer.weeks.length === 0;
        if (!running.hidden) running.show({ ...runningChart(answer, threshold), subject });
        if (!weekly.hidden) weekly.show({ ...weeksChart(answer.weeks, threshold, { title: "Week by week", text: `Weeks at or below ${threshold} % are hatched; the module's average is dashed.${hidden}`, file: "weeks", other: "Module average" }), subject });
        const empties = student.expected > 0 ? { title: "No absences", text: "Every teaching event of this period was attended.", icon: "check" } : { title: "No teaching was expected", text: "There is no teaching event of this student in the period, so none could be missed.", icon: "info" };
        tablePart(host, { key: "absences", title: "Absences", text: "They are in the files of all rows below too, with their status.", content: { columns: rowColumns(), sorted: { key: "at", descending: true }, empty: empties }, rows: answer.absences });
        redraw(partOf(host, "placement", () => element(html`<div class="grid two"></div>`)), html`${placementOf(answer)} ${selfCertOf(answer)}`);
        tablePart(host, {
            key: "rows",
            title: "Every row, with its file and record",
            text: "These are the rows that the figures on this page are made of. The record is the number of the row in its file, without the heading.",
            place: "/insights/student",
            query: this.query,
            content: { columns: rowColumns(), sorted: { key: "at", descending: true }, empty: { title: "No rows", text: "There is nothing about this student in the period.", icon: "file" } },
            rows: answer.rows,
        });
        return undefined;
    }

    /** @param {HTMLElement} host @param {string} title @param {string} text */
    nothing(host, title, text) {
        redraw(partOf(host, "nothing", () => document.createElement("div")), empty({ title, text, icon: "people", always: true }));
    }
}
