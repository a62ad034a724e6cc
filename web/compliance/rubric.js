/** One version of the rubric: its YAML, what is wrong with it line by line, its own examples as a test, and making it active. */
import { html, path, redraw, render } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { fetched } from "../elements/fetched.js";
import { badge, notice, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { outOfReach } from "./frame.js";
import { forgetRules } from "./rulebook.js";
import { problemList, problemsOf, testResult } from "./rubric-view.js";
import { newDraft, RUBRIC_STATES } from "./rubrics.js";
import { sentence } from "./words.js";
import { YamlEditor } from "./yaml-editor.js";

/** All examples of all rules are run. */
const PATIENCE = 120_000;

export class Page {
    #host;
    #version;
    #abort = new AbortController();
    /** @type {any} */ #rubric = null;
    /** @type {YamlEditor} */ #editor;
    #saved = "";

    /** @param {HTMLElement} host @param {Record<string, string>} params */
    constructor(host, { version }) {
        this.#host = host;
        this.#version = version;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("manageRubrics")) return render(this.#host, outOfReach("Rubric"));
        render(this.#host, html`<section class="page compliance"><div class="rubric-head">${pageHead({ title: "Rubric", back: { href: "/compliance/rubrics", label: "Rubrics" } })}</div><div class="rubric-place stack"></div></section>`);
        listen(this.#host, "click", "[data-do]", (_, button) => this.#act(button.dataset.do), signal);
        listen(this.#host, "click", "[data-line]", (_, button) => this.#editor.goTo(Number(button.dataset.line)), signal);
        listen(this.#host, "change", "input[type=file]", (_, input) => this.#take(input), signal);
        window.addEventListener("beforeunload", (event) => this.#isChanged && event.preventDefault(), { signal });
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".rubric-place"));
        await fetched(place, () => this.#load(), () => this.#begin(place), signal);
        return undefined;
    }

    /** Whoever goes elsewhere keeps what was written: a draft may have problems. */
    disconnect() {
        this.#abort.abort();
        if (!this.#isDraft || !this.#isChanged) return;
        const kept = api.put(this.#address, { yaml: this.#editor.text });
        kept.then(() => toast("What you changed in the draft is saved."), (error) => toast(sentence(error), { tone: "bad" }));
    }

    get #address() {
        return `/compliance${path("rubrics", this.#version)}`;
    }

    get #isDraft() {
        return this.#rubric?.state === "draft";
    }

    get #isChanged() {
        return this.#editor !== undefined && this.#editor.text !== this.#saved;
    }

    async #load() {
        this.#rubric = await api.get(this.#address, { signal: this.#abort.signal });
    }

    /** @param {HTMLElement} place */
    #begin(place) {
        this.#saved = this.#rubric.yaml;
        setTitle(`Rubric ${this.#version}`);
        render(
            place,
            html`${!this.#isDraft && notice("This version does not change any more. To change something, make a draft of it.", "info", html`<button type="button" class="button small" data-do="draft">${icon("plus")}Draft of this version</button>`)}
                <div class="rubric-says" role="status"></div><div id="yaml-problems" class="problems"></div><div class="test-place"></div>
                <div class="editor-place"></div>`,
        );
        this.#editor = new YamlEditor(place.querySelector(".editor-place"), { text: this.#saved, readOnly: !this.#isDraft, changed: () => this.#drawHead() }, this.#abort.signal);
        this.#drawHead();
        this.#showProblems(problemsOf(this.#rubric));
    }

    #drawHead() {
        const { state, author, at, note } = this.#rubric;
        const look = RUBRIC_STATES[state] ?? RUBRIC_STATES.retired;
        const draft = html`<button type="button" class="button" data-do="save" ${!this.#isChanged && "disabled"}>Save</button><button type="button" class="button" data-do="test">${icon("check")}Test</button><button type="button" class="button primary" data-do="activate">Activate</button>`;
        const take = this.#isDraft && html`<label class="button file-button"><input type="file" class="visually-hidden" accept=".yaml,.yml" />${icon("imports")}Take YAML in</label>`;
        const actions = html`${this.#isDraft ? draft : html`<button type="button" class="button" data-do="test">${icon("check")}Test</button>`}${take}<button type="button" class="button" data-do="out">${icon("export")}YAML</button>`;
        const text = html`${badge(look.label, look.tone, look.icon)} ${[note, author, dateTime(at)].filter(Boolean).join(" · ")}`;
        redraw(this.#host.querySelector(".rubric-head"), pageHead({ title: `Rubric ${this.#version}`, text, back: { href: "/compliance/rubrics", label: "Rubrics" }, actions }));
    }

    /** @param {string} action */
    async #act(action) {
        try {
            if (action === "save") await this.#save();
            if (action === "test") await this.#test();
            if (action === "activate") await this.#activate();
            if (action === "draft") await newDraft((await api.get("/compliance/rubrics")).items, this.#version);
            if (action === "out") this.#out();
        } catch (error) {
            this.#problems(error);
        }
    }

    async #save() {
        this.#showProblems([]);
        const answer = await api.put(this.#address, { yaml: this.#editor.text });
        this.#saved = this.#editor.text;
        this.#showProblems(problemsOf(answer));
        this.#drawHead();
        this.#say("Saved.", "good");
    }

    async #test() {
        if (this.#isChanged) await this.#save();
        this.#say("Running the examples of every rule…", "info");
        const result = await api.post(`${this.#address}/test`, undefined, { timeout: PATIENCE });
        this.#say("", "info");
        redraw(this.#host.querySelector(".test-place"), testResult(result));
    }

    async #activate() {
        if (this.#isChanged) await this.#save();
        await api.post(`${this.#address}/activate`, undefined, { timeout: PATIENCE });
        forgetRules();
        await this.#load();
        this.#begin(this.#host.querySelector(".rubric-place"));
        toast("This version is active. Notes are checked with it from now on.", { tone: "good", undo: () => this.#rollBack() });
    }

    async #rollBack() {
        try {
            const now = await api.post("/compliance/rubrics/rollback");
            forgetRules();
            await this.#load();
            this.#begin(this.#host.querySelector(".rubric-place"));
            toast(`Version ${now.version} is active again.`);
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {HTMLInputElement} input */
    async #take(input) {
        const [file] = input.files;
        input.value = "";
        if (!file) return;
        this.#editor.text = await file.text();
        this.#say(`${file.name} is in the editor. Save keeps it.`, "info");
    }

    #out() {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([this.#editor.text], { type: "application/yaml" }));
        link.download = `rubric-${this.#version}.yaml`;
        link.click();
        URL.revokeObjectURL(link.href);
    }

    /** @param {any} error */
    #problems(error) {
        const problems = problemsOf(error);
        this.#showProblems(problems);
        this.#say(sentence(error), "bad");
    }

    /** @param {import("./rubric-view.js").Problem[]} problems */
    #showProblems(problems) {
        this.#editor.mark(problems.map(({ line }) => line).filter(Boolean));
        redraw(this.#host.querySelector(".problems"), problemList(problems));
    }

    /** @param {string} text @param {"good" | "bad" | "info"} tone */
    #say(text, tone) {
        redraw(this.#host.querySelector(".rubric-says"), text ? notice(text, tone) : html``);
    }
}
