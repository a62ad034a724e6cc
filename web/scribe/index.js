/** Scribe's first page: modules, their sessions, what waits on this device, and the search through everything. */
import { html, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { fetched } from "../elements/fetched.js";
import { empty, pageHead } from "../elements/markup.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { navigate, setQuery } from "../router.js";
import { whenChanged } from "../lib/news.js";
import { bringIn } from "./export-dialog.js";
import { frame, moduleCards, nothing, sessionList } from "./index-view.js";
import { archive, deleteContents, makeSession, rename } from "./session-actions.js";
import { mountTakes } from "./takes-panel.js";
import { sentence } from "./words.js";

const PAGE = 48;

export class Page {
    #host;
    #abort = new AbortController();
    /** @type {import("./index-view.js").Filter} */ #filter;
    /** @type {any[]} */ #modules = [];
    /** @type {any[]} */ #sessions = [];
    /** @type {string | null} */ #next = null;
    #asked = 0;
    #typed = debounce(() => this.#filtered(), 250);

    /** @param {HTMLElement} host @param {Record<string, string>} _params @param {URLSearchParams} query */
    constructor(host, _params, query) {
        this.#host = host;
        this.#filter = { module: query.get("module") ?? "", q: query.get("q") ?? "", state: query.get("state") ?? "" };
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/scribe.css");
        if (!me.may("seeSessions")) return render(this.#host, html`<section class="page">${pageHead({ title: "Scribe" })} ${empty({ title: "Your role does not reach here", text: "Recordings are there for those who teach a session and those who take it.", icon: "lock", always: true })}</section>`);
        render(this.#host, frame(this.#filter));
        mountTakes(this.#host.querySelector(".waiting-takes"), signal);
        listen(this.#host, "submit", ".scribe-search", (event, form) => this.#search(event, form), signal);
        listen(this.#host, "submit", ".scribe-filters", (event) => event.preventDefault(), signal);
        listen(this.#host, "input", "[name=q][type=search]", (_, input) => input.closest(".scribe-filters") && this.#typed(), signal);
        listen(this.#host, "change", "[name=state]", () => this.#filtered(), signal);
        listen(this.#host, "click", "[data-module]", (_, button) => this.#choose(button.dataset.module), signal);
        listen(this.#host, "click", "[data-do=new]", () => makeSession(), signal);
        listen(this.#host, "click", "[data-do=bring-in]", () => bringIn(), signal);
        listen(this.#host, "click", "[data-do=more]", () => this.#more(), signal);
        listen(this.#host, "click", "[data-do=all]", () => this.#all(), signal);
        listen(this.#host, "choose", "[data-session]", (event, card) => this.#act(event.detail.action, card.dataset.session), signal);
        await fetched(this.#list, () => this.#load(PAGE), () => this.#draw(), signal, { label: "Asking the server…" });
        if (!signal.aborted) whenChanged(() => this.#again(), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
        this.#typed.cancel();
    }

    /** @returns {HTMLElement} */
    get #list() {
        return this.#host.querySelector(".scribe-sessions");
    }

    // -- loading

    /** The filter as the server knows it: the archive is no state there. */
    get #asks() {
        const { module, q, state } = this.#filter;
        const archived = state === "archived";
        return { module, q, state: archived ? "" : state, archived };
    }

    /** @param {number} limit @returns {Promise<boolean>} false when a later question was asked meanwhile */
    async #load(limit) {
        const mine = (this.#asked += 1);
        const { signal } = this.#abort;
        const [modules, page] = await Promise.all([api.get("/scribe/modules", { signal }), api.get("/scribe/sessions", { signal, query: { ...this.#asks, limit } })]);
        if (mine !== this.#asked) return false;
        this.#modules = modules.items;
        this.#sessions = page.items;
        this.#next = page.next;
        return true;
    }

    /** News, or another filter: what is there stays until the answer is. */
    async #again() {
        try {
            if (await this.#load(Math.min(200, Math.max(PAGE, this.#sessions.length)))) this.#draw();
        } catch {
            // the next news, or the next question, tells
        }
    }

    async #more() {
        try {
            const page = await api.get("/scribe/sessions", { signal: this.#abort.signal, query: { ...this.#asks, limit: PAGE, cursor: this.#next } });
            this.#sessions.push(...page.items);
            this.#next = page.next;
            this.#draw();
        } catch (error) {
            if (!this.#abort.signal.aborted) toast(sentence(error), { tone: "bad" });
        }
    }

    // -- choosing

    /** @param {Event} event @param {HTMLFormElement} form */
    #search(event, form) {
        event.preventDefault();
        const q = String(new FormData(form).get("q")).trim();
        navigate(`/scribe/search${q ? `?q=${encodeURIComponent(q)}` : ""}`);
    }

    #filtered() {
        const form = new FormData(this.#host.querySelector(".scribe-filters"));
        this.#change({ q: String(form.get("q")).trim(), state: String(form.get("state")) });
    }

    /** @param {string} module */
    #choose(module) {
        this.#change({ module: this.#filter.module === module ? "" : module });
    }

    #all() {
        /** @type {HTMLFormElement} */ (this.#host.querySelector(".scribe-filters")).reset();
        for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (this.#host.querySelectorAll(".scribe-filters :is(input, select)"))) control.value = "";
        this.#change({ module: "", q: "", state: "" });
    }

    /** @param {Partial<import("./index-view.js").Filter>} changes */
    #change(changes) {
        Object.assign(this.#filter, changes);
        setQuery(this.#filter);
        this.#drawModules();
        this.#again();
    }

    /** @param {string} action @param {string} id */
    #act(action, id) {
        const session = this.#sessions.find((one) => one.id === id);
        const changed = () => this.#again();
        if (action === "rename") return rename(session, changed);
        if (action === "delete") return deleteContents(session, changed);
        return archive(session, action === "archive", changed);
    }

    // -- drawing

    #draw() {
        this.#drawModules();
        const isNothing = this.#sessions.length === 0 && !this.#filter.q && !this.#filter.state;
        this.#host.querySelector(".scribe-filters").toggleAttribute("hidden", isNothing);
        redraw(this.#list, this.#sessions.length > 0 ? sessionList(this.#sessions, this.#next) : nothing(this.#filter, this.#modules.length));
    }

    #drawModules() {
        redraw(this.#host.querySelector(".scribe-modules"), moduleCards(this.#modules, this.#filter.module));
    }
}
