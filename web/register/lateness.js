/** How long a session has been going on, for a first guess of "minutes late". */
import { today } from "../lib/dates.js";

/** What a mark may hold. */
export const MOST_MINUTES = 600;

/**
 * @param {any} session
 * @param {any} school
 * @returns {number | null} null unless the session is going on now, in its own time zone
 */
export function minutesSinceStart(session, school) {
    const timeZone = session.timezone || school?.timezone;
    if (!session.start || session.date !== today(timezone(timeZone))) return null;
    const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: timezone(timeZone) }).format(new Date());
    const now = minutesOf(parts);
    const last = session.end ? minutesOf(session.end) : minutesOf(session.start) + 60;
    const since = now - minutesOf(session.start);
    return since > 0 && since <= MOST_MINUTES && now <= last ? since : null;
}

/** @param {string} text "HH:MM" */
export function minutesOf(text) {
    const [hours, minutes] = text.split(":").map(Number);
    return hours * 60 + minutes;
}

/**
 * A zone that this browser knows, or its own.
 * @param {string | undefined} name
 */
function timezone(name) {
    try {
        return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    } catch {
        return undefined;
    }
}
