/** Modules and sessions as cards. */
import { html, path } from "../lib/html.js";
import { badge, empty, pageHead } from "../elements/markup.js";
import { field } from "../elements/field.js";
import { icon } from "../elements/icons.js";
import { menu } from "../elements/menu.js";
import { me } from "../me.js";
import { length, plural, STATES, when } from "./words.js";

/** @typedef {{ module: string, q: string, state: string }} Filter */

/** @param {Filter} filter */
export function frame(filter) {
    const actions = me.may("recordSessions") && me.marks && html`<button type="button" class="button" data-do="bring-in">${icon("imports")}Bring in</button><button type="button" class="button primary" data-do="new">${icon("plus")}New session</button>`;
    const text = me.isStudent ? "What your teachers shared: listen, read and search." : "Record a session, read it as text, and find every word of it again.";
    return html`<section class="page scribe">
        ${pageHead({ title: "Scribe", text, actions })} ${searchBox("")}
        ${me.isStudent && html`<a class="card catch-up-link" href="/scribe/catch-up">${icon("history")}<span class="grow"><strong>Missed a session?</strong><span class="muted small">What was said in it, as a pack to catch up with.</span></span>${icon("right")}</a>`}
        <div class="stack waiting-takes"></div>
        <div class="scribe-modules"></div>
        <form class="filters scribe-filters" aria-label="Which sessions">
            ${field({ label: "Title", name: "q", type: "search", value: filter.q, placeholder: "Part of a title" })}
            ${field({ label: "State", name: "state", type: "select", value: filter.state, options: stateOptions() })}
        </form>
        <div class="stack scribe-sessions" aria-live="off"></div>
    </section>`;
}

function stateOptions() {
    const shown = ["ready", "transcribing", "queued", "failed", "empty"].map((value) => ({ value, label: STATES[value].label }));
    return [{ value: "", label: "All" }, ...(me.isStudent ? [] : [...shown, { value: "archived", label: "Archived" }])];
}

/** @param {string} q */
export function searchBox(q) {
    return html`<form class="scribe-search" role="search" action="/scribe/search" aria-label="Everything that was said">
        <span class="search-icon">${icon("search")}</span>
        <input type="search" name="q" value="${q}" aria-label="Search everything that was said" placeholder="Search every transcript, handout and note" autocomplete="off" maxlength="200" />
        <button type="submit" class="button primary">Search</button>
    </form>`;
}

/** @param {any[]} modules @param {string} chosen */
export function moduleCards(modules, chosen) {
    if (modules.length === 0) return html``;
    const seconds = modules.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
    const all = modules.length > 1 && card({ id: "", code: "All", title: "Every module", recorded: modules.reduce((sum, one) => sum + one.recorded, 0), sessions: modules.reduce((sum, one) => sum + one.sessions, 0), seconds }, chosen);
    return html`<h2 class="visually-hidden">Modules</h2><ul class="module-strip">${all} ${modules.map((one) => card(one, chosen))}</ul>`;
}

/** @param {any} one @param {string} chosen */
function card(one, chosen) {
    const facts = [`${one.recorded} of ${plural(one.sessions, "session")}`, one.seconds > 0 && length(one.seconds)].filter(Boolean).join(" · ");
    return html`<li><button type="button" class="module-chip" data-module="${one.id}" aria-pressed="${one.id === chosen ? "true" : "false"}">
        <span class="module-code">${one.code}</span><span class="module-name">${one.title}</span><span class="muted small">${facts}</span>
    </button></li>`;
}

/** @param {any[]} sessions @param {string | null} next */
export function sessionList(sessions, next) {
    return html`<h2 class="visually-hidden">Sessions</h2><ul class="session-grid">${sessions.map((one) => html`<li>${sessionCard(one)}</li>`)}</ul>
        ${next && html`<p class="row center"><button type="button" class="button" data-do="more">Show more sessions</button></p>`}`;
}

/** @param {any} one */
export function sessionCard(one) {
    const href = path("scribe", "sessions", one.id);
    const state = STATES[one.state] ?? STATES.empty;
    const facts = [one.duration && length(one.duration), one.recordings > 1 && plural(one.recordings, "recording"), one.attachments > 0 && plural(one.attachments, "attachment")].filter(Boolean).join(" · ");
    return html`<article class="card session-card" data-session="${one.id}">
        <div class="session-card-head"><span class="module-code">${one.module?.code}</span><span class="muted small">${when(one)}</span>${one.mayEdit && actions(one)}</div>
        <h3><a class="card-link" href="${href}">${one.title}</a></h3>
        <p class="row">${badge(state.label, state.tone, state.icon)} ${one.shared && !me.isStudent ? badge("Shared", "info", "share") : ""} ${one.absent ? badge("You were absent", "warn") : ""} ${one.archived ? badge("Archived") : ""}</p>
        <p class="muted small session-facts">${[facts, one.group?.name].filter(Boolean).join(" · ")}</p>
        ${one.mayRecord && one.state === "empty" && html`<p class="row session-card-foot"><a class="button small" href="${path("scribe", "record", one.id)}">${icon("mic")}Record</a><a class="button small quiet" href="${href}?do=upload">Upload</a></p>`}
    </article>`;
}

/** @param {any} one */
function actions(one) {
    const items = [
        { action: "rename", label: "Rename", icon: "note" },
        { action: one.archived ? "unarchive" : "archive", label: one.archived ? "Take out of the archive" : "Archive", icon: "archive" },
        ...(one.recordings > 0 || one.attachments > 0 ? [{ action: "delete", label: "Delete contents…", icon: "trash", danger: true }] : []),
    ];
    return menu({ label: `More about ${one.title}`, items });
}

/** @param {Filter} filter @param {number} modules how many there are */
export function nothing(filter, modules) {
    if (filter.q || filter.state || (filter.module && modules > 0)) {
        const again = html`<button type="button" class="button" data-do="all">Show all sessions</button>`;
        return empty({ title: "No session fits", text: "Another module, state or title may.", icon: "search", actions: again, always: true });
    }
    if (me.isStudent) return empty({ title: "Nothing is shared with you yet", text: "A recording appears here as soon as a teacher of your group shares it. Handouts come the same way.", icon: "wave", always: true });
    if (!me.may("recordSessions")) return empty({ title: "Nothing is recorded yet", text: "Recordings of the sessions that you may see appear here.", icon: "wave", always: true });
    return html`<div class="card teach">
        <h2>From a lecture to words you can trust</h2>
        <ol class="teach-steps">
            <li><span class="empty-icon">${icon("plus")}</span><strong>Make a session</strong><span class="muted">or take one of the timetable. It is the same as in the register.</span></li>
            <li><span class="empty-icon">${icon("mic")}</span><strong>Record it, or upload a file</strong><span class="muted">With a phone and without a network too. Nothing is lost when a tab closes.</span></li>
            <li><span class="empty-icon">${icon("wave")}</span><strong>Read, correct and share</strong><span class="muted">The transcript is made on this machine. Click a sentence and it plays.</span></li>
        </ol>
        <p class="row">${me.marks && html`<button type="button" class="button primary" data-do="new">${icon("plus")}New session</button>`}<a class="button" href="/sessions">To the timetable</a></p>
    </div>`;
}
