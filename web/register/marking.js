/**
 * What a teacher does on the register, one action after the other: painted at once, written to this device, and then the
 * screen shows what the store has. An action that could not be written is taken back on the screen, with a sentence.
 */
import { toast } from "../elements/toast.js";
import { store, StorageUnavailable } from "../store/store.js";
import { fillPresent, markIntent, sessionState, settle, statusFields, valuesBefore } from "./actions.js";
import { minutesSinceStart, MOST_MINUTES } from "./lateness.js";
import { confirmClose, confirmWhileClosed } from "./register-dialogs.js";
import { countStatuses } from "./roll.js";
import { paintStatus } from "./row.js";
import { showStudent } from "./student-sheet.js";

/** Steps of the minutes within this time are one operation. */
const STEP_PAUSE = 500;

export class Marking {
    #id;
    #view;
    /** @type {{ label: string, values: { student: string, fields: Record<string, any> }[] }[]} */ #done = [];
    /** @type {Promise<void>} */ #writing = Promise.resolve();
    /** @type {Map<string, { timer: ReturnType<typeof setTimeout>, value: number }>} by student */ #stepping = new Map();
    /** @type {Map<string, { status: string, byNotice: boolean }>} by student: painted, and still to be written */ #painted = new Map();
    #amending = false;

    /** @param {string} id of the session @param {import("./roll-view.js").RollView} view */
    constructor(id, view) {
        this.#id = id;
        this.#view = view;
    }

    /** Writes steps that are still being counted. */
    finish() {
        for (const [student, { timer, value }] of this.#stepping) {
            clearTimeout(timer);
            this.#stepped(student, value);
        }
    }

