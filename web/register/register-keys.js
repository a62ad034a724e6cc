/** The register's keyboard: letters mark, arrows move. */
import { isTyping } from "../lib/events.js";
import { showKeyboard, shortcutsOn } from "./register-dialogs.js";

const MARKS = { p: "present", l: "late", a: "absent", e: "excused" };

export class RegisterKeys {
    #host;
    #view;
    #marking;

    /** @param {HTMLElement} host @param {import("./roll-view.js").RollView} view @param {import("./marking.js").Marking} marking */
    constructor(host, view, marking) {
        this.#host = host;
        this.#view = view;
        this.#marking = marking;
    }

    /** @param {KeyboardEvent} event */
    handle(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || !this.#view.roll || document.querySelector("dialog[open]")) return;
        const target = /** @type {HTMLElement} */ (event.target);
        if (isTyping(target)) {
            if (event.key === "Enter" && target.getAttribute("name") === "search") this.#view.focus(this.#view.current);
            return;
        }
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && target.closest(".students")) this.#move(step, event);
        else if (["ArrowLeft", "ArrowRight"].includes(event.key) && target.matches(".mark")) this.#across(target, event);
        else if (shortcutsOn()) this.#letter(event);
    }

    /** @param {KeyboardEvent} event */
    #letter(event) {
        const key = event.key.toLowerCase();
        const student = this.#view.current;
        if (MARKS[key] && student && !event.repeat) {
            if (this.#view.rows.get(student)?.mark?.status !== MARKS[key]) this.#marking.mark(student, MARKS[key]);
            return this.#move(1, event);
        }
        const actions = {
            "/": () => /** @type {HTMLElement} */ (this.#host.querySelector("[name=search]"))?.focus(),
            u: () => this.#marking.undo(),
            r: () => this.#marking.details(student),
            "?": () => showKeyboard(),
        };
        if (!actions[key]) return undefined;
        event.preventDefault();
        return actions[key]();
    }

    /** @param {number} step @param {KeyboardEvent} event */
    #move(step, event) {
        event.preventDefault();
        const listed = this.#view.listed().map(({ id }) => id);
        const next = listed[listed.indexOf(this.#view.current) + step] ?? this.#view.current;
        this.#view.select(next, true);
    }

    /** @param {HTMLElement} button @param {KeyboardEvent} event */
    #across(button, event) {
        event.preventDefault();
        const buttons = /** @type {HTMLElement[]} */ ([...button.parentElement.children]);
        const step = event.key === "ArrowRight" ? 1 : -1;
        buttons[(buttons.indexOf(button) + step + buttons.length) % buttons.length].focus();
    }
}
