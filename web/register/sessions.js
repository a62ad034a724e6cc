/** The timetable: one week as columns or as a list, by group and module. Sessions are made, changed and cancelled on this device. */
import { redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { addDays, dayRange, isDay, monday, today } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { toast } from "../elements/toast.js";
import { setQuery } from "../router.js";
import { store } from "../store/store.js";
import { fillSelect, groupChoices, moduleChoices } from "../roster/choices.js";
import { byId } from "../roster/names.js";
import { markable } from "./markable.js";
import { inTime } from "./session-words.js";
import { frame, nothing } from "./session-frame.js";
import { editSession, newSession } from "./session-forms.js";
import { listView, weekView } from "./session-views.js";

export class Page {
    #host;
    #query;
    #filter = { week: "", view: "week", group: "", module: "" };
    #today = today();
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} _params
     * @param {URLSearchParams} query
     */
    constructor(host, _params, query) {
        this.#host = host;
        this.#query = query;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/register/sessions.css");
        this.#today = today((await store.get("school", "school"))?.timezone);
        const wanted = this.#query.get("week");
        this.#filter = {
            week: monday(isDay(wanted) ? wanted : this.#today),
            view: this.#query.get("view") === "list" ? "list" : "week",
            group: this.#query.get("group") ?? "",
            module: this.#query.get("module") ?? "",
        };
        render(this.#host, frame(this.#filter));
        store.addEventListener("change", (event) => this.#changed(event.detail.entities), { signal });
        await this.#fillChoices();
        listen(this.#host, "click", "[data-week]", (_, button) => this.#go(button.dataset.week), signal);
        listen(this.#host, "click", "[data-action=new]", () => this.#create(), signal);
        listen(this.#host, "change", "form input, form select", () => this.#filtered(), signal);
        listen(this.#host, "choose", "[data-session]", (event, card) => this.#choose(event.detail.action, card.dataset.session), signal);
        listen(this.#host, "submit", "form", (event) => event.preventDefault(), signal);
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @param {Set<string>} entities */
    #changed(entities) {
        if (entities.has("group") || entities.has("module")) this.#fillChoices();
        if (["session", "group", "module"].some((one) => entities.has(one))) this.#draw();
    }

    /** @param {string} to "previous", "now" or "next" */
    #go(to) {
        const { week } = this.#filter;
        this.#filter.week = to === "now" ? monday(this.#today) : addDays(week, to === "next" ? 7 : -7);
        this.#keep();
    }

    #filtered() {
        const data = new FormData(this.#host.querySelector("form"));
        const text = (/** @type {string} */ name) => String(data.get(name) ?? "");
        const jump = text("week");
        Object.assign(this.#filter, { view: text("view"), group: text("group"), module: text("module"), week: monday(isDay(jump) ? jump : this.#filter.week) });
        this.#keep();
    }

    #keep() {
        const { week, view, group, module } = this.#filter;
        setQuery({ week: week === monday(this.#today) ? null : week, view: view === "list" ? view : null, group, module });
        this.#draw();
    }

    async #create() {
        const made = await newSession({ group: this.#filter.group, day: this.#today });
        if (!made) return;
        this.#filter.week = monday(made.date);
        this.#keep();
    }

    /**
     * @param {string} action
     * @param {string} id
     */
    async #choose(action, id) {
        const session = await store.get("session", id);
        if (action === "edit") return editSession(session);
        return this.#setState(session, action === "cancel" ? "cancelled" : "scheduled");
    }

    /**
     * @param {any} session
     * @param {string} state
     */
    async #setState(session, state) {
        try {
            await store.capture([{ entity: "session", key: session.id, fields: { state } }]);
            const back = async () => this.#setState(await store.get("session", session.id), session.state);
            toast(state === "cancelled" ? `${session.title} is cancelled and takes no marks.` : `${session.title} takes place again.`, { undo: back });
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    async #fillChoices() {
        const [groups, modules] = await Promise.all([groupChoices(), moduleChoices()]);
        fillSelect(this.#host.querySelector("select[name=module]"), [{ value: "", label: "All modules" }, ...modules], this.#filter.module);
        fillSelect(this.#host.querySelector("select[name=group]"), [{ value: "", label: "All groups" }, ...groups], this.#filter.group);
    }

    async #draw() {
        const { week, view, group, module } = this.#filter;
        const last = addDays(week, 6);
        const [sessions, groups, modules, mayMark] = await Promise.all([store.between("session", week, last), store.all("group"), store.all("module"), markable()]);
        if (this.#abort.signal.aborted) return;
        const shown = sessions.filter((one) => (!group || one.group === group) && (!module || one.module === module)).toSorted(inTime);
        this.#host.querySelector("#week-title").textContent = dayRange(week, last);
        const input = /** @type {HTMLInputElement} */ (this.#host.querySelector("input[name=week]"));
        if (document.activeElement !== input) input.value = week;
        const known = { groups: byId(groups), modules: byId(modules), today: this.#today, mayMark };
        const content = shown.length === 0 ? nothing(this.#filter, groups.length) : view === "list" ? listView(shown, known) : weekView(week, shown, known);
        redraw(this.#host.querySelector("#sessions"), content);
    }

    /** @param {number} groups */
}
