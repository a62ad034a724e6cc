/** The school: name, time zone, words, rules; rolling over the year; taking the sample school away. */
import { element, html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { showErrors, values } from "../elements/field.js";
import { pageHead } from "../elements/markup.js";
import { fetched } from "../elements/fetched.js";
import { progress } from "../elements/progress.js";
import { ask } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { navigate } from "../router.js";
import { engine } from "../sync/engine.js";
import { managersOnly } from "../accounts/roles.js";
import { rollover } from "./rollover.js";
import { sampleSection, schoolForm, settingsOf, wanted, yearSection } from "./school-view.js";

const TIMEOUT = 300_000;

export class Page {
    #host;
    /** @type {any} */ #school = null;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        if (!me.manages) return render(this.#host, managersOnly("School"));
        await stylesheet("/roster/roster.css");
        render(this.#host, html`<section class="page settings">${pageHead({ title: "School", text: "What your school decides for itself." })}<div id="settings" class="stack"></div></section>`);
        listen(this.#host, "submit", "#school-form", (event, form) => this.#save(event, form), signal);
        listen(this.#host, "click", "[data-action=rollover]", () => rollover(), signal);
        listen(this.#host, "click", "[data-action=remove-sample]", () => this.#removeSample(), signal);
        const host = /** @type {HTMLElement} */ (this.#host.querySelector("#settings"));
        await fetched(host, load, ([school, sample]) => this.#draw(host, school, sample.loaded), signal);
    }

    disconnect() {
        this.#abort.abort();
    }

    /**
     * @param {Event} event
     * @param {HTMLFormElement} form
     */
    async #save(event, form) {
        event.preventDefault();
        showErrors(form, null);
        const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
        button.disabled = true;
        const before = settingsOf(this.#school);
        try {
            await this.#patch(wanted(values(form)));
            toast("Saved. Devices get it with their next exchange.", { tone: "good", undo: () => this.#undo(before) });
        } catch (error) {
            showErrors(form, error);
        } finally {
            button.disabled = false;
        }
    }

    /** @param {any} before */
    async #undo(before) {
        try {
            await this.#patch(before);
            const form = this.#host.querySelector("#school-form");
            if (!this.#abort.signal.aborted) form?.replaceWith(element(schoolForm(this.#school)));
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    /** @param {any} change */
    async #patch(change) {
        this.#school = await api.patch("/school", change);
        engine.now();
        me.load();
    }

    async #removeSample() {
        const text = "Everything in it goes: people, modules, sessions and every mark, those you made to try it out too. It cannot be brought back, only made anew.";
        if (!(await ask({ title: "Remove the sample school?", text, confirm: "Remove it", danger: true }))) return;
        const state = this.#host.querySelector("#sample-state");
        render(state, progress({ label: "Removing the sample school…" }));
        try {
            await api.delete("/school/sample", undefined, { timeout: TIMEOUT });
            engine.now();
            toast("The sample school is gone.", { tone: "good" });
            await navigate("/welcome");
        } catch (error) {
            render(state, html`<p class="form-error" role="alert">${error.detail ?? error.message}</p>`);
        }
    }

    /**
     * @param {HTMLElement} host
     * @param {any} school
     * @param {boolean} hasSample
     */
    #draw(host, school, hasSample) {
        this.#school = school;
        render(host, html`${schoolForm(school)} ${yearSection()} ${hasSample && sampleSection()}`);
    }
}

function load() {
    return Promise.all([api.get("/school"), api.get("/school/sample")]);
}
