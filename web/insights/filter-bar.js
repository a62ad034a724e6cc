/**
 * The filters above every view. They tell what was chosen as event "filter" with the changed values; the page puts them into
 * the address. Closed, they say in a sentence what is shown.
 */
import { html, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { badge } from "../elements/markup.js";
import { field } from "../elements/field.js";
import { icon } from "../elements/icons.js";
import { inWords, isBackwards, isGiven, isSound, normal, ORDERS, period } from "./filters.js";
import { presetOf, presets } from "./presets.js";

/** @typedef {{ modules: any[], choices: any, threshold: string, now: string, fields: string[] }} Surroundings `fields`: the filters this view follows */

/** In the list of advisers: students without one. No name is a blank, and nothing stands for all advisers. */
const NOBODY = " ";
const BACKWARDS = "The last day lies before the first.";
const MORE = ["order", "adviser", "group", "rotation", "pattern", "selfCertified"];

export class FilterBar extends HTMLElement {
    /** @type {import("./filters.js").Filters} */ #filters = {};
    /** @type {Surroundings} */ #around;
    #drawn = "";
    #modules = "";
    #abort = new AbortController();
    #typed = debounce((/** @type {HTMLInputElement} */ input) => this.#take(input), 300);

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        listen(this, "input", "input[type=search]", (_, input) => this.#typed(input), signal);
        listen(this, "change", "select, input:not([type=search])", (_, control) => this.#take(control), signal);
        listen(this, "submit", "form", (event) => event.preventDefault(), signal);
        listen(this, "click", "[data-drop]", (_, button) => this.#drop(button.dataset.drop), signal);
        listen(this, "click", "[data-clear]", () => this.#clear(), signal);
    }

    disconnectedCallback() {
        this.#abort.abort();
        this.#typed.cancel();
    }

    /**
     * @param {import("./filters.js").Filters} filters
     * @param {Surroundings} around
     */
    show(filters, around) {
        const first = !this.#around;
        this.#filters = { ...filters };
        this.#around = around;
        if (first) {
            render(this, frame(matchMedia("(min-width: 800px)").matches));
            render(this.querySelector(".filter-main"), main(filters, around));
        }
        this.#list();
        const drawn = JSON.stringify([around.choices, MORE.map((name) => filters[name] ?? null)]);
        if (drawn !== this.#drawn) redraw(this.querySelector(".filter-more"), more(filters, around));
        this.#drawn = drawn;
        /** @type {HTMLElement} */ (this.querySelector(".filter-rest")).hidden = !this.querySelector(".filter-more r-field");
        this.#sync();
        this.#say();
    }

    /** The modules to choose from; the fields beside them are left as they are. */
    #list() {
        const options = moduleOptions(this.#around.modules);
        const text = JSON.stringify(options);
        if (text !== this.#modules) render(this.querySelector("select[name=module]"), html`${options.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}`);
        this.#modules = text;
    }

    /** What somebody types in stays as it is. */
    #sync() {
        const { modules, now, threshold } = this.#around;
        const module = modules.find((one) => one.module === this.#filters.module);
        const adviser = isGiven("adviser", this.#filters.adviser) ? this.#filters.adviser || NOBODY : "";
        const values = { ...this.#filters, adviser, threshold: this.#filters.threshold ?? threshold, period: presetOf(presets(now, module?.lastDay), this.#filters) };
        for (const control of /** @type {NodeListOf<any>} */ (this.querySelectorAll("form :is(input, select)"))) {
            if (control.type === "checkbox") control.checked = values[control.name] === "true";
            else if ((control !== document.activeElement && !control.hasAttribute("aria-invalid")) || control.localName === "select") control.value = values[control.name] ?? "";
        }
        this.#order();
    }

    /** Days that came the wrong way round with the address are said at the last one. */
    #order() {
        const [from, to] = ["from", "to"].map((name) => /** @type {import("../elements/field.js").Field | null} */ (this.querySelector(`r-field[name="${name}"]`)));
        if (!from || !to || from.error) return;
        const wrong = isBackwards({ from: from.control.value, to: to.control.value });
        if (wrong) to.error = BACKWARDS;
        else if (to.error === BACKWARDS) to.error = "";
    }

    #say() {
        const { modules, threshold, fields } = this.#around;
        const filters = this.#filters;
        const module = modules.find((one) => one.module === filters.module);
        const words = inWords(filters, fields);
        const text = [module?.title ? `${module.module} ${module.title}` : filters.module, period(filters), fields.includes("threshold") && `${filters.threshold ?? threshold} %`].filter(Boolean).join(" · ");
        redraw(this.querySelector(".filter-says"), html`${icon("filter")}<span class="grow">${text}</span>${words.length > 0 && badge(`${words.length} more`, "accent")}`);
        const isCleared = words.length === 0 && !["from", "to", "threshold", "order"].some((name) => filters[name] && fields.includes(name));
        redraw(
            this.querySelector(".filter-chips"),
            html`${words.map((one) => html`<button type="button" class="chip" data-drop="${one.name}">${one.text}${icon("cross")}<span class="visually-hidden">, remove this filter</span></button>`)}
            ${!isCleared && html`<button type="button" class="button quiet small" data-clear>Clear filters</button>`}`,
        );
    }

    /** @param {any} control */
    #take(control) {
        const { name } = control;
        if (name === "period") return this.#period(control.value);
        const value = control.type === "checkbox" ? (control.checked ? "true" : "") : normal(name, control.value);
        if (name === "from" || name === "to") return this.#days(name);
        if (name === "adviser") return this.#tell({ adviser: control.value === "" ? null : value });
        const host = /** @type {import("../elements/field.js").Field} */ (control.closest("r-field"));
        const wrong = this.#wrong(name, value);
        if (host) host.error = wrong;
        if (wrong) return undefined;
        if (control.value !== value && control.type !== "search" && control.type !== "checkbox") control.value = value;
        if (value === (this.#filters[name] ?? "")) return undefined;
        const changes = name === "module" ? { module: value, adviser: null, group: null, rotation: null, pattern: null } : { [name]: value };
        return this.#tell(changes, control.type === "search");
    }

    /** @param {string} name @param {string} value */
    #wrong(name, value) {
        if (value === "" || isSound(name, value)) return "";
        return name === "threshold" ? "From 0 to 100, for example 80 or 33.33." : "Enter a day that exists.";
    }

    /** Both days together, since one may put the other right. @param {string} name of the one that was changed */
    #days(name) {
        const fields = /** @type {[string, import("../elements/field.js").Field][]} */ (["from", "to"].map((one) => [one, this.querySelector(`r-field[name="${one}"]`)]));
        const days = Object.fromEntries(fields.map(([one, { control }]) => [one, control.value]));
        for (const [one, host] of fields) if (one === name || host.error === BACKWARDS) host.error = this.#wrong(one, days[one]);
        const changed = fields.find(([one]) => one === name)[1];
        if (!changed.error && isBackwards(days)) changed.error = BACKWARDS;
        if (changed.error) return;
        const told = fields.filter(([one, { error }]) => !error && days[one] !== (this.#filters[one] ?? ""));
        if (told.length > 0) this.#tell(Object.fromEntries(told.map(([one]) => [one, days[one]])));
    }

    /** @param {string} value */
    #period(value) {
        const { modules, now } = this.#around;
        const module = modules.find((one) => one.module === this.#filters.module);
        const preset = presets(now, module?.lastDay).find((one) => one.value === value);
        if (preset) this.#tell({ from: preset.from, to: preset.to });
        else /** @type {HTMLElement} */ (this.querySelector("input[name=from]")).focus();
    }

    /** @param {string} name */
    #drop(name) {
        this.#tell({ [name]: null });
        /** @type {HTMLElement} */ (this.querySelector(".chip, summary")).focus();
    }

    #clear() {
        const { fields } = this.#around;
        this.#tell(Object.fromEntries(fields.filter((name) => name !== "module").map((name) => [name, null])));
        this.querySelector("summary").focus();
    }

    /** @param {Record<string, string | null>} changes null: no longer @param {boolean} [typed] letter by letter */
    #tell(changes, typed = false) {
        for (const name of Object.keys(changes)) {
            const host = /** @type {import("../elements/field.js").Field | null} */ (this.querySelector(`r-field[name="${name}"]`));
            if (host) host.error = "";
        }
        this.dispatchEvent(new CustomEvent("filter", { detail: { changes, typed } }));
    }
}
customElements.define("r-insight-filters", FilterBar);

/** @param {boolean} open */
function frame(open) {
    return html`<details class="card insight-filters no-print" ${open && "open"}>
        <summary><span class="visually-hidden">Filters: </span><span class="filter-says row"></span></summary>
        <form class="stack" novalidate aria-label="Filters">
            <div class="filters filter-main"></div>
            <details class="filter-rest">
                <summary>More filters</summary>
                <div class="filters filter-more"></div>
            </details>
        </form>
        <div class="row filter-chips" role="group" aria-label="Active filters"></div>
    </details>`;
}

/** @param {any[]} modules */
export function moduleOptions(modules) {
    return modules.map((one) => ({ value: one.module, label: one.title ? `${one.module} ${one.title}` : one.module }));
}

/** @param {import("./filters.js").Filters} filters @param {Surroundings} around */
function main(filters, { modules, threshold, now, fields }) {
    const module = modules.find((one) => one.module === filters.module);
    const all = presets(now, module?.lastDay);
    const chosen = presetOf(all, filters);
    const periods = [...all.map(({ value, label }) => ({ value, label })), { value: "own", label: "Own days" }];
    const options = moduleOptions(modules);
    const has = (/** @type {string} */ name) => fields.includes(name);
    return html`${field({ label: "Module", name: "module", type: "select", options, value: filters.module })}
    ${has("from") && field({ label: "Period", name: "period", type: "select", options: periods, value: chosen })}
    ${has("from") && field({ label: "From", name: "from", type: "date", value: filters.from ?? "" })} ${has("to") && field({ label: "To", name: "to", type: "date", value: filters.to ?? "" })}
    ${has("threshold") && field({ label: "At or below, %", name: "threshold", value: filters.threshold ?? threshold, autocomplete: "off" })}
    ${has("q") && field({ label: "Name or number", name: "q", type: "search", value: filters.q ?? "", autocomplete: "off" })}`;
}

/** @param {import("./filters.js").Filters} filters @param {Surroundings} around */
function more(filters, { choices, fields }) {
    const select = (/** @type {string} */ label, /** @type {string} */ name, /** @type {any[]} */ values, /** @type {string} */ all) => {
        const known = [...new Set([...(values ?? []).map(String), ...(isGiven(name, filters[name]) ? [filters[name]] : [])])].filter((value) => isGiven(name, value));
        if (!fields.includes(name) || known.length === 0) return "";
        return field({ label, name, type: "select", options: [{ value: "", label: all }, ...known.map((value) => ({ value: value || NOBODY, label: value || "None named" }))], value: known.includes(filters[name]) ? filters[name] || NOBODY : "" });
    };
    return html`${fields.includes("order") && field({ label: "Order", name: "order", type: "select", options: ORDERS, value: filters.order ?? "" })}
    ${select("Adviser", "adviser", choices?.advisers, "All advisers")} ${select("Group", "group", choices?.groups, "All groups")}
    ${select("Rotation", "rotation", choices?.rotations, "All rotations")} ${select("Pattern", "pattern", choices?.patterns, "All patterns")}
    ${fields.includes("selfCertified") && field({ label: "Self-certified only", name: "selfCertified", type: "checkbox", value: filters.selfCertified === "true" })}`;
}
