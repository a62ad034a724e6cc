/** A student's sessions with what the register says: from the server, or of the last four weeks from this device. */
import { path } from "../lib/html.js";
import { addDays, today } from "../lib/dates.js";
import { api } from "../api.js";
import { store } from "../store/store.js";
import { byId } from "../roster/names.js";
import { inTime } from "./session-words.js";

const DAYS_ON_DEVICE = 28;

/**
 * @typedef {object} Line
 * @property {string} session
 * @property {string} title
 * @property {string} date
 * @property {string | null} start
 * @property {string} module code
 * @property {string | null} status as shown: present, late, absent, excused, unmarked
 * @property {boolean} notice excused by an approved notice, not by a mark
 * @property {number | null} minutesLate
 * @property {string | null} remark
 *
 * @typedef {{ person?: any, lines: Line[], rate: number | null, counts: Record<string, number>, formula: string | null, complete: boolean }} StudentRecord `rate` in percent
 */

/**
 * @param {string} student
 * @param {AbortSignal} signal
 * @returns {Promise<StudentRecord>}
 */
export async function studentRecord(student, signal) {
    try {
        return await fromServer(student, signal);
    } catch (error) {
        if (error.code !== "unreachable") throw error;
        return fromDevice(student);
    }
}

/**
 * @param {string} student
 * @param {AbortSignal} signal
 * @returns {Promise<StudentRecord>}
 */
async function fromServer(student, signal) {
    const { person, sessions, totals, formula } = await api.get(path("people", student, "record"), { signal });
    const lines = sessions.map(({ byNotice, ...rest }) => Object.assign(rest, { notice: byNotice }));
    return { person, lines, rate: totals.rate, counts: totals, formula, complete: true };
}

/**
 * @param {string} student
 * @returns {Promise<StudentRecord>}
 */
async function fromDevice(student) {
    const school = await store.get("school", "school");
    const now = today(school?.timezone);
    const first = addDays(now, -DAYS_ON_DEVICE);
    const [sessions, enrolments, marks, notices, modules] = await Promise.all([store.between("session", first, now), store.all("enrolment"), store.all("mark"), store.children("exception", student), store.all("module")]);
    const own = enrolments.filter((one) => one.student === student);
    const codes = byId(modules);
    const marked = new Map(marks.filter((one) => one.student === student).map((one) => [one.session, one]));
    const onRoll = (session) => own.some((one) => one.group === session.group && one.firstDay <= session.date && (!one.lastDay || one.lastDay >= session.date));
    const lines = sessions
        .filter((session) => session.state !== "cancelled" && (onRoll(session) || marked.has(session.id)))
        .toSorted(inTime)
        .map((session) => line(session, marked.get(session.id), notices, codes.get(session.module)?.code ?? ""));
    const counts = count(lines);
    const attended = counts.present + counts.late;
    const held = attended + counts.absent + (school?.excusedCounts ? counts.excused : 0);
    return { lines, rate: held > 0 ? (100 * attended) / held : null, counts, formula: null, complete: false };
}

/**
 * @param {any} session
 * @param {any} mark
 * @param {any[]} notices
 * @param {string} module
 * @returns {Line}
 */
function line(session, mark, notices, module) {
    const { id, title, date, start } = session;
    const covered = notices.some((one) => one.state === "approved" && one.firstDay <= date && one.lastDay >= date);
    const status = mark?.status ?? (covered ? "excused" : "unmarked");
    return { session: id, title, date, start, module, status, notice: !mark?.status && covered, minutesLate: mark?.minutesLate ?? null, remark: mark?.remark ?? null };
}

/** @param {Line[]} lines */
function count(lines) {
    const counts = { present: 0, late: 0, absent: 0, excused: 0, unmarked: 0 };
    for (const { status } of lines) counts[status] += 1;
    return counts;
}
