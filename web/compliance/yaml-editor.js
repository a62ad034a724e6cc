/** A text of lines with their numbers beside it; problems mark their lines and lead to them. Tab moves on, as everywhere. */
import { html, render } from "../lib/html.js";

export class YamlEditor {
    #host;
    /** @type {Set<number>} */ #wrong = new Set();
    #changed;
    /** What the numbers were last drawn for: a rubric has thousands of lines. */
    #numbered = "";

    /** @param {HTMLElement} host @param {{ text: string, readOnly: boolean, changed: () => void }} content @param {AbortSignal} signal */
    constructor(host, { text, readOnly, changed }, signal) {
        this.#host = host;
        this.#changed = changed;
        render(
            host,
            html`<label class="label" for="yaml-text">Rules as YAML</label>
                <div class="yaml"><pre class="yaml-lines" aria-hidden="true"></pre><textarea id="yaml-text" spellcheck="false" autocomplete="off" wrap="off" rows="28" ${readOnly && "readonly"} aria-describedby="yaml-problems"></textarea></div>`,
        );
        this.#area.value = text;
        this.#area.addEventListener("input", () => this.#typed(), { signal });
        this.#area.addEventListener("scroll", () => (this.#lines.scrollTop = this.#area.scrollTop), { signal });
        this.#number();
    }

    /** @returns {HTMLTextAreaElement} */
    get #area() {
        return this.#host.querySelector("textarea");
    }

    /** @returns {HTMLElement} */
    get #lines() {
        return this.#host.querySelector(".yaml-lines");
    }

    get text() {
        return this.#area.value;
    }

    set text(text) {
        this.#area.value = text;
        this.#typed();
    }

    /** @param {number[]} lines the first is 1 */
    mark(lines) {
        this.#wrong = new Set(lines);
        this.#area.setAttribute("aria-invalid", String(lines.length > 0));
        this.#number();
    }

    /** @param {number} line */
    goTo(line) {
        const lines = this.text.split("\n");
        const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
        this.#area.focus();
        this.#area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
        const height = this.#area.scrollHeight / Math.max(1, lines.length);
        this.#area.scrollTop = Math.max(0, (line - 6) * height);
    }

    #typed() {
        this.#number();
        this.#changed();
    }

    #number() {
        const count = this.text.split("\n").length;
        const numbered = `${count} ${[...this.#wrong].join()}`;
        if (numbered === this.#numbered) return;
        this.#numbered = numbered;
        const lines = Array.from({ length: count }, (_, at) => (this.#wrong.has(at + 1) ? html`<b>${at + 1}</b>\n` : html`${at + 1}\n`));
        render(this.#lines, html`${lines}`);
        this.#lines.scrollTop = this.#area.scrollTop;
    }
}
