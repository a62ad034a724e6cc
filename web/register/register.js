/** Taking the register. Opens from the store only; a tap is painted first, then written to this device, then sent. */
import { html, render } from "../lib/html.js";
import { debounce, isTyping, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { store, StorageUnavailable } from "../store/store.js";
import { parseMarkKey } from "../sync/operation.js";
import { fillPresent, markIntent, sessionState, settle, statusFields, valuesBefore } from "./actions.js";
import { confirmClose, confirmWhileClosed, showKeyboard, shortcutsOn } from "./register-dialogs.js";
import { drawBar, drawHead, missing, statusNames, updateCounts } from "./register-view.js";
import { bringSession } from "./fetch-session.js";
import { minutesSinceStart } from "./lateness.js";
import { countStatuses, loadRoll, shownStatus } from "./roll.js";
import { drawRow, paintStatus, updateRow } from "./row.js";
import { showStudent } from "./student-sheet.js";
import { chooseFromMenu } from "./register-menu.js";

const KEYS = { p: "present", l: "late", a: "absent", e: "excused" };
const STEP_PAUSE = 500;

export class Page {
    #host;
    #id;
    #abort = new AbortController();
    /** @type {import("./roll.js").Roll | null} */ #roll = null;
    /** @type {Map<string, import("./roll.js").RollRow>} */ #rows = new Map();
    /** @type {Map<string, HTMLElement>} */ #items = new Map();
    /** @type {{ label: string, values: { student: string, fields: Record<string, any> }[] }[]} */ #done = [];
    /** @type {Promise<void>} */ #writing = Promise.resolve();
    /** @type {Map<string, any>} debounced by student */ #stepping = new Map();
    #look = { names: statusNames(null), readOnly: true };
    /** @type {string | null} */ #filter = null;
    #search = "";
    #current = "";
    #amending = false;
    #reload = debounce(() => this.#load(), 60);

    /** @param {HTMLElement} host @param {Record<string, string>} params */
    constructor(host, { id }) {
        this.#host = host;
        this.#id = id;
    }

    // -- lifecycle

    async connect() {
        const { signal } = this.#abort;
        document.body.dataset.page = "register";
        await stylesheet("/register/register.css");
        if (signal.aborted) return;
        await this.#load();
        if (!this.#roll) await this.#fetchOnce();
        store.addEventListener("change", (/** @type {CustomEvent} */ event) => this.#changed(event.detail), { signal });
        listen(this.#host, "click", ".mark", (_, button) => this.#tap(button), signal);
        listen(this.#host, "click", "[data-step]", (_, button) => this.#step(button), signal);
        listen(this.#host, "change", ".minutes input", (_, input) => this.#minutes(idOf(input), input.valueAsNumber), signal);
        listen(this.#host, "click", "[data-settle]", (_, button) => this.#settle(button), signal);
        listen(this.#host, "click", "[data-action=details]", (_, button) => this.#details(idOf(button)), signal);
        listen(this.#host, "click", "[data-action=fill]", () => this.#fill(), signal);
        listen(this.#host, "click", "[data-action=undo]", () => this.#undo(), signal);
        listen(this.#host, "click", "[data-action=close]", () => this.#close(), signal);
        listen(this.#host, "click", "[data-action=reopen]", () => this.#state("open"), signal);
        listen(this.#host, "click", "[data-filter]", (_, button) => this.#filterBy(button.dataset.filter), signal);
        listen(this.#host, "input", "[name=search]", (_, input) => this.#searchFor(input.value), signal);
        listen(this.#host, "focusin", "[data-student]", (_, item) => this.#select(item.dataset.student, false), signal);
        listen(this.#host, "choose", "r-menu", (event) => chooseFromMenu(event.detail.action, this.#roll, () => this.#load()), signal);
        document.addEventListener("keydown", (event) => this.#key(event), { signal });
        this.#warnIfNothingCanBeKept();
    }

    disconnect() {
        this.#abort.abort();
        this.#reload.cancel();
        for (const pause of this.#stepping.values()) pause.cancel();
        delete document.body.dataset.page;
    }

    async #fetchOnce() {
        render(this.#host, html`<section class="page register">${missing("Looking for this session…")}</section>`);
        const problem = await bringSession(this.#id);
        if (this.#abort.signal.aborted) return;
        await this.#load();
        if (!this.#roll) render(this.#host, html`<section class="page register">${missing(problem)}</section>`);
    }

    async #warnIfNothingCanBeKept() {
        const reason = await store.probe();
        const line = /** @type {HTMLElement | null} */ (this.#host.querySelector(".register-warning"));
        if (!line || this.#abort.signal.aborted) return;
        line.hidden = reason === null;
        line.querySelector("p").textContent = reason ? `${reason} Marks are lost when this tab closes before the server has them.` : "";
    }

    // -- drawing

    async #load() {
        const roll = await loadRoll(this.#id);
        if (this.#abort.signal.aborted || !roll) return;
        const before = this.#roll;
        const sameList = before && before.rows.length === roll.rows.length && before.rows.every(({ id, name }, index) => id === roll.rows[index].id && name === roll.rows[index].name);
        const sameHead = before && sameList && JSON.stringify([before.session, before.group, before.school]) === JSON.stringify([roll.session, roll.group, roll.school]);
        this.#roll = roll;
        this.#rows = new Map(roll.rows.map((row) => [row.id, row]));
        this.#look = { names: statusNames(roll.school), readOnly: !me.marks || roll.session.state === "cancelled" };
        if (!sameHead) this.#drawAll();
        else for (const row of roll.rows) updateRow(this.#items.get(row.id), row, this.#look);
        this.#afterMarks();
    }

    #drawAll() {
        const focus = /** @type {HTMLElement | null} */ (document.activeElement);
        const focused = focus && this.#host.contains(focus) ? idOf(focus) : "";
        const roll = this.#roll;
        setTitle(roll.session.title || "Register");
        render(
            this.#host,
            html`<section class="page register" data-state="${roll.session.state}">
                ${drawHead(roll, this.#look, this.#search)}
                <ul class="students" aria-label="Students"></ul>
                <p class="muted nothing" hidden>Nobody here matches.</p>
                ${drawBar(roll, this.#look)}
            </section>`,
        );
        this.#items = new Map(roll.rows.map((row) => [row.id, drawRow(row, this.#look)]));
        this.#host.querySelector(".students").append(...this.#items.values());
        this.#select(this.#rows.has(this.#current) ? this.#current : (roll.rows[0]?.id ?? ""), focused !== "");
        if (store.refusal) this.#warnIfNothingCanBeKept();
    }

    /** Counts, the button's number and the filter, after any mark. */
    #afterMarks() {
        if (!this.#host.querySelector(".students")) return;
        updateCounts(this.#host, countStatuses([...this.#rows.values()]), this.#filter, fillPresent(this.#id, this.#listed()).students.length, this.#done.length);
        this.#applyFilter();
    }

    /** @param {{ entities: Set<string>, keys: Set<string> | null, captured?: boolean, here: boolean }} detail */
    #changed({ entities, keys, captured, here }) {
        if (captured && here && keys && [...keys].every((key) => key.startsWith("mark/"))) return;
        const others = ["session", "enrolment", "person", "exception", "dispute", "group", "module", "school", "*"].some((entity) => entities.has(entity));
        if (others) return this.#reload();
        const mine = [...(keys ?? [])].filter((key) => key.startsWith(`mark/${this.#id}:`));
        if (mine.length > 0) this.#reread(mine.map((key) => parseMarkKey(key.slice(5)).student));
    }

    /**
     * Takes the truth of these students from the store.
     * @param {string[]} students
     */
    async #reread(students) {
        const marks = await store.many("mark", students.map((student) => `${this.#id}:${student}`));
        if (this.#abort.signal.aborted) return;
        students.forEach((student, index) => {
            const row = this.#rows.get(student);
            if (!row) return this.#reload();
            row.mark = marks[index];
            return updateRow(this.#items.get(student), row, this.#look);
        });
        this.#afterMarks();
    }

    // -- marking

    /** @param {HTMLElement} button */
    #tap(button) {
        const student = idOf(button);
        this.#select(student, false);
        this.#mark(student, button.dataset.mark);
    }

    /**
     * The same status again takes it away.
     * @param {string} student
     * @param {string} status
     */
    #mark(student, status) {
        const row = this.#rows.get(student);
        if (!row || this.#look.readOnly) return;
        const after = row.mark?.status === status ? null : status;
        const minutes = after === "late" && (row.mark?.minutesLate ?? null) === null ? minutesSinceStart(this.#roll.session, this.#roll.school) : null;
        const fields = statusFields(row, after, minutes);
        const byNotice = after === null && Boolean(row.notice);
        paintStatus(this.#items.get(student), after ?? (row.notice ? "excused" : "unmarked"), byNotice);
        this.#act(() => ({ label: `${row.name}: ${this.#look.names[after ?? "unmarked"]}`, intents: [markIntent(this.#id, row, fields)], students: [student] }));
    }

    /** @param {string} student @param {number} value */
    #minutes(student, value) {
        const row = this.#rows.get(student);
        const minutesLate = Number.isFinite(value) ? Math.min(600, Math.max(0, Math.round(value))) : null;
        if (!row || (row.mark?.minutesLate ?? null) === minutesLate) return;
        this.#act(() => ({ label: `${row.name}: minutes late`, intents: [markIntent(this.#id, row, { minutesLate })], students: [student] }));
    }

    /**
     * Several steps in a row are one operation.
     * @param {HTMLElement} button
     */
    #step(button) {
        const student = idOf(button);
        const input = /** @type {HTMLInputElement} */ (button.closest(".minutes").querySelector("input"));
        input.value = String(Math.min(600, Math.max(0, (input.valueAsNumber || 0) + Number(button.dataset.step))));
        if (!this.#stepping.has(student)) this.#stepping.set(student, debounce((/** @type {number} */ value) => this.#minutes(student, value), STEP_PAUSE));
        this.#stepping.get(student)(input.valueAsNumber);
    }

    #fill() {
        const action = fillPresent(this.#id, this.#listed());
        if (action.students.length === 0) return;
        for (const student of action.students) paintStatus(this.#items.get(student), "present", false);
        this.#act(() => fillPresent(this.#id, action.students.map((student) => this.#rows.get(student)))).then((done) => {
            if (done) toast(action.label, { undo: () => this.#undo() });
        });
    }

    #undo() {
        const last = this.#done.pop();
        if (!last) return;
        const intents = () => last.values.map(({ student, fields }) => markIntent(this.#id, this.#rows.get(student), fields));
        this.#act(() => ({ label: last.label, intents: intents(), students: last.values.map(({ student }) => student) }), false);
        toast(`Undone: ${last.label}`);
    }

    /** @param {HTMLElement} button */
    async #settle(button) {
        const student = idOf(button);
        const row = this.#rows.get(student);
        const dispute = row.disputes.find(({ id }) => id === button.dataset.settle);
        if (!dispute) return;
        row.disputes = row.disputes.filter((one) => one !== dispute);
        const { value } = dispute[button.dataset.side];
        await this.#act(() => ({ label: `${row.name}: settled`, intents: [settle(dispute, value, row.mark)], students: [student] }), false);
        toast("Settled.");
    }

    /**
     * Writes an action to this device, one after the other; the screen then shows what the store has.
     * @param {() => import("./actions.js").Action} make called when its turn has come, so that it sees what the one before did
     * @param {boolean} [undoable]
     * @returns {Promise<boolean>}
     */
    #act(make, undoable = true) {
        const turn = this.#writing.then(async () => {
            const action = make();
            if (action.intents.length === 0) return false;
            if (!(await this.#mayAmend())) {
                await this.#reread(action.students);
                return false;
            }
            const values = valuesBefore(this.#id, action, this.#rows);
            try {
                await store.capture(action.intents);
            } catch (error) {
                const text = error instanceof StorageUnavailable ? error.message : "This could not be saved on this device.";
                toast(`Not saved. ${text}`, { tone: "bad" });
                await this.#reread(action.students);
                return false;
            }
            if (undoable) this.#done.push({ label: action.label, values });
            await this.#reread(action.students);
            return true;
        });
        this.#writing = turn.then(() => {});
        return turn;
    }

    async #mayAmend() {
        if (this.#roll.session.state !== "closed" || this.#amending) return true;
        const answer = await confirmWhileClosed();
        if (answer === "reopen") await store.capture([sessionState(this.#roll.session, "open")]);
        this.#amending = answer === "propose";
        return answer !== null;
    }

    /** @param {string} student */
    async #details(student) {
        const row = this.#rows.get(student);
        if (!row) return;
        const remark = await showStudent(row, this.#roll, this.#look);
        if (remark === null || remark === (row.mark?.remark ?? "")) return;
        this.#act(() => ({ label: `${row.name}: remark`, intents: [markIntent(this.#id, row, { remark: remark || null })], students: [student] }));
    }

    async #close() {
        const { unmarked } = countStatuses([...this.#rows.values()]);
        if (await confirmClose(unmarked)) await this.#state("closed");
    }

    /** @param {"closed" | "open"} state */
    async #state(state) {
        try {
            await store.capture([sessionState(this.#roll.session, state)]);
            toast(state === "closed" ? "Register closed." : "Register open again.", state === "closed" ? { undo: () => this.#state("open") } : {});
        } catch (error) {
            toast(error.message, { tone: "bad" });
        }
    }

    // -- finding

    /** Rows on the screen: those that search and filter leave. */
    #listed() {
        const words = this.#search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
        return [...this.#rows.values()].filter((row) => {
            if (this.#filter && shownStatus(row) !== this.#filter && row.id !== this.#current) return false;
            const text = `${row.name} ${row.person.number}`.toLocaleLowerCase();
            return words.every((word) => text.includes(word));
        });
    }

    #applyFilter() {
        const listed = new Set(this.#listed().map(({ id }) => id));
        for (const [id, item] of this.#items) item.hidden = !listed.has(id);
        /** @type {HTMLElement} */ (this.#host.querySelector(".nothing")).hidden = listed.size > 0 || this.#rows.size === 0;
    }

    /** @param {string} status */
    #filterBy(status) {
        this.#filter = this.#filter === status ? null : status;
        this.#current = this.#filter ? "" : this.#current;
        this.#afterMarks();
    }

    /** @param {string} text */
    #searchFor(text) {
        this.#search = text;
        this.#afterMarks();
        const first = this.#listed()[0];
        if (first) this.#select(first.id, false);
    }

    // -- keyboard

    /**
     * One row at a time is in the tab order.
     * @param {string} student
     * @param {boolean} focus
     */
    #select(student, focus) {
        for (const id of [this.#current, student]) {
            const item = this.#items.get(id);
            if (!item) continue;
            item.toggleAttribute("data-current", id === student);
            for (const button of item.querySelectorAll("button.mark, .student-name")) /** @type {HTMLElement} */ (button).tabIndex = id === student ? 0 : -1;
        }
        this.#current = student;
        if (focus) this.#focus(student);
    }

    /** @param {string} student @param {number} [column] */
    #focus(student, column) {
        const item = this.#items.get(student);
        const buttons = /** @type {HTMLElement[]} */ ([...(item?.querySelectorAll(".mark") ?? [])]);
        const pressed = buttons.findIndex((button) => button.getAttribute("aria-pressed") === "true");
        buttons[column ?? Math.max(0, pressed)]?.focus({ preventScroll: true });
        item?.scrollIntoView({ block: "nearest" });
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || !this.#roll || document.querySelector("dialog[open]")) return;
        const target = /** @type {HTMLElement} */ (event.target);
        if (isTyping(target)) {
            if (event.key === "Enter" && target.getAttribute("name") === "search") this.#focus(this.#current);
            return;
        }
        const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const inList = target.closest(".students") !== null;
        if (arrow && inList) return this.#move(arrow, event);
        if (["ArrowLeft", "ArrowRight"].includes(event.key) && target.matches(".mark")) return this.#across(target, event);
        if (!shortcutsOn()) return undefined;
        return this.#shortcut(event);
    }

    /** @param {KeyboardEvent} event */
    #shortcut(event) {
        const key = event.key.toLowerCase();
        const actions = {
            "/": () => /** @type {HTMLElement} */ (this.#host.querySelector("[name=search]"))?.focus(),
            u: () => this.#undo(),
            r: () => this.#details(this.#current),
            "?": () => showKeyboard(),
        };
        if (KEYS[key] && this.#current && !event.repeat) {
            event.preventDefault();
            const student = this.#current;
            if (this.#rows.get(student)?.mark?.status !== KEYS[key]) this.#mark(student, KEYS[key]);
            return this.#move(1, event);
        }
        if (!actions[key]) return undefined;
        event.preventDefault();
        return actions[key]();
    }

    /** @param {number} step @param {KeyboardEvent} event */
    #move(step, event) {
        event.preventDefault();
        const listed = this.#listed().map(({ id }) => id);
        const next = listed[listed.indexOf(this.#current) + step] ?? this.#current;
        this.#select(next, true);
    }

    /** @param {HTMLElement} button @param {KeyboardEvent} event */
    #across(button, event) {
        event.preventDefault();
        const buttons = /** @type {HTMLElement[]} */ ([...button.parentElement.children]);
        const step = event.key === "ArrowRight" ? 1 : -1;
        buttons[(buttons.indexOf(button) + step + buttons.length) % buttons.length].focus();
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
