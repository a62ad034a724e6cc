/** Today: what is on, what is open, what was never taken, and what this device still has to say. */
import { html, path, redraw } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { longDay, shortDay, timeRange } from "../lib/dates.js";
import { badge, empty, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { navigate } from "../router.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { sessionId, WHOLE_DAY } from "../sync/identity.js";
import { newSession } from "./session-forms.js";
import { drawCheckIn } from "./student-check-in.js";
import { loadToday } from "./today-model.js";

/** @typedef {import("./today-model.js").Item} Item */

const STATES = {
    now: { text: "Now", tone: "accent", icon: "clock" },
    next: { text: "Later today", tone: "neutral", icon: "clock" },
    past: { text: "Over", tone: "neutral", icon: "check" },
    done: { text: "Closed", tone: "good", icon: "lock" },
    open: { text: "Open", tone: "warn", icon: "unlock" },
    overdue: { text: "Register not taken", tone: "bad", icon: "conflict" },
};
const SHOWN = 12;

export class Page {
    #host;
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 120);

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await Promise.all([stylesheet("/register/today.css"), me.isStudent && stylesheet("/register/student.css")]);
        if (signal.aborted) return;
        store.addEventListener("change", () => this.#refresh(), { signal });
        engine.addEventListener("change", () => this.#refresh(), { signal });
        listen(this.#host, "click", "[data-action=new]", () => this.#create(), signal);
        const minute = setInterval(() => this.#draw(), 60_000);
        signal.addEventListener("abort", () => clearInterval(minute));
        await this.#draw();
        // what is opened next should not wait for its modules
        (window.requestIdleCallback ?? setTimeout)(() => import("./register.js"));
    }

    disconnect() {
        this.#abort.abort();
        this.#refresh.cancel();
    }

    async #create() {
        const { date } = await loadToday();
        const made = await newSession({ day: date });
        if (made) navigate(path("sessions", await sessionId(made.group, made.date, made.period ?? WHOLE_DAY)));
    }

    async #draw() {
        if (!me.reads) return this.#noRegister();
        const [today, summary] = await Promise.all([loadToday(), store.summary()]);
        if (this.#abort.signal.aborted) return;
        if (summary.agreedAt === null && today.items.length === 0) return this.#waitForServer(today.date);
        const nothingYet = summary.agreedAt !== null && (await store.all("module")).length === 0;
        if (this.#abort.signal.aborted) return;
        if (nothingYet && me.manages) return void navigate("/welcome", { replace: true });
        const overdue = me.isStudent ? [] : today.overdue;
        const checkIn = this.#host.querySelector("[data-check-in]");
        redraw(
            this.#host,
            html`<section class="page today">
                ${pageHead({
                    title: longDay(today.date),
                    text: this.#sentence(today.items, overdue),
                    actions: me.marks && html`<button type="button" class="button" data-action="new">${icon("plus")}New session</button>`,
                })}
                ${waitingCard(summary)} ${me.isStudent && html`<div data-check-in></div>`} ${this.#todaySection(today.items)} ${this.#section("Registers not taken", overdue.filter(({ session }) => session.date < today.date), true)}
                ${this.#section("Still open", me.isStudent ? [] : today.open, true)}
            </section>`,
        );
        if (me.isStudent) this.#keepCheckIn(checkIn);
    }

    /**
     * A code that is being typed survives a redraw.
     * @param {Element | null} before
     */
    #keepCheckIn(before) {
        const place = /** @type {HTMLElement} */ (this.#host.querySelector("[data-check-in]"));
        if (before?.childElementCount) place.replaceWith(before);
        else drawCheckIn(place, () => this.#refresh(), this.#abort.signal);
    }

    #noRegister() {
        // a clinician's day begins with notes
        if (me.may("reviewNotes")) return void navigate("/compliance", { replace: true });
        const text = "Your role does not take part in the register. Your account and the rest of Rounds are in the navigation.";
        redraw(this.#host, html`<section class="page today">${pageHead({ title: "Today" })}${empty({ title: "Nothing to take here", text, icon: "today", always: true })}</section>`);
        return undefined;
    }

    /** @param {string} date */
    #waitForServer(date) {
        redraw(this.#host, html`<section class="page today">${pageHead({ title: longDay(date) })}<div class="empty"><r-first-fetch></r-first-fetch></div></section>`);
    }

    /** @param {Item[]} items @param {Item[]} overdue */
    #sentence(items, overdue) {
        if (items.length === 0) return "No sessions today.";
        const sessions = `${items.length} ${items.length === 1 ? "session" : "sessions"} today`;
        if (me.isStudent) return `${sessions}.`;
        return overdue.length > 0 ? `${sessions}; ${overdue.length} ${overdue.length === 1 ? "register" : "registers"} not taken.` : `${sessions}.`;
    }

    /** @param {Item[]} items */
    #todaySection(items) {
        if (items.length > 0) return this.#section("Sessions", items, false);
        return empty({
            title: "No sessions today",
            text: me.marks ? "Sessions come from the timetable or are made by hand, here too without a network." : "Sessions of your groups appear here.",
            icon: "today",
            actions: html`<a class="button" href="/sessions">All sessions</a>`,
        });
    }

    /** @param {string} title @param {Item[]} items @param {boolean} dated */
    #section(title, items, dated) {
        if (items.length === 0) return html``;
        const rest = items.length - SHOWN;
        return html`<section class="stack tight">
            <div class="section-head">
                <h2>${title}</h2>
                ${items.length > 1 && html`<span class="muted small">${items.length}</span>`}
            </div>
            <ul class="list">
                ${items.slice(0, SHOWN).map((item) => html`<li>${this.#item(item, dated)}</li>`)}
            </ul>
            ${rest > 0 && html`<p><a href="/sessions">${rest} more in Sessions</a></p>`}
        </section>`;
    }

    /** @param {Item} item @param {boolean} dated */
    #item({ session, module, group, marks, state }, dated) {
        const look = STATES[state] ?? STATES.next;
        const name = module && [module.code, module.title === session.title ? "" : module.title].filter(Boolean).join(" ");
        const where = [name, group?.name, session.location].filter(Boolean).join(" · ");
        const content = html`<span class="when ${dated && "dated"}"><strong>${dated ? shortDay(session.date) : session.start || "All day"}</strong><span class="muted small">${dated ? timeRange(session) : session.end}</span></span>
            <span class="grow"><span class="list-title">${session.title || module?.title}</span><span class="muted small">${where}${marks > 0 && (me.marks || me.is("director")) && ` · ${marks} marked`}</span></span>
            ${badge(look.text, /** @type {any} */ (look.tone), look.icon)}`;
        return me.isStudent ? html`<div class="list-row">${content}</div>` : html`<a class="list-row" href="${path("sessions", session.id)}">${content}</a>`;
    }
}

/** @param {import("../store/store.js").Summary} summary */
function waitingCard({ waiting, attention }) {
    if (waiting + attention === 0) return html``;
    const parts = [waiting > 0 && `${waiting} waiting to be sent`, attention > 0 && `${attention} ${attention === 1 ? "needs" : "need"} attention`].filter(Boolean);
    return html`<a class="notice waiting-card" data-tone="${attention > 0 ? "bad" : "warn"}" href="/sync">${icon(attention > 0 ? "conflict" : "device")}<p>Saved on this device: ${parts.join(", ")}.</p>${icon("right")}</a>`;
}
