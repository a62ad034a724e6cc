/**
 * The six reports: what each asks for and how its rows are shown. The formula stands here too, so that it can be read
 * before the report is run; the server repeats it in the answer and in every download.
 */
import { html, path } from "../lib/html.js";
import { shortDay, timeRange } from "../lib/dates.js";
import { statusBadge } from "../elements/markup.js";
import { bar, count } from "./cells.js";

/**
 * @typedef {import("../elements/table.js").Column} Column
 * @typedef {object} Report
 * @property {string} id last part of the address and of the API path
 * @property {string} title
 * @property {string} asks the question it answers
 * @property {string} formula
 * @property {("period" | "day" | "group" | "module")[]} parameters
 * @property {boolean} [needsGroup]
 * @property {Column[]} columns
 * @property {{ key: string, descending?: boolean }} sorted
 * @property {(row: any) => string} [href]
 * @property {string} nothing said when there are no rows
 */

const student = { key: "name", label: "Student", sort: true, primary: true };
const number = { key: "number", label: "Number", sort: true, cell: (row) => html`<span class="mono">${row.number}</span>` };
const date = { key: "date", label: "Date", sort: true, cell: (row) => shortDay(row.date) };
const time = { key: "start", label: "Time", sort: true, cell: (row) => timeRange(row) };
const rate = { key: "rate", label: "Rate", sort: true, align: /** @type {const} */ ("end"), cell: (row) => bar(row.rate) };
const record = (row) => path("students", row.student);
const register = (row) => path("sessions", row.session);

const counts = [count("present", "Present"), count("late", "Late"), count("absent", "Absent"), count("excused", "Excused"), count("unmarked", "Unmarked")];

/** @type {Report[]} */
export const REPORTS = [
    {
        id: "student-rates",
        title: "Student rates",
        asks: "How much of their teaching did each student attend?",
        formula: "Rate = (present + late) ÷ (present + late + absent). Excused sessions leave the sum unless the school counts them; unmarked ones are shown and never counted.",
        parameters: ["period", "module", "group"],
        columns: [student, number, count("sessions", "Sessions"), ...counts, rate],
        sorted: { key: "rate" },
        href: record,
        nothing: "Nobody was on a roll in this period.",
    },
    {
        id: "group-day",
        title: "Group, one day",
        asks: "Who was there in each session of a day?",
        formula: "On the roll = present + late + absent + excused + unmarked. Rate = (present + late) ÷ (present + late + absent).",
        parameters: ["day", "group"],
        columns: [{ key: "title", label: "Session", sort: true, primary: true }, { key: "groupName", label: "Group", sort: true }, time, count("onRoll", "On the roll"), ...counts, rate],
        sorted: { key: "start" },
        href: register,
        nothing: "No session took place that day.",
    },
    {
        id: "group-period",
        title: "Group, a period",
        asks: "How does each group attend over a period?",
        formula: "Rate = (present + late) ÷ (present + late + absent), over all students and sessions of the group in the period.",
        parameters: ["period", "module", "group"],
        columns: [{ key: "name", label: "Group", sort: true, primary: true }, count("sessions", "Sessions"), ...counts, rate],
        sorted: { key: "rate" },
        href: (row) => path("groups", row.group),
        nothing: "No group had sessions in this period.",
    },
    {
        id: "late-arrivals",
        title: "Late arrivals",
        asks: "Who came late, when and by how much?",
        formula: "One line for each mark late; minutes as the teacher noted them. Late counts as attended in every rate.",
        parameters: ["period", "module", "group"],
        columns: [student, number, date, { key: "title", label: "Session", sort: true }, count("minutesLate", "Minutes late")],
        sorted: { key: "date", descending: true },
        href: record,
        nothing: "Nobody came late in this period.",
    },
    {
        id: "absentees",
        title: "Absentees",
        asks: "Who was absent, and was it excused?",
        formula: "One line for each mark absent and for each session covered by an approved absence notice. Unmarked is not absent and is not listed.",
        parameters: ["period", "module", "group"],
        columns: [student, number, date, { key: "title", label: "Session", sort: true }, { key: "status", label: "Status", sort: true, cell: (row) => statusBadge(row.status ?? "absent", { notice: row.status === "excused" && Boolean(row.notice) }) }],
        sorted: { key: "date", descending: true },
        href: record,
        nothing: "Nobody was absent in this period.",
    },
    {
        id: "not-taken",
        title: "Registers not taken",
        asks: "Which sessions are over without a register?",
        formula: "Sessions that have ended, are neither closed nor cancelled, and have students on the roll without any mark or approved notice.",
        parameters: ["period", "module", "group"],
        columns: [
            { key: "title", label: "Session", sort: true, primary: true },
            { key: "groupName", label: "Group", sort: true },
            date,
            time,
            { key: "teacherName", label: "Teacher", sort: true },
            count("onRoll", "On the roll"),
            count("unmarked", "Unmarked"),
        ],
        sorted: { key: "date", descending: true },
        href: register,
        nothing: "Every register of this period was taken.",
    },
];

