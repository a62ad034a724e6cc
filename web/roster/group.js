/** One group: who is on its roll and since when, who teaches it, its sessions. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { dayRange } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { empty, notice, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { table } from "../elements/table.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { by, byId } from "./names.js";
import { editGroup } from "./module-forms.js";
import { archive, dismiss, leave } from "./group-actions.js";
import { addStudents, addTeacher, changeDates } from "./group-forms.js";
import { rollColumns, teacherList } from "./group-view.js";

const BACK = { href: "/modules", label: "Modules and groups" };

export class Page {
    #host;
    #id;
    /** @type {any} */ #group = null;
    /** @type {any} */ #module = null;
    /** @type {any[]} */ #enrolments = [];
    /** @type {any[]} */ #teachings = [];
    #table = table();
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
        const again = (/** @type {() => unknown} */ undo) => this.#run(undo);
        const actions = {
            edit: () => editGroup({ group: this.#group, module: this.#module }),
            archive: () => archive(this.#group, !this.#group.archived, again),
            enrol: () => addStudents(this.#group, this.#enrolments),
            dates: (/** @type {any} */ button) => changeDates(this.#enrolment(button), this.#group),
            leave: (/** @type {any} */ button) => leave(this.#group, this.#enrolment(button), again),
            teacher: () => addTeacher(this.#group, this.#teachings),
            dismiss: (/** @type {any} */ button) => dismiss(this.#group, this.#teachings.find((one) => one.id === button.dataset.id), again),
        };
        listen(this.#host, "click", "[data-action]", (_, button) => this.#run(() => actions[button.dataset.action]?.(button)), signal);
        const wanted = ["group", "module", "person", "enrolment", "teaching"];
        store.addEventListener("change", (event) => wanted.some((one) => event.detail.entities.has(one)) && this.#draw(), { signal });
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @param {() => unknown} action */
    async #run(action) {
        try {
            if (await action()) engine.now();
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    /** @param {HTMLElement} button */
    #enrolment(button) {
        return this.#enrolments.find((one) => one.id === button.dataset.id);
    }

    async #draw() {
        const [group, people, enrolments, teachings] = await Promise.all([
            store.get("group", this.#id),
            store.all("person"),
            store.children("enrolment", this.#id),
            store.children("teaching", this.#id),
        ]);
        const module = group && (await store.get("module", group.module));
        if (this.#abort.signal.aborted) return;
        if (!group) return this.#missing();
        const known = byId(people);
        this.#group = group;
        this.#module = module;
        this.#teachings = teachings.toSorted(by("userName"));
        this.#enrolments = enrolments.map((one) => Object.assign(one, { person: known.get(one.student) })).filter((one) => one.person);
        setTitle(group.name);
        if (!this.#table.isConnected) {
            render(this.#host, frame());
            this.#host.querySelector("#roll").append(this.#table);
            this.#table.configure({
                caption: "Students on the roll",
                hideCaption: true,
                columns: rollColumns(me.manages),
                href: (row) => path("people", row.student),
                sorted: { key: "name" },
                empty: { title: "Nobody is enrolled yet", text: "Enrol students from a first day on; the register of a session lists who is on the roll that day.", icon: "people" },
            });
        }
        redraw(this.#host.querySelector("#head"), this.#head());
        redraw(this.#host.querySelector("#teachers"), teacherList(this.#teachings, me.manages));
        this.#table.rows = this.#enrolments;
    }

    #head() {
        const group = this.#group;
        const sessions = `/sessions?group=${encodeURIComponent(group.id)}`;
        const actions = html`<a class="button" href="${sessions}">${icon("sessions")}Sessions</a>
            ${me.manages &&
            html`<button type="button" class="button" data-action="archive">${group.archived ? "Bring back" : "Archive"}</button>
                <button type="button" class="button" data-action="edit">${icon("note")}Edit</button>`}`;
        const text = `${this.#module?.title ?? ""} · ${dayRange(group.firstDay, group.lastDay)}`;
        return html`${pageHead({ title: group.name, text, back: BACK, actions })} ${group.archived && notice("This group is archived. It takes no new sessions.", "info")}`;
    }

    #missing() {
        const actions = html`<a class="button" href="/modules">All modules and groups</a>`;
        const content = empty({ title: "No group at this address", text: "It may be outside what you may see, or this device has not heard of it yet.", icon: "group", actions });
        render(this.#host, html`<section class="page">${pageHead({ title: "Group", back: BACK })}${content}</section>`);
    }
}

function frame() {
    const enrol = me.manages && html`<button type="button" class="button primary small" data-action="enrol">${icon("plus")}Enrol students</button>`;
    return html`<section class="page">
        <div id="head" class="stack"></div>
        <div class="columns wide-first">
            <section class="stack tight" aria-labelledby="roll-title">
                <div class="section-head"><h2 id="roll-title">Students</h2>${enrol}</div>
                <div id="roll"></div>
            </section>
            <div id="teachers"></div>
        </div>
    </section>`;
}
