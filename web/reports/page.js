/** Reports: the question and its formula beside the answer. The address bar holds the parameters, so a report can be kept and sent. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { dateTime } from "../lib/dates.js";
import { stylesheet } from "../lib/styles.js";
import { pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { showErrors } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { table } from "../elements/table.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { setQuery, setTitle } from "../router.js";
import { store } from "../store/store.js";
import { REPORTS } from "./definitions.js";
import { downloads } from "./downloads.js";
import { asked, fillChoices, inWords, parameterFields, problems, readParameters } from "./parameters.js";
import { totals } from "./totals.js";

export class Page {
    #host;
    #query;
    #report;
    /** @type {import("./parameters.js").Parameters} */ #values;
    #run = 0;
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} _params
     * @param {URLSearchParams} query
     */
    constructor(host, _params, query) {
        this.#host = host;
        this.#query = query;
        this.#report = REPORTS.find((one) => one.id === query.get("report")) ?? REPORTS[0];
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/reports/reports.css");
        this.#values = await readParameters(this.#query, this.#report);
        render(this.#host, this.#frame());
        listen(this.#host, "change", "select[name=report]", (_, select) => this.#choose(select.value), signal);
        listen(this.#host, "change", "#parameters input, #parameters select", () => this.#changed(), signal);
        listen(this.#host, "submit", "form", (event) => event.preventDefault(), signal);
        listen(this.#host, "click", "[data-action=print]", () => window.print(), signal);
        store.addEventListener("change", ({ detail }) => detail.entities.has("group") && fillChoices(this.#host, this.#values), { signal });
        await this.#show();
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @param {string} id */
    #choose(id) {
        this.#report = REPORTS.find((one) => one.id === id) ?? REPORTS[0];
        this.#show();
    }

    #changed() {
        const form = /** @type {HTMLFormElement} */ (this.#host.querySelector("form"));
        const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
        const errors = problems(this.#report, { ...this.#values, ...values });
        showErrors(form, errors.length > 0 ? { errors } : null);
        if (errors.length > 0) return;
        Object.assign(this.#values, values);
        this.#answer();
    }

    #frame() {
        const actions = html`<span class="row" id="downloads"></span><button type="button" class="button" data-action="print">${icon("print")}Print</button>`;
        return html`<section class="page reports">
            ${pageHead({ title: "Reports", actions })}
            <form class="card stack no-print" novalidate>
                <div class="report-choice">
                    <label class="label" for="report">Report</label>
                    <select id="report" name="report">
                        ${REPORTS.map((one) => html`<option value="${one.id}" ${one === this.#report && "selected"}>${one.title} – ${one.asks}</option>`)}
                    </select>
                </div>
                <div class="filters" id="parameters"></div>
            </form>
            <section class="stack" aria-labelledby="report-title">
                <div class="report-head" id="about"></div>
                <div id="answer" class="stack"></div>
            </section>
            <section class="card row between no-print" aria-labelledby="export-title">
                <div>
                    <h2 id="export-title">Every mark</h2>
                    <p class="muted small">One line for each student of each session of the chosen days, unmarked ones too, for a spreadsheet.</p>
                </div>
                <div class="row" id="export"></div>
            </section>
        </section>`;
    }

    async #show() {
        setTitle(this.#report.title);
        render(this.#host.querySelector("#parameters"), parameterFields(this.#report, this.#values));
        await fillChoices(this.#host, this.#values);
        await this.#answer();
    }

    async #answer() {
        const report = this.#report;
        const mine = (this.#run += 1);
        const parameters = asked(report, this.#values);
        setQuery({ group: null, module: null, ...parameters, report: report.id });
        const words = await inWords(parameters);
        if (this.#abort.signal.aborted || mine !== this.#run) return;
        render(this.#host.querySelector("#about"), this.#about(words));
        render(this.#host.querySelector("#downloads"), downloads(`/attendance/reports/${report.id}`, parameters, report.title));
        render(this.#host.querySelector("#export"), downloads("/attendance/export", parameters, "Every mark"));
        const host = /** @type {HTMLElement} */ (this.#host.querySelector("#answer"));
        const load = () => api.get(`/attendance/reports/${report.id}`, { query: parameters, timeout: 60_000, signal: this.#abort.signal });
        await fetched(host, load, (answer) => mine === this.#run && this.#draw(host, answer, words), this.#abort.signal, { label: "Working it out…" });
    }

    /**
     * @param {HTMLElement} host
     * @param {any} answer
     * @param {string} words
     */
    #draw(host, answer, words) {
        const report = this.#report;
        const formula = this.#host.querySelector("#formula");
        if (answer.formula && formula) formula.textContent = answer.formula;
        render(host, html`${totals(answer)}<div class="report-table scroll" tabindex="0" role="region" aria-label="Table of the report"></div>`);
        const rows = table();
        host.querySelector(".report-table").append(rows);
        rows.configure({
            caption: `${report.title}, ${words}`,
            hideCaption: true,
            columns: report.columns,
            href: report.href,
            sorted: report.sorted,
            pageSize: 100,
            empty: { title: "Nothing to list", text: report.nothing, icon: "reports" },
        });
        rows.rows = answer.rows;
    }

    /** @param {string} words */
    #about(words) {
        return html`<h2 id="report-title">${this.#report.title}</h2>
            <p class="muted">${words}</p>
            <p class="formula"><strong>Formula</strong> <span id="formula">${this.#report.formula}</span></p>
            <p class="print-only small">${me.current?.school} · printed ${dateTime(Date.now())} by ${me.current?.user.name}</p>`;
    }
}
