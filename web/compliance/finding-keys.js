/** The keyboard of the note page. Nothing of it while somebody types, or a dialog or a menu is open; its letters can be switched off. */
import { html } from "../lib/html.js";
import { isTyping } from "../lib/events.js";
import { keep, recall } from "../lib/kept.js";
import { openDialog } from "../elements/dialog.js";

/** Whether single letters do something: speech input and unsteady hands press them by accident (WCAG 2.1.4). */
const LETTERS = "compliance-letters";
let isLettered = true;

/**
 * @typedef {object} Actions
 * @property {(step: 1 | -1) => void} step to the next finding, or the one before
 * @property {() => void} words of the chosen finding; again: the next of its words
 * @property {(correct: boolean) => void} judge
 * @property {() => void} manual
 * @property {() => void} copy the example wording
 */

/** @param {Actions} actions @param {AbortSignal} signal */
export function listenToKeys(actions, signal) {
    recall(LETTERS).then((kept) => (isLettered = kept !== false));
    document.addEventListener("keydown", (event) => handle(event, actions) && event.preventDefault(), { signal });
}

/** @param {KeyboardEvent} event @param {Actions} actions @returns {boolean} whether it was for us */
function handle(event, actions) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
    const target = /** @type {HTMLElement} */ (event.target);
    if (document.querySelector("dialog[open]") || target.closest("r-menu, .segmented")) return false;
    const inList = target.closest(".findings") !== null;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!inList) return false;
        actions.step(event.key === "ArrowDown" ? 1 : -1);
        return true;
    }
    if (event.key === "?") {
        showKeys();
        return true;
    }
    /** @type {Record<string, () => void>} */
    const letters = { j: () => actions.step(1), k: () => actions.step(-1), w: actions.words, y: () => actions.judge(true), n: () => actions.judge(false), m: actions.manual, c: actions.copy };
    const run = isLettered ? letters[event.key] : undefined;
    run?.();
    return run !== undefined;
}

export async function showKeys() {
    const keys = [
        ["j, k", "next finding, finding before; the arrow keys do the same inside the list"],
        ["w", "show its words in the note; again: its next words"],
        ["y, n", "this finding is right, is not right"],
        ["m", "open the manual"],
        ["c", "copy the example wording"],
        ["?", "this list"],
    ];
    const body = html`<dl class="facts">${keys.map(([key, text]) => html`<dt>${key.split(", ").map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${text}</dd>`)}</dl>
        <p>In the note, <kbd>Tab</kbd> goes to the lit words and the arrow keys from one to the next; <kbd>Enter</kbd> opens the finding.</p>
        <label class="check"><input type="checkbox" name="letters" ${isLettered && "checked"} /><span>Letters work as keys</span></label>`;
    await openDialog({
        title: "Keys of this page",
        body,
        opened: (dialog) => dialog.querySelector("[name=letters]").addEventListener("change", (event) => keep(LETTERS, (isLettered = /** @type {HTMLInputElement} */ (event.target).checked))),
    });
}
