/** The first page of an empty school: what Rounds does, and three ways to begin. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { progress } from "../elements/progress.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { navigate } from "../router.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";

const TIMEOUT = 300_000;
const PATIENCE = 60_000;

export class Page {
    #host;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/imports/imports.css");
        render(this.#host, frame());
        listen(this.#host, "click", "[data-action=sample]", () => this.#sample(), signal);
    }

    disconnect() {
        this.#abort.abort();
    }

    async #sample() {
        const state = this.#host.querySelector("#state");
        this.#busy(true);
        render(state, html`<div class="card">${progress({ label: "Making a sample school: 1,000 students, 50 modules, a term of timetable…" })}</div>`);
        try {
            await api.post("/school/sample", undefined, { timeout: TIMEOUT, signal: this.#abort.signal });
            render(state, html`<div class="card">${progress({ label: "Bringing it to this device…" })}</div>`);
            await this.#arrival();
            toast("The sample school is ready. Remove it under School when you have seen enough.", { tone: "good" });
            if (!this.#abort.signal.aborted) await navigate("/");
        } catch (error) {
            if (this.#abort.signal.aborted) return;
            this.#busy(false);
            render(state, notice(error.detail ?? error.message, "bad"));
        }
    }

    /** Until the first records are on this device, or for as long as anybody would wait. */
    #arrival() {
        const { signal } = this.#abort;
        return new Promise((resolve) => {
            const check = async () => {
                const { empty } = await store.summary();
                const people = empty ? [] : await store.all("person");
                if (people.length === 0) return;
                resolve(undefined);
            };
            store.addEventListener("change", check, { signal });
            setTimeout(resolve, PATIENCE);
            engine.now();
            check();
        });
    }

    /** @param {boolean} busy */
    #busy(busy) {
        for (const control of /** @type {NodeListOf<HTMLButtonElement>} */ (this.#host.querySelectorAll("button"))) control.disabled = busy;
    }
}

function frame() {
    return html`<section class="page welcome">
        <h1>Welcome to Rounds</h1>
        <p class="welcome-text">
            Rounds takes attendance with or without a network: every mark is kept on your device the moment you tap it, agreed with the school when there is a connection, and never
            silently overwritten. Begin with the people and the timetable, and each session's register lists who should be there.
        </p>
        ${me.manages ? choices() : notice("The school is empty still. Whoever looks after Rounds brings in people and timetable; your sessions appear here then.", "info")}
        <div id="state" role="status"></div>
    </section>`;
}

function choices() {
    return html`<div class="welcome-choices">
        <section class="card">
            <span class="empty-icon">${icon("school")}</span>
            <h2>Explore a sample school</h2>
            <p class="muted">A fictional school with 1,000 students, 50 modules and a term of timetable. Removed with one button.</p>
            <button type="button" class="button primary" data-action="sample">Make the sample school</button>
        </section>
        <section class="card">
            <span class="empty-icon">${icon("imports")}</span>
            <h2>Import a file</h2>
            <p class="muted">Lists of people, timetables, OneRoster, calendars or an attendance export. You see what would happen first.</p>
            <a class="button" href="/imports">Choose a file</a>
        </section>
        <section class="card">
            <span class="empty-icon">${icon("plus")}</span>
            <h2>Start empty</h2>
            <p class="muted">Add modules, groups and people by hand, for instance to try Rounds with one class.</p>
            <a class="button" href="/modules">Begin with a module</a>
        </section>
    </div>`;
}
