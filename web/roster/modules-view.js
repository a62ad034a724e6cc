/** A module with its groups as a card. */
import { html, path } from "../lib/html.js";
import { dayRange } from "../lib/dates.js";
import { badge } from "../elements/markup.js";
import { menu } from "../elements/menu.js";
import { me } from "../me.js";

/**
 * @param {any[]} enrolments
 * @returns {Map<string, number>} students by group
 */
export function tally(enrolments) {
    const counts = new Map();
    for (const { group } of enrolments) counts.set(group, (counts.get(group) ?? 0) + 1);
    return counts;
}

/**
 * @param {any} module
 * @param {{ enrolled: Map<string, number>, teachers: any[] }} people
 */
export function card(module, { enrolled, teachers }) {
    const items = [
        { action: "new-group", label: "New group", icon: "plus" },
        { action: "edit", label: "Edit module", icon: "note" },
        { action: "archive", label: module.archived ? "Bring back" : "Archive", icon: "file" },
    ];
    return html`<article class="card module" data-module="${module.id}">
        <header class="row between">
            <h2><span class="mono">${module.code}</span> ${module.title}</h2>
            <span class="row">${module.archived && badge("Archived")}${me.manages && menu({ label: `Actions for ${module.code}`, items })}</span>
        </header>
        ${module.groups.length === 0 && html`<p class="muted small">No groups yet. Students are enrolled in groups.</p>`}
        <ul>
            ${module.groups.map((group) => {
                const names = teachers.filter((one) => one.group === group.id).map((one) => one.userName);
                return html`<li>
                    <a class="list-row" href="${path("groups", group.id)}">
                        <span class="grow"><strong>${group.name}</strong><br /><span class="muted small">${names.join(", ") || "No teacher yet"} · ${dayRange(group.firstDay, group.lastDay)}</span></span>
                        ${group.archived ? badge("Archived") : html`<span class="muted small nowrap">${enrolled.get(group.id) ?? 0} students</span>`}
                    </a>
                </li>`;
            })}
        </ul>
    </article>`;
}
