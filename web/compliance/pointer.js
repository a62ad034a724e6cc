/** Which finding is chosen, and the ways between it and its words. On a phone only one of the two is on the screen at a time. */
import { render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { backBar } from "./document-view.js";

/**
 * @typedef {object} Findings
 * @property {(id: string) => boolean} isOpen
 * @property {(id: string, isOpen: boolean) => void} open
 * @property {(id: string) => void} reveal shows a finding that a filter hides
 * @property {(id: string) => string} nameOf
 */

const NARROW = matchMedia("(max-width: 899px)");

export class Pointer {
    #host;
    #findings;
    /** @type {string | null} */ chosen = null;
    /** Which of its words were shown last. */
    #at = -1;
    /** @type {string[]} findings under the words that were pressed, which a second press goes on to */ #under = [];

    /** @param {HTMLElement} host @param {Findings} findings @param {AbortSignal} signal */
    constructor(host, findings, signal) {
        this.#host = host;
        this.#findings = findings;
        const pane = host.querySelector(".note-words");
        listen(pane, "click", ".words", (_, words) => this.#fromWords(words), signal);
        listen(pane, "keydown", ".words", (event, words) => this.#key(event, words), signal);
    }

    /** note, findings, ask, about @param {string} pane */
    show(pane) {
        /** @type {HTMLElement} */ (this.#host.querySelector(".review")).dataset.pane = pane;
        const radio = /** @type {HTMLInputElement | null} */ (this.#host.querySelector(`[name=pane][value=${pane}]`));
        if (radio) radio.checked = true;
        const bar = /** @type {HTMLElement} */ (this.#host.querySelector(".back-to-finding"));
        bar.hidden = pane !== "note" || !this.chosen;
    }

    /** @param {string} id @param {{ words?: boolean, focus?: boolean }} how `words`: scroll to them too, where they are on the screen */
    choose(id, { words = false, focus = false } = {}) {
        if (this.chosen !== id) this.#at = -1;
        this.chosen = id;
        this.drawn();
        const card = this.#card(id);
        if (focus) /** @type {HTMLElement | null} */ (card?.querySelector(".finding-head"))?.focus({ preventScroll: true });
        if (focus) card?.scrollIntoView({ block: NARROW.matches ? "start" : "nearest" });
        if (words && !NARROW.matches) this.nextWords();
    }

    /** @param {1 | -1} step */
    step(step) {
        this.show("findings");
        const cards = /** @type {HTMLElement[]} */ ([...this.#host.querySelectorAll("[data-finding]")]);
        if (cards.length === 0) return;
        const at = cards.findIndex((card) => card.dataset.finding === this.chosen);
        const next = cards[at < 0 ? (step > 0 ? 0 : cards.length - 1) : Math.max(0, Math.min(cards.length - 1, at + step))];
        const id = next.dataset.finding;
        if (!this.#findings.isOpen(id)) this.#findings.open(id, true);
        this.choose(id, { words: true, focus: true });
    }

    /** The chosen finding's next words. */
    nextWords() {
        if (!this.chosen) return;
        const places = [...new Set([...this.#host.querySelectorAll(".words")].flatMap((one) => /** @type {HTMLElement} */ (one).dataset.places.split(" ")))].filter((place) => place.startsWith(`${this.chosen}/`));
        if (places.length === 0) return;
        this.#at = (this.#at + 1) % places.length;
        this.goTo(places.toSorted()[this.#at]);
    }

    /** @param {string} place finding and number of its words */
    goTo(place) {
        this.chosen = place.split("/")[0];
        this.#at = Number(place.split("/")[1]);
        if (NARROW.matches) {
            render(this.#host.querySelector(".back-to-finding"), backBar({ ruleId: this.#ruleOf(this.chosen) }, this.#findings.nameOf(this.chosen)));
            this.show("note");
        }
        this.drawn();
        const parts = [...this.#host.querySelectorAll(`.words[data-places~="${CSS.escape(place)}"]`)];
        for (const part of this.#host.querySelectorAll(".words[data-here]")) part.removeAttribute("data-here");
        for (const part of parts) part.setAttribute("data-here", "");
        parts[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
        for (const part of this.#host.querySelectorAll(".words")) /** @type {HTMLElement} */ (part).tabIndex = part === parts[0] ? 0 : -1;
    }

    /** From the note back to the finding, on a phone. */
    back() {
        this.show("findings");
        if (this.chosen) this.choose(this.chosen, { focus: true });
    }

    /** After anything was drawn anew. */
    drawn() {
        for (const card of /** @type {NodeListOf<HTMLElement>} */ (this.#host.querySelectorAll("[data-finding]"))) card.toggleAttribute("data-chosen", card.dataset.finding === this.chosen);
        const all = /** @type {HTMLElement[]} */ ([...this.#host.querySelectorAll(".words")]);
        for (const words of all) words.toggleAttribute("data-lit", this.chosen !== null && words.dataset.words.split(" ").includes(this.chosen));
        if (all.length > 0 && !all.some(({ tabIndex }) => tabIndex === 0)) all[0].tabIndex = 0;
    }

    /** Words of several findings lead to one after the other. @param {HTMLElement} words */
    #fromWords(words) {
        const ids = words.dataset.words.split(" ");
        const isSame = ids.join() === this.#under.join() && ids.includes(this.chosen);
        this.#under = ids;
        const id = isSame ? ids[(ids.indexOf(this.chosen) + 1) % ids.length] : ids[0];
        this.show("findings");
        this.#findings.reveal(id);
        if (!this.#findings.isOpen(id)) this.#findings.open(id, true);
        this.choose(id, { focus: true });
    }

    /** @param {KeyboardEvent} event @param {HTMLElement} words */
    #key(event, words) {
        if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            return this.#fromWords(words);
        }
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (!step) return undefined;
        event.preventDefault();
        const all = /** @type {HTMLElement[]} */ ([...this.#host.querySelectorAll(".words")]);
        const next = all[all.indexOf(words) + step];
        if (!next) return undefined;
        for (const one of all) one.tabIndex = one === next ? 0 : -1;
        next.focus();
        return undefined;
    }

    /** @param {string} id @returns {HTMLElement | null} */
    #card(id) {
        return this.#host.querySelector(`[data-finding="${CSS.escape(id)}"]`);
    }

    /** @param {string} id */
    #ruleOf(id) {
        return this.#card(id)?.querySelector("[data-manual]")?.getAttribute("data-manual") ?? "";
    }
}
