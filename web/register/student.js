/** One student's record: figures with their formula, every session, absence notices. For students their own, with check-in. */
import { html, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { notice } from "../elements/markup.js";
import { fetched } from "../elements/fetched.js";
import { table } from "../elements/table.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { store } from "../store/store.js";
import { requestAbsence } from "./absence-form.js";
import { drawCheckIn } from "./student-check-in.js";
import { studentRecord } from "./student-record.js";
import { figures, head, noticeLines, sessionTable, title, unlinked } from "./student-view.js";

export class Page {
    #host;
    #id;
    /** @type {any} */ #person = null;
    /** @type {any} */ #names;
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} params without an id it is the user's own record
     */
    constructor(host, params) {
        this.#host = host;
        this.#id = params.id ?? me.current?.user.personId ?? "";
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/register/student.css");
        if (!this.#id) return render(this.#host, unlinked());
        render(this.#host, frame());
        listen(this.#host, "click", "[data-action=request]", () => requestAbsence({ student: this.#id }), signal);
        store.addEventListener("change", ({ detail }) => this.#changed(detail.entities), { signal });
        await Promise.all([this.#drawHead(), this.#drawNotices(), this.#drawCheckIn()]);
        await this.#drawRecord();
    }

    disconnect() {
        this.#abort.abort();
    }

    get #own() {
        return this.#id === me.current?.user.personId;
    }

    /** @param {Set<string>} entities */
    #changed(entities) {
        if (entities.has("person") || entities.has("school")) this.#drawHead();
        if (entities.has("exception")) this.#drawNotices();
        if (entities.has("session") || entities.has("school")) this.#drawCheckIn();
    }

    async #drawHead() {
        const [person, school] = await Promise.all([store.get("person", this.#id), store.get("school", "school")]);
        if (this.#abort.signal.aborted) return;
        this.#person = person ?? this.#person;
        this.#names = school?.statusNames;
        setTitle(title(this.#person, this.#own));
        redraw(this.#host.querySelector("#head"), head(this.#person, this.#own));
    }

    /** What was entered stays: it is drawn once, when school and sessions of the day are known. */
    async #drawCheckIn() {
        const host = /** @type {HTMLElement} */ (this.#host.querySelector("#check-in"));
        if (!this.#own || !me.isStudent || host.childElementCount > 0) return;
        await drawCheckIn(host, () => this.#drawRecord(), this.#abort.signal);
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
        if (!this.#person && record.person) {
            this.#person = record.person;
            this.#drawHead();
        }
        const offline = !record.complete && notice("The server cannot be reached. These are the last four weeks, as this device knows them.", "warn");
        render(host, html`${offline} ${figures(record, this.#names)}<div class="record-table"></div>`);
        const rows = table();
        host.querySelector(".record-table").append(rows);
        rows.configure(sessionTable(this.#names));
        rows.rows = record.lines;
    }

    async #drawNotices() {
        const notices = (await store.children("exception", this.#id)).toSorted((left, right) => right.firstDay.localeCompare(left.firstDay));
        if (!this.#abort.signal.aborted) redraw(this.#host.querySelector("#notices"), noticeLines(notices));
    }
}

function frame() {
    return html`<section class="page">
        <div id="head"></div>
        <div id="check-in"></div>
        <section aria-label="Attendance"><div id="record" class="stack"></div></section>
        <section class="stack tight" aria-labelledby="notices-title">
            <h2 id="notices-title">Absence notices</h2>
            <div id="notices"></div>
        </section>
    </section>`;
}
