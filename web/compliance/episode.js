/** One episode with its notes, what is due, and what the notes show together. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { fetched } from "../elements/fetched.js";
import { pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { navigate, setTitle } from "../router.js";
import { addBody, episodeView } from "./episode-view.js";
import { outOfReach } from "./frame.js";
import { openManual, ruleNames } from "./rulebook.js";
import { sentence } from "./words.js";

export class Page {
    #host;
    #id;
    #abort = new AbortController();
    /** @type {any} */ #episode = null;
    /** @type {Map<string, any>} */ #rules = new Map();
    /** @type {Set<string>} */ #open = new Set();

    /** @param {HTMLElement} host @param {Record<string, string>} params */
    constructor(host, { id }) {
        this.#host = host;
        this.#id = id;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("reviewNotes")) return render(this.#host, outOfReach("Episode"));
        render(this.#host, html`<section class="page compliance"><div class="episode-head">${pageHead({ title: "Episode", back: { href: "/compliance/episodes", label: "Episodes" } })}</div><div class="episode stack"></div></section>`);
        const on = (/** @type {string} */ selector, /** @type {(target: any) => unknown} */ run) => listen(this.#host, "click", selector, (_, target) => run(target), signal);
        on("[data-do=add]", () => this.#add());
        on("[data-do=print]", () => window.print());
        on("[data-take-out]", (button) => this.#takeOut(button.dataset.takeOut));
        on("[data-open-finding]", (button) => this.#toggle(button.dataset.openFinding));
        on("[data-manual]", (button) => openManual(button.dataset.manual));
        on("[data-go]", (button) => this.#toNote(button.dataset.go));
        on("[data-copy]", (button) => this.#copy(button.dataset.copy));
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".episode"));
        const read = async () => ([this.#rules] = await Promise.all([ruleNames(), this.#read()]));
        await fetched(place, read, () => this.#draw(), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }

    async #read() {
        this.#episode = await api.get(`/compliance${path("episodes", this.#id)}`, { signal: this.#abort.signal });
    }

    async #again() {
        try {
            await this.#read();
        } catch {
            return; // what is shown stays; the next news tells
        }
        if (!this.#abort.signal.aborted) this.#draw();
    }

    async #add() {
        try {
            const notes = await api.all("/compliance/documents", { query: { state: "ready", limit: 100 } });
            const free = notes.filter(({ episode }) => !episode);
            const submit = async (/** @type {any} */ _values, /** @type {HTMLFormElement} */ form) => {
                for (const id of new FormData(form).getAll("notes")) await api.patch(`/compliance${path("documents", id)}`, { episode: this.#id });
            };
            const done = await openDialog({ title: "Add notes", wide: true, body: addBody(free), confirm: free.length > 0 ? "Add" : undefined, submit });
            if (done) await this.#again();
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {string} id */
    async #takeOut(id) {
        const move = async (/** @type {string | null} */ episode) => {
            try {
                await api.patch(`/compliance${path("documents", id)}`, { episode });
                await this.#again();
            } catch (error) {
                toast(sentence(error), { tone: "bad" });
            }
        };
        await move(null);
        toast("The note is no longer in this episode.", { undo: () => move(this.#id) });
    }

    /** The note in which the words of a finding stand. @param {string} place finding and number of its words */
    #toNote(place) {
        const [id, index] = place.split("/");
        const evidence = this.#episode.findings.find((/** @type {any} */ one) => one.id === id).evidence[Number(index)];
        if (evidence.document) navigate(path("compliance", "documents", evidence.document));
    }

    /** @param {string} id */
    #toggle(id) {
        if (!this.#open.delete(id)) this.#open.add(id);
        this.#draw();
    }

    /** @param {string} id */
    async #copy(id) {
        const { exampleWording } = this.#episode.findings.find((/** @type {any} */ one) => one.id === id);
        await navigator.clipboard.writeText(exampleWording).catch(() => undefined);
        toast("Copied.");
    }

    #draw() {
        const { label } = this.#episode;
        setTitle(label);
        const actions = html`<button type="button" class="button" data-do="add">${icon("plus")}Add notes</button><button type="button" class="icon-button" data-do="print" aria-label="Print">${icon("print")}</button>`;
        redraw(this.#host.querySelector(".episode-head"), pageHead({ title: label, back: { href: "/compliance/episodes", label: "Episodes" }, actions }));
        redraw(this.#host.querySelector(".episode"), episodeView(this.#episode, this.#open, (finding) => this.#rules.get(finding.ruleId)?.title ?? finding.title ?? finding.ruleId));
    }
}
