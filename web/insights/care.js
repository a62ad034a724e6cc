/** What is being done about a student: flags that close with their remedy, and the log of who spoke to them. */
import { html, path, redraw } from "../lib/html.js";
import { dateTime, plainDay, today } from "../lib/dates.js";
import { listen } from "../lib/events.js";
import { api } from "../api.js";
import { field } from "../elements/field.js";
import { badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { HOW } from "./words.js";

export class Care {
    #changed;
    #module = "";
    #student = "";

    /** @param {() => Promise<void>} changed */
    constructor(changed) {
        this.#changed = changed;
    }

    /** @param {HTMLElement} host @param {AbortSignal} signal */
    listen(host, signal) {
        listen(host, "click", "[data-action=contact]", () => this.#log(), signal);
        listen(host, "click", "[data-action=flag]", () => this.#raise(), signal);
        listen(host, "click", "[data-close-flag]", (_, button) => this.#close(button.dataset.closeFlag), signal);
        listen(host, "click", "[data-reopen-flag]", (_, button) => this.#reopen(button.dataset.reopenFlag), signal);
        listen(host, "click", "[data-delete-contact]", (_, button) => this.#forget(button.dataset.deleteContact), signal);
    }

    /** @param {HTMLElement} host @param {string} module @param {string} student @param {any} answer */
    draw(host, module, student, { contacts = [], flags = [] }) {
        this.#module = module;
        this.#student = student;
        redraw(host, html`${flagList(flags)} ${contactList(contacts)}`);
    }

    async #log() {
        const body = html`<div class="grid">${field({ label: "Day", name: "day", type: "date", value: today(), required: true })} ${field({ label: "How", name: "how", type: "select", options: HOW, value: "spoke" })}</div>
            ${field({ label: "Outcome", name: "outcome", type: "textarea", hint: "What was agreed, in a sentence or two", maxlength: 2000, required: true })}`;
        const made = await openDialog({ title: "Record a contact", body, confirm: "Record", submit: (values) => api.post("/insights/contacts", { module: this.#module, student: this.#student, ...values }) });
        if (!made) return;
        await this.#changed();
        toast("The contact is recorded.", { tone: "good", undo: made.id ? () => this.#forget(made.id) : undefined });
    }

    /** @param {string} id */
    #forget(id) {
        return this.#do(() => api.delete(`/insights${path("contacts", id)}`), "The contact is taken off the log.");
    }

    async #raise() {
        const body = field({ label: "Why", name: "reason", type: "textarea", hint: "What somebody should look into", maxlength: 1000, required: true });
        const made = await openDialog({ title: "Raise a flag", body, confirm: "Raise", submit: (values) => api.post("/insights/flags", { module: this.#module, student: this.#student, ...values }) });
        if (!made) return;
        await this.#changed();
        toast("The flag is raised.", { tone: "good", undo: made.id ? () => this.#withdraw(made.id) : undefined });
    }

    /** A flag is never deleted. @param {string} id */
    #withdraw(id) {
        return this.#do(() => api.post(`/insights${path("flags", id)}/close`, { remedy: "Raised by mistake." }), "The flag is closed: raised by mistake.");
    }

    /** @param {string} id */
    async #close(id) {
        const body = field({ label: "Remedy", name: "remedy", type: "textarea", hint: "What was done; the reason stays as it was written", maxlength: 1000, required: true });
        const closed = await openDialog({ title: "Close the flag", body, confirm: "Close", submit: (values) => api.post(`/insights${path("flags", id)}/close`, values) });
        if (!closed) return;
        await this.#changed();
        toast("The flag is closed.", { tone: "good", undo: () => this.#reopen(id) });
    }

    /** @param {string} id */
    #reopen(id) {
        return this.#do(() => api.post(`/insights${path("flags", id)}/reopen`, {}), "The flag is open again.");
    }

    /** @param {() => Promise<any>} act @param {string} text */
    async #do(act, text) {
        try {
            await act();
            await this.#done(text);
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    /** @param {string} text */
    async #done(text) {
        await this.#changed();
        toast(text, { tone: "good" });
    }
}

/** @param {any[]} flags */
function flagList(flags) {
    return html`<section class="card stack tight" aria-labelledby="flags-title">
        <div class="section-head"><h2 id="flags-title">Flags</h2><button type="button" class="button small no-print" data-action="flag">${icon("plus")}Raise a flag</button></div>
        ${flags.length === 0 && html`<p class="muted">None raised.</p>`}
        <ul class="entries">${flags.map(flagEntry)}</ul>
    </section>`;
}

/** @param {any} flag */
function flagEntry(flag) {
    const open = flag.state === "open";
    const raised = [flag.openedByName, dateTime(flag.openedAt)].filter(Boolean).join(", ");
    return html`<li>
        <p>${open ? badge("Open", "warn", "conflict") : badge("Closed", "good", "check")} ${flag.reason} <span class="muted small">${raised}</span></p>
        ${flag.remedy && html`<p><strong>Remedy</strong> ${flag.remedy} <span class="muted small">${[flag.closedByName, dateTime(flag.closedAt)].filter(Boolean).join(", ")}</span></p>`}
        <button type="button" class="button quiet small no-print" ${open ? html`data-close-flag="${flag.id}"` : html`data-reopen-flag="${flag.id}"`}>${open ? "Close with its remedy" : "Open again"}</button>
    </li>`;
}

/** @param {any[]} contacts */
function contactList(contacts) {
    return html`<section class="card stack tight" aria-labelledby="contacts-title">
        <div class="section-head"><h2 id="contacts-title">Contact log</h2><button type="button" class="button small no-print" data-action="contact">${icon("plus")}Record a contact</button></div>
        ${contacts.length === 0 && html`<p class="muted">Nobody has recorded a contact yet.</p>`}
        <ul class="entries">${contacts.map(contactEntry)}</ul>
    </section>`;
}

/** @param {any} one */
function contactEntry(one) {
    const how = HOW.find(({ value }) => value === one.how)?.label ?? one.how;
    return html`<li>
        <p><strong>${plainDay(one.day)}</strong> ${badge(how)} <span class="muted small">${one.notedByName}</span></p>
        <p>${one.outcome}</p>
        ${one.own && html`<button type="button" class="button quiet small no-print" data-delete-contact="${one.id}" aria-label="Take the contact of ${plainDay(one.day)} off the log">Remove</button>`}
    </li>`;
}
