/** Operations in words, for the lists of what waits and what was refused. */
import { shortDay } from "../lib/dates.js";
import { parseMarkKey } from "../sync/operation.js";
import { store } from "../store/store.js";
import { fullName } from "./roll.js";

const FIELDS = { status: "status", minutesLate: "minutes late", remark: "remark", state: "state", title: "title", reason: "reason" };

/** @param {import("../sync/operation.js").Operation} operation */
export function operationText({ entity, fields }) {
    if (entity === "session" && fields.group) return `new session “${fields.title ?? ""}” on ${shortDay(String(fields.date))}`;
    if (entity === "exception" && fields.student) return `absence notice ${fields.firstDay} to ${fields.lastDay}`;
    return Object.entries(fields)
        .map(([name, value]) => `${FIELDS[name] ?? name} ${value ?? (name === "status" ? "unmarked" : "removed")}`)
        .join(", ");
}

/**
 * What each record is called: "Abara, Chidi · Anatomy, Tue 3 Nov".
 * @param {import("../store/store.js").Entry[]} entries
 * @returns {Promise<Map<string, string>>} by target
 */
export async function nameTargets(entries) {
    const names = new Map();
    for (const { target, operation } of entries) {
        if (!names.has(target)) names.set(target, await nameOf(operation));
    }
    return names;
}

/** @param {import("../sync/operation.js").Operation} operation */
async function nameOf({ entity, key, fields }) {
    if (entity === "mark") {
        const { session: sessionId, student } = parseMarkKey(key);
        const [session, person] = await Promise.all([store.get("session", sessionId), store.get("person", student)]);
        return `${fullName(person)} · ${session ? sessionName(session) : "a session that is not on this device"}`;
    }
    if (entity === "session") {
        const session = await store.get("session", key);
        return session ? sessionName(session) : String(fields.title ?? "Session");
    }
    const notice = await store.get("exception", key);
    return fullName(await store.get("person", String(notice?.student ?? fields.student)));
}

/** @param {any} session */
export function sessionName(session) {
    return [session.title, shortDay(session.date), session.start].filter(Boolean).join(", ");
}
