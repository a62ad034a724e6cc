/** A week of sessions as columns and as a list. */
import { html, path } from "../lib/html.js";
import { addDays, longDay, shortDay, timeRange } from "../lib/dates.js";
import { badge } from "../elements/markup.js";
import { menu } from "../elements/menu.js";
import { me } from "../me.js";
import { kindName, SESSION_STATES } from "./session-words.js";

/** @typedef {{ groups: Map<string, any>, modules: Map<string, any>, today: string, mayMark: (group: string) => boolean }} Known */

/**
 * @param {string} week
 * @param {any[]} sessions in order
 * @param {Known} known
 */
export function weekView(week, sessions, known) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((index) => addDays(week, index));
    // Saturday and Sunday only where there is something on them
    const shown = days.filter((day, index) => index < 5 || sessions.some((one) => one.date === day));
    return html`<div class="week" data-days="${shown.length}">
        ${shown.map((day) => {
            const own = sessions.filter((one) => one.date === day);
            const now = day === known.today;
            return html`<section class="${now ? "day now" : "day"}" aria-label="${longDay(day)}">
                <h3>${shortDay(day)}${now && html` <span class="muted small">today</span>`}</h3>
                ${own.length === 0 && html`<p class="muted small">Nothing</p>`}
                <ul>${own.map((one) => html`<li>${card(one, known)}</li>`)}</ul>
            </section>`;
        })}
    </div>`;
}

/**
 * @param {any[]} sessions in order
 * @param {Known} known
 */
export function listView(sessions, known) {
    const days = [...new Set(sessions.map((one) => one.date))];
    return html`<div class="stack">
        ${days.map(
            (day) => html`<section class="stack tight">
                <h3>${longDay(day)}${day === known.today && html` <span class="muted small">today</span>`}</h3>
                <ul class="list sessions-list">${sessions.filter((one) => one.date === day).map((one) => html`<li>${line(one, known)}</li>`)}</ul>
            </section>`,
        )}
    </div>`;
}

/**
 * @param {any} session
 * @param {Known} known
 */
function card(session, known) {
    return html`<article class="session" data-session="${session.id}" data-state="${session.state}">
        <p class="session-time">${timeRange(session)} ${state(session, known)}</p>
        <p class="session-title">${title(session)}</p>
        <p class="muted small">${whose(session, known)}${session.location && html`<br />${session.location}`}</p>
        ${actions(session, known)}
    </article>`;
}

/**
 * @param {any} session
 * @param {Known} known
 */
function line(session, known) {
    return html`<article class="session-line" data-session="${session.id}" data-state="${session.state}">
        <p class="session-time">${timeRange(session)}</p>
        <div class="grow">
            <p class="session-title">${title(session)}</p>
            <p class="muted small">${[whose(session, known), kindName(session.kind), session.location, session.teacherName].filter(Boolean).join(" · ")}</p>
            ${state(session, known)}
        </div>
        ${actions(session, known)}
    </article>`;
}

/** @param {any} session */
function title(session) {
    return me.isStudent ? session.title : html`<a href="${path("sessions", session.id)}">${session.title}</a>`;
}

/**
 * Whether a register is missing; a scheduled session to come needs no badge.
 * @param {any} session
 * @param {Known} known
 */
function state(session, known) {
    if (session.state === "scheduled" && (session.date >= known.today || me.isStudent)) return "";
    if (session.date < known.today && !me.isStudent && ["scheduled", "open"].includes(session.state)) return badge("Not closed", "warn", "clock");
    const look = SESSION_STATES[session.state];
    return look && badge(look.label, look.tone, look.icon);
}

/**
 * @param {any} session
 * @param {Known} known
 */
function whose(session, { groups, modules }) {
    const group = groups.get(session.group)?.name;
    const code = modules.get(session.module)?.code;
    return group?.startsWith(code) ? group : [code, group].filter(Boolean).join(" ");
}

/** @param {any} session @param {Known} known */
function actions(session, known) {
    if (!known.mayMark(session.group)) return "";
    const items = [
        { action: "edit", label: "Change details", icon: "note" },
        session.state === "cancelled" ? { action: "restore", label: "Takes place again", icon: "undo" } : { action: "cancel", label: "Cancel session", icon: "cross", danger: true },
    ];
    return html`<span class="no-print">${menu({ label: `Actions for ${session.title}, ${shortDay(session.date)} ${timeRange(session)}`, items })}</span>`;
}
