/** Where one can go, by role. The sidebar shows all of it, the phone's tab bar five entries and the rest under More. */
import { html } from "../lib/html.js";
import { me } from "../me.js";
import { icon } from "./icons.js";

/** @typedef {{ href: string, label: string, icon: string, count?: string, show?: () => boolean }} Entry */

const register = () => me.is("owner", "administrator", "director", "teacher", "adviser");

/** @type {{ title: string, entries: Entry[] }[]} */
const WORKSPACES = [
    {
        title: "Register",
        entries: [
            { href: "/", label: "Today", icon: "today", count: "overdue" },
            { href: "/students/me", label: "My record", icon: "history", show: () => me.isStudent },
            { href: "/sessions", label: "Sessions", icon: "sessions", show: () => register() || me.isStudent },
            { href: "/people", label: "People", icon: "people", show: register },
            { href: "/absences", label: "Absences", icon: "absences", count: "requests", show: () => me.reads },
            { href: "/reports", label: "Reports", icon: "reports", show: register },
            { href: "/conflicts", label: "Conflicts", icon: "conflict", count: "disputes", show: register },
        ],
    },
    {
        title: "Insights",
        entries: [
            { href: "/insights/summary", label: "Who needs help", icon: "insights", show: () => me.may("seeCohorts") },
            { href: "/insights", label: "Modules and files", icon: "file", show: () => me.may("seeCohorts") },
            { href: "/insights", label: "My attendance", icon: "insights", show: () => me.may("seeInsights") && !me.may("seeCohorts") },
        ],
    },
    {
        title: "Scribe",
        entries: [
            { href: "/scribe", label: "Recordings", icon: "mic", show: () => me.may("seeSessions") },
            { href: "/scribe/search", label: "Search", icon: "search", show: () => me.may("seeSessions") },
        ],
    },
    {
        title: "Compliance",
        entries: [
            { href: "/compliance", label: "Compliance", icon: "shield", show: () => ["reviewNotes", "seeTeamNotes", "manageRubrics", "studyCases"].some((one) => me.may(/** @type {any} */ (one))) },
        ],
    },
    {
        title: "Set up",
        entries: [
            { href: "/modules", label: "Modules", icon: "modules", show: register },
            { href: "/imports", label: "Import", icon: "imports", show: () => me.manages },
            { href: "/school", label: "School", icon: "school", show: () => me.manages },
            { href: "/users", label: "Accounts", icon: "group", show: () => me.manages },
        ],
    },
    {
        title: "Yours",
        entries: [
            { href: "/sync", label: "This device", icon: "device", count: "attention", show: () => me.reads },
            { href: "/account", label: "Your account", icon: "account", show: () => me.current !== null },
        ],
    },
];

/** The workspaces with the entries that this user has. */
export function workspaces() {
    return WORKSPACES.map(({ title, entries }) => ({ title, entries: entries.filter((entry) => entry.show?.() ?? true) })).filter(
        ({ entries }) => entries.length > 0,
    );
}

/** @param {Entry} entry @param {string} [label] */
function link(entry, label = entry.label) {
    return html`<a href="${entry.href}" data-nav="${entry.href}"
        >${icon(entry.icon)}<span>${label}</span>${entry.count && html`<span class="count" data-count="${entry.count}" hidden></span>`}</a
    >`;
}

export function brand() {
    return html`<a class="brand" href="/" aria-label="Rounds, to Today"
        ><svg viewBox="0 0 28 28" aria-hidden="true"><circle class="brand-mark" cx="14" cy="14" r="13"></circle><path class="brand-check" d="M8.5 14.5l4 4 7.5-8.5"></path></svg
        ><span>Rounds</span></a
    >`;
}

export function sidebar() {
    return html`<nav class="sidebar" aria-label="Workspaces">
        ${brand()}
        ${workspaces().map(
            ({ title, entries }) => html`<div>
                <h2>${title}</h2>
                <ul>
                    ${entries.map((entry) => html`<li>${link(entry)}</li>`)}
                </ul>
            </div>`,
        )}
        <p class="sidebar-foot">${me.current?.school}<br />${me.current?.user.name}</p>
    </nav>`;
}

export function tabs() {
    const wanted = me.isStudent ? ["/", "/students/me", "/sessions", "/absences"] : ["/", "/sessions", "/people", "/absences", ...(me.reads ? [] : ["/compliance", "/account"])];
    const entries = workspaces().flatMap((workspace) => workspace.entries);
    const shown = wanted.map((href) => entries.find((entry) => entry.href === href)).filter(Boolean);
    const more = { href: "/more", label: "More", icon: "more", count: "more" };
    return html`<nav class="tabs" aria-label="Main">${[...shown, more].map((entry) => link(entry))}</nav>`;
}

/** @param {string | undefined} nav */
export function light(nav) {
    for (const one of document.querySelectorAll("[data-nav]")) {
        const inTabs = one.closest(".tabs") !== null;
        const rest = inTabs && nav !== undefined && !document.querySelector(`.tabs [data-nav="${CSS.escape(nav)}"]`);
        const current = one.getAttribute("data-nav") === (rest ? "/more" : nav);
        if (current) one.setAttribute("aria-current", "page");
        else one.removeAttribute("aria-current");
    }
}

/** @param {Record<string, number>} counts by name: overdue, requests, disputes, attention */
export function showCounts(counts) {
    const all = { ...counts, more: (counts.disputes ?? 0) + (counts.attention ?? 0) };
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-count]"))) {
        const count = all[one.dataset.count] ?? 0;
        one.hidden = count === 0;
        one.textContent = count > 99 ? "99+" : String(count);
    }
}
