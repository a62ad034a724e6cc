/** Flash cards and quiz questions out of the session, each with its source. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { fetched } from "../elements/fetched.js";
import { empty, segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { address, api } from "../api.js";
import { follow, place } from "./citations.js";
import { Making } from "./making.js";

export class Tab {
    #host;
    #context;
    #abort = new AbortController();
    /** @type {{ cards: any[], quiz: any[] }} */ #study = { cards: [], quiz: [] };
    /** @type {Making} */ #making;
    #kind = "cards";
    #at = 0;
    #isTurned = false;
    /** @type {Map<string, number>} question → what was chosen */ #chosen = new Map();

    /** @param {HTMLElement} host @param {import("./tabs.js").SessionContext} context */
    constructor(host, context) {
        this.#host = host;
        this.#context = context;
        this.#making = new Making({ line: () => host.querySelector(".making"), label: "Making cards…", failure: "The cards could not be made.", load: () => this.#begin(), signal: this.#abort.signal });
    }

    async mount() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/work.css");
        if (signal.aborted) return;
        render(this.#host, html`<div class="making"></div><div class="study"></div>`);
        listen(this.#host, "click", "[data-action=make]", () => this.#making.begin(this.#address), signal);
        listen(this.#host, "change", "[name=kind]", (_, radio) => this.#show(radio.value), signal);
        listen(this.#host, "click", "[data-action=turn]", () => this.#turn(), signal);
        listen(this.#host, "click", "[data-step]", (_, button) => this.#step(Number(button.dataset.step)), signal);
        listen(this.#host, "click", "[data-choice]", (_, button) => this.#choose(button.dataset.quiz, Number(button.dataset.choice)), signal);
        listen(this.#host, "click", "[data-source]", (_, button) => this.#follow(button.dataset.source), signal);
        this.#context.events.addEventListener("session", () => !this.#making.isRunning && this.#load(), { signal });
        await this.#load();
    }

    unmount() {
        this.#abort.abort();
    }

    get #address() {
        return `/scribe${path("sessions", this.#context.session.id, "study")}`;
    }

    /** @returns {HTMLElement} */
    get #place() {
        return this.#host.querySelector(".study");
    }

    async #load() {
        const { signal } = this.#abort;
        await fetched(
            this.#place,
            () => api.get(this.#address, { signal }),
            (answer) => {
                this.#study = answer;
                this.#at = Math.min(this.#at, Math.max(0, answer.cards.length - 1));
                this.#draw();
                this.#making.follow(answer.job);
            },
            signal,
        );
    }

    /** New cards are shown from the first on. */
    async #begin() {
        this.#chosen.clear();
        this.#at = 0;
        await this.#load();
    }

    /** @param {string} kind */
    #show(kind) {
        this.#kind = kind;
        this.#draw();
    }

    #turn() {
        this.#isTurned = !this.#isTurned;
        this.#draw();
        /** @type {HTMLElement | null} */ (this.#place.querySelector("[data-action=turn]"))?.focus();
    }

    /** @param {number} step */
    #step(step) {
        const { length } = this.#study.cards;
        this.#at = (this.#at + step + length) % length;
        this.#isTurned = false;
        this.#draw();
        /** @type {HTMLElement | null} */ (this.#place.querySelector(`[data-step="${step}"]`))?.focus();
    }

    /** @param {string} quiz @param {number} choice */
    #choose(quiz, choice) {
        this.#chosen.set(quiz, choice);
        this.#draw();
        /** @type {HTMLElement | null} */ (this.#place.querySelector(`[data-answer="${CSS.escape(quiz)}"]`))?.focus();
    }

    /** @param {string} id of a card or quiz question */
    #follow(id) {
        const one = [...this.#study.cards, ...this.#study.quiz].find((each) => each.id === id);
        if (one?.citation) follow(one.citation, this.#context);
    }

    #draw() {
        const { cards, quiz } = this.#study;
        if (cards.length === 0 && quiz.length === 0) return render(this.#place, nothing());
        const options = [
            { value: "cards", label: `Cards (${cards.length})` },
            { value: "quiz", label: `Quiz (${quiz.length})` },
        ];
        const shown = this.#kind === "cards" ? this.#cards() : this.#quiz();
        return render(
            this.#place,
            html`<div class="section-head no-print">${segmented({ legend: "Study with", name: "kind", options, value: this.#kind })}
                    <div class="row"><a class="button small" href="${address(`${this.#address}.csv`)}" download>${icon("imports")}Cards for Anki</a><button type="button" class="button small" data-action="make">${icon("spark")}Make anew</button></div></div>
                ${shown}`,
        );
    }

    #cards() {
        const { cards } = this.#study;
        if (cards.length === 0) return html`<p class="muted">There is no card; the quiz has questions.</p>`;
        const card = cards[this.#at];
        return html`<div class="flash" data-turned="${this.#isTurned}">
                <button type="button" class="flash-face" data-action="turn" aria-live="polite"><span class="flash-side muted small">${this.#isTurned ? "Answer" : "Question"}</span><span class="flash-text">${this.#isTurned ? card.back : card.front}</span></button>
            </div>
            <div class="row center">
                <button type="button" class="button" data-step="-1" aria-label="Card before">${icon("left")}</button>
                <span class="muted small" role="status">${this.#at + 1} of ${cards.length}</span>
                <button type="button" class="button" data-step="1" aria-label="Next card">${icon("right")}</button>
            </div>
            ${this.#isTurned && source(card)}`;
    }

    #quiz() {
        const { quiz } = this.#study;
        const right = quiz.filter((one) => this.#chosen.get(one.id) === one.answer).length;
        return html`<p class="muted small" role="status">${this.#chosen.size} of ${quiz.length} answered, ${right} right</p>
            <ol class="quiz stack">${quiz.map((one) => this.#question(one))}</ol>`;
    }

    /** @param {any} one */
    #question(one) {
        const chosen = this.#chosen.get(one.id);
        const isDone = chosen !== undefined;
        const tone = (/** @type {number} */ index) => (!isDone ? "" : index === one.answer ? "good" : index === chosen ? "bad" : "");
        const word = (/** @type {number} */ index) => (tone(index) === "good" ? " (right)" : tone(index) === "bad" ? " (your choice)" : "");
        return html`<li class="card stack tight"><p>${one.question}</p>
            <div class="choices">${one.choices.map((/** @type {string} */ text, /** @type {number} */ index) => html`<button type="button" class="button choice" data-tone="${tone(index)}" data-quiz="${one.id}" data-choice="${index}" ${isDone && "disabled"}>${text}${word(index)}</button>`)}</div>
            ${isDone && html`<div tabindex="-1" data-answer="${one.id}"><p>${chosen === one.answer ? "Right." : `It is: ${one.choices[one.answer]}`}</p>${source(one)}</div>`}</li>`;
    }
}

/** @param {any} one */
function source(one) {
    if (!one.citation) return "";
    return html`<p class="small"><q>${one.citation.quote}</q> <button type="button" class="button quiet small no-print" data-source="${one.id}">${icon(one.citation.source === "transcript" ? "play" : "file")}${place(one.citation)}</button></p>`;
}

function nothing() {
    const actions = html`<button type="button" class="button primary" data-action="make">${icon("study")}Make cards</button>`;
    return empty({ title: "No cards yet", text: "Flash cards and quiz questions made of the terms and sentences of this session. Each one shows where it comes from, and the cards go to Anki.", icon: "study", actions, always: true });
}
