/** Questions about a note and its findings, answered from the bundled rule texts. An answer shows the words it stands on, or says that they do not answer it. */
import { html, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { api } from "../api.js";
import { badge, empty } from "../elements/markup.js";
import { fetched } from "../elements/fetched.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { openManual } from "./rulebook.js";
import { sentence } from "./words.js";

/** A model on this machine may think for a while. */
const PATIENCE = 120_000;

export class AskPanel {
    #host;
    #note;
    #signal;
    #nameOf;
    /** @type {any[]} oldest first */ #asked = [];
    /** @type {any} the finding that the next question is about */ #about = null;

    /** @param {HTMLElement} host @param {string} note @param {(finding: any) => string} nameOf @param {AbortSignal} signal */
    constructor(host, note, nameOf, signal) {
        this.#host = host;
        this.#note = note;
        this.#nameOf = nameOf;
        this.#signal = signal;
        render(host, frame());
        listen(host, "submit", "form", (event, form) => this.#ask(event, form), signal);
        listen(host, "keydown", "textarea", (event) => this.#key(event), signal);
        listen(host, "click", "[data-do=whole-note]", () => this.about(null), signal);
        listen(host, "click", "[data-cite]", (_, button) => this.#follow(button.dataset.cite), signal);
    }

    load() {
        return fetched(this.#list, () => api.get("/compliance/questions", { query: { document: this.#note }, signal: this.#signal }), ({ items }) => this.#draw(items), this.#signal);
    }

    /** @param {any} finding null: the note as a whole */
    about(finding) {
        this.#about = finding;
        const line = this.#host.querySelector(".ask-about");
        render(line, finding ? html`<p class="small">About <strong>${this.#nameOf(finding)}</strong> <button type="button" class="button quiet small" data-do="whole-note">${icon("cross")}About the whole note</button></p>` : html``);
        this.#host.querySelector("textarea").focus();
    }

    /** @returns {HTMLElement} */
    get #list() {
        return this.#host.querySelector(".asked");
    }

    /** @param {any[]} items */
    #draw(items) {
        this.#asked = items;
        const text = "Ask what a rule wants or why a finding came. The answer quotes the bundled manual text; when it is not there, it says so.";
        redraw(this.#list, items.length === 0 ? empty({ title: "Nothing asked yet", text, icon: "question", always: true }) : html`${items.toReversed().map(entry)}`);
    }

    /** @param {SubmitEvent} event @param {HTMLFormElement} form */
    async #ask(event, form) {
        event.preventDefault();
        const text = form.querySelector("textarea");
        const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
        const question = text.value.trim();
        if (question === "" || button.disabled) return text.focus();
        button.disabled = true;
        this.#say("Looking through the rules…");
        try {
            const answer = await api.post("/compliance/questions", { question, document: this.#note, finding: this.#about?.id ?? null }, { timeout: PATIENCE });
            if (this.#signal.aborted) return;
            text.value = "";
            this.#draw([...this.#asked, answer]);
            this.#say(answer.refused ? "The rules do not answer it." : "Answered.");
        } catch (error) {
            this.#say("");
            toast(sentence(error), { tone: "bad" });
        } finally {
            button.disabled = false;
        }
        return undefined;
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        /** @type {HTMLElement} */ (event.target).closest("form").requestSubmit();
    }

    /** @param {string} key question and number of the citation */
    #follow(key) {
        const [id, n] = key.split("/");
        const citation = this.#asked.find((one) => one.id === id)?.citations.find((/** @type {any} */ one) => one.n === Number(n));
        if (citation?.source === "rule") openManual(citation.sourceId);
    }

    /** @param {string} text */
    #say(text) {
        this.#host.querySelector(".ask-state").textContent = text;
    }
}

function frame() {
    return html`<form class="ask no-print" novalidate>
            <div class="ask-about"></div>
            <label class="label" for="ask-text">Your question</label>
            <textarea id="ask-text" name="question" rows="2" maxlength="2000" placeholder="For example: when must the progress report be written?"></textarea>
            <div class="row"><button type="submit" class="button primary">${icon("question")}Ask</button><span class="ask-state muted small" role="status"></span></div>
        </form>
        <div class="asked stack"></div>`;
}

/** @param {any} one */
function entry(one) {
    const mark = (/** @type {string} */ part) => (/^\[\d+\]$/.test(part) ? citeButton(one, Number(part.slice(1, -1))) : part);
    return html`<article class="card stack tight">
        <h3>${one.question}</h3>
        ${one.refused && html`<p>${badge("Not in the rules", "warn", "info")}</p>`}
        <p class="answer-text">${one.answer.split(/(\[\d+\])/).map(mark)}</p>
        ${one.citations.length > 0 && html`<ul class="quotes">${one.citations.map((/** @type {any} */ citation) => html`<li><q>${citation.quote}</q> ${citation.source === "rule" ? html`<button type="button" class="cited small" data-cite="${one.id}/${citation.n}">${icon("study")}<span>${citation.title}</span></button>` : html`<span class="muted small">${citation.title}</span>`}</li>`)}</ul>`}
    </article>`;
}

/** @param {any} one @param {number} n */
function citeButton(one, n) {
    const citation = one.citations.find((/** @type {any} */ each) => each.n === n);
    if (!citation) return "";
    return html`<button type="button" class="cite" data-cite="${one.id}/${n}" aria-label="Source ${n}: ${citation.title}">${n}</button>`;
}
