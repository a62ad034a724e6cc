/** The form of a person, for adding and for editing. */
import { html } from "../lib/html.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { api } from "../api.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { byName, fullName } from "./names.js";

/**
 * @param {any} [person] the one to edit; without it a new one
 * @returns {Promise<any>} the saved person, or null
 */
export async function editPerson(person) {
    const staff = (await store.all("person")).filter((one) => one.kind === "staff" && !one.archived).toSorted(byName);
    return openDialog({
        title: person ? "Edit person" : "New person",
        confirm: person ? "Save" : "Add",
        body: fields(person, staff),
        submit: async (answers) => {
            const { adviser, email, stage, ...rest } = answers;
            const value = { ...rest, email: email || null, stage: stage || null, adviser: adviser || null };
            const saved = person ? await api.patch(`/people/${person.id}`, value) : await api.post("/people", value);
            engine.now();
            return saved;
        },
    });
}

/**
 * @param {any} person
 * @param {any[]} staff
 */
function fields(person, staff) {
    const kinds = [
        { value: "student", label: "Student" },
        { value: "staff", label: "Member of staff" },
    ];
    const advisers = [{ value: "", label: "None" }, ...staff.map((one) => ({ value: one.id, label: fullName(one) }))];
    return html`${!person && field({ label: "Kind", name: "kind", type: "select", options: kinds, value: "student" })}
        <div class="grid">
            ${field({ label: "Given name", name: "givenName", value: person?.givenName, required: true, maxlength: 100, autocomplete: "off" })}
            ${field({ label: "Family name", name: "familyName", value: person?.familyName, required: true, maxlength: 100, autocomplete: "off" })}
            ${field({ label: "Number", name: "number", value: person?.number, required: true, maxlength: 64, autocomplete: "off", hint: "Student or staff number, once in the school" })}
            ${field({ label: "E-mail address", name: "email", type: "email", value: person?.email, autocomplete: "off" })}
            ${field({ label: "Stage", name: "stage", value: person?.stage, maxlength: 40, hint: "For instance Year 2", autocomplete: "off" })}
            ${field({ label: "Academic adviser", name: "adviser", type: "select", options: advisers, value: person?.adviser ?? "" })}
        </div>`;
}
