/** Brings a session that sync does not keep on devices (older than four weeks, or just made elsewhere) into the store. */
import { api, ApiError } from "../api.js";
import { store } from "../store/store.js";

/** @param {string} id @returns {Promise<string>} why it could not be had, when it could not */
export async function bringSession(id) {
    try {
        const answer = await api.get(`/attendance/sessions/${encodeURIComponent(id)}/register`);
        await store.keep(recordsOf(answer));
        return "";
    } catch (error) {
        if (error instanceof ApiError && error.status === 404) return "There is no such session among those you may see.";
        return error?.detail ?? "Connect once and it will be kept here.";
    }
}

/** @param {string} entity @param {any} value @param {string} [key] */
function record(entity, value, key = value.id) {
    return { entity, key, record: value };
}

/** @param {any} answer of GET …/register */
function recordsOf(answer) {
    const { session } = answer;
    const students = (answer.students ?? []).map((/** @type {any} */ item) => item.person ?? item);
    return [
        record("session", session),
        ...students.map((/** @type {any} */ person) => record("person", person)),
        ...(answer.enrolments ?? []).map((/** @type {any} */ enrolment) => record("enrolment", enrolment)),
        ...(answer.marks ?? []).map((/** @type {any} */ mark) => record("mark", mark, `${mark.session}:${mark.student}`)),
        ...(answer.notices ?? answer.exceptions ?? []).map((/** @type {any} */ notice) => record("exception", notice)),
    ];
}
