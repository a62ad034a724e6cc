/** Modules and files: what there is to analyse, where it came from, and the way in for more. */
import { html, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { fetched } from "../elements/fetched.js";
import { pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { readFilters } from "./filters.js";
import { outOfReach, viewTabs } from "./frame.js";
import { ImportHistory } from "./history.js";
import { dropZone, moduleCards } from "./index-view.js";
import { whenChanged } from "../lib/news.js";
import { editSettings } from "./settings.js";
import { uploads } from "./uploads.js";
import { knownModules, mountUploads } from "./uploads-panel.js";
import { drawWelcome } from "./welcome.js";

export class Page {
    #host;
    #filters;
    #abort = new AbortController();
    /** @type {ImportHistory | null} */ #history = null;
    /** @type {any} */ #modules = null;

    /** @param {HTMLElement} host @param {Record<string, string>} _params @param {URLSearchParams} query */
    constructor(host, _params, query) {
        this.#host = host;
        this.#filters = readFilters(query);
    }

    async connect() {
        const { signal } = this.#abort;
        await Promise.all([stylesheet("/insights/insights.css"), stylesheet("/imports/imports.css")]);
        if (!me.may("seeInsights")) return render(this.#host, outOfReach("Insights"));
        render(this.#host, this.#frame());
        mountUploads(this.#host, signal, () => this.#refresh());
        listen(this.#host, "change", "input[type=file]", (_, input) => this.#take(input), signal);
        listen(this.#host, "click", "[data-action=settings]", () => editSettings(this.#modules), signal);
        const modules = /** @type {HTMLElement} */ (this.#host.querySelector("#modules"));
        const place = /** @type {HTMLElement | null} */ (this.#host.querySelector("#history"));
        if (place) this.#history = new ImportHistory(place, signal);
        await Promise.all([fetched(modules, () => api.get("/insights/modules", { signal }), (answer) => this.#draw(answer), signal), this.#history?.draw()]);
        if (!signal.aborted) whenChanged(() => this.#refresh(), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @param {HTMLInputElement} input */
    #take(input) {
        uploads.add([...input.files]);
        input.value = "";
    }

    async #refresh() {
        try {
            const [modules] = await Promise.all([api.get("/insights/modules", { signal: this.#abort.signal }), this.#history?.refresh()]);
            if (!this.#abort.signal.aborted) this.#draw(modules);
        } catch {
            // what is shown stays until the server answers again
        }
    }

    /** @param {any} answer */
    #draw(answer) {
        this.#modules = answer;
        const { items } = answer;
        knownModules(items.map((/** @type {any} */ one) => one.module));
        redraw(this.#host.querySelector("#modules"), moduleCards(items, this.#filters));
        const welcome = /** @type {HTMLElement} */ (this.#host.querySelector("#welcome"));
        welcome.hidden = items.length > 0 || !me.may("manageInsights");
        if (!welcome.hidden) drawWelcome(welcome, this.#abort.signal);
    }

    #frame() {
        const manages = me.may("manageInsights");
        const settings = manages && html`<button type="button" class="button" data-action="settings">${icon("filter")}Settings</button>`;
        const text = me.isStudent ? "Your attendance in each module, with the rows behind the figure." : "What attendance means: who needs help, and why the number is right.";
        return html`<section class="page insights" data-view="files">
            ${pageHead({ title: me.isStudent ? "My attendance" : "Insights", text, actions: settings })} ${me.may("seeCohorts") && viewTabs("", this.#filters)}
            <div class="uploads"></div>
            <div id="welcome" hidden></div>
            <section class="stack tight" aria-labelledby="modules-title">
                <h2 id="modules-title">Modules</h2>
                <div id="modules"></div>
            </section>
            ${manages && dropZone()}
            ${manages &&
            html`<section class="stack tight" aria-labelledby="history-title">
                <h2 id="history-title">Files brought in</h2>
                <div id="history"></div>
            </section>`}
        </section>`;
    }
}
