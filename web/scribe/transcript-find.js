/** Finding words in one transcript: all of it, also what is not drawn yet. */
import { debounce, listen } from "../lib/events.js";
import { fold } from "../roster/names.js";

export class Find {
    #host;
    #source;
    /** @type {number[]} positions */ #places = [];
    #at = -1;
    #question = "";
    #typed = debounce(() => this.#search(), 150);

    /**
     * @param {HTMLElement} host of the tab
     * @param {{ all: () => Promise<import("./transcript-model.js").Transcript>, show: (position: number) => HTMLElement | null }} source
     * @param {AbortSignal} signal
     */
    constructor(host, source, signal) {
        this.#host = host;
        this.#source = source;
        listen(host, "input", "[name=find]", () => this.#typed(), signal);
        listen(host, "submit", ".transcript-find", (event) => this.#submitted(event), signal);
        listen(host, "click", "[data-find]", (_, button) => this.#go(Number(button.dataset.find)), signal);
        listen(host, "keydown", "[name=find]", (event) => this.#key(event), signal);
        signal.addEventListener("abort", () => highlight([], ""), { once: true });
    }

    get #input() {
        return /** @type {HTMLInputElement} */ (this.#host.querySelector("[name=find]"));
    }

    focus() {
        this.#input.focus();
        this.#input.select();
    }

    /** @param {Event} event */
    #submitted(event) {
        event.preventDefault();
        if (this.#question === this.#input.value.trim()) this.#go(1);
        else this.#search();
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (event.key === "Escape") {
            this.#input.value = "";
            this.#search();
        } else if (event.key === "Enter" && event.shiftKey) {
            event.preventDefault();
            this.#go(-1);
        }
    }

    async #search() {
        const question = this.#input.value.trim();
        this.#question = question;
        const transcript = question ? await this.#source.all() : null;
        if (question !== this.#input.value.trim()) return;
        this.#places = transcript?.find(question) ?? [];
        this.#at = -1;
        this.#go(1);
    }

    /** @param {number} step */
    #go(step) {
        const count = this.#places.length;
        for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.#host.querySelectorAll("[data-find]"))) button.hidden = count < 2;
        for (const old of this.#host.querySelectorAll("[data-found]")) old.removeAttribute("data-found");
        const says = this.#host.querySelector(".find-says");
        if (count === 0) {
            says.textContent = this.#question ? "Not in this transcript" : "";
            return highlight([], "");
        }
        this.#at = (this.#at + step + count) % count;
        const line = this.#source.show(this.#places[this.#at]);
        line?.setAttribute("data-found", "true");
        says.textContent = `${this.#at + 1} of ${count}`;
        return highlight([...this.#host.querySelectorAll(".sentence")], this.#question);
    }
}

/** Marks the words without touching the text, where the browser can. @param {Element[]} sentences @param {string} question */
function highlight(sentences, question) {
    const { highlights } = /** @type {any} */ (CSS);
    const Highlight = /** @type {any} */ (globalThis).Highlight;
    if (!highlights || !Highlight) return;
    highlights.delete("found");
    const wanted = fold(question);
    if (!wanted) return;
    const ranges = [];
    for (const { firstChild } of sentences) {
        if (!(firstChild instanceof Text)) continue;
        const text = fold(firstChild.data);
        // folding that changes the length would mark other letters
        if (text.length !== firstChild.data.length) continue;
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
            const range = document.createRange();
            range.setStart(firstChild, at);
            range.setEnd(firstChild, at + wanted.length);
            ranges.push(range);
        }
    }
    highlights.set("found", new Highlight(...ranges));
}
