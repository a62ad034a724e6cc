/**
 * What all views share: the frame, the filters in the address, one answer at a time (an older one never overwrites a newer),
 * and reading again when the server has news, without touching what the user is doing.
 *
 *     export class Page extends View {
 *         about = { view: "summary", title: "Who needs help", fields: […] };
 *         load(query, signal) { return api.get("/insights/summary", { query, signal }); }
 *         draw(host, answer) { … }        // again and again into the same host
 *     }
 */
import { html, render } from "../lib/html.js";
import { dateTime, today } from "../lib/dates.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { chartStyles } from "../elements/chart-library.js";
import { fetched } from "../elements/fetched.js";
import { empty, notice } from "../elements/markup.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { setAddress, setTitle } from "../router.js";
import { store } from "../store/store.js";
import { Answers } from "./answers.js";
import "./filter-bar.js";
import { inWords, isBackwards, isGiven, orderOf, period, readFilters, unusable, viewAddress } from "./filters.js";
import { choicesOf } from "./choices.js";
import { frame, noModules, outOfReach } from "./frame.js";
import { whenChanged } from "../lib/news.js";
import { knownModules, mountUploads } from "./uploads-panel.js";
import { offerSamples } from "./welcome.js";

/**
 * @typedef {object} About
 * @property {string} view last part of the address
 * @property {string} title
 * @property {string} [text] a line under it
 * @property {string[]} fields the shared filters that it follows, module first
 * @property {string[]} [own] further names of its query
 * @property {string[]} [local] further names of its address that the server is not asked about
 */

export class View {
    /** @type {About} */ about;
    /** @type {HTMLElement} */ host;
    /** @type {any[]} */ modules = [];
    /** @type {any} */ settings = { threshold: "80", smallCell: 5 };
    abort = new AbortController();
    /** @type {import("./filters.js").Filters} */ filters;
    /** @type {Record<string, string>} */ own = {};
    #query;
    /** @type {Answers} */ #answers;
    #now = today();
    /** The answer's place has a notice instead. */
    #isBarred = false;

    /** @param {HTMLElement} host @param {Record<string, string>} _params @param {URLSearchParams} query */
    constructor(host, _params, query) {
        this.host = host;
        this.#query = query;
        this.filters = readFilters(query);
    }

    /**
     * @param {Record<string, string>} _query of the API
     * @param {AbortSignal} _signal
     * @returns {Promise<any>}
     */
    async load(_query, _signal) {
        return null;
    }

    /** @param {HTMLElement} _host the same each time; empty the first time @param {any} _answer */
    draw(_host, _answer) {}

    async connect() {
        const { signal } = this.abort;
        await Promise.all([stylesheet("/insights/insights.css"), stylesheet("/imports/imports.css"), chartStyles()]);
        const isOpen = me.may("seeInsights") && (this.about.view === "student" || me.may("seeCohorts"));
        if (!isOpen) return render(this.host, outOfReach(this.about.title));
        for (const name of this.#names) if (this.#query.get(name)) this.own[name] = this.#query.get(name);
        this.#now = today((await store.get("school", "school"))?.timezone);
        render(this.host, frame(this.about, this.filters));
        const vain = unusable(this.#query);
        if (vain) render(this.host.querySelector(".address-says"), notice(vain, "warn"));
        this.#answers = new Answers({ host: this.answerHost, load: (asking) => this.load(this.query, asking), draw: (answer) => this.draw(this.answerHost, answer), busy: (busy) => this.#busy(busy), signal });
        mountUploads(this.host, signal, () => this.refresh());
        this.#bar.addEventListener("filter", (event) => this.#filtered(/** @type {CustomEvent} */ (event).detail), { signal });
        listen(this.host, "sorted", "[data-part=students] r-table", (event) => this.#sorted(event.detail), signal);
        listen(this.host, "click", "[data-action=print]", () => window.print(), signal);
        this.started(signal);
        /** @type {Promise<void> | undefined} */
        let first;
        await fetched(this.answerHost, () => api.get("/insights/modules", { signal }), (answer) => (first = this.#first(answer)), signal, { label: "Asking the server…" });
        await first;
        if (!signal.aborted) whenChanged(() => this.refresh(), signal);
        return undefined;
    }

    disconnect() {
        this.abort.abort();
    }

    /** Listeners of a view. @param {AbortSignal} _signal */
    started(_signal) {}

    /** @returns {HTMLElement} */
    get answerHost() {
        return this.host.querySelector("#answer");
    }

    get #bar() {
        return /** @type {import("./filter-bar.js").FilterBar} */ (this.host.querySelector("r-insight-filters"));
    }

    get threshold() {
        return this.filters.threshold ?? this.settings.threshold;
    }

    get #names() {
        return [...(this.about.own ?? []), ...(this.about.local ?? [])];
    }

    /** What the server is asked for, and every file. */
    get query() {
        /** @type {Record<string, string>} */
        const query = {};
        for (const name of this.about.own ?? []) if (this.own[name]) query[name] = this.own[name];
        for (const name of this.about.fields) if (isGiven(name, this.filters[name])) query[name] = this.filters[name];
        return query;
    }

    /** @param {any} answer of /modules */
    async #first(answer) {
        this.#begin(answer);
        if (this.modules.length > 0) await this.ask();
    }

    /** @param {any} answer of /modules */
    #begin(answer) {
        const { items, ...settings } = answer;
        this.modules = items;
        knownModules(items.map((/** @type {any} */ one) => one.module));
        this.settings = { ...this.settings, ...settings };
        if (items.length === 0) {
            this.#bar.hidden = true;
            render(this.answerHost, noModules());
            const samples = /** @type {HTMLElement | null} */ (this.answerHost.querySelector(".samples"));
            if (samples) offerSamples(samples, this.abort.signal);
            return;
        }
        if (!this.filters.module) this.filters.module = items[0].module;
        if (!this.#answers.isShown && !this.#answers.isAsking) this.answerHost.replaceChildren();
    }

    /**
     * Another filter: into the address, then asked for.
     * @param {Record<string, string | null>} changes null, and "" but for the adviser: no longer
     * @param {{ step?: boolean }} how `step`: going back leads to the filters as they were
     */
    change(changes, { step = true } = {}) {
        for (const [name, value] of Object.entries(changes)) {
            const target = this.#names.includes(name) ? this.own : this.filters;
            if (isGiven(name, value)) target[name] = value;
            else delete target[name];
        }
        this.host.querySelector(".address-says").replaceChildren();
        return this.ask({ step });
    }

    /** Letters of a search are no steps of their own. @param {{ changes: Record<string, string | null>, typed: boolean }} detail */
    #filtered({ changes, typed }) {
        return this.change(changes, { step: !typed });
    }

    /** An order of the API that was chosen by the heading of a column is kept in the address. @param {{ key: string, descending: boolean }} sorted */
    #sorted({ key, descending }) {
        const order = orderOf(key, descending);
        if (order !== undefined && this.about.fields.includes("order")) this.change({ order });
    }

