/** Marks of sessions that sync no longer keeps on devices: fetched when such a register is opened. */
import { api } from "../api.js";
import { addDays, today } from "../lib/dates.js";
import { store } from "../store/store.js";

/** Sync brings marks of this many days. */
const KEPT_DAYS = 28;

/**
 * @param {any} session
 * @param {any} school
 */
export function isOlderThanSync(session, school) {
    return session.date < addDays(today(school?.timezone), -KEPT_DAYS);
}

/**
 * @param {string} id of a session
 * @returns {Promise<string | null>} why its marks could not be had, null when they are in the store
 */
export async function bringMarks(id) {
    try {
        const { students, disputes } = await api.get(`/attendance/sessions/${encodeURIComponent(id)}/register`);
        const ids = students.map((/** @type {any} */ line) => line.id);
        const known = await store.many("person", ids);
        const marks = students.map((/** @type {any} */ line) => line.mark).filter(Boolean);
        await store.keep([
            ...students.filter((/** @type {any} */ _, /** @type {number} */ index) => !known[index]).map(personOf),
            ...marks.map((/** @type {any} */ mark) => ({ entity: "mark", key: `${mark.session}:${mark.student}`, record: mark })),
            ...disputes.map((/** @type {any} */ dispute) => ({ entity: "dispute", key: dispute.id, record: dispute })),
        ]);
        return null;
    } catch (error) {
        return error?.detail ?? "The server cannot be reached.";
    }
}

/** @param {any} line of the register */
function personOf({ id, number, givenName, familyName, stage }) {
    return { entity: "person", key: id, record: { id, kind: "student", number, givenName, familyName, stage, archived: true } };
}
