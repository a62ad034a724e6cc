/** Absence notices by state: asked for, decided, withdrawn. Deciding works offline too; an approved notice excuses without a mark. */
import { html, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { field } from "../elements/field.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { setQuery } from "../router.js";
import { store } from "../store/store.js";
import { byId, found, fullName } from "../roster/names.js";
import { mayDecide, mayRequest, STATES } from "./absence-words.js";
import { requestAbsence } from "./absence-form.js";
import { addEvidence } from "./absence-evidence.js";
import { noticeList } from "./absence-list.js";
import { drawStates, nothing } from "./absence-states.js";

const SHOWN = 100;

export class Page {
    #host;
    #state;
    #question = "";
    #limit = SHOWN;
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} _params
     * @param {URLSearchParams} query
     */
    constructor(host, _params, query) {
        this.#host = host;
        const state = query.get("state") ?? "";
        this.#state = state in STATES || state === "all" ? state : mayDecide() ? "requested" : "all";
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/register/absences.css");
        render(this.#host, this.#frame());
        listen(this.#host, "click", "[data-action=request]", () => requestAbsence(), signal);
        listen(this.#host, "click", "[data-decide]", (_, button) => this.#decide(button.dataset.id, button.dataset.decide), signal);
        listen(this.#host, "click", "[data-action=evidence]", (_, button) => this.#addEvidence(button.dataset.id), signal);
        listen(this.#host, "click", "[data-action=more]", () => this.#more(), signal);
        listen(this.#host, "change", "input[name=state]", (_, input) => this.#choose(input.value), signal);
        listen(this.#host, "input", "input[type=search]", debounce((_, input) => this.#search(input.value), 120), signal);
        listen(this.#host, "submit", "form", (event) => event.preventDefault(), signal);
        const wanted = ["exception", "person"];
        store.addEventListener("change", (event) => wanted.some((one) => event.detail.entities.has(one)) && this.#draw(), { signal });
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
    }

    /**
     * @param {string} id
     * @param {string} state
     */
    async #decide(id, state) {
        const before = await store.get("exception", id);
        await this.#capture(id, state);
        const words = { approved: "Approved.", declined: "Declined.", withdrawn: "Withdrawn.", requested: "Open again." };
        toast(words[state], { undo: () => this.#capture(id, before.state) });
    }

    /**
     * @param {string} id
     * @param {string} state
     */
    async #capture(id, state) {
        try {
            await store.capture([{ entity: "exception", key: id, fields: { state } }]);
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    /** @param {string} id */
    async #addEvidence(id) {
        if (await addEvidence(id)) toast("The evidence is kept with the notice.", { tone: "good" });
    }

    /** @param {string} state */
    #choose(state) {
        this.#state = state;
        this.#limit = SHOWN;
        setQuery({ state });
        this.#draw();
    }

    /** @param {string} question */
    #search(question) {
        this.#question = question.trim();
        this.#draw();
    }

    #more() {
        this.#limit += SHOWN;
        this.#draw();
    }

    #frame() {
        const label = me.isStudent ? "Ask to be excused" : "New notice";
        const actions = mayRequest() && html`<button type="button" class="button primary" data-action="request">${icon("plus")}${label}</button>`;
        const text = me.isStudent
            ? "Tell the school that you cannot come. Approved days show as excused in every register."
            : "An approved notice shows the student as excused in every register of those days, until a teacher marks otherwise.";
        return html`<section class="page">
            ${pageHead({ title: "Absence notices", text, actions })}
            <form class="filters" role="search" aria-label="Absence notices">
                <div id="states" class="states"></div>
                ${!me.isStudent && field({ label: "Search by student", name: "q", type: "search" })}
            </form>
            <div id="notices"></div>
        </section>`;
    }

    async #draw() {
        const [notices, people] = await Promise.all([store.all("exception"), store.all("person")]);
        if (this.#abort.signal.aborted) return;
        const students = byId(people);
        drawStates(this.#host.querySelector("#states"), notices, this.#state);
        const shown = notices
            .filter((one) => this.#state === "all" || one.state === this.#state)
            .filter((one) => !this.#question || found(this.#question, fullName(students.get(one.student)), students.get(one.student)?.number))
            .toSorted((left, right) => right.firstDay.localeCompare(left.firstDay) || left.id.localeCompare(right.id));
        const content = shown.length === 0 ? nothing(this.#state, this.#question) : noticeList(shown.slice(0, this.#limit), students);
        const more = shown.length > this.#limit && html`<p class="row center"><button type="button" class="button" data-action="more">Show more</button></p>`;
        const focus = this.#focused();
        render(this.#host.querySelector("#notices"), html`${content}${more}`);
        focus?.();
    }

    /** Repainting keeps the focus near: on the same control, or the list's next one when a decision took it away. */
    #focused() {
        const controls = () => /** @type {HTMLElement[]} */ ([...this.#host.querySelectorAll("#notices button, #notices a")]);
        const at = controls().indexOf(/** @type {HTMLElement} */ (document.activeElement));
        if (at < 0) return null;
        return () => (controls()[at] ?? controls().at(-1) ?? /** @type {HTMLElement} */ (this.#host.querySelector("#states input:checked")))?.focus();
    }
}
