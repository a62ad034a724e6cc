/** What is checked: every rule with the manual's text, what helps, and how often reviewers agreed with it. */
import { html, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { field, values } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { badge, empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { setQuery } from "../router.js";
import { mayOpen, outOfReach, page } from "./frame.js";
import { appliesText, forgetRules, manualText, rulebook } from "./rulebook.js";
import { choices, citationText, plural, rateText, severityMark, SEVERITIES, TYPES } from "./words.js";

const FAMILIES = { POC: "Plan of care and certification", EVL: "Evaluation", NEC: "Need for a therapist's skill", PRG: "Progress report", TXN: "Treatment note", BIL: "Billing", SUP: "Supervision", DSC: "Discharge", GEN: "Every note", OT: "Occupational therapy", SLP: "Speech-language pathology", CHT: "All notes of an episode" };

export class Page {
    #host;
    #query;
    #abort = new AbortController();
    /** @type {import("./rulebook.js").Rule[]} */ #rules = [];
    /** @type {Map<string, any>} */ #precision = new Map();

    /** @param {HTMLElement} host @param {Record<string, string>} _params @param {URLSearchParams} query */
    constructor(host, _params, query) {
        this.#host = host;
        this.#query = query;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!mayOpen()) return render(this.#host, outOfReach("Rules and manual"));
        const severities = Object.fromEntries(Object.entries(SEVERITIES).map(([value, { label }]) => [value, label]));
        const given = (/** @type {string} */ name) => this.#query.get(name) ?? "";
        render(
            this.#host,
            page("/compliance/rules", { title: "Rules and manual", text: "Every rule that Rounds knows, with the text of the manual it stands on." }, html`<form class="filters rule-filters" aria-label="Which rules">
                    ${field({ label: "Words", name: "q", type: "search", value: given("q"), placeholder: "Number or words" })}
                    ${field({ label: "Severity", name: "severity", type: "select", value: given("severity"), options: choices(severities, "All") })}
                    ${field({ label: "Kind of note", name: "type", type: "select", value: given("type"), options: choices(TYPES, "All") })}
                </form>
                <p class="muted small rule-says" role="status"></p>
                <div class="rule-list stack"></div>`),
        );
        listen(this.#host, "submit", "form", (event) => event.preventDefault(), signal);
        listen(this.#host, "input", ".rule-filters :is(input, select)", () => this.#draw(), signal);
        forgetRules();
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".rule-list"));
        await fetched(place, () => this.#load(), () => this.#begin(), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }

    async #load() {
        const [book, precision] = await Promise.all([rulebook(), api.get("/compliance/rules/precision").catch(() => ({ items: [] }))]);
        this.#rules = book.items;
        this.#precision = new Map(precision.items.map((/** @type {any} */ one) => [one.ruleId, one]));
    }

    #begin() {
        this.#draw();
        const wanted = this.#host.querySelector(`[data-rule="${CSS.escape(this.#query.get("rule") ?? "")}"]`);
        if (!(wanted instanceof HTMLDetailsElement)) return;
        wanted.open = true;
        wanted.scrollIntoView({ block: "start" });
        /** @type {HTMLElement} */ (wanted.querySelector("summary")).focus({ preventScroll: true });
    }

    #draw() {
        const { q, severity, type } = values(this.#host.querySelector(".rule-filters"));
        setQuery({ q, severity, type });
        const words = q.toLowerCase().split(/\s+/).filter(Boolean);
        const fits = this.#rules.filter((rule) => {
            const text = [rule.id, rule.title, rule.tip, rule.text, citationText(rule.citation)].join(" ").toLowerCase();
            return words.every((/** @type {string} */ word) => text.includes(word)) && (!severity || rule.severity === severity) && (!type || (rule.applies?.types ?? []).includes(type));
        });
        this.#host.querySelector(".rule-says").textContent = `${plural(fits.length, "rule")} of ${this.#rules.length}`;
        redraw(this.#host.querySelector(".rule-list"), fits.length === 0 ? empty({ title: "No rule has these words", text: "Try fewer of them.", icon: "search", always: true }) : html`${families(fits).map(([family, rules]) => html`<section class="stack tight"><h2>${FAMILIES[family] ?? family}</h2>${rules.map((rule) => this.#rule(rule))}</section>`)}`);
    }

    /** @param {import("./rulebook.js").Rule} rule */
    #rule(rule) {
        return html`<details class="card rule" data-rule="${rule.id}">
            <summary><span class="rule-id">${rule.id}</span><span class="grow">${rule.title}</span>${severityMark(rule.severity)}${this.#precise(rule.id)}</summary>
            <div class="stack tight rule-body">
                <p><strong>${citationText(rule.citation)}</strong>${rule.citation?.effective && html` <span class="muted small">in force since ${rule.citation.effective}</span>`}</p>
                ${manualText(rule.text)}
                <p class="muted small">Asked of ${appliesText(rule.applies)}; ${SEVERITIES[rule.severity]?.means}.</p>
                ${rule.tip && html`<p><strong>What helps:</strong> ${rule.tip}</p>`}
                ${rule.exampleWording && html`<p><strong>Example:</strong> <q>${rule.exampleWording}</q></p>`}
                <p class="small">${this.#verdicts(rule.id)}</p>
                <p><a class="button small" href="/compliance?rule=${encodeURIComponent(rule.id)}">${icon("search")}Your notes that do not meet it</a></p>
            </div>
        </details>`;
    }

    /** @param {string} id */
    #precise(id) {
        const one = this.#precision.get(id);
        if (!one || one.precision === null || one.precision === undefined) return "";
        return badge(`${rateText(one.precision)} right`, "neutral", "check");
    }

    /** @param {string} id */
    #verdicts(id) {
        const { n = 0, precision = null, disputed = 0 } = this.#precision.get(id) ?? {};
        if (precision === null) return `Precision: no data (${n} of the 10 verdicts it takes).`;
        return `Precision: ${rateText(precision)} of ${plural(n, "verdict")} agreed, ${disputed} disputed.`;
    }
}

/** In the order of the catalogue. @param {import("./rulebook.js").Rule[]} rules @returns {[string, import("./rulebook.js").Rule[]][]} */
function families(rules) {
    /** @type {Map<string, import("./rulebook.js").Rule[]>} */
    const found = new Map();
    for (const rule of rules) {
        const family = rule.id.split("-")[0];
        found.set(family, [...(found.get(family) ?? []), rule]);
    }
    return [...found];
}
