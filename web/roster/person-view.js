/** The parts of a person's page. */
import { html, path } from "../lib/html.js";
import { plainDay } from "../lib/dates.js";
import { avatar, badge, empty } from "../elements/markup.js";
import { fullName } from "./names.js";

/** @param {any} person */
export function facts(person) {
    return html`<dl class="facts">
        <dt>Kind</dt><dd>${person.kind === "staff" ? "Member of staff" : "Student"}</dd>
        <dt>Number</dt><dd class="mono">${person.number}</dd>
        <dt>E-mail</dt><dd>${person.email ?? "–"}</dd>
        ${person.kind === "student" && html`<dt>Stage</dt><dd>${person.stage ?? "–"}</dd><dt>Adviser</dt><dd>${person.adviserName ?? "–"}</dd>`}
    </dl>`;
}

/** @param {any[]} groups */
export function groupList(groups) {
    if (groups.length === 0) return empty({ title: "In no group", text: "Open a group under Modules and groups to enrol this student from a day on.", icon: "group" });
    return html`<h2>Groups</h2>
        <ul class="list">
            ${groups.map(
                (one) => html`<li>
                    <a class="list-row" href="${path("groups", one.group)}">
                        <span class="grow"><strong>${one.label}</strong><br /><span class="muted small">${one.title}</span></span>
                        ${one.lastDay ? badge(`Until ${plainDay(one.lastDay)}`) : badge(`Since ${plainDay(one.firstDay)}`, "good")}
                    </a>
                </li>`,
            )}
        </ul>`;
}

/** @param {any[]} students */
export function adviseeList(students) {
    if (students.length === 0) return empty({ title: "Advises nobody", text: "An adviser is chosen in the student's own details or comes with an import.", icon: "people" });
    return html`<h2>Advises ${students.length} ${students.length === 1 ? "student" : "students"}</h2>
        <ul class="list">
            ${students.map((one) => html`<li><a class="list-row" href="${path("people", one.id)}">${avatar(one)}<span class="grow">${fullName(one)}</span><span class="muted small">${one.stage}</span></a></li>`)}
        </ul>`;
}
