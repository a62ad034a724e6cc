/** How the own notes develop, what a habit is, and for directors how their team does: figures only, nobody's text. */
import { html, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { chart } from "../elements/chart.js";
import { chartStyles } from "../elements/chart-library.js";
import { field, values } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { empty, segmented } from "../elements/markup.js";
import { me } from "../me.js";
import { setQuery } from "../router.js";
import { coaching } from "./coaching.js";
import { outOfReach, page } from "./frame.js";
import { openManual, ruleNames } from "./rulebook.js";
import { teamParts } from "./team.js";
import { findingsChart, scoreChart } from "./trend-charts.js";

export class Page {
    #host;
    #abort = new AbortController();
    #asking = new AbortController();
    /** @type {{ from: string, to: string, by: string }} */ #filter;
    #charts = { score: chart(), findings: chart() };

    /** @param {HTMLElement} host @param {Record<string, string>} _params @param {URLSearchParams} query */
    constructor(host, _params, query) {
        this.#host = host;
        this.#filter = { from: query.get("from") ?? "", to: query.get("to") ?? "", by: query.get("by") === "month" ? "month" : "week" };
    }

    async connect() {
        const { signal } = this.#abort;
        await Promise.all([stylesheet("/compliance/compliance.css"), chartStyles()]);
        if (!me.may("reviewNotes") && !me.may("seeTeamNotes")) return render(this.#host, outOfReach("Trends"));
        const { from, to, by } = this.#filter;
        const text = "From your own notes, counted anew each time. Where there is too little, it says “no data”.";
        render(
            this.#host,
            page("/compliance/trends", { title: "Trends", text }, html`<form class="filters trend-filters" aria-label="Which time">
                    ${field({ label: "From", name: "from", type: "date", value: from })} ${field({ label: "To", name: "to", type: "date", value: to })}
                    ${segmented({ legend: "By", name: "by", value: by, options: [{ value: "week", label: "Weeks" }, { value: "month", label: "Months" }] })}
                </form>
                <div class="own-trend stack"></div><div class="coaching-place stack"></div><div class="team-place stack"></div>`),
        );
        listen(this.#host, "submit", "form", (event) => event.preventDefault(), signal);
        listen(this.#host, "change", ".trend-filters :is(input, select)", () => this.#filtered(), signal);
        listen(this.#host, "click", "[data-manual]", (_, button) => openManual(button.dataset.manual), signal);
        await this.#ask();
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
        this.#asking.abort();
    }

    #filtered() {
        this.#filter = /** @type {any} */ (values(this.#host.querySelector(".trend-filters")));
        setQuery(this.#filter);
        this.#ask();
    }

    async #ask() {
        this.#asking.abort();
        this.#asking = new AbortController();
        const { signal } = this.#asking;
        const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (this.#host.querySelector(selector));
        const { from, to } = this.#filter;
        const names = await ruleNames();
        const own = me.may("reviewNotes") && [
            fetched(part(".own-trend"), () => api.get("/compliance/trends", { query: this.#filter, signal }), ({ items }) => this.#drawOwn(part(".own-trend"), items), signal),
            fetched(part(".coaching-place"), () => api.get("/compliance/coaching", { signal }), ({ items }) => redraw(part(".coaching-place"), coaching(items)), signal),
        ];
        const team = me.may("seeTeamNotes") && fetched(part(".team-place"), () => api.get("/compliance/team", { query: { from, to }, signal }), (answer) => teamParts(part(".team-place"), answer, names), signal);
        await Promise.all([...(own || []), team]);
    }

    /** @param {HTMLElement} host @param {any[]} items */
    #drawOwn(host, items) {
        const { score, findings } = this.#charts;
        if (!items.some(({ notes }) => notes > 0)) {
            const actions = html`<a class="button" href="/compliance">Check a note</a>`;
            return render(host, empty({ title: "No data", text: "Check notes of yours, and their scores and findings stand here week by week.", icon: "insights", actions, always: true }));
        }
        if (!host.contains(score)) {
            render(host, html`<div class="chart-pair"></div>`);
            host.firstElementChild.append(score, findings);
        }
        score.show(scoreChart(items, this.#filter.by));
        findings.show(findingsChart(items, this.#filter.by));
        return undefined;
    }
}
