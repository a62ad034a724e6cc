/** The user's own notes of a session: written beside the recording, kept on the device first, seen by nobody else. */
import { html, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { me } from "../me.js";
import { markdown } from "./markdown.js";
import { NoteKeeper } from "./note-keeper.js";
import { insert, newline, prefix, wrap } from "./note-keys.js";
import { clock } from "./words.js";

const TOOLS = [
    { id: "heading", label: "Heading", face: "H", act: (/** @type {any} */ selection) => prefix(selection, "## ") },
    { id: "bold", label: "Bold", face: "B", act: (/** @type {any} */ selection) => wrap(selection, "**") },
    { id: "list", label: "List", face: "•", act: (/** @type {any} */ selection) => prefix(selection, "- ") },
    { id: "numbered", label: "Numbered list", face: "1.", act: (/** @type {any} */ selection) => prefix(selection, "1. ") },
    { id: "quote", label: "Quote", face: "❝", act: (/** @type {any} */ selection) => prefix(selection, "> ") },
];

export class Tab {
    #host;
    #context;
    #abort = new AbortController();
    /** @type {NoteKeeper} */ #keeper;
    #drawSoon = debounce(() => this.#draw(), 250);

    /** @param {HTMLElement} host @param {import("./tabs.js").SessionContext} context */
    constructor(host, context) {
        this.#host = host;
        this.#context = context;
    }

    async mount() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/work.css");
        if (signal.aborted) return;
        this.#keeper = new NoteKeeper(this.#context.session.id, me.current.user.id);
        render(this.#host, frame());
        this.#keeper.addEventListener("state", (event) => this.#say(/** @type {CustomEvent} */ (event).detail), { signal });
        this.#keeper.addEventListener("text", () => this.#changed(), { signal });
        this.#editor.addEventListener("input", () => this.#typed(), { signal });
        this.#editor.addEventListener("keydown", (event) => this.#key(event), { signal });
        listen(this.#host, "click", "[data-tool]", (_, button) => this.#tool(button.dataset.tool), signal);
        listen(this.#host, "click", "[data-at]", (_, button) => this.#context.open(this.#context.recording?.id ?? null, Number(button.dataset.at), { play: true }), signal);
        listen(this.#host, "change", "[name=face]", (_, radio) => this.#face(radio.value), signal);
        this.#context.events.addEventListener("news", () => this.#keeper.fetch(), { signal });
        window.addEventListener("online", () => this.#keeper.fetch(), { signal });
        window.addEventListener("pagehide", () => this.#keeper.keep(), { signal });
        await this.#keeper.open();
        if (signal.aborted) return;
        this.#changed();
        this.#editor.disabled = false;
    }

    unmount() {
        this.#abort.abort();
        this.#drawSoon.cancel();
        this.#keeper?.close();
    }

    get #editor() {
        return this.#host.querySelector("textarea");
    }

    #typed() {
        this.#keeper.write(this.#editor.value);
        this.#drawSoon();
    }

    /** The note as the keeper has it, with the caret where it was. */
    #changed() {
        const editor = this.#editor;
        const { selectionStart, selectionEnd } = editor;
        if (editor.value !== this.#keeper.text) {
            editor.value = this.#keeper.text;
            editor.setSelectionRange(selectionStart, selectionEnd);
        }
        this.#draw();
    }

    #draw() {
        const text = this.#keeper.text;
        const shown = text.trim() === "" ? html`<p class="muted">What you write is shown here as it will read and print.</p>` : markdown(text);
        render(this.#host.querySelector(".note-shown"), shown);
    }

    /** @param {string} text */
    #say(text) {
        this.#host.querySelector(".note-state").textContent = text;
    }

    /** @param {string} face */
    #face(face) {
        /** @type {HTMLElement} */ (this.#host.querySelector(".note")).dataset.face = face;
    }

    /** @param {string} id */
    #tool(id) {
        if (id === "moment") return this.#apply((selection) => insert(selection, `[${clock(this.#context.player?.time ?? 0)}]`));
        const tool = TOOLS.find((one) => one.id === id);
        return this.#apply(tool.act);
    }

    /** @param {(selection: import("./note-keys.js").Selection) => import("./note-keys.js").Selection | null} act @returns {boolean} */
    #apply(act) {
        const editor = this.#editor;
        const result = act({ text: editor.value, from: editor.selectionStart, to: editor.selectionEnd });
        if (!result) return false;
        editor.focus();
        editor.value = result.text;
        editor.setSelectionRange(result.from, result.to);
        this.#typed();
        return true;
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const command = event.ctrlKey || event.metaKey;
        if (event.key === "Enter" && !event.shiftKey && !command && this.#apply(newline)) event.preventDefault();
        if (command && event.key.toLowerCase() === "b") {
            event.preventDefault();
            this.#tool("bold");
        }
        if (command && event.key === ";") {
            event.preventDefault();
            this.#tool("moment");
        }
        // the page's keys for the player are not meant for a text
        event.stopPropagation();
    }
}

function frame() {
    const faces = [
        { value: "both", label: "Both" },
        { value: "write", label: "Write" },
        { value: "read", label: "Read" },
    ];
    return html`<div class="note" data-face="both">
        <div class="note-tools no-print" role="toolbar" aria-label="Note">
            ${TOOLS.map(({ id, label, face }) => html`<button type="button" class="button small note-tool" data-tool="${id}" aria-label="${label}">${face}</button>`)}
            <button type="button" class="button small" data-tool="moment">${icon("clock")}Time</button>
            ${segmented({ legend: "Show", name: "face", options: faces, value: "both" })}
        </div>
        <label class="visually-hidden" for="note-text">Your note</label>
        <textarea id="note-text" class="no-print" rows="14" maxlength="500000" disabled placeholder="Only you see this note. # heading, - list, > quote, and Time for the second that is playing."></textarea>
        <div class="note-shown prose" aria-label="As it reads" role="region"></div>
        <p class="note-state muted small no-print" role="status"></p>
    </div>`;
}
