/** The keyboard of a session's page. Nothing of it while somebody types, or a dialog or a menu is open; its letters can be switched off. */
import { isTyping } from "../lib/events.js";
import { keep, recall } from "../lib/kept.js";
import { TAGS } from "./tag-words.js";

const SMALL_STEP = 5;

/**
 * @typedef {object} Actions
 * @property {(step: 1 | -1) => void} sentence the next, or the one before
 * @property {() => void} here plays from the chosen sentence
 * @property {() => void} edit
 * @property {(label: string | null) => void} tag null: asks which
 * @property {() => void} find
 */

/** Whether single letters do something: speech input and unsteady hands press them by accident (WCAG 2.1.4). */
const LETTERS = "scribe-letters";
let isLettered = true;

/** @param {HTMLElement} host of the tab, with the switch @param {import("./player.js").Player} player @param {Actions} actions @param {AbortSignal} signal */
export function listenToKeys(host, player, actions, signal) {
    document.addEventListener("keydown", (event) => handle(event, player, actions) && event.preventDefault(), { signal });
    const box = /** @type {HTMLInputElement} */ (host.querySelector("[name=letters]"));
    recall(LETTERS).then((kept) => (box.checked = isLettered = kept !== false));
    box.addEventListener("change", () => keep(LETTERS, (isLettered = box.checked)), { signal });
}

/** @param {KeyboardEvent} event @param {import("./player.js").Player} player @param {Actions} actions @returns {boolean} whether it was for us */
function handle(event, player, actions) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
    const target = /** @type {HTMLElement} */ (event.target);
    if (document.querySelector("dialog[open]") || target.closest("r-menu")) return false;
    const isSentence = target.matches(".sentence");
    const isControl = !isSentence && target.matches("button, a, summary, select, input, [role=tab]");
    const inTranscript = target.closest(".transcript") !== null;
    if (!isLettered && event.key.length === 1 && event.key !== " ") return false;
    const tag = TAGS.find(({ key }) => key === event.key);
    switch (event.key) {
        case " ":
            if (isControl || player.hidden) return false;
            player.toggle();
            return true;
        case "Enter":
            if (!isSentence) return false;
            actions.here();
            return true;
        case "ArrowLeft":
        case "ArrowRight":
            if (player.hidden || target.matches("[role=tab], input")) return false;
            player.step(event.key === "ArrowLeft" ? -SMALL_STEP : SMALL_STEP);
            return true;
        case "ArrowDown":
        case "ArrowUp":
            if (!inTranscript) return false;
            actions.sentence(event.key === "ArrowDown" ? 1 : -1);
            return true;
        case "j":
        case "k":
            actions.sentence(event.key === "j" ? 1 : -1);
            return true;
        case "<":
        case ">":
            player.changeSpeed(event.key === "<" ? -1 : 1);
            return true;
        case "/":
            actions.find();
            return true;
        case "e":
            actions.edit();
            return true;
        case "t":
            actions.tag(null);
            return true;
        default:
            if (tag) actions.tag(tag.label);
            return Boolean(tag);
    }
}