    /** @param {string} student @param {number} value */
    #stepped(student, value) {
        this.#stepping.delete(student);
        this.minutes(student, value);
    }

    /**
     * The same status again takes it away.
     * @param {string} student
     * @param {string} status
     */
    mark(student, status) {
        const { rows, items, look, roll } = this.#view;
        const row = rows.get(student);
        if (!row || look.readOnly) return;
        const item = items.get(student);
        // what is on the screen, also when it is still being written
        const isPressed = item.querySelector(`[data-mark=${status}]`).getAttribute("aria-pressed") === "true";
        const after = isPressed ? null : status;
        const painted = { status: after ?? (row.notice ? "excused" : "unmarked"), byNotice: after === null && Boolean(row.notice) };
        this.#painted.set(student, painted);
        paintStatus(item, painted.status, painted.byNotice);
        this.#one(student, look.names[after ?? "unmarked"], (now) => {
            if (this.#painted.get(student) === painted) this.#painted.delete(student);
            const guess = after === "late" && (now.mark?.minutesLate ?? null) === null;
            return statusFields(now, after, guess ? minutesSinceStart(roll.session, roll.school) : null);
        });
    }

    /** @param {string} student @param {number} value not a number: unknown */
    minutes(student, value) {
        const minutesLate = Number.isFinite(value) ? Math.min(MOST_MINUTES, Math.max(0, Math.round(value))) : null;
        if (!this.#view.rows.has(student)) return;
        this.#one(student, "minutes late", ({ mark }) => ((mark?.minutesLate ?? null) === minutesLate ? {} : { minutesLate }));
    }

    /** @param {string} student @param {HTMLInputElement} input @param {number} step */
    step(student, input, step) {
        input.value = String(Math.min(MOST_MINUTES, Math.max(0, (input.valueAsNumber || 0) + step)));
        const value = input.valueAsNumber;
        clearTimeout(this.#stepping.get(student)?.timer);
        const timer = setTimeout(() => this.#stepped(student, value), STEP_PAUSE);
        this.#stepping.set(student, { timer, value });
    }

    /** Present for exactly those who are listed, unmarked and without notice. */
    async fill() {
        const { items } = this.#view;
        const { students, label } = fillPresent(this.#id, this.#view.listed());
        if (students.length === 0) return;
        for (const student of students) paintStatus(items.get(student), "present", false);
        const done = await this.#act(() => ({ ...fillPresent(this.#id, students.map((student) => this.#view.rows.get(student))), label }));
        if (done) toast(label, { undo: () => this.undo() });
    }

    /** Takes back what was done last, also when that is still being written. */
    undo() {
        return this.#act(() => {
            const last = this.#done.pop();
            if (!last) return { label: "", intents: [], students: [] };
            toast(`Undone: ${last.label}`);
            const intents = last.values.map(({ student, fields }) => markIntent(this.#id, this.#view.rows.get(student), fields));
            return { label: last.label, intents, students: last.values.map(({ student }) => student) };
        }, false);
    }

    /** @param {string} student @param {string} id of the dispute @param {"kept" | "other"} side */
    async settle(student, id, side) {
        const row = this.#view.rows.get(student);
        const dispute = row?.disputes.find((one) => one.id === id);
        if (!dispute) return;
        const open = row.disputes;
        row.disputes = open.filter(({ field }) => field !== dispute.field);
        const intents = () => [settle(dispute, dispute[side].value, row.mark, open)];
        if (await this.#act(() => ({ label: `${row.name}: settled`, intents: intents(), students: [student] }), false)) toast("Settled. Both answers stay in the history.");
    }

    /**
     * Remark and history.
     * @param {string} student
     */
    async details(student) {
        const { rows, roll, look } = this.#view;
        const row = rows.get(student);
        if (!row) return;
        const remark = await showStudent(row, roll, look);
        if (remark === null || remark === (row.mark?.remark ?? "")) return;
        this.#one(student, "remark", () => ({ remark: remark || null }));
    }

    async close() {
        const { unmarked } = countStatuses([...this.#view.rows.values()]);
        if (await confirmClose(unmarked)) await this.state("closed");
    }

    /** @param {"closed" | "open"} state */
    async state(state) {
        await this.#writing;
        try {
            await store.capture([sessionState(this.#view.roll.session, state)]);
        } catch (error) {
            return toast(`Not saved. ${error.message}`, { tone: "bad" });
        }
        if (state === "open") return toast("Register open again.");
        return toast("Register closed.", { undo: () => this.state("open") });
    }

    // -- writing

    /** @param {string} student @param {string} what @param {(row: import("./roll.js").RollRow) => Record<string, any>} fields */
    #one(student, what, fields) {
        return this.#act(() => {
            const row = this.#view.rows.get(student);
            const touched = fields(row);
            const intents = Object.keys(touched).length > 0 ? [markIntent(this.#id, row, touched)] : [];
            return { label: `${row.name}: ${what}`, intents, students: [student] };
        });
    }

    /**
     * @param {() => import("./actions.js").Action} make called when its turn has come, so that it sees what the one before did
     * @param {boolean} [undoable]
     * @returns {Promise<boolean>}
     */
    #act(make, undoable = true) {
        const turn = this.#writing.then(() => this.#write(make(), undoable));
        this.#writing = turn.then(
            () => {},
            () => {},
        );
        return turn;
    }

    /** @param {import("./actions.js").Action} action @param {boolean} undoable */
    async #write(action, undoable) {
        if (action.intents.length === 0) return false;
        const values = valuesBefore(this.#id, action, this.#view.rows);
        let done = false;
        try {
            if (await this.#mayAmend()) {
                await store.capture(action.intents);
                done = true;
            }
        } catch (error) {
            const text = error instanceof StorageUnavailable ? error.message : "This could not be saved on this device.";
            toast(`Not saved. ${text}`, { tone: "bad" });
        }
        if (done && undoable) this.#done.push({ label: action.label, values });
        this.#view.undoable = this.#done.length;
        await this.#view.reread(action.students);
        for (const student of action.students) this.#paintAgain(student);
        if (done) this.#view.announce(`${action.label}. ${store.durable ? "Saved" : "Not kept"} on this device.`);
        return done;
    }

    /** A later tap is on its way to the device already. @param {string} student */
    #paintAgain(student) {
        const painted = this.#painted.get(student);
        if (painted) paintStatus(this.#view.items.get(student), painted.status, painted.byNotice);
    }

    /** On a closed register a mark is a proposal; the person says so once. */
    async #mayAmend() {
        const { session } = this.#view.roll;
        if (session.state !== "closed" || this.#amending) return true;
        const answer = await confirmWhileClosed();
        if (answer === "reopen") await store.capture([sessionState(session, "open")]);
        this.#amending = answer === "propose";
        return answer !== null;
    }
}
