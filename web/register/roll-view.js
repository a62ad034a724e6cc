/** The list of students on the screen: drawn once, then changed row by row; filter, search and the current row. */
import { html, render } from "../lib/html.js";
import { steady } from "../lib/steady.js";
import { setTitle } from "../router.js";
import { store } from "../store/store.js";
import { fillPresent } from "./actions.js";
import { drawBar, drawHead, statusNames, updateCounts, updateState } from "./register-view.js";
import { countStatuses, loadRoll, shownStatus } from "./roll.js";
import { rowMarkup, updateRow } from "./row.js";

/** @typedef {import("./roll.js").RollRow} RollRow */

/** Where the focus goes when the button that had it becomes another. */
const AGAIN = { close: "[data-action=reopen]", reopen: "[data-action=close]" };

export class RollView {
    /** @type {import("./roll.js").Roll | null} */ roll = null;
    /** @type {Map<string, RollRow>} */ rows = new Map();
    /** @type {Map<string, HTMLElement>} */ items = new Map();
    look = { names: statusNames(null), readOnly: true, device: "" };
    /** Student of the row that is in the tab order. */
    current = "";
    /** How many actions can be undone. */
    undoable = 0;
    #host;
    #id;
    /** @type {string | null} */ #filter = null;
    #search = "";
    /** Counts the readings: an older one that ends late is not shown. */
    #reading = 0;

    /** @param {HTMLElement} host @param {string} id of the session */
    constructor(host, id) {
        this.#host = host;
        this.#id = id;
    }

