/**
 * The filters above every view. They tell what was chosen as event "filter" with the changed values; the page puts them into
 * the address. Closed, they say in a sentence what is shown.
 */
import { html, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { badge } from "../elements/markup.js";
import { field } from "../elements/field.js";
import { icon } from "../elements/icons.js";
import { inWords, isSound, ORDERS, period } from "./filters.js";
import { presetOf, presets } from "./presets.js";

/** @typedef {{ modules: any[], choices: any, threshold: string, now: string, fields: string[] }} Surroundings `fields`: the filters this view follows */

const MORE = ["order", "adviser", "group", "rotation", "pattern", "selfCertified"];

export class FilterBar extends HTMLElement {
    /** @type {import("./filters.js").Filters} */ #filters = {};
    /** @type {Surroundings} */ #around;
    #drawn = "";
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
        if (first) render(this, frame(matchMedia("(min-width: 800px)").matches));
        const drawn = JSON.stringify([around.modules.map(({ module, title }) => [module, title]), around.choices, around.threshold, around.fields, MORE.map((name) => filters[name])]);
        if (drawn !== this.#drawn) this.#build();
        this.#drawn = drawn;
        /** @type {HTMLElement} */ (this.querySelector(".filter-rest")).hidden = !this.querySelector(".filter-more r-field");
        this.#sync();
        this.#say();
    }

    /** Anew only when there is something else to choose from. */
    #build() {
        for (const [place, content] of [[".filter-main", main(this.#filters, this.#around)], [".filter-more", more(this.#filters, this.#around)]]) {
            const host = this.querySelector(String(place));
            const active = host.contains(document.activeElement) ? /** @type {HTMLInputElement} */ (document.activeElement) : null;
            render(host, /** @type {any} */ (content));
            const again = active && /** @type {HTMLInputElement | null} */ (host.querySelector(`[name="${active.name}"]`));
            if (!again) continue;
            again.focus();
            if (active.type !== "search") continue;
            again.value = active.value;
            again.setSelectionRange(active.selectionStart, active.selectionEnd);
        }
    }

    /** What somebody types in stays as it is. */
    #sync() {
        const { modules, now, threshold } = this.#around;
        const module = modules.find((one) => one.module === this.#filters.module);
        const values = { ...this.#filters, threshold: this.#filters.threshold ?? threshold, period: presetOf(presets(now, module?.lastDay), this.#filters) };
        for (const control of /** @type {NodeListOf<any>} */ (this.querySelectorAll("form :is(input, select)"))) {
            if (control.type === "checkbox") control.checked = values[control.name] === "true";
            else if (control !== document.activeElement || control.localName === "select") control.value = values[control.name] ?? "";
        }
    }

    #say() {
        const { modules, threshold, fields } = this.#around;
        const filters = this.#filters;
        const module = modules.find((one) => one.module === filters.module);
        const words = inWords(filters, fields);
        const text = [module?.title ? `${module.module} ${module.title}` : filters.module, period(filters), fields.includes("threshold") && `${filters.threshold ?? threshold} %`].filter(Boolean).join(" · ");
        redraw(this.querySelector(".filter-says"), html`${icon("filter")}<span class="grow">${text}</span>${words.length > 0 && badge(`${words.length} more`, "accent")}`);
        const isCleared = words.length === 0 && !filters.from && !filters.to && !filters.threshold && !filters.order;
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
        const value = control.type === "checkbox" ? (control.checked ? "true" : "") : control.value.trim();
        const host = /** @type {import("../elements/field.js").Field} */ (control.closest("r-field"));
        const wrong = this.#wrong(name, value);
        if (host) host.error = wrong;
        if (wrong || value === (this.#filters[name] ?? "")) return undefined;
        return this.#tell(name === "module" ? { module: value, adviser: "", group: "", rotation: "", pattern: "" } : { [name]: value });
    }

    /** @param {string} name @param {string} value */
    #wrong(name, value) {
        if (value === "") return "";
        if (name === "threshold" && !isSound(name, value)) return "From 0 to 100.";
        if ((name === "from" || name === "to") && !isSound(name, value)) return "Enter a day that exists.";
        /** @type {Record<string, string>} */
        const { from, to } = { ...this.#filters, [name]: value };
        if ((name === "from" || name === "to") && from && to && from > to) return "The last day lies before the first.";
        return "";
    }

    /** @param {string} value */
    #period(value) {
        const { modules, now } = this.#around;
        const module = modules.find((one) => one.module === this.#filters.module);
        const preset = presets(now, module?.lastDay).find((one) => one.value === value);
        if (preset) this.#tell({ from: preset.from, to: preset.to });
        else /** @type {HTMLElement} */ (this.querySelector("[name=from]")).focus();
    }

    /** @param {string} name */
    #drop(name) {
        this.#tell({ [name]: "" });
        /** @type {HTMLElement} */ (this.querySelector(".chip, summary")).focus();
    }

    #clear() {
        const { fields } = this.#around;
        this.#tell(Object.fromEntries(fields.filter((name) => name !== "module").map((name) => [name, ""])));
        this.querySelector("summary").focus();
    }

    /** @param {Record<string, string>} changes */
    #tell(changes) {
        this.dispatchEvent(new CustomEvent("filter", { detail: changes }));
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

/** @param {import("./filters.js").Filters} filters @param {Surroundings} around */
function main(filters, { modules, threshold, now, fields }) {
    const module = modules.find((one) => one.module === filters.module);
    const all = presets(now, module?.lastDay);
    const chosen = presetOf(all, filters);
    const periods = [...all.map(({ value, label }) => ({ value, label })), { value: "own", label: "Own days" }];
    const options = modules.map((one) => ({ value: one.module, label: one.title ? `${one.module} ${one.title}` : one.module }));
    const has = (/** @type {string} */ name) => fields.includes(name);
    return html`${field({ label: "Module", name: "module", type: "select", options, value: filters.module })}
    ${has("from") && field({ label: "Period", name: "period", type: "select", options: periods, value: chosen })}
    ${has("from") && field({ label: "From", name: "from", type: "date", value: filters.from ?? "" })} ${has("to") && field({ label: "To", name: "to", type: "date", value: filters.to ?? "" })}
    ${has("threshold") && field({ label: "At or below, %", name: "threshold", value: filters.threshold ?? threshold, maxlength: 8, autocomplete: "off" })}
    ${has("q") && field({ label: "Name or number", name: "q", type: "search", value: filters.q ?? "", autocomplete: "off" })}`;
}

/** @param {import("./filters.js").Filters} filters @param {Surroundings} around */
function more(filters, { choices, fields }) {
    const select = (/** @type {string} */ label, /** @type {string} */ name, /** @type {any[]} */ values, /** @type {string} */ all) => {
        const known = [...new Set([...(values ?? []).map(String), ...(filters[name] ? [filters[name]] : [])])];
        if (!fields.includes(name) || known.length === 0) return "";
        return field({ label, name, type: "select", options: [{ value: "", label: all }, ...known.map((value) => ({ value, label: value || "None named" }))], value: filters[name] ?? "" });
    };
    return html`${fields.includes("order") && field({ label: "Order", name: "order", type: "select", options: ORDERS, value: filters.order ?? "" })}
    ${select("Adviser", "adviser", choices?.advisers, "All advisers")} ${select("Group", "group", choices?.groups, "All groups")}
    ${select("Rotation", "rotation", choices?.rotations, "All rotations")} ${select("Pattern", "pattern", choices?.patterns, "All patterns")}
    ${fields.includes("selfCertified") && field({ label: "Self-certified only", name: "selfCertified", type: "checkbox", value: filters.selfCertified === "true" })}`;
}
