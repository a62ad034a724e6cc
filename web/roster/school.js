/** The school: name, time zone, words, rules; rolling over the year; taking the sample school away. */
import { element, html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { field, showErrors, values } from "../elements/field.js";
import { pageHead, STATUSES } from "../elements/markup.js";
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

function yearSection() {
    return html`<section class="card stack tight" aria-labelledby="year-title">
        <h2 id="year-title">A new year</h2>
        <p class="muted">Archives the groups of the ended year with all their sessions and marks, so that the new enrolments can be imported. People stay.</p>
        <div class="row"><button type="button" class="button" data-action="rollover">Roll over the year</button><a class="button" href="/imports">Import the new enrolments</a></div>
    </section>`;
}

function sampleSection() {
    return html`<section class="card stack tight" aria-labelledby="sample-title">
        <h2 id="sample-title">Sample school</h2>
        <p class="muted">Takes the fictional people, their timetable and every mark on it away again.</p>
        <div id="sample-state"></div>
        <div><button type="button" class="button danger" data-action="remove-sample">Remove the sample school</button></div>
    </section>`;
}

/** @param {any} school */
function schoolForm(school) {
    return html`<form class="card stack" id="school-form" novalidate>
        <div class="grid">
            ${field({ label: "Name of the school", name: "name", value: school.name, required: true, maxlength: 200 })}
            ${field({ label: "Time zone", name: "timezone", type: "select", options: zones(school.timezone), value: school.timezone, hint: "Decides which day it is" })}
            ${field({ label: "Language", name: "language", value: school.language, hint: "A tag such as en, en-GB or de-CH; how dates are written", maxlength: 20, autocomplete: "off" })}
        </div>
        <fieldset class="stack tight">
            <legend class="label">Words for the statuses</legend>
            <div class="grid status-names">
                ${Object.entries(STATUSES).map(([status, { word }]) => field({ label: word, name: `statusNames.${status}`, value: school.statusNames?.[status] ?? word, required: true, maxlength: 40, autocomplete: "off" }))}
            </div>
        </fieldset>
        ${field({ label: "Excused sessions count in rates", name: "excusedCounts", type: "checkbox", value: school.excusedCounts, hint: "Off: an excused session leaves the sum. On: it counts as held and not attended." })}
        ${field({ label: "Students may check themselves in", name: "selfCheckIn", type: "checkbox", value: school.selfCheckIn, hint: "With a changing code on the lecturer's screen; the lecturer sees and may undo each." })}
        <p class="form-error" role="alert" hidden></p>
        <div><button type="submit" class="button primary">Save</button></div>
    </form>`;
}

/** @param {string} present */
function zones(present) {
    const known = /** @type {any} newer than the type checker's library */ (Intl).supportedValuesOf?.("timeZone") ?? [];
    const all = [...new Set([present, "UTC", ...known])].toSorted();
    return all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/**
 * What the form says, as the API takes it.
 * @param {Record<string, any>} answers
 */
function wanted(answers) {
    const names = Object.fromEntries(Object.keys(STATUSES).map((status) => [status, answers[`statusNames.${status}`]]));
    const { name, timezone, language, excusedCounts, selfCheckIn } = answers;
    return { name, timezone, language, excusedCounts, selfCheckIn, statusNames: names };
}

/** @param {any} school */
function settingsOf({ name, timezone, language, statusNames, excusedCounts, selfCheckIn }) {
    return { name, timezone, language, statusNames, excusedCounts, selfCheckIn };
}