    /**
     * Reads everything anew and changes what differs.
     * @returns {Promise<boolean>} whether the head was drawn anew
     */
    async load() {
        const mine = (this.#reading += 1);
        const [roll, { device }] = await Promise.all([loadRoll(this.#id), store.summary()]);
        if (!roll || mine !== this.#reading) return false;
        const before = this.roll;
        const sameList = before !== null && sameRows(before.rows, roll.rows);
        const sameHead = sameList && headOf(before) === headOf(roll);
        this.roll = roll;
        this.rows = new Map(roll.rows.map((row) => [row.id, row]));
        this.look = { names: statusNames(roll.school), readOnly: !roll.mayMark || roll.session.state === "cancelled", device };
        steady(this.#aimedAt, () => {
            if (!sameHead) this.#drawAll();
            else for (const row of roll.rows) updateRow(this.items.get(row.id), row, this.look);
            this.afterMarks();
        });
        return !sameHead;
    }

    #drawAll() {
        const { activeElement } = document;
        const hadFocus = this.#host.contains(activeElement) && activeElement.closest("[data-student]") !== null;
        const action = hadFocus ? null : /** @type {HTMLElement} */ (activeElement)?.dataset.action;
        const inSearch = activeElement?.getAttribute("name") === "search";
        const { roll } = this;
        setTitle(roll.session.title || "Register");
        render(
            this.#host,
            html`<section class="page register" data-state="${roll.session.state}" ${this.look.readOnly && "data-read-only"}>
                ${drawHead(roll, this.look, this.#search)}
                <ul class="students" aria-label="Students">${roll.rows.map((row) => rowMarkup(row, this.look))}</ul>
                <p class="muted nothing" hidden>Nobody here matches.</p>
                ${drawBar(roll, this.look)}
            </section>`,
        );
        const items = /** @type {NodeListOf<HTMLElement>} */ (this.#host.querySelectorAll("[data-student]"));
        this.items = new Map([...items].map((item) => [item.dataset.student, item]));
        this.select(this.rows.has(this.current) ? this.current : (roll.rows[0]?.id ?? ""), hadFocus);
        if (action) /** @type {HTMLElement | null} */ (this.#host.querySelector(AGAIN[action] ?? `[data-action="${action}"]`))?.focus({ preventScroll: true });
        if (inSearch) /** @type {HTMLElement | null} */ (this.#host.querySelector("[name=search]"))?.focus({ preventScroll: true });
    }

    /**
     * Takes the truth of these students from the store.
     * @param {string[]} students
     * @returns {Promise<boolean>} false when one is not on the list
     */
    async reread(students) {
        const marks = await store.many("mark", students.map((student) => `${this.#id}:${student}`));
        let complete = true;
        steady(this.#aimedAt, () => {
            students.forEach((student, index) => {
                const row = this.rows.get(student);
                const item = this.items.get(student);
                if (!row || !item) return (complete = false);
                row.mark = marks[index];
                return updateRow(item, row, this.look);
            });
            this.afterMarks();
        });
        return complete;
    }

    /** The row under the pointer, else the current one: others' marks may make rows above it taller. */
    #aimedAt = () => {
        const hovered = /** @type {HTMLElement | null} */ (this.#host.querySelector("[data-student]:hover"));
        return this.items.get(hovered?.dataset.student ?? this.current);
    };

    /** Counts, the button's number and the filter, after any mark. */
    afterMarks() {
        if (!this.#host.querySelector(".students")) return;
        const remaining = fillPresent(this.#id, this.listed()).students.length;
        updateCounts(this.#host, countStatuses([...this.rows.values()]), this.#filter, remaining, this.undoable);
        updateState(this.#host, this.roll);
        const listed = new Set(this.listed().map(({ id }) => id));
        for (const [id, item] of this.items) item.hidden = !listed.has(id);
        /** @type {HTMLElement} */ (this.#host.querySelector(".nothing")).hidden = listed.size > 0 || this.rows.size === 0;
    }

    /**
     * For a screen reader: the focus may have moved on before a mark was made.
     * @param {string} text
     */
    announce(text) {
        const line = this.#host.querySelector("#register-spoken");
        if (line) line.textContent = text;
    }

    // -- finding

    /** Rows on the screen: those that search and filter leave. The current one stays, so that a tap does not make it jump away. */
    listed() {
        const words = this.#search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
        return [...this.rows.values()].filter((row) => {
            if (this.#filter && shownStatus(row) !== this.#filter && row.id !== this.current) return false;
            const text = `${row.name} ${row.person.number}`.toLocaleLowerCase();
            return words.every((word) => text.includes(word));
        });
    }

    /**
     * The same status again shows everybody.
     * @param {string} status
     */
    filterBy(status) {
        this.#filter = this.#filter === status ? null : status;
        if (this.#filter) this.current = "";
        this.afterMarks();
    }

    /** @param {string} text */
    searchFor(text) {
        this.#search = text;
        this.afterMarks();
        const first = this.listed()[0];
        if (first) this.select(first.id, false);
    }

    // -- the current row

    /**
     * One row at a time is in the tab order.
     * @param {string} student
     * @param {boolean} focus
     */
    select(student, focus) {
        for (const id of [this.current, student]) {
            const item = this.items.get(id);
            if (!item) continue;
            item.toggleAttribute("data-current", id === student);
            for (const button of item.querySelectorAll("button.mark, .student-name")) /** @type {HTMLElement} */ (button).tabIndex = id === student ? 0 : -1;
        }
        this.current = student;
        if (focus) this.focus(student);
    }

    /** @param {string} student */
    focus(student) {
        const item = this.items.get(student);
        const buttons = /** @type {HTMLElement[]} */ ([...(item?.querySelectorAll(".mark") ?? [])]);
        const pressed = buttons.findIndex((button) => button.getAttribute("aria-pressed") === "true");
        const name = /** @type {HTMLElement | null} */ (item?.querySelector(".student-name"));
        (this.look.readOnly ? name : buttons[Math.max(0, pressed)])?.focus({ preventScroll: true });
        item?.scrollIntoView({ block: "nearest" });
    }
}

/** @param {RollRow[]} before @param {RollRow[]} after */
function sameRows(before, after) {
    return before.length === after.length && before.every(({ id, name }, index) => id === after[index].id && name === after[index].name);
}

/**
 * What the head and the bar are drawn from.
 * @param {import("./roll.js").Roll} roll
 */
function headOf({ session, group, module, school, mayMark }) {
    return JSON.stringify([session, group, module, school, mayMark]);
}
