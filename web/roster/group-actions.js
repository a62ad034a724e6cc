/**
 * What is changed on a group with one tap. Each says what it did and offers to undo it; `again` runs the undo and shows
 * its failure. They return true, so that the caller fetches the change.
 */
import { path } from "../lib/html.js";
import { today } from "../lib/dates.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { fullName } from "./names.js";

/** @typedef {(undo: () => unknown) => unknown} Again */

/**
 * Leaving keeps the marks of the days before; an enrolment that has not begun is taken away.
 * @param {any} group
 * @param {any} enrolment with its person
 * @param {Again} again
 */
export async function leave(group, enrolment, again) {
    const address = path("groups", group.id, "enrolments", enrolment.id);
    if (enrolment.firstDay >= today()) return unenrol(group, enrolment, again);
    await api.patch(address, { lastDay: today() });
    const undo = () => again(() => api.patch(address, { lastDay: enrolment.lastDay ?? null }));
    toast(`${fullName(enrolment.person)} leaves the group after today.`, { undo });
    return true;
}

/**
 * @param {any} group
 * @param {any} enrolment with its person
 * @param {Again} again
 */
async function unenrol(group, { id, student, person, firstDay, lastDay }, again) {
    await api.delete(path("groups", group.id, "enrolments", id));
    const former = { student, firstDay, ...(lastDay ? { lastDay } : {}) };
    const undo = () => again(() => api.post(path("groups", group.id, "enrolments"), former));
    toast(`${fullName(person)} is taken off the roll again.`, { undo });
    return true;
}

/**
 * @param {any} group
 * @param {any} teaching
 * @param {Again} again
 */
export async function dismiss(group, { user, userName }, again) {
    await api.delete(path("groups", group.id, "teachers", user));
    const undo = () => again(() => api.post(path("groups", group.id, "teachers"), { user }));
    toast(`${userName} no longer teaches this group.`, { undo });
    return true;
}

/**
 * @param {any} group
 * @param {boolean} archived
 * @param {Again} again
 */
export async function archive(group, archived, again) {
    await api.patch(path("groups", group.id), { archived });
    const undo = () => again(() => archive(group, !archived, again));
    toast(archived ? "The group is archived. Its sessions and marks are kept." : "The group is back.", { undo });
    return true;
}
