/** Signing in. Work that waits on this device stays here whoever signs in, and goes out under its own author. */
import { html, render } from "../lib/html.js";
import { stylesheet } from "../lib/styles.js";
import { field, showErrors, values } from "../elements/field.js";
import { pageHead } from "../elements/markup.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { beginAnew, ended } from "../signing-out.js";
import { navigate } from "../router.js";
import { deviceId, deviceName } from "../lib/device.js";

export class Page {
    #host;
    #back;
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} _params
     * @param {URLSearchParams} query
     */
    constructor(host, _params, query) {
        this.#host = host;
        const back = query.get("back") ?? "/";
        // only a path of this site: "//elsewhere" and "/\elsewhere" would leave it
        this.#back = /^\/(?![/\\])/.test(back) && !back.startsWith("/sign-in") ? back : "/";
    }

    async connect() {
        await stylesheet("/accounts/accounts.css");
        render(
            this.#host,
            html`<section class="page sign-in">
                <div class="card stack">
                    ${pageHead({ title: "Sign in", text: "Rounds keeps your registers on this device and agrees them with the school's server." })}
                    <form class="form" novalidate>
                        ${field({ label: "E-mail address", name: "email", type: "email", autocomplete: "username", required: true })}
                        ${field({ label: "Password", name: "password", type: "password", autocomplete: "current-password", required: true })}
                        <p class="form-error" role="alert" hidden></p>
                        <button type="submit" class="button primary">Sign in</button>
                    </form>
                    <p class="muted small">No account yet, or the password is lost? Ask the person who looks after Rounds at your school.</p>
                </div>
            </section>`,
        );
        const form = this.#host.querySelector("form");
        form.addEventListener("submit", (event) => this.#submit(event, form), { signal: this.#abort.signal });
        /** @type {HTMLElement} */ (form.querySelector("input[name=email]")).focus();
    }

    disconnect() {
        this.#abort.abort();
    }

    /**
     * @param {Event} event
     * @param {HTMLFormElement} form
     */
    async #submit(event, form) {
        event.preventDefault();
        const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
        if (button.disabled) return;
        showErrors(form, null);
        const { email, password } = values(form);
        const errors = [
            ...(email ? [] : [{ field: "email", message: "Enter your e-mail address." }]),
            ...(password ? [] : [{ field: "password", message: "Enter your password." }]),
        ];
        if (errors.length > 0) return showErrors(form, { errors });
        button.disabled = true;
        button.textContent = "Signing in…";
        try {
            await ended();
            await api.post("/auth/login", { email, password, device: await deviceId(), deviceName: deviceName() });
            await beginAnew();
            await this.#arrive();
        } catch (error) {
            button.disabled = false;
            button.textContent = "Sign in";
            showErrors(form, error);
            /** @type {HTMLInputElement} */ (form.querySelector("input[name=password]")).select();
        }
    }

    /** The address changes first, so that the shell's repaint on "change" shows the right page. */
    async #arrive() {
        history.replaceState({}, "", this.#back);
        if (!(await me.load())) throw new Error("The browser did not keep the sign-in. Allow cookies for this site and try again.");
        await navigate(this.#back, { replace: true });
    }
}
