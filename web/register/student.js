/** One student's record: figures with their formula, every session, absence notices. For students their own, with check-in. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { dayRange, shortDay } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { badge, empty, notice, pageHead, statusBadge, STATUSES } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { fetched } from "../elements/fetched.js";
import { table } from "../elements/table.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { store } from "../store/store.js";
import { fullName } from "../roster/names.js";
import { percent } from "../reports/cells.js";
import { categoryName, mayRequest, STATES } from "./absence-words.js";
import { requestAbsence } from "./absence-form.js";
import { drawCheckIn } from "./student-check-in.js";
import { studentRecord } from "./student-record.js";

const FORMULA = "Rate = 100 × (present + late) ÷ (present + late + absent). Excused leaves the sum unless the school counts it; unmarked is never counted.";

export class Page {
    #host;
    #id;
    /** @type {any} */ #names;
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} params
     */
    constructor(host, params) {
        this.#host = host;
        this.#id = params.id ?? me.current?.user.personId ?? "";
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/register/student.css");
        const [person, school] = await Promise.all([store.get("person", this.#id), store.get("school", "school")]);
        if (signal.aborted) return;
        this.#names = school?.statusNames;
        if (!this.#id) return this.#unlinked();
        const own = this.#id === me.current?.user.personId;
        setTitle(own ? "My record" : fullName(person));
        render(this.#host, this.#frame(person, own));
        listen(this.#host, "click", "[data-action=request]", () => requestAbsence({ student: this.#id }), signal);
        store.addEventListener("change", ({ detail }) => detail.entities.has("exception") && this.#drawNotices(), { signal });
        await this.#drawNotices();
        if (own && me.isStudent) await drawCheckIn(this.#host.querySelector("#check-in"), () => this.#drawRecord(), signal);
        await this.#drawRecord();
    }

    disconnect() {
        this.#abort.abort();
    }

    /**
     * @param {any} person
     * @param {boolean} own
     */
    #frame(person, own) {
        const details = [person?.number, person?.stage, person?.adviserName && `adviser ${person.adviserName}`].filter(Boolean).join(" · ");
        const label = me.isStudent ? "Ask to be excused" : "New absence notice";
        const actions = html`${!me.isStudent && html`<a class="button" href="${path("people", this.#id)}">${icon("account")}Person</a>`}
            ${mayRequest() && html`<button type="button" class="button" data-action="request">${icon("plus")}${label}</button>`}`;
        return html`<section class="page">
            ${pageHead({ title: own ? "My record" : fullName(person), text: details, actions, back: me.isStudent ? undefined : { href: "/people", label: "People" } })}
            <div id="check-in"></div>
            <section class="stack" aria-label="Attendance"><div id="record" class="stack"></div></section>
            <section class="stack tight" aria-labelledby="notices-title">
                <h2 id="notices-title">Absence notices</h2>
                <div id="notices"></div>
            </section>
        </section>`;
    }

    async #drawRecord() {
        const host = /** @type {HTMLElement} */ (this.#host.querySelector("#record"));
        const { signal } = this.#abort;
        await fetched(host, () => studentRecord(this.#id, signal), (record) => this.#show(host, record), signal);
    }

    /**
     * @param {HTMLElement} host
     * @param {import("./student-record.js").StudentRecord} record
     */
    #show(host, record) {
        const offline = !record.complete && notice("The server cannot be reached. These are the last four weeks, as this device knows them.", "warn");
        render(host, html`${offline} ${this.#figures(record)}<div class="record-table"></div>`);
        const rows = table();
        host.querySelector(".record-table").append(rows);
        rows.configure({
            caption: "Sessions",
            hideCaption: true,
            columns: [
                { key: "title", label: "Session", primary: true, sort: true },
                { key: "module", label: "Module", sort: true },
                { key: "date", label: "Date", sort: true, value: (row) => `${row.date} ${row.start ?? ""}`, cell: (row) => `${shortDay(row.date)}, ${row.start ?? "all day"}` },
                { key: "status", label: "Status", sort: true, cell: (row) => statusBadge(row.status, { minutes: row.minutesLate, notice: row.notice, names: this.#names }) },
                { key: "remark", label: "Remark", cell: (row) => row.remark ?? "–" },
            ],
            ...(me.isStudent ? {} : { href: (row) => path("sessions", row.session) }),
            sorted: { key: "date", descending: true },
            empty: { title: "No sessions yet", text: "Sessions appear here once the student is enrolled in a group that has some.", icon: "sessions" },
        });
        rows.rows = record.lines;
    }

    /** @param {import("./student-record.js").StudentRecord} record */
    #figures({ rate, counts, formula }) {
        return html`<div class="card stack tight">
            <div class="record-figures">
                <div class="figure"><strong>${percent(rate)}</strong><span>attended</span></div>
                ${Object.entries(STATUSES).map(([status, { word }]) => html`<div class="figure"><strong>${counts[status] ?? 0}</strong><span>${this.#names?.[status] ?? word}</span></div>`)}
            </div>
            <p class="muted small">${formula ?? FORMULA}</p>
        </div>`;
    }

    async #drawNotices() {
        const notices = (await store.children("exception", this.#id)).toSorted((left, right) => right.firstDay.localeCompare(left.firstDay));
        if (this.#abort.signal.aborted) return;
        const none = html`<p class="muted">None.</p>`;
        const list = html`<ul class="list">
            ${notices.map((one) => {
                const state = STATES[one.state] ?? STATES.requested;
                return html`<li class="list-row">
                    <span class="grow"><strong>${dayRange(one.firstDay, one.lastDay)}</strong> · ${categoryName(one.category)}${one.reason && html`<br /><span class="muted small">${one.reason}</span>`}</span>
                    ${badge(state.label, state.tone, state.icon)}
                </li>`;
            })}
        </ul>`;
        render(this.#host.querySelector("#notices"), notices.length > 0 ? list : none);
    }

    #unlinked() {
        const text = "Your account is not tied to a student yet. Whoever looks after Rounds does that under Accounts, with your student number.";
        render(this.#host, html`<section class="page">${pageHead({ title: "My record" })}${empty({ title: "No record here", text, icon: "account" })}</section>`);
    }
}
