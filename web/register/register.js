/** Taking the register. Opens from the store only; a tap is painted first, then written to this device, then sent. */
import { html, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { pageHead } from "../elements/markup.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { parseMarkKey } from "../sync/operation.js";
import { bringMarks, isOlderThanSync } from "./fetch-session.js";
import { Marking } from "./marking.js";
import { RegisterKeys } from "./register-keys.js";
import { chooseFromMenu } from "./register-menu.js";
import { missing } from "./register-view.js";
import { RollView } from "./roll-view.js";

/** A change of one of these may change who is listed or what the head says. */
const WHOLE = ["session", "enrolment", "person", "exception", "dispute", "group", "module", "school", "*"];

export class Page {
    #host;
    #id;
    #abort = new AbortController();
    #view;
    #marking;
    #keys;
    /** @type {string | null} why the marks of an old session are not known */ #pastUnknown = null;
    #reload = debounce(() => this.#load(), 60);

    /** @param {HTMLElement} host @param {Record<string, string>} params */
    constructor(host, { id }) {
        this.#host = host;
        this.#id = id;
        this.#view = new RollView(host, id);
        this.#marking = new Marking(id, this.#view);
        this.#keys = new RegisterKeys(host, this.#view, this.#marking);
    }

    // -- lifecycle

    async connect() {
        const { signal } = this.#abort;
        document.body.dataset.page = "register";
        await stylesheet("/register/register.css");
        if (signal.aborted) return;
        // Before the first read: what arrives while it runs would otherwise never be shown.
        store.addEventListener("change", (/** @type {CustomEvent} */ event) => this.#changed(event.detail), { signal });
        await this.#load();
        if (signal.aborted) return;
        this.#listen(signal);
        const { roll } = this.#view;
        if (!roll) this.#showMissing();
        else if (isOlderThanSync(roll.session, roll.school)) this.#fetchMarks();
    }

    disconnect() {
        this.#abort.abort();
        this.#reload.cancel();
        this.#marking.finish();
        delete document.body.dataset.page;
    }

    /** @param {AbortSignal} signal */
    #listen(signal) {
        const marking = this.#marking;
        const on = (/** @type {string} */ type, /** @type {string} */ selector, /** @type {(target: any, event: any) => void} */ handle) =>
            listen(this.#host, type, selector, (event, target) => handle(target, event), signal);
        document.addEventListener("keydown", (event) => this.#keys.handle(event), { signal });
        on("click", ".mark", (button) => this.#tap(button));
        on("click", "[data-step]", (button) => marking.step(idOf(button), button.closest(".minutes").querySelector("input"), Number(button.dataset.step)));
        on("change", ".minutes input", (input) => marking.minutes(idOf(input), input.valueAsNumber));
        on("click", "[data-settle]", (button) => marking.settle(idOf(button), button.dataset.settle, button.dataset.side));
        on("click", "[data-action=details]", (button) => marking.details(idOf(button)));
        on("click", "[data-action=fill]", () => marking.fill());
        on("click", "[data-action=undo]", () => marking.undo());
        on("click", "[data-action=close]", () => marking.close());
        on("click", "[data-action=reopen]", () => marking.state("open"));
        on("click", "[data-filter]", (button) => this.#view.filterBy(button.dataset.filter));
        on("input", "[name=search]", (input) => this.#view.searchFor(input.value));
        on("focusin", "[data-student]", (item) => this.#view.select(item.dataset.student, false));
        on("choose", "r-menu", (_, event) => chooseFromMenu(event.detail.action, this.#view.roll, () => this.#load()));
    }

    // -- what is shown

    async #load() {
        const fresh = await this.#view.load();
        if (!fresh || this.#abort.signal.aborted) return;
        this.#showPast();
        this.#warnIfNothingCanBeKept();
    }

    /** @param {{ entities: Set<string>, keys: Set<string> | null, captured?: boolean, here: boolean }} detail */
    async #changed({ entities, keys, captured, here }) {
        // this page's own marks: whoever wrote them reads them again
        if (captured && here && keys && [...keys].every((key) => key.startsWith(`mark/${this.#id}:`))) return;
        if (!this.#view.roll || WHOLE.some((entity) => entities.has(entity))) return this.#reload();
        const mine = [...(keys ?? [])].filter((key) => key.startsWith(`mark/${this.#id}:`));
        const students = mine.map((key) => parseMarkKey(key.slice("mark/".length)).student);
        if (students.length > 0 && !(await this.#view.reread(students))) this.#reload();
    }

    /** @param {HTMLElement} button */
    #tap(button) {
        const student = idOf(button);
        this.#view.select(student, false);
        this.#marking.mark(student, button.dataset.mark);
    }

    /** A session that is on its way here appears by itself. */
    #showMissing() {
        const text = "If it is one of yours, it appears here as soon as the server can be reached.";
        render(this.#host, html`<section class="page register">${pageHead({ title: "Register" })}${missing(text)}</section>`);
        engine.now();
    }

    // -- what has to be said before marking

    async #warnIfNothingCanBeKept() {
        const reason = await store.probe();
        const line = /** @type {HTMLElement | null} */ (this.#host.querySelector(".register-warning"));
        if (!line || this.#abort.signal.aborted) return;
        line.hidden = reason === null;
        const consequence = store.durable ? "A mark made now is not saved: make room first." : "Marks are lost when this tab closes before the server has them.";
        line.querySelector("p").textContent = reason ? `${reason} ${consequence}` : "";
    }

    /** Marks of an old session come from the server; without them nobody is shown as unmarked by mistake. */
    async #fetchMarks() {
        this.#pastUnknown = "Fetching the marks of this session…";
        this.#showPast();
        this.#pastUnknown = await bringMarks(this.#id);
        if (this.#abort.signal.aborted) return;
        await this.#load();
        this.#showPast();
    }

    #showPast() {
        const line = /** @type {HTMLElement | null} */ (this.#host.querySelector(".register-past"));
        if (!line) return;
        line.hidden = this.#pastUnknown === null;
        line.closest(".register").toggleAttribute("data-unknown", this.#pastUnknown !== null);
        line.querySelector("p").textContent = this.#pastUnknown ? `Marks older than four weeks are kept by the server, not on this device. ${this.#pastUnknown}` : "";
    }
}

/**
 * The student of the row that an element is in.
 * @param {Element} element
 * @returns {string}
 */
function idOf(element) {
    return /** @type {HTMLElement | null} */ (element.closest("[data-student]"))?.dataset.student ?? "";
}