    /** Into the address only: the same answer shown otherwise. @param {Record<string, string>} changes */
    keep(changes) {
        for (const [name, value] of Object.entries(changes)) {
            if (value) this.own[name] = value;
            else delete this.own[name];
        }
        this.#address(true);
    }

    /** @param {boolean} step */
    #address(step) {
        setAddress(viewAddress(this.about.view, this.filters, this.own), { step });
    }

    /** @param {{ step?: boolean }} how */
    async ask({ step = false } = {}) {
        this.#address(step);
        this.#showBar();
        this.#heads();
        if (this.#isBarred) this.answerHost.replaceChildren();
        this.#isBarred = this.about.fields.includes("to") && isBackwards(this.filters);
        if (this.#isBarred) render(this.answerHost, html`<div role="status">${notice("The last day lies before the first. Put them right in the filters above.", "warn")}</div>`);
        else await this.#answers.ask();
    }

    /** News: what modules there are, and the same question again. */
    async refresh() {
        const had = this.modules.length;
        try {
            this.#begin(await api.get("/insights/modules", { signal: this.abort.signal }));
        } catch {
            return; // the next news, or the next question, tells
        }
        if (this.abort.signal.aborted || this.modules.length === 0) return;
        this.#bar.hidden = false;
        this.#showBar();
        this.modulesChanged();
        if (had > 0 && this.#answers.isShown) await this.#answers.again();
        else if (!this.#answers.isAsking) await this.ask();
    }

    /** There may be others to choose from. */
    modulesChanged() {}

    /** What a picture is about, for whoever finds it as a file. */
    get subject() {
        const module = this.modules.find((one) => one.module === this.filters.module);
        return [`Module ${[this.filters.module, module?.title].filter(Boolean).join(" ")}`, period(this.filters)].join(", ");
    }

    /** @param {boolean} busy */
    #busy(busy) {
        const host = /** @type {HTMLElement | null} */ (this.answerHost);
        if (!host) return; // the page was left while the server was asked
        host.toggleAttribute("data-busy", busy);
        host.setAttribute("aria-busy", String(busy));
        /** @type {HTMLElement} */ (this.host.querySelector(".asking")).hidden = !busy;
    }

    async #showBar() {
        const around = { modules: this.modules, choices: {}, threshold: this.settings.threshold, now: this.#now, fields: this.about.fields };
        const { module } = this.filters;
        const choices = me.may("seeCohorts") ? await choicesOf(module, this.abort.signal) : {};
        if (!this.abort.signal.aborted && module === this.filters.module) this.#bar.show(this.filters, { ...around, choices });
    }

    /** Links to the other views carry the filters on, and paper says what was asked. */
    #heads() {
        const tabs = this.host.querySelector(".view-tabs");
        for (const link of tabs?.querySelectorAll("a") ?? []) link.href = link.dataset.path + queryText(this.filters);
        const printed = [me.current?.school, `Module ${this.filters.module}`, period(this.filters), this.about.fields.includes("threshold") && `threshold ${this.threshold} %`, ...inWords(this.filters, this.about.fields).map(({ text }) => text), `printed ${dateTime(Date.now())} by ${me.current?.user.name}`];
        this.host.querySelector(".print-head").textContent = printed.filter(Boolean).join(" · ");
    }

    /** @param {string} title of what is shown, once it is known */
    named(title) {
        setTitle(title);
        const heading = this.host.querySelector("h1");
        if (heading.textContent !== title) heading.textContent = title;
    }

    /** @param {HTMLElement} host @param {string} title @param {string} text */
    nothing(host, title, text) {
        render(host, empty({ title, text, icon: "insights", always: true }));
    }
}

/** @param {import("./filters.js").Filters} filters */
function queryText(filters) {
    const text = new URLSearchParams(filters).toString();
    return text ? `?${text}` : "";
}
