/** Hours of a placement logbook beside the register: hours claimed on a day that is marked absent. */
import { html, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { isDay, plainDay } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { field, showErrors } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { outOfReach, page } from "./frame.js";
import { plural } from "./words.js";

export class Page {
    #host;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("reviewNotes") || !me.reads) return render(this.#host, outOfReach("Placement logbook"));
        const text = "Hours that a student claims on a day the register marks absent. It asks; it accuses nobody.";
        render(
            this.#host,
            page("/compliance/logbook", { title: "Placement logbook", text }, html`<div class="logbook-list"></div>
                <form class="card stack logbook-form" novalidate>
                    ${field({ label: "Hours claimed, one line each: student number, day, hours, site", name: "entries", type: "textarea", hint: "For example: 00501006, 2026-11-03, 7.5, Ward 4", placeholder: "00501006, 2026-11-03, 7.5, Ward 4" })}
                    <p class="form-error" role="alert" hidden></p>
                    <p><button type="submit" class="button primary">${icon("plus")}Take in</button></p>
                </form>`),
        );
        listen(this.#host, "submit", ".logbook-form", (event, form) => this.#submit(event, form), signal);
        await this.#load();
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }

    #load() {
        const { signal } = this.#abort;
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".logbook-list"));
        return fetched(place, () => api.get("/compliance/logbook", { signal }), (answer) => redraw(place, list(answer.findings)), signal);
    }

    /** @param {SubmitEvent} event @param {HTMLFormElement} form */
    async #submit(event, form) {
        event.preventDefault();
        showErrors(form, null);
        const area = form.querySelector("textarea");
        const lines = area.value.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
        const entries = lines.map(entryOf);
        const wrong = entries.findIndex((entry) => entry === null);
        if (entries.length === 0 || wrong >= 0) {
            const message = wrong >= 0 ? `Line ${wrong + 1} is not “student number, day, hours, site”: ${lines[wrong]}` : "There is no line yet.";
            return showErrors(form, { errors: [{ field: "entries", message }] });
        }
        try {
            await api.post("/compliance/logbook", { entries });
            area.value = "";
            toast(`${plural(entries.length, "line")} taken in.`, { tone: "good" });
            await this.#load();
        } catch (error) {
            showErrors(form, error);
        }
        return undefined;
    }
}

/** @param {string} line @returns {{ student: string, date: string, hours: number, site: string } | null} */
export function entryOf(line) {
    const [student, date, hours, ...site] = line.split(/[,;\t]/).map((part) => part.trim());
    const count = Number(hours);
    if (!student || !isDay(date) || !hours || !Number.isFinite(count) || count <= 0 || count > 24) return null;
    return { student, date, hours: count, site: site.join(", ") };
}

/** @param {any[]} items */
function list(items) {
    if (items.length === 0) return empty({ title: "Nothing to ask about", text: "No hours are claimed on a day marked absent. Hours are compared as soon as they are taken in below.", icon: "clock", always: true });
    return html`<ul class="list">${items.map((one) => html`<li class="list-row">${icon("conflict")}<span class="grow"><strong>${one.student.name}, ${plainDay(one.date)}</strong><span class="muted small">${[one.student.number, plural(one.hours, "hour"), one.site].filter(Boolean).join(" · ")}</span>${one.reason && html`<span class="small">${one.reason}</span>`}</span></li>`)}</ul>`;
}
