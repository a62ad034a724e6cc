/** What today asks for: which sessions are now, next, open, and which registers were never taken. Reads the store alone. */
import { addDays, today } from "../lib/dates.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { minutesOf } from "./lateness.js";
import { markable } from "./markable.js";

/** How far back a register that was not taken is looked for. */
const LOOK_BACK = 14;
const HOUR = 60;

/**
 * @typedef {{ session: any, module: any, group: any, marks: number, state: "now" | "next" | "past" | "done" | "open" | "overdue" }} Item
 * @typedef {{ date: string, items: Item[], overdue: Item[], open: Item[], school: any }} Today
 */

/** @returns {Promise<Today>} */
export async function loadToday() {
    const school = await store.get("school", "school");
    const date = today(school?.timezone);
    const [sessions, groups, modules, teaching, mayMark] = await Promise.all([
        store.between("session", addDays(date, -LOOK_BACK), date),
        store.all("group"),
        store.all("module"),
        store.all("teaching"),
        markable(),
    ]);
    const mine = myGroups(teaching);
    const own = sessions.filter((session) => session.state !== "cancelled" && (!mine || mine.has(session.group) || session.teacher === me.current?.user.id));
    const counts = await store.marked(own.map(({ id }) => id));
    const groupById = new Map(groups.map((group) => [group.id, group]));
    const moduleById = new Map(modules.map((module) => [module.id, module]));
    const now = nowAt(school?.timezone);
    const items = own.map((session, index) => {
        const group = groupById.get(session.group);
        return { session, group, module: moduleById.get(session.module ?? group?.module), marks: counts[index], state: stateOf(session, counts[index], me.is("director") || mayMark(session.group), date, now) };
    });
    items.sort((left, right) => order(left.session) - order(right.session) || (left.session.title < right.session.title ? -1 : 1));
    const before = items.filter(({ session }) => session.date < date).toSorted((left, right) => (left.session.date < right.session.date ? 1 : -1));
    return {
        school,
        date,
        items: items.filter(({ session }) => session.date === date),
        overdue: [...items.filter((item) => item.session.date === date && item.state === "overdue"), ...before.filter(({ state }) => state === "overdue")],
        open: before.filter(({ state }) => state === "open"),
    };
}

/**
 * Groups of a teacher; null for somebody who sees the whole school.
 * @param {any[]} teaching
 * @returns {Set<string> | null}
 */
function myGroups(teaching) {
    if (!me.is("teacher")) return null;
    return new Set(teaching.filter(({ user }) => user === me.current.user.id).map(({ group }) => group));
}

/**
 * Minutes since midnight at the school.
 * @param {string | undefined} timezone
 */
function nowAt(timezone) {
    /** @type {Intl.DateTimeFormatOptions} */
    const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    try {
        return minutesOf(new Date().toLocaleTimeString("en-GB", { ...options, timeZone: timezone }));
    } catch {
        return minutesOf(new Date().toLocaleTimeString("en-GB", options));
    }
}

/** @param {any} session */
function order(session) {
    return session.start ? minutesOf(session.start) : -1;
}

/**
 * @param {any} session
 * @param {number} marks
 * @param {boolean} seesAll an adviser has the marks of advisees only, a student their own: that says nothing about the register
 * @param {string} date
 * @param {number} now
 * @returns {Item["state"]}
 */
function stateOf(session, marks, seesAll, date, now) {
    if (session.state === "closed") return "done";
    const ended = session.date < date || (session.start && now >= (session.end ? minutesOf(session.end) : minutesOf(session.start) + HOUR));
    if (ended && !seesAll) return "past";
    if (ended) return marks === 0 ? "overdue" : "open";
    if (!session.start) return marks > 0 && seesAll ? "open" : "now";
    return now >= minutesOf(session.start) - 10 ? "now" : "next";
}
