/** Enrolling students, changing the days of an enrolment, adding a teacher. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { today } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { store } from "../store/store.js";
import { byName, found, fullName } from "./names.js";

const SHOWN = 60;

/**
 * @param {any} group
 * @param {any[]} enrolments those that exist
 */
export async function addStudents(group, enrolments) {
    const inside = new Set(enrolments.filter((one) => !one.lastDay || one.lastDay >= today()).map((one) => one.student));
    const people = (await store.all("person")).filter((one) => one.kind === "student" && !one.archived && !inside.has(one.id)).toSorted(byName);
    /** @type {Set<string>} */
    const chosen = new Set();
    const first = [today(), group.firstDay].toSorted()[1];
    return openDialog({
        title: `Enrol students in ${group.name}`,
        confirm: "Enrol",
        wide: true,
        body: html`<div class="grid">
                ${field({ label: "From", name: "firstDay", type: "date", value: first, required: true })} ${field({ label: "Search by name, number or stage", name: "search", type: "search" })}
            </div>
            <p class="muted small" role="status" data-chosen>Nobody chosen yet</p>
            <ul class="choices" data-choices></ul>`,
        opened: (dialog) => wireChoices(dialog, people, chosen),
        submit: async ({ firstDay }) => {
            if (chosen.size === 0) throw new Error("Choose at least one student.");
            for (const student of chosen) {
                await api.post(path("groups", group.id, "enrolments"), { student, firstDay });
                chosen.delete(student);
            }
            toast("Enrolled.");
            return true;
        },
    });
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {any[]} people
 * @param {Set<string>} chosen
 */
function wireChoices(dialog, people, chosen) {
    const list = dialog.querySelector("[data-choices]");
    const search = /** @type {HTMLInputElement} */ (dialog.querySelector("input[name=search]"));
    const draw = () => {
        const matching = people.filter((one) => found(search.value, one.givenName, one.familyName, one.number, one.stage));
        const more = matching.length > SHOWN && html`<li class="muted small">${matching.length - SHOWN} more: search to narrow the list.</li>`;
        const none = matching.length === 0 && html`<li class="muted small">Nobody matches.</li>`;
        render(list, html`${matching.slice(0, SHOWN).map((one) => choice(one, chosen.has(one.id)))}${more}${none}`);
    };
    search.addEventListener("input", draw);
    listen(list, "change", "input", (_, box) => {
        if (box.checked) chosen.add(box.value);
        else chosen.delete(box.value);
        dialog.querySelector("[data-chosen]").textContent = chosen.size === 0 ? "Nobody chosen yet" : `${chosen.size} chosen`;
    });
    draw();
}

/**
 * @param {any} person
 * @param {boolean} checked
 */
function choice(person, checked) {
    return html`<li>
        <label class="check"
            ><input type="checkbox" value="${person.id}" ${checked && "checked"} /><span class="grow">${fullName(person)}</span><span class="muted small">${person.number} ${person.stage && `· ${person.stage}`}</span></label
        >
    </li>`;
}

/**
 * @param {any} enrolment
 * @param {any} group
 */
export function changeDates(enrolment, group) {
    return openDialog({
        title: `Dates of ${fullName(enrolment.person)}`,
        confirm: "Save",
        body: html`${field({ label: "First day", name: "firstDay", type: "date", value: enrolment.firstDay, required: true })}
        ${field({ label: "Last day", name: "lastDay", type: "date", value: enrolment.lastDay, hint: "Empty while the student stays. Marks after this day are kept and flagged." })}`,
        submit: ({ firstDay, lastDay }) => api.patch(path("groups", group.id, "enrolments", enrolment.id), { firstDay, lastDay: lastDay || null }),
    });
}

/**
 * @param {any} group
 * @param {any[]} teachings those that exist
 */
export async function addTeacher(group, teachings) {
    const accounts = await api.all("/accounts");
    const inside = new Set(teachings.map((one) => one.user));
    const free = accounts.filter((one) => !one.disabled && !inside.has(one.id) && ["owner", "administrator", "teacher"].includes(one.role));
    if (free.length === 0) {
        const text = "Everybody with a teacher's account teaches this group already. New accounts are made under Accounts.";
        return openDialog({ title: "Add teacher", body: html`<p>${text}</p>` }).then(() => null);
    }
    return openDialog({
        title: `Who teaches ${group.name}?`,
        confirm: "Add",
        body: field({ label: "Teacher", name: "user", type: "select", options: free.map((one) => ({ value: one.id, label: one.name })) }),
        submit: ({ user }) => api.post(path("groups", group.id, "teachers"), { user }),
    });
}
