/**
 * The six reports: what each asks for and how its rows are shown. The formula stands here too, so that it can be read
 * before the report is run; the server repeats it in the answer and in every download.
 */
import { html, path } from "../lib/html.js";
import { shortDay } from "../lib/dates.js";
import { badge, statusBadge } from "../elements/markup.js";
import { fullName } from "../roster/names.js";
import { SESSION_STATES } from "../register/session-words.js";
import { bar, count } from "./cells.js";

/**
 * @typedef {import("../elements/table.js").Column} Column
 * @typedef {object} Report
 * @property {string} id last part of the address and of the API path
 * @property {string} title
 * @property {string} asks the question it answers
 * @property {string} formula
 * @property {("period" | "day" | "group" | "module")[]} parameters
 * @property {Column[]} columns
 * @property {{ key: string, descending?: boolean }} sorted
 * @property {(row: any) => string} [href]
 * @property {string} nothing said when there are no rows
 */

const end = /** @type {const} */ ("end");
const student = { key: "student", label: "Student", sort: true, primary: true, value: (row) => `${row.familyName} ${row.givenName}`, cell: fullName };
const number = { key: "number", label: "Number", sort: true, cell: (row) => html`<span class="mono">${row.number}</span>` };
const date = { key: "date", label: "Date", sort: true, value: (row) => `${row.date} ${row.start ?? ""}`, cell: (row) => html`<span class="nowrap">${shortDay(row.date)}${row.start && `, ${row.start}`}</span>` };
const session = { key: "title", label: "Session", sort: true };
const module = { key: "module", label: "Module", sort: true };
const group = { key: "group", label: "Group", sort: true };
const fullGroup = { ...group, value: (row) => `${row.module} ${row.group}`, cell: ({ module: code, group: name }) => (name.startsWith(code) ? name : `${code} ${name}`) };
const remark = { key: "remark", label: "Remark", cell: (row) => row.remark ?? "–" };
const rate = { key: "rate", label: "Rate", sort: true, align: end, cell: (row) => bar(row.rate) };
const counts = [count("present", "Present"), count("late", "Late"), count("absent", "Absent"), count("excused", "Excused"), count("unmarked", "Unmarked")];
const record = (row) => path("students", row.student);
const register = (row) => path("sessions", row.session);

const RATE = "Rate = 100 × (present + late) ÷ (present + late + absent). Excused leaves the sum unless the school counts it; unmarked is never counted.";

/** @type {Report[]} */
export const REPORTS = [
    {
        id: "student-rates",
        title: "Student rates",
        asks: "How much of their teaching did each student attend?",
        formula: RATE,
        parameters: ["period", "module", "group"],
        columns: [student, number, ...counts, count("expected", "Expected"), rate],
        sorted: { key: "rate" },
        href: record,
        nothing: "Nobody was on a roll in this period.",
    },
    {
        id: "group-day",
        title: "Group, one day",
        asks: "Who was there in each session of a day?",
        formula: RATE,
        parameters: ["day", "module", "group"],
        columns: [{ ...session, primary: true }, fullGroup, { key: "start", label: "Start", sort: true, cell: (row) => row.start ?? "All day" }, { key: "state", label: "State", sort: true, cell: state }, count("onRoll", "On the roll"), ...counts, rate],
        sorted: { key: "start" },
        href: register,
        nothing: "No session took place that day.",
    },
    {
        id: "group-period",
        title: "Group, a period",
        asks: "How does each group attend over a period?",
        formula: RATE,
        parameters: ["period", "module", "group"],
        columns: [{ ...fullGroup, primary: true }, count("sessions", "Sessions"), count("taken", "Taken"), ...counts, rate],
        sorted: { key: "rate" },
        href: (row) => path("groups", row.groupId),
        nothing: "No group had sessions in this period.",
    },
    {
        id: "late-arrivals",
        title: "Late arrivals",
        asks: "Who came late, when and by how much?",
        formula: "Every mark of late in the period; the mean is over marks with minutes.",
        parameters: ["period", "module", "group"],
        columns: [student, number, date, session, module, count("minutesLate", "Minutes late"), remark],
        sorted: { key: "date", descending: true },
        href: record,
        nothing: "Nobody came late in this period.",
    },
    {
        id: "absentees",
        title: "Absentees",
        asks: "Who was absent, and was it excused?",
        formula: "Everybody marked absent or excused in the period, or covered by an approved absence notice.",
        parameters: ["period", "module", "group"],
        columns: [student, number, date, session, module, { key: "status", label: "Status", sort: true, cell: (row) => statusBadge(row.status, { notice: row.by === "notice" }) }, remark],
        sorted: { key: "date", descending: true },
        href: record,
        nothing: "Nobody was absent in this period.",
    },
    {
        id: "not-taken",
        title: "Registers not taken",
        asks: "Which sessions are over without a register?",
        formula: "Sessions of the period that are over, are neither closed nor cancelled, and have no mark.",
        parameters: ["period", "module", "group"],
        columns: [{ ...session, primary: true }, module, group, date, { key: "teacher", label: "Teacher", sort: true, cell: (row) => row.teacher ?? "–" }, count("onRoll", "On the roll")],
        sorted: { key: "date", descending: true },
        href: register,
        nothing: "Every register of this period was taken.",
    },
];

/** @param {any} row */
function state(row) {
    const look = SESSION_STATES[row.state];
    return look && badge(look.label, look.tone, look.icon);
}
