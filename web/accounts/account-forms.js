/** Forms of accounts: the first one, a new one, changing one. */
import { html, path } from "../lib/html.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { byName } from "../roster/names.js";
import { personPicker, wirePersonPicker } from "../roster/person-picker.js";
import { deviceId, deviceName } from "../lib/device.js";
import { ROLES } from "./roles.js";

const PASSWORD_HINT = "At least 12 characters; a few unrelated words are good.";

/** @returns {Promise<any>} */
export function firstAccount() {
    return openDialog({
        title: "The first account",
        confirm: "Make account and sign in",
        body: html`<p class="muted">This account is yours, as owner. After it nobody uses Rounds without signing in. Keep the password somewhere safe.</p>
            ${field({ label: "Your name", name: "name", value: me.current?.user.name, required: true, autocomplete: "name" })}
            ${field({ label: "E-mail address", name: "email", type: "email", required: true, autocomplete: "username" })}
            ${field({ label: "Password", name: "password", type: "password", required: true, autocomplete: "new-password", hint: PASSWORD_HINT })}`,
        submit: async (answers) => api.post("/accounts", { ...answers, role: "owner", device: await deviceId(), deviceName: deviceName() }),
    });
}

/** @returns {Promise<any>} */
export async function newAccount() {
    const person = await personOf();
    return openDialog({
        opened: (dialog) => wirePersonPicker(dialog, person),
        title: "New account",
        confirm: "Create account",
        body: html`${field({ label: "Name", name: "name", required: true, autocomplete: "off" })}
            ${field({ label: "E-mail address", name: "email", type: "email", required: true, autocomplete: "off" })}
            ${roleField("teacher")} ${personPicker(person)}
            ${field({ label: "First password", name: "password", type: "password", required: true, autocomplete: "new-password", hint: `${PASSWORD_HINT} Hand it over in person; it can be changed under Your account.` })}`,
        submit: ({ name, email, role, personId, password }) => api.post("/accounts", { name, email, role, password, personId: personId || null }),
    });
}

/**
 * @param {any} account
 * @returns {Promise<any>}
 */
export async function editAccount(account) {
    const own = account.id === me.current?.user.id;
    const person = await personOf(account.personId);
    return openDialog({
        opened: (dialog) => wirePersonPicker(dialog, person),
        title: "Edit account",
        confirm: "Save",
        body: html`${field({ label: "Name", name: "name", value: account.name, required: true, autocomplete: "off" })}
            ${field({ label: "E-mail address", name: "email", type: "email", value: account.email, required: true, autocomplete: "off" })}
            ${roleField(account.role)} ${personPicker(person)}
            ${!own && field({ label: "New password", name: "password", type: "password", autocomplete: "new-password", hint: "Empty keeps the present one. A new one signs the account out everywhere." })}`,
        submit: ({ name, email, role, personId, password }) => {
            const change = { name, email, role, personId: personId || null, ...(password ? { password } : {}) };
            return api.patch(path("accounts", account.id), change);
        },
    });
}

/** @param {string} role */
function roleField(role) {
    const allowed = ROLES.filter((one) => one.value !== "owner" || me.is("owner"));
    return field({ label: "Role", name: "role", type: "select", options: allowed.map((one) => ({ value: one.value, label: `${one.label} – ${one.may}` })), value: role });
}

/**
 * @param {string | null} [chosen]
 * @returns {Promise<import("../roster/person-picker.js").Picker>}
 */
async function personOf(chosen) {
    const people = (await store.all("person")).filter((one) => !one.archived || one.id === chosen).toSorted(byName);
    const hint = "A student's account shows that person's own record; an adviser's shows the students they advise.";
    return { label: "Is this person", name: "personId", none: "Nobody in particular", people, value: chosen, hint };
}
