/** The modules, each with its groups. */
import { html, path, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { empty, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { field } from "../elements/field.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { navigate } from "../router.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { by, found } from "./names.js";
import { editGroup, editModule } from "./module-forms.js";
import { card, tally } from "./modules-view.js";

export class Page {
    #host;
    /** @type {any[]} */ #modules = [];
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/roster/roster.css");
        render(this.#host, this.#frame());
        listen(this.#host, "click", "[data-action=new-module]", () => this.#edit(), signal);
        listen(this.#host, "choose", "[data-module]", (event, card) => this.#choose(event.detail.action, card.dataset.module), signal);
        listen(this.#host, "input", "input[type=search]", debounce(() => this.#draw(), 120), signal);
        listen(this.#host, "change", "input[type=checkbox]", () => this.#draw(), signal);
        listen(this.#host, "submit", "form", (event) => event.preventDefault(), signal);
        const wanted = ["module", "group", "enrolment", "teaching"];
        store.addEventListener("change", (event) => wanted.some((one) => event.detail.entities.has(one)) && this.#draw(), { signal });
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
    }

    /**
     * @param {string} action
     * @param {string} id
     */
    async #choose(action, id) {
        const module = this.#modules.find((one) => one.id === id);
        if (action === "edit") return this.#edit(module);
        if (action === "archive") return this.#archive(module, !module.archived);
        const group = await editGroup({ module });
        if (group) navigate(path("groups", group.id));
    }

    /** @param {any} [module] */
    async #edit(module) {
        const saved = await editModule(module);
        if (saved) toast(module ? "Saved." : `${saved.code} was created. Add a group to enrol students.`);
    }

    /**
     * @param {any} module
     * @param {boolean} archived
     */
    async #archive(module, archived) {
        try {
            await api.patch(path("modules", module.id), { archived });
            engine.now();
            toast(archived ? `${module.code} is archived.` : `${module.code} is back.`, { undo: () => this.#archive(module, !archived) });
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    #frame() {
        const actions = me.manages && html`<button type="button" class="button primary" data-action="new-module">${icon("plus")}New module</button>`;
        return html`<section class="page">
            ${pageHead({ title: "Modules and groups", text: "A module is a course; its groups are the people who take it, each with first and last day.", actions })}
            <form class="filters" role="search" aria-label="Modules">
                ${field({ label: "Search", name: "q", type: "search" })} ${field({ label: "Show archived", name: "archived", type: "checkbox" })}
            </form>
            <div class="modules" id="modules"></div>
        </section>`;
    }

    async #draw() {
        const [modules, groups, enrolments, teachings] = await Promise.all(["module", "group", "enrolment", "teaching"].map((entity) => store.all(entity)));
        if (this.#abort.signal.aborted) return;
        this.#modules = modules;
        const data = new FormData(this.#host.querySelector("form"));
        const [question, withArchived] = [String(data.get("q") ?? "").trim(), data.has("archived")];
        const shown = modules
            .map((module) => Object.assign(module, { groups: groups.filter((one) => one.module === module.id && (withArchived || !one.archived)).toSorted(by("name")) }))
            .filter((one) => (withArchived || !one.archived) && found(question, one.code, one.title, ...one.groups.map((group) => group.name)))
            .toSorted(by("code"));
        const people = { enrolled: tally(enrolments.filter((one) => !one.lastDay)), teachers: teachings };
        const content = shown.length === 0 ? this.#nothing(question) : shown.map((module) => card(module, people));
        redraw(this.#host.querySelector("#modules"), html`${content}`);
    }

    /** @param {string} question */
    #nothing(question) {
        if (question) return empty({ title: "No module matches", text: "Search by code, title or name of a group.", icon: "search" });
        const actions = me.manages && html`<a class="button" href="/imports">Import a timetable</a>`;
        return empty({ title: "No modules yet", text: "A timetable import makes modules, groups and sessions in one go; or make the first module by hand.", icon: "modules", actions });
    }
}
