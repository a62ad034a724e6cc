/** Who is on the register of a session and what is shown of each: read from the store alone, so it works without a network. */
import { markKey } from "../sync/operation.js";
import { store } from "../store/store.js";
import { markable } from "./markable.js";

/** The four that a person sets; unmarked is the absence of all. */
export const MARKS = ["present", "late", "absent", "excused"];
export const SHOWN = [...MARKS, "unmarked"];
const collator = new Intl.Collator(undefined, { sensitivity: "base" });

/**
 * @typedef {object} RollRow
 * @property {string} id of the student
 * @property {any} person
 * @property {string} name "Family, Given"
 * @property {any} mark what the store shows, null when nothing was ever set
 * @property {any} notice approved absence notice of the day, or null
 * @property {boolean} enrolled on the day
 * @property {any[]} disputes still open
 *
 * @typedef {object} Roll
 * @property {any} session
 * @property {any} group
 * @property {any} module
 * @property {any} school
 * @property {RollRow[]} rows
 * @property {boolean} mayMark this user takes this register
 */

/** @param {any} person */
export function fullName(person) {
    if (!person) return "Unknown person";
    return [person.familyName, person.givenName].filter(Boolean).join(", ") || person.number || "Unnamed";
}

/** @param {any} notice @param {string} date */
export function covers(notice, date) {
    return notice.state === "approved" && notice.firstDay <= date && date <= notice.lastDay;
}

/**
 * What is shown of a student: a mark speaks for itself, an approved notice shows excused, and without either nothing is painted.
 * @param {Pick<RollRow, "mark" | "notice">} row
 */
export function shownStatus({ mark, notice }) {
    return mark?.status ?? (notice ? "excused" : "unmarked");
}

/** @param {RollRow[]} rows @returns {Record<string, number>} */
export function countStatuses(rows) {
    const counts = Object.fromEntries(SHOWN.map((status) => [status, 0]));
    for (const row of rows) counts[shownStatus(row)] += 1;
    return counts;
}

/** @param {string} sessionId @returns {Promise<Roll | null>} null when the session is not on this device */
export async function loadRoll(sessionId) {
    const session = await store.get("session", sessionId);
    if (!session) return null;
    const [group, school, enrolments, marks, disputes, settling, mayMark] = await Promise.all([
        store.get("group", session.group),
        store.get("school", "school"),
        store.children("enrolment", session.group),
        store.children("mark", sessionId),
        openDisputes(sessionId),
        store.settling(),
        markable(),
    ]);
    const module = await store.get("module", session.module ?? group?.module);
    const onRoll = enrolments.filter(({ firstDay, lastDay }) => firstDay <= session.date && (!lastDay || session.date <= lastDay));
    const enrolled = new Set(onRoll.map(({ student }) => student));
    const marked = marks.filter((mark) => mark.status || enrolled.has(mark.student)).map(({ student }) => student);
    const ids = [...new Set([...enrolled, ...marked])];
    const [people, notices] = await Promise.all([store.many("person", ids), noticesOf(ids, session.date)]);
    const byStudent = new Map(marks.map((mark) => [mark.student, mark]));
    const open = disputes.filter(({ id }) => !settling.has(id));
    const rows = ids.map((id, index) => ({
        id,
        person: people[index] ?? { id, number: "", givenName: "", familyName: "Unknown student" },
        name: fullName(people[index] ?? { familyName: "Unknown student" }),
        mark: byStudent.get(id) ?? null,
        notice: notices.get(id) ?? null,
        enrolled: enrolled.has(id),
        disputes: open.filter(({ key }) => key === markKey(sessionId, id)),
    }));
    rows.sort((left, right) => collator.compare(left.name, right.name) || collator.compare(left.person.number ?? "", right.person.number ?? ""));
    return { session, group, module, school, rows, mayMark: mayMark(session.group) };
}

/** @param {string} sessionId */
async function openDisputes(sessionId) {
    return (await store.children("dispute", sessionId)).filter(({ settledAt }) => !settledAt);
}

/** @param {string[]} ids @param {string} date @returns {Promise<Map<string, any>>} */
async function noticesOf(ids, date) {
    const wanted = new Set(ids);
    const all = await store.all("exception");
    return new Map(all.filter((notice) => wanted.has(notice.student) && covers(notice, date)).map((notice) => [notice.student, notice]));
}
