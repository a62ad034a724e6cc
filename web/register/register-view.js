/** The head, the counts and the action bar of a register. */
import { html, redraw } from "../lib/html.js";
import { longDay, timeRange } from "../lib/dates.js";
import { badge, empty, notice, STATUSES } from "../elements/markup.js";
import { menu } from "../elements/menu.js";
import { icon } from "../elements/icons.js";
import { SHOWN } from "./roll.js";

/** @typedef {import("./roll.js").Roll} Roll */

/**
 * The school's words for the five statuses.
 * @param {any} school
 * @returns {Record<string, string>}
 */
export function statusNames(school) {
    return Object.fromEntries(SHOWN.map((status) => [status, school?.statusNames?.[status] || STATUSES[status].word]));
}

/** @param {string} text */
export function missing(text) {
    return empty({ title: "This register is not on this device", text, icon: "offline", actions: html`<a class="button" href="/sessions">All sessions</a>` });
}

const STATES = {
    scheduled: { text: "Scheduled", tone: "neutral", icon: "clock" },
    open: { text: "Open", tone: "accent", icon: "unlock" },
    closed: { text: "Closed", tone: "good", icon: "lock" },
    cancelled: { text: "Cancelled", tone: "bad", icon: "cross" },
};

/** @param {string} state */
export function stateBadge(state) {
    const { text, tone, icon: name } = STATES[state] ?? STATES.scheduled;
    return badge(text, /** @type {any} */ (tone), name);
}

/** @param {Roll} roll @param {{ names: Record<string, string>, readOnly: boolean }} look @param {string} search */
export function drawHead({ session, group, module, rows, school, mayMark }, look, search) {
    const name = module && [module.code, module.title === session.title ? "" : module.title].filter(Boolean).join(" ");
    const where = [name, group?.name, session.location].filter(Boolean).join(" · ");
    const items = [
        ...(mayMark && school?.selfCheckIn !== false && session.state !== "closed" ? [{ action: "check-in", label: "Self check-in code", icon: "code" }] : []),
        { action: "receipt", label: "Receipts", icon: "receipt" },
        { action: "print", label: "Print this register", icon: "print" },
        { action: "keyboard", label: "Keyboard", icon: "keyboard" },
        ...(mayMark && session.state !== "cancelled" ? [{ action: "cancel", label: "Cancel the session", icon: "cross", danger: true }] : []),
    ];
    return html`<header class="register-head">
            <a class="back no-print" href="/" aria-label="Back to Today">${icon("left")}Today</a>
            <div class="register-title">
                <h1>${session.title || module?.title || "Register"}</h1>
                <span class="register-state"></span>
            </div>
            <p class="muted">${longDay(session.date)}, ${timeRange(session)}</p>
            <p class="muted">${where}${session.teacherName && ` · ${session.teacherName}`}</p>
            <div class="register-menu no-print">${menu({ label: "More about this register", items })}</div>
        </header>
        <div class="register-warning notice" data-tone="bad" role="alert" hidden>${icon("conflict")}<p></p></div>
        <div class="register-past notice" data-tone="warn" role="status" hidden>${icon("info")}<p></p></div>
        ${session.state === "closed" && !look.readOnly && notice("This register is closed. A change now is kept as a proposal until somebody accepts it.", "info")}
        ${session.state === "cancelled" && notice("This session is cancelled and takes no marks.", "warn")}
        <div class="register-tools">
            <div class="counts" role="group" aria-label="Students by status; choose one to see only these">
                ${SHOWN.map((status) => count(status, look.names[status]))}
            </div>
            <label class="search no-print"
                >${icon("search")}<span class="visually-hidden">Search ${rows.length} students</span
                ><input type="search" name="search" placeholder="Search name or number" value="${search}" autocomplete="off" enterkeyhint="search"
            /></label>
        </div>
        <p class="visually-hidden" role="status" id="register-spoken"></p>
        ${rows.length === 0 && empty({ title: "Nobody is enrolled on this day", text: "Add students to the group, or check the first and last day of their enrolment.", icon: "people" })}`;
}

/** @param {string} status @param {string} word */
function count(status, word) {
    return html`<button type="button" class="count-chip" data-filter="${status}" data-status="${status}" aria-pressed="false">
        <strong data-number="${status}">0</strong><span class="count-word">${word}</span>
    </button>`;
}

/** @param {Roll} roll @param {{ readOnly: boolean }} look */
export function drawBar({ session, rows }, { readOnly }) {
    if (readOnly || rows.length === 0) return html``;
    const closed = session.state === "closed";
    return html`<div class="action-bar no-print" role="group" aria-label="This register">
        <button type="button" class="button primary" data-action="fill">${icon("check")}<span>Mark remaining present</span></button>
        <button type="button" class="button undo" data-action="undo" disabled>${icon("undo")}<span>Undo</span></button>
        ${closed
            ? html`<button type="button" class="button" data-action="reopen">${icon("unlock")}<span>Reopen</span></button>`
            : html`<button type="button" class="button" data-action="close">${icon("lock")}<span>Close</span></button>`}
    </div>`;
}

/**
 * A scheduled session with marks is open, whether or not somebody said so.
 * @param {HTMLElement} host
 * @param {Roll} roll
 */
export function updateState(host, { session, rows }) {
    const begun = session.state === "scheduled" && rows.some(({ mark }) => mark?.status);
    redraw(host.querySelector(".register-state"), stateBadge(begun ? "open" : session.state));
}

/**
 * @param {HTMLElement} host
 * @param {Record<string, number>} counts
 * @param {string | null} filter
 * @param {number} remaining how many "mark remaining" would cover
 * @param {number} undoable
 */
export function updateCounts(host, counts, filter, remaining, undoable) {
    for (const chip of /** @type {NodeListOf<HTMLElement>} */ (host.querySelectorAll("[data-filter]"))) {
        chip.querySelector("strong").textContent = String(counts[chip.dataset.filter]);
        chip.setAttribute("aria-pressed", String(chip.dataset.filter === filter));
        chip.toggleAttribute("data-zero", counts[chip.dataset.filter] === 0);
    }
    const fill = /** @type {HTMLButtonElement | null} */ (host.querySelector("[data-action=fill]"));
    if (fill) {
        fill.disabled = remaining === 0;
        fill.querySelector("span").textContent = remaining === 0 ? "Nobody remains" : `Mark remaining ${remaining} present`;
    }
    const undo = /** @type {HTMLButtonElement | null} */ (host.querySelector("[data-action=undo]"));
    if (undo) undo.disabled = undoable === 0;
}
