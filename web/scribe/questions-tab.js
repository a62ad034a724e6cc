/** Questions over the session or its whole module. An answer shows the words it stands on, or says that the sources do not have it. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { fetched } from "../elements/fetched.js";
import { badge, empty, segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { follow, quotations, sources, withMarks } from "./citations.js";
import { sentence } from "./words.js";

/** A model on this machine may think for a while. */
const PATIENCE = 120_000;

export class Tab {
    #host;
    #context;
    #abort = new AbortController();
    /** @type {any[]} newest last */ #asked = [];
    /** @type {string | null} */ #thread = null;

    /** @param {HTMLElement} host @param {import("./tabs.js").SessionContext} context */
    constructor(host, context) {
        this.#host = host;
        this.#context = context;
    }

    async mount() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/work.css");
        if (signal.aborted) return;
        render(this.#host, frame());
        this.#form.addEventListener("submit", (event) => this.#ask(event), { signal });
        listen(this.#host, "keydown", "textarea", (event) => this.#key(event), signal);
        listen(this.#host, "change", "[name=scope]", () => this.#load(), signal);
        listen(this.#host, "click", "[data-cite]", (_, button) => this.#follow(button), signal);
        listen(this.#host, "click", "[data-action=follow-up]", (_, button) => this.#followUp(button.closest("[data-question]").dataset.question), signal);
        listen(this.#host, "click", "[data-action=forget]", (_, button) => this.#forget(button.closest("[data-question]").dataset.question), signal);
        listen(this.#host, "click", "[data-action=new-thread]", () => this.#leaveThread(), signal);
        await this.#load();
    }

    unmount() {
        this.#abort.abort();
    }

    /** @returns {HTMLFormElement} */
    get #form() {
        return this.#host.querySelector("form");
    }

    /** @returns {HTMLElement} */
    get #list() {
        return this.#host.querySelector(".asked");
    }

    get #scope() {
        const isModule = this.#form.elements.namedItem("scope")["value"] === "module";
        return isModule ? { module: this.#context.session.module.id } : { session: this.#context.session.id };
    }

    async #load() {
        const { signal } = this.#abort;
        await fetched(this.#list, () => api.get("/scribe/questions", { query: this.#scope, signal }), ({ items }) => this.#draw(items), signal);
    }

    /** @param {any[]} items */
    #draw(items) {
        this.#asked = items.toSorted((left, right) => left.at.localeCompare(right.at));
        const text = "Ask about what was said or stands in the handouts. The answer shows the words it stands on; when the sources do not have it, it says so.";
        render(this.#list, this.#asked.length === 0 ? empty({ title: "Nothing asked yet", text, icon: "question", always: true }) : html`${this.#asked.toReversed().map(entry)}`);
    }

    /** @param {SubmitEvent} event */
    async #ask(event) {
        event.preventDefault();
        const field = this.#form.querySelector("textarea");
        const button = /** @type {HTMLButtonElement} */ (this.#form.querySelector("[type=submit]"));
        const question = field.value.trim();
        if (question === "" || button.disabled) return field.focus();
        button.disabled = true;
        this.#say("Looking through the sources…");
        try {
            const answer = await api.post("/scribe/questions", { ...this.#scope, question, thread: this.#thread }, { timeout: PATIENCE });
            if (this.#abort.signal.aborted) return;
            field.value = "";
            this.#draw([...this.#asked, answer]);
            this.#say(answer.refused ? "Not in these sources." : "Answered.");
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
        event.stopPropagation();
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.#form.requestSubmit();
    }

    /** @param {HTMLElement} button */
    #follow(button) {
        const id = /** @type {HTMLElement} */ (button.closest("[data-question]")).dataset.question;
        const question = this.#asked.find((one) => one.id === id);
        const citation = [...(question?.citations ?? []), ...(question?.nearest ?? [])].find((/** @type {any} */ one) => one.n === Number(button.dataset.cite));
        if (citation) follow(citation, this.#context);
    }

    /** @param {string} id */
    #followUp(id) {
        const question = this.#asked.find((one) => one.id === id);
        this.#thread = question.thread;
        const line = this.#host.querySelector(".thread");
        render(line, html`<p class="muted small">Follows “${question.question}” <button type="button" class="button quiet small" data-action="new-thread">${icon("cross")}A new question instead</button></p>`);
        this.#form.querySelector("textarea").focus();
    }

    #leaveThread() {
        this.#thread = null;
        this.#host.querySelector(".thread").replaceChildren();
        this.#form.querySelector("textarea").focus();
    }

    /** @param {string} id */
    async #forget(id) {
        try {
            await api.delete(`/scribe${path("questions", id)}`);
            this.#draw(this.#asked.filter((one) => one.id !== id));
            toast("The question is forgotten.");
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {string} text */
    #say(text) {
        this.#host.querySelector(".ask-state").textContent = text;
    }
}

function frame() {
    const options = [
        { value: "session", label: "This session" },
        { value: "module", label: "The whole module" },
    ];
    return html`<form class="ask no-print" novalidate>
            <label class="label" for="ask-text">Your question</label>
            <textarea id="ask-text" name="question" rows="2" maxlength="2000" placeholder="For example: when should insulin be started?"></textarea>
            <div class="thread"></div>
            <div class="row">${segmented({ legend: "Look in", name: "scope", options, value: "session" })}<button type="submit" class="button primary">${icon("question")}Ask</button><span class="ask-state muted small" role="status"></span></div>
        </form>
        <div class="asked stack"></div>`;
}

/** @param {any} one */
function entry(one) {
    return html`<article class="card stack tight question" data-question="${one.id}">
        <h2>${one.question}</h2>
        ${one.refused && html`<p>${badge("Not in these sources", "warn", "info")}</p>`}
        <p class="answer">${withMarks(one.answer, one.citations)}</p>
        ${sources(one.citations)}
        ${one.nearest?.length > 0 && html`<div class="nearest"><h3>Nearest passages, not an answer</h3>${quotations(one.nearest)}</div>`}
        <div class="row no-print"><button type="button" class="button quiet small" data-action="follow-up">Ask on</button><button type="button" class="button quiet small" data-action="forget" aria-label="Forget the question ${one.question}">Forget</button></div>
    </article>`;
}
