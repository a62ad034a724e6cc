/** One person: what is known, the groups with their dates, for staff the students they advise. */
import { html, path, redraw } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { avatar, empty, notice, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { by, byId, byName, fullName, groupLabel } from "./names.js";
import { editPerson } from "./person-form.js";
import { adviseeList, facts, groupList } from "./person-view.js";

const BACK = { href: "/people", label: "People" };

export class Page {
    #host;
    #id;
    /** @type {any} */ #person = null;
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} params
     */
    constructor(host, params) {
        this.#host = host;
        this.#id = params.id;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/roster/roster.css");
        listen(this.#host, "click", "[data-action=edit]", () => this.#edit(), signal);
        listen(this.#host, "click", "[data-action=archive]", () => this.#archive(!this.#person.archived), signal);
        const wanted = ["person", "group", "module", "enrolment", "teaching"];
        store.addEventListener("change", (event) => wanted.some((one) => event.detail.entities.has(one)) && this.#draw(), { signal });
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
    }

    async #edit() {
        const saved = await editPerson(this.#person);
        if (!saved) return;
        toast("Saved.");
        this.#draw(saved);
    }

    /** @param {boolean} archived */
    async #archive(archived) {
        try {
            const saved = await api.patch(path("people", this.#id), { archived });
            engine.now();
            toast(archived ? `${fullName(saved)} is archived. Every mark is kept.` : `${fullName(saved)} is back in the lists.`, { undo: () => this.#archive(!archived) });
            this.#draw(saved);
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    /** @param {any} [saved] what the server just answered, before the store has heard of it */
    async #draw(saved) {
        const person = saved ?? (await store.get("person", this.#id)) ?? (await this.#ask());
        if (this.#abort.signal.aborted) return;
        if (!person) return this.#missing();
        this.#person = person;
        setTitle(fullName(person));
        const [groups, people] = await Promise.all([this.#groups(), store.all("person")]);
        if (this.#abort.signal.aborted) return;
        const advised = people.filter((one) => one.adviser === person.id && !one.archived).toSorted(byName);
        redraw(
            this.#host,
            html`<section class="page">
                ${pageHead({ title: fullName(person), back: BACK, actions: this.#actions(person) })}
                ${person.archived && notice("Archived: out of the lists, with every mark kept.", "info")}
                <div class="columns">
                    <div class="card person-card">${avatar(person)}${facts(person)}</div>
                    <div class="stack">${person.kind === "student" ? groupList(groups) : adviseeList(advised)}</div>
                </div>
            </section>`,
        );
    }

    async #ask() {
        try {
            return await api.get(path("people", this.#id));
        } catch {
            return null;
        }
    }

    async #groups() {
        const [enrolments, groups, modules] = await Promise.all([store.all("enrolment"), store.all("group"), store.all("module")]);
        const known = byId(groups);
        const code = byId(modules);
        return enrolments
            .filter((one) => one.student === this.#id && known.has(one.group))
            .map(({ group, firstDay, lastDay }) => ({ group, firstDay, lastDay, label: groupLabel(known.get(group), code), title: code.get(known.get(group).module)?.title }))
            .toSorted(by("label"));
    }

    /** @param {any} person */
    #actions(person) {
        return html`${person.kind === "student" && html`<a class="button" href="${path("students", person.id)}">${icon("history")}Attendance record</a>`}
        ${me.manages &&
        html`<button type="button" class="button" data-action="archive">${person.archived ? "Bring back" : "Archive"}</button>
            <button type="button" class="button primary" data-action="edit">${icon("note")}Edit</button>`}`;
    }

    #missing() {
        const text = "The person may be outside what you may see, or this device has not heard of them yet.";
        const actions = html`<a class="button" href="/people">All people</a>`;
        redraw(this.#host, html`<section class="page">${pageHead({ title: "Person", back: BACK })}${empty({ title: "Nobody at this address", text, icon: "people", actions })}</section>`);
    }
}
