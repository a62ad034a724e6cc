/** The parts of a student's page. */
import { html, path } from "../lib/html.js";
import { plainDay } from "../lib/dates.js";
import { address } from "../api.js";
import { badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { dayList } from "./columns.js";
import { viewAddress } from "./filters.js";
import { headroom, KIND_WORDS, moment, number, percent, plural, STATUS_WORDS, trend } from "./words.js";

const TONES = { attended: "present", excused: "excused", absent: "absent" };
const ICONS = { attended: "check", excused: "shield", absent: "cross" };

/** @param {any} answer @param {import("./filters.js").Filters} filters @param {boolean} own the student looks at it */
export function headOf({ student }, filters, own) {
    const { rotation } = student;
    const back = viewAddress("summary", filters);
    const adviser = student.adviser ? (own ? student.adviser : html`<a href="${viewAddress("adviser", filters, { adviser: student.adviser })}">${student.adviser}</a>`) : "none named";
    const facts = [
        ["Number", html`<span class="mono">${student.id}</span>`],
        ["Adviser", adviser],
        ["E-mail", student.email && html`<a href="mailto:${student.email}">${student.email}</a>`],
        ["Rotation", rotation && [rotation.label ?? "unknown", rotation.pattern].filter(Boolean).join(", ")],
        ["Notes", student.notes],
    ].filter(([, value]) => value);
    return html`${!own && html`<a class="back no-print" href="${back}">${icon("left")}Summary</a>`}
        <dl class="facts">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

/** @param {any} student @param {string} threshold */
export function headline(student, threshold) {
    return html`${icon(student.atOrBelow ? "conflict" : student.percentage === null ? "info" : "check")}<span>${headroom(student, threshold)}</span>`;
}

/** @param {any} answer @param {string} threshold */
export function figuresOf({ student, moduleAverage }, threshold) {
    const limit = Number(threshold);
    const isExpected = student.expected > 0;
    return [
        { label: "Attendance", value: percent(student.percentage, limit), note: isExpected ? `${student.attended} of ${student.expected}, excused counts as absent` : "no teaching was expected", tone: isExpected ? (student.atOrBelow ? "bad" : "good") : undefined },
        { label: "Without excused", value: percent(student.percentageWithoutExcused, limit), note: `${plural(student.excused, "excused event")} left out` },
        { label: "Module average", value: moduleAverage === null && isExpected ? "hidden" : percent(moduleAverage), note: moduleAverage !== null ? "of all students" : isExpected ? "not shown for so few" : "no figure" },
        { label: "Absent", value: number(student.absent), note: `and ${number(student.excused)} excused` },
        { label: "Trend", value: trend(student.trend), note: "points, last 28 days against the 28 before" },
    ];
}

/** @param {string} status */
export function status(status) {
    return html`<span class="status" data-status="${TONES[status] ?? "unmarked"}">${icon(ICONS[status] ?? "minus")}${STATUS_WORDS[status] ?? status}</span>`;
}

/** @type {import("../elements/table.js").Column[]} */
const COMMON = [
    { key: "at", label: "When", sort: true, primary: true, cell: (row) => html`<span class="nowrap">${moment(row.at)}</span>` },
    { key: "description", label: "Event", sort: true, cell: (row) => row.description || html`<span class="muted">no description</span>` },
    { key: "kind", label: "Kind", sort: true, cell: (row) => KIND_WORDS[row.kind] ?? row.kind },
    { key: "status", label: "Status", sort: true, cell: (row) => status(row.status) },
    { key: "reason", label: "Reason", cell: (row) => row.reason || html`<span class="muted">–</span>` },
];

/** @returns {import("../elements/table.js").Column[]} */
export function rowColumns() {
    return [...COMMON, { key: "source", label: "From", sort: true, value: (row) => sourceName(row.source), cell: (row) => source(row) }];
}

/** @param {any} one */
function sourceName(one) {
    return one === "register" || !one ? "register" : (one.name ?? one.id ?? String(one));
}

/** "lusi_501.csv, record 12", the way back to the cell. @param {any} row */
function source({ source: one, record }) {
    if (one === "register" || !one) return badge("Register", "accent", "sessions");
    const name = html`${sourceName(one)}`;
    return html`<span class="source">${one.id && me.may("manageInsights") ? html`<a href="${address(`/insights${path("imports", one.id)}/file`)}" download>${name}</a>` : name}${record > 0 && html`, record ${number(record)}`}</span>`;
}

/** @param {any} answer */
export function placementOf({ placement }) {
    if (!placement) return "";
    const weeks = Array.isArray(placement.weeks) ? placement.weeks.length : placement.weeks;
    return html`<section class="card stack tight" aria-labelledby="placement-title">
        <h2 id="placement-title">Placement</h2>
        <dl class="facts">
            <dt>Days attended</dt><dd>${number(placement.daysAttended)}${placement.daysExpected !== null && placement.daysExpected !== undefined && html` of ${number(placement.daysExpected)} expected`}</dd>
            <dt>Check-ins</dt><dd>${number(placement.attendedCheckIns)} of ${number(placement.checkIns)}</dd>
            <dt>Weeks</dt><dd>${number(weeks)}</dd>
            <dt>Days</dt><dd>${dayList(placement.dates, 10)}</dd>
        </dl>
        ${placement.absences?.length > 0 && html`<h3>Missed check-ins</h3><ul class="lines">${placement.absences.map((one) => html`<li>${moment(one.at)} ${one.description} ${status(one.status)} ${one.reason && html`<span class="muted">${one.reason}</span>`} ${one.source && source(one)}</li>`)}</ul>`}
    </section>`;
}

/** @param {any} answer */
export function selfCertOf({ selfCert }) {
    if (!selfCert) return "";
    return html`<section class="card stack tight" aria-labelledby="selfcert-title">
        <h2 id="selfcert-title">Self-certification</h2>
        <p>${plural(selfCert.count, "time")} on ${plural(selfCert.dates.length, "day")}.</p>
        <ul class="lines">${(selfCert.reasons ?? []).map((one) => html`<li>${moment(one.at)} ${one.description} ${one.reason && html`<span class="muted">“${one.reason}”</span>`}</li>`)}</ul>
        ${selfCert.reasons?.length ? "" : html`<p class="muted">${selfCert.dates.map(plainDay).join(", ")}</p>`}
    </section>`;
}
