/** Compliance's first page: paste or drop a note, what wants doing, and the own notes. */
import { html, path, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { whenChanged } from "../lib/news.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { showErrors, values } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { navigate, setQuery } from "../router.js";
import { optionsOf } from "./again.js";
import { acceptFolders, isHidden } from "./dropped.js";
import { withDetails } from "./episode-details.js";
import { firstPart, outOfReach } from "./frame.js";
import { frame, isAnyUnderWay, noneFits, noteList, sentRow, teach, whatNext } from "./index-view.js";
import { removeNote, renameNote } from "./note-actions.js";
import { SAMPLE_NAME, SAMPLE_NOTE } from "./sample-note.js";
import { Sending } from "./sending.js";
import { sentence } from "./words.js";

const PAGE = 50;
const EVERY = 1_200;
/** The server answers a pasted note once it is read through. */
const PATIENCE = 120_000;
/** Episodes whose dates stand on this page. */
const SOON = 6;
const NAMES = /** @type {const} */ (["q", "state", "type", "discipline", "rule", "from", "to"]);

export class Page {
    #host;
    #abort = new AbortController();
    /** @type {import("./index-view.js").Filter} */ #filter;
    /** @type {any[]} */ #notes = [];
    /** @type {any[]} */ #episodes = [];
    /** Episodes with what is due in them, put together once for a visit of this page. @type {any[] | null} */ #due = null;
    /** @type {string | null} */ #next = null;
    /** @type {Sending} */ #sending;
    #asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
    #typed = debounce(() => this.#filtered(), 250);

    /** @param {HTMLElement} host @param {Record<string, string>} _params @param {URLSearchParams} query */
    constructor(host, _params, query) {
        this.#host = host;
        this.#filter = /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ""])));
    }

    // -- lifecycle

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("reviewNotes")) return firstPart() === "/compliance" ? render(this.#host, outOfReach("Compliance")) : navigate(firstPart(), { replace: true });
        render(this.#host, frame(this.#filter));
        this.#sending = new Sending({ changed: () => this.#drawSending(), note: (note, isAlone) => this.#arrived(note, isAlone), batch: (batch) => navigate(path("compliance", "batches", batch.id)) }, signal);
        acceptFolders(this.#host.querySelector(".veil"), (files) => this.#send(files), signal);
        listen(this.#host, "submit", ".intake", (event, form) => this.#paste(event, form), signal);
        listen(this.#host, "change", "input[type=file]", (_, input) => this.#chosen(input), signal);
        listen(this.#host, "submit", ".note-filters", (event) => event.preventDefault(), signal);
        listen(this.#host, "input", ".note-filters [type=search]", () => this.#typed(), signal);
        listen(this.#host, "change", ".note-filters select, .note-filters [type=date]", () => this.#filtered(), signal);
        listen(this.#host, "click", "[data-do]", (_, button) => this.#act(button.dataset.do), signal);
        listen(this.#host, "click", "[data-forget]", (_, button) => this.#sending.forget(Number(button.dataset.forget)), signal);
        listen(this.#host, "choose", "[data-note]", (event, row) => this.#onNote(event.detail.action, row.dataset.note), signal);
        await fetched(this.#list, () => this.#load(PAGE), () => this.#draw(), signal, { label: "Asking the server…" });
        if (signal.aborted) return undefined;
        whenChanged(() => this.#again(), signal);
        this.#due = await withDetails(this.#episodes.slice(0, SOON), signal);
        if (!signal.aborted) this.#drawNext();
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
        this.#typed.cancel();
        clearTimeout(this.#timer);
    }

    /** @returns {HTMLElement} */
    get #list() {
        return this.#host.querySelector(".note-list");
    }

    // -- loading

    /** @param {number} limit @returns {Promise<boolean>} false when a later question was asked meanwhile */
    async #load(limit) {
        const mine = (this.#asked += 1);
        const { signal } = this.#abort;
        const [notes, episodes] = await Promise.all([api.get("/compliance/documents", { signal, query: { ...this.#filter, limit } }), api.get("/compliance/episodes", { signal })]);
        if (mine !== this.#asked) return false;
        this.#notes = notes.items;
        this.#next = notes.next;
        this.#episodes = episodes.items;
        return true;
    }

    /** News, or another filter: what is there stays until the answer is. */
    async #again() {
        try {
            if (await this.#load(Math.min(200, Math.max(PAGE, this.#notes.length)))) this.#draw();
        } catch {
            // the next news, or the next question, tells
        }
    }

    async #more() {
        try {
            const page = await api.get("/compliance/documents", { signal: this.#abort.signal, query: { ...this.#filter, limit: PAGE, cursor: this.#next } });
            this.#notes.push(...page.items);
            this.#next = page.next;
            this.#draw();
        } catch (error) {
            if (!this.#abort.signal.aborted) toast(sentence(error), { tone: "bad" });
        }
    }

    // -- notes in

    /** @param {SubmitEvent} event @param {HTMLFormElement} form */
    async #paste(event, form) {
        event.preventDefault();
        const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
        const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text")).value;
        showErrors(form, null);
        if (text.trim() === "") return showErrors(form, { detail: "Paste a note first, or choose a file." });
        if (button.disabled) return undefined;
        button.disabled = true;
        try {
            const given = values(form);
            const note = await api.post("/compliance/documents", { name: given.name || null, text, options: optionsOf(given), episode: given.episode || null }, { timeout: PATIENCE });
            if (!this.#abort.signal.aborted) navigate(path("compliance", "documents", note.id));
        } catch (error) {
            showErrors(form, { ...error, detail: sentence(error) });
        } finally {
            button.disabled = false;
        }
        return undefined;
    }

    /** @param {HTMLInputElement} input */
    #chosen(input) {
        this.#send([...input.files]);
        input.value = "";
    }

    /** @param {File[]} files */
    #send(files) {
        const { type, discipline, asOf, episode, strict } = values(this.#host.querySelector(".intake"));
        const all = { type, discipline, asOf, episode, strict: strict ? "true" : "" };
        this.#sending.add(files.filter(({ name }) => !isHidden(name)), all);
    }

    /** A single file opens; several stay in the list. @param {any} note @param {boolean} isAlone */
    #arrived(note, isAlone) {
        if (isAlone) navigate(path("compliance", "documents", note.id));
        else this.#again();
    }

    #drawSending() {
        const { items } = this.#sending;
        redraw(this.#host.querySelector(".sending"), html`${items.slice(0, 12).map(sentRow)}${items.length > 12 && html`<p class="muted small">and ${items.length - 12} more</p>`}`);
    }

    #sample() {
        const form = /** @type {HTMLFormElement} */ (this.#host.querySelector(".intake"));
        /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text")).value = SAMPLE_NOTE;
        /** @type {HTMLInputElement} */ (form.elements.namedItem("name")).value = SAMPLE_NAME;
        form.requestSubmit();
    }

    // -- choosing

    #filtered() {
        const form = values(this.#host.querySelector(".note-filters"));
        Object.assign(this.#filter, form);
        setQuery(this.#filter);
        this.#again();
    }

    /** @param {Partial<import("./index-view.js").Filter>} wanted every other choice is let go of */
    #only(wanted) {
        for (const name of NAMES) this.#filter[name] = wanted[name] ?? "";
        for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (this.#host.querySelectorAll(".note-filters :is(input, select)"))) control.value = this.#filter[control.name] ?? "";
        setQuery(this.#filter);
        this.#again();
    }

    /** @param {string} action */
    #act(action) {
        if (action === "more") return this.#more();
        if (action === "all") return this.#only({});
        if (action === "failed") return this.#only({ state: "failed" });
        return this.#sample();
    }

    /** @param {string} action @param {string} id */
    async #onNote(action, id) {
        const note = this.#notes.find((one) => one.id === id);
        if (action === "delete") return removeNote(note, () => this.#again());
        return (await renameNote(note)) && this.#again();
    }

    // -- drawing

    #draw() {
        const isFiltered = NAMES.some((name) => this.#filter[name]);
        const isNothing = this.#notes.length === 0 && !isFiltered;
        /** @type {HTMLElement} */ (this.#host.querySelector(".note-filters")).hidden = isNothing;
        this.#drawNext();
        redraw(this.#list, isNothing ? teach() : this.#notes.length === 0 ? noneFits() : noteList(this.#notes, this.#next));
        this.#drawEpisodes();
        clearTimeout(this.#timer);
        if (isAnyUnderWay(this.#notes)) this.#timer = setTimeout(() => this.#again(), EVERY);
    }

    #drawNext() {
        const isFiltered = NAMES.some((name) => this.#filter[name]);
        redraw(this.#host.querySelector(".next-place"), isFiltered ? html`` : whatNext(this.#notes, this.#due ?? []));
    }

    #drawEpisodes() {
        const select = /** @type {HTMLSelectElement} */ (this.#host.querySelector(".intake [name=episode]:is(select)"));
        const chosen = select.value;
        redraw(select, html`<option value="">None</option>${this.#episodes.map(({ id, label }) => html`<option value="${id}">${label}</option>`)}`);
        select.value = chosen;
    }
}
