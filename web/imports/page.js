/** Imports: choose or drop a file, read what would happen row by row, then let it in. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { values } from "../elements/field.js";
import { progress } from "../elements/progress.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { managersOnly } from "../accounts/roles.js";
import { groupChoices } from "../roster/choices.js";
import { engine } from "../sync/engine.js";
import { acceptDrops } from "./drop.js";
import { ImportHistory } from "./history.js";
import { frame, picker } from "./frame.js";
import { LARGEST } from "./kinds.js";
import { doneView, previewView, refusedView } from "./steps.js";

const TIMEOUT = 300_000;

export class Page {
    #host;
    /** @type {File | null} */ #file = null;
    #kind = "";
    #module = "";
    #group = "";
    /** @type {{ value: string, label: string }[]} */ #groups = [];
    /** @type {ImportHistory} */ #history;
    #turn = 0;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        if (!me.manages) return render(this.#host, managersOnly("Import"));
        await stylesheet("/imports/imports.css");
        render(this.#host, frame());
        acceptDrops(this.#host.querySelector(".drop-veil"), (file) => this.#take(file), signal);
        listen(this.#host, "change", "input[type=file]", (_, input) => input.files[0] && this.#take(input.files[0]), signal);
        listen(this.#host, "change", "select[name=kind]", (_, select) => this.#preview({ kind: select.value }), signal);
        listen(this.#host, "submit", "form[data-place]", (event, form) => this.#named(event, form), signal);
        listen(this.#host, "click", "[data-action=commit]", () => this.#commit(), signal);
        listen(this.#host, "click", "[data-action=again]", () => this.#reset(), signal);
        this.#history = new ImportHistory(this.#host, (id) => this.#undone(id), signal);
        this.#groups = await groupChoices();
        await this.#history.draw();
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @param {File} file */
    #take(file) {
        this.#file = file;
        this.#module = "";
        this.#group = "";
        if (file.size > LARGEST) return this.#draw(refusedView({ ...this.#step(), error: { detail: `The file has ${Math.round(file.size / 1024 / 1024)} MB; an import takes at most 50 MB. Split it by module or year.` } }));
        return this.#preview({ kind: "" });
    }

    /**
     * @param {Event} event
     * @param {HTMLFormElement} form
     */
    #named(event, form) {
        event.preventDefault();
        const { module, group } = values(form);
        this.#preview({ module, group });
    }

    /** @param {{ kind?: string, module?: string, group?: string }} choice */
    async #preview({ kind = this.#kind, module = this.#module, group = this.#group }) {
        this.#kind = kind;
        this.#module = module;
        this.#group = group;
        const file = this.#file;
        const report = await this.#send({ preview: true }, `Reading ${file.name}…`);
        if (report) this.#draw(previewView({ ...this.#step(), report, kind: report.kind }));
    }

    async #commit() {
        const file = this.#file;
        const report = await this.#send({}, `Letting ${file.name} in…`);
        if (!report) return;
        engine.now();
        this.#draw(doneView(report));
        await this.#history.draw();
    }

    /**
     * @param {{ preview?: boolean }} query
     * @param {string} label
     * @returns {Promise<any>} null when it was refused (and shown) or another file was chosen meanwhile
     */
    async #send(query, label) {
        const mine = (this.#turn += 1);
        const { signal } = this.#abort;
        const file = this.#file;
        this.#draw(html`<div class="card">${progress({ label })}</div>`);
        try {
            const report = await api.upload("/imports", file, { query: { ...query, kind: this.#kind, module: this.#module, group: this.#group, name: file.name }, timeout: TIMEOUT, signal });
            return mine === this.#turn ? report : null;
        } catch (error) {
            if (mine === this.#turn && !signal.aborted) this.#draw(refusedView({ ...this.#step(), error }));
            return null;
        }
    }

    #step() {
        return { file: this.#file, kind: this.#kind, module: this.#module, group: this.#group, groups: this.#groups };
    }

    #reset() {
        this.#turn += 1;
        this.#file = null;
        render(this.#host.querySelector("#step"), picker());
        /** @type {HTMLElement} */ (this.#host.querySelector("input[type=file]")).focus();
    }

    /** @param {string} id of an import that was taken back */
    #undone(id) {
        engine.now();
        if (this.#host.querySelector(`#step [data-id="${CSS.escape(id)}"]`)) this.#reset();
    }

    /** @param {import("../lib/html.js").Markup} content */
    #draw(content) {
        const step = this.#host.querySelector("#step");
        render(step, content);
        /** @type {HTMLElement | null} */ (step.querySelector("[data-focus]"))?.focus();
    }
}
