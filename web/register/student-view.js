/** The parts of a student's record: heading, figures, sessions, notices. */
import { html, path } from "../lib/html.js";
import { dayRange, shortDay } from "../lib/dates.js";
import { badge, empty, pageHead, statusBadge, STATUSES } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { fullName } from "../roster/names.js";
import { percent } from "../reports/cells.js";
import { categoryName, mayRequest, STATES } from "./absence-words.js";

const FORMULA = "Rate = 100 × (present + late) ÷ (present + late + absent). Excused leaves the sum unless the school counts it; unmarked is never counted.";
const BACK = { href: "/people", label: "People" };

/**
 * @param {any} person null while neither this device nor the server has told
 * @param {boolean} own
 */
export function head(person, own) {
    const details = [person?.number, person?.stage, person?.adviserName && `adviser ${person.adviserName}`].filter(Boolean).join(" · ");
    const label = me.isStudent ? "Ask to be excused" : "New absence notice";
    const actions =
        person &&
        html`${!me.isStudent && html`<a class="button" href="${path("people", person.id)}">${icon("account")}Person</a>`}
            ${mayRequest() && html`<button type="button" class="button" data-action="request">${icon("plus")}${label}</button>`}`;
    return pageHead({ title: title(person, own), text: details, actions, back: me.isStudent ? undefined : BACK });
}

/**
 * @param {any} person
 * @param {boolean} own
 */
export function title(person, own) {
    if (own) return "My record";
    return person ? fullName(person) : "Student record";
}

/** @param {any} names the school's words for the statuses */
export function sessionTable(names) {
    return {
        caption: "Sessions",
        hideCaption: true,
        columns: [
            { key: "title", label: "Session", primary: true, sort: true },
            { key: "module", label: "Module", sort: true },
            { key: "date", label: "Date", sort: true, value: (row) => `${row.date} ${row.start ?? ""}`, cell: (row) => `${shortDay(row.date)}, ${row.start ?? "all day"}` },
            { key: "status", label: "Status", sort: true, cell: (row) => statusBadge(row.status, { minutes: row.minutesLate, notice: row.notice, names }) },
            { key: "remark", label: "Remark", cell: (row) => row.remark ?? "–" },
        ],
        ...(me.isStudent ? {} : { href: (row) => path("sessions", row.session) }),
        sorted: { key: "date", descending: true },
        empty: { title: "No sessions yet", text: "Sessions appear here once the student is enrolled in a group that has some.", icon: "sessions" },
    };
}

/**
 * @param {import("./student-record.js").StudentRecord} record
 * @param {any} names the school's words for the statuses
 */
export function figures({ rate, counts, formula }, names) {
    return html`<div class="card stack tight">
        <div class="record-figures">
            <div class="figure"><strong>${percent(rate)}</strong><span>attended</span></div>
            ${Object.entries(STATUSES).map(([status, { word }]) => html`<div class="figure"><strong>${counts[status] ?? 0}</strong><span>${names?.[status] ?? word}</span></div>`)}
        </div>
        <p class="muted small">${formula ?? FORMULA}</p>
    </div>`;
}

/** @param {any[]} notices */
export function noticeLines(notices) {
    if (notices.length === 0) return html`<p class="muted">None.</p>`;
    return html`<ul class="list">
        ${notices.map((one) => {
            const state = STATES[one.state] ?? STATES.requested;
            return html`<li class="list-row">
                <span class="grow"><strong>${dayRange(one.firstDay, one.lastDay)}</strong> · ${categoryName(one.category)}${one.reason && html`<br /><span class="muted small">${one.reason}</span>`}</span>
                ${badge(state.label, state.tone, state.icon)}
            </li>`;
        })}
    </ul>`;
}

/** Whoever is signed in is a student without a record of their own. */
export function unlinked() {
    const text = "Your account is not tied to a student yet. Whoever looks after Rounds does that under Accounts, with your student number.";
    return html`<section class="page">${pageHead({ title: "My record" })}${empty({ title: "No record here", text, icon: "account" })}</section>`;
}
