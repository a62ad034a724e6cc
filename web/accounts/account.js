/** Your account: who you are here, your password, where you are signed in, signing out. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { applyTheme, theme } from "../lib/theme.js";
import { field, showErrors, values } from "../elements/field.js";
import { notice, pageHead, segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { fetched } from "../elements/fetched.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { signOut } from "../session.js";
import { roleName } from "./roles.js";
import { deviceList } from "./device-list.js";

const LOOKS = [
    { value: "auto", label: "As the device", icon: "contrast" },
    { value: "light", label: "Light", icon: "sun" },
    { value: "dark", label: "Dark", icon: "moon" },
];

export class Page {
    #host;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/accounts/accounts.css");
        render(this.#host, this.#frame());
        listen(this.#host, "submit", "form", (event, form) => this.#changePassword(event, form), signal);
        listen(this.#host, "click", "[data-action=sign-out]", () => signOut(), signal);
        listen(this.#host, "click", "[data-action=end]", (_, button) => this.#end(button), signal);
        listen(this.#host, "change", "input[name=theme]", (_, input) => applyTheme(input.value), signal);
        if (me.current?.mode === "server") await this.#drawDevices();
    }

    disconnect() {
        this.#abort.abort();
    }

    /**
     * @param {Event} event
     * @param {HTMLFormElement} form
     */
    async #changePassword(event, form) {
        event.preventDefault();
        showErrors(form, null);
        const { current, new: password, again } = values(form);
        const errors = [
            ...(current ? [] : [{ field: "current", message: "Enter your present password." }]),
            ...(password ? [] : [{ field: "new", message: "Enter a new password." }]),
            ...(password && password !== again ? [{ field: "again", message: "This is not the same as above." }] : []),
        ];
        if (errors.length > 0) return showErrors(form, { errors });
        const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
        button.disabled = true;
        try {
            await api.post("/auth/password", { current, new: password });
            form.reset();
            toast("The password is changed. Your other devices have to sign in again.", { tone: "good" });
            await this.#drawDevices();
        } catch (error) {
            showErrors(form, error);
        } finally {
            button.disabled = false;
        }
    }

    /** @param {HTMLButtonElement} button */
    async #end(button) {
        button.disabled = true;
        try {
            await api.delete(`/auth/sessions/${encodeURIComponent(button.dataset.id)}`);
            toast(`${button.dataset.name} is signed out.`);
            await this.#drawDevices();
        } catch (error) {
            button.disabled = false;
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    #frame() {
        const user = me.current?.user;
        const server = me.current?.mode === "server";
        const actions = server && html`<button type="button" class="button" data-action="sign-out">${icon("signout")}Sign out</button>`;
        return html`<section class="page">
            ${pageHead({ title: "Your account", actions })}
            <section class="card stack" aria-label="Who you are">
                <dl class="facts">
                    <dt>Name</dt><dd>${user?.name}</dd>
                    ${user?.email && html`<dt>E-mail</dt><dd>${user.email}</dd>`}
                    <dt>Role</dt><dd>${roleName(user?.role ?? "")}</dd>
                    ${me.current?.school && html`<dt>School</dt><dd>${me.current.school}</dd>`}
                </dl>
            </section>
            ${server ? this.#signIn() : desktop()}
            <section class="stack tight" aria-labelledby="look-title">
                <h2 id="look-title">Look on this device</h2>
                ${segmented({ legend: "Look", name: "theme", options: LOOKS, value: theme() })}
            </section>
        </section>`;
    }

    #signIn() {
        return html`<section class="stack tight" aria-labelledby="devices-title">
                <h2 id="devices-title">Where you are signed in</h2>
                <div id="devices" class="devices"></div>
            </section>
            <section class="stack tight" aria-labelledby="password-title">
                <h2 id="password-title">Change the password</h2>
                <form class="form card" novalidate>
                    <input type="text" autocomplete="username" value="${me.current?.user.email}" aria-label="E-mail address" hidden />
                    ${field({ label: "Present password", name: "current", type: "password", autocomplete: "current-password", required: true })}
                    ${field({ label: "New password", name: "new", type: "password", autocomplete: "new-password", required: true, hint: "At least 12 characters; a few unrelated words are good." })}
                    ${field({ label: "New password again", name: "again", type: "password", autocomplete: "new-password", required: true })}
                    <p class="form-error" role="alert" hidden></p>
                    <div><button type="submit" class="button primary">Change password</button></div>
                </form>
            </section>`;
    }

    async #drawDevices() {
        const host = /** @type {HTMLElement} */ (this.#host.querySelector("#devices"));
        await fetched(host, () => api.all("/auth/sessions"), (sessions) => render(host, deviceList(sessions)), this.#abort.signal);
    }
}

function desktop() {
    const text = "Rounds runs on this computer for you alone, so there is nothing to sign in to. Make a first account to open it to colleagues.";
    return notice(text, "info", me.manages && html`<a class="button" href="/users">Accounts</a>`);
}
