/** One adviser: whom to talk to today and the reason, then all their students. */
import { element, html, redraw } from "../lib/html.js";
import { badge, empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { plainDay } from "../lib/dates.js";
import { api } from "../api.js";
import { attendance, attendedOf, care, counted, named, rate, studentHref, trendColumn, withoutExcused } from "./columns.js";
import { figures, figuresHost } from "./figures.js";
import { placeOf, viewAddress } from "./filters.js";
import { overallFigures } from "./summary.js";
import { partOf, tablePart } from "./table-part.js";
import { View } from "./view.js";
import { name } from "./words.js";

const ICONS = { threshold: "reports", trend: "reports", absent: "clock", inactive: "clock", selfCertification: "shield", self_certification: "shield", placement: "modules", flag: "conflict" };

export class Page extends View {
    about = { view: "adviser", title: "Adviser", fields: ["module", "from", "to", "threshold", "q", "adviser", "group", "rotation", "pattern", "selfCertified"] };

    /** @param {Record<string, string>} query @param {AbortSignal} signal */
    load(query, signal) {
        const asked = { adviser: "", limit: "1000", ...query };
        return api.get(placeOf("/insights/adviser", asked), { query: asked, signal, timeout: 60_000 });
    }

    /** @param {HTMLElement} host @param {any} answer */
    draw(host, { adviser, totals, students }) {
        this.named(adviser || "No adviser named");
        redraw(partOf(host, "figures", figuresHost), figures(overallFigures(totals, this.threshold)));
        const talk = students.filter((/** @type {any} */ one) => one.reasons?.length > 0);
        redraw(partOf(host, "talk", () => element(html`<section class="stack tight" aria-label="Whom to talk to today"></section>`)), talkList(talk, this.filters, this.threshold));
        tablePart(host, {
            key: "students",
            title: "All students of the adviser",
            place: "/insights/adviser",
            query: { adviser: "", ...this.query },
            content: {
                columns: [named, attendance(this.threshold), withoutExcused, attendedOf, counted("excused", "Excused"), counted("absent", "Absent"), trendColumn, care],
                href: studentHref(this.filters),
                empty: { title: "No students", text: "Nobody has this adviser under these filters.", icon: "people" },
            },
            rows: students,
        });
    }
}

/** @param {any[]} students @param {import("./filters.js").Filters} filters @param {string} threshold */
function talkList(students, filters, threshold) {
    if (students.length === 0) return html`<h2>Whom to talk to today</h2>${empty({ title: "Nobody today", text: "No student of these filters has a reason on the list.", icon: "check", always: true })}`;
    return html`<h2>Whom to talk to today <span class="muted">${students.length}</span></h2>
        <ol class="list talk">
            ${students.map((one) => html`<li class="list-row">
                <span class="grow"
                    ><a class="talk-name" href="${viewAddress("student", filters, { student: one.id })}">${name(one)}</a> <span class="mono muted">${one.id}</span><br />
                    <span class="reasons-line">${one.reasons.map((reason) => badge(reason.text ?? reason, reason.code === "flag" ? "warn" : "bad", ICONS[reason.code] ?? "info"))}</span>
                    ${contact(one)}</span
                >
                ${rate(one.percentage, Number(threshold), one.atOrBelow)} ${icon("right")}
            </li>`)}
        </ol>`;
}

/** @param {any} one */
function contact({ lastContact }) {
    if (!lastContact) return html`<span class="muted small">No contact on record</span>`;
    return html`<span class="muted small">Last contact ${plainDay((lastContact.day ?? lastContact).slice(0, 10))}</span>`;
}
