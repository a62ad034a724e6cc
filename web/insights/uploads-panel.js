/** The files on their way at the head of every insights page, and the veil that takes files dropped anywhere. */
import { element, html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { icon } from "../elements/icons.js";
import { progress } from "../elements/progress.js";
import { toast } from "../elements/toast.js";
import { values } from "../elements/field.js";
import { me } from "../me.js";
import { acceptFiles } from "../imports/drop.js";
import { uploadCard } from "./upload-card.js";
import { restoreImport, undoImport, uploads } from "./uploads.js";
import { plural } from "./words.js";

/** With more files than these the cards of those that are done take one line each. */
const ROOM = 5;

/** The modules that a page knows, for the question which one a file is about. @type {string[]} */
let known = [];

/** @param {string[]} modules */
export function knownModules(modules) {
    known = modules;
}

/**
 * @param {HTMLElement} host of the page, with a place `.uploads`
 * @param {AbortSignal} signal
 * @param {() => void} settled one more file is in, or out again
 */
export function mountUploads(host, signal, settled) {
    if (!me.may("manageInsights")) return;
    const veil = element(html`<div class="drop-veil" hidden><p>${icon("imports")}Drop the files to analyse them</p></div>`);
    host.append(veil);
    acceptFiles(veil, (files) => uploads.add(files), signal);
    const place = /** @type {HTMLElement} */ (host.querySelector(".uploads"));
    const draw = drawing(place, settled);
    uploads.addEventListener("change", draw, { signal });
    listen(place, "click", "[data-remove]", (_, button) => uploads.remove(Number(button.dataset.remove)), signal);
    listen(place, "click", "[data-retry]", (_, button) => uploads.again(Number(button.dataset.retry)), signal);
    listen(place, "click", "[data-clear-uploads]", () => uploads.list.filter(isOver).forEach(({ id }) => uploads.remove(id)), signal);
    listen(place, "submit", "form[data-answer]", (event, form) => answer(event, form), signal);
    listen(host, "click", "[data-undo]", (_, button) => takeBack(button.dataset.undo, settled), signal);
    listen(host, "click", "[data-restore]", (_, button) => bringBack(button.dataset.restore, settled), signal);
    draw();
}

/** @param {import("./uploads.js").Upload} one */
function isOver(one) {
    return ["done", "failed", "undone"].includes(one.state);
}

/** Draws a card anew only when its state is another; progress moves inside. @param {HTMLElement} place @param {() => void} settled */
function drawing(place, settled) {
    /** @type {Map<number, string>} */
    const states = new Map();
    let over = uploads.list.filter(({ state }) => state === "done").length;
    return () => {
        const { list } = uploads;
        const now = list.map(({ id, state }) => `${id}${state}`).join();
        if (place.dataset.now !== now) {
            place.dataset.now = now;
            if (!place.firstElementChild && list.length > 0) render(place, html`<section class="stack tight" aria-label="Files of this visit"><div class="row between no-print"><p role="status" class="upload-news"></p><button type="button" class="button quiet small" data-clear-uploads>Clear the list</button></div><div class="upload-cards stack tight"></div></section>`);
            if (list.length === 0) place.replaceChildren();
            else cards(place.querySelector(".upload-cards"), list, states);
            say(place, list);
        }
        for (const one of list.filter(({ state }) => state === "sending" || state === "reading")) move(place, one);
        const done = list.filter(({ state }) => state === "done").length;
        if (done > over) settled();
        over = done;
    };
}

/** @param {HTMLElement} host @param {import("./uploads.js").Upload[]} list @param {Map<number, string>} states */
function cards(host, list, states) {
    for (const card of host.querySelectorAll(":scope > [data-upload]")) if (!list.some(({ id }) => String(id) === card.getAttribute("data-upload"))) card.remove();
    list.forEach((one, index) => {
        const old = host.querySelector(`[data-upload="${one.id}"]`);
        const folded = list.length > ROOM && (one.state === "done" || one.state === "undone");
        const state = `${one.state}${folded ? " folded" : ""}`;
        if (old && states.get(one.id) === state && host.children[index] === old) return;
        const card = element(uploadCard(one, known, folded));
        const focused = old?.contains(document.activeElement);
        old?.remove();
        host.insertBefore(card, host.children[index] ?? null);
        states.set(one.id, state);
        if (focused) /** @type {HTMLElement | null} */ (card.querySelector("form input, .button"))?.focus({ preventScroll: true });
    });
}

/** @param {HTMLElement} place @param {import("./uploads.js").Upload[]} list */
function say(place, list) {
    const done = list.filter(isOver).length;
    const asks = list.filter(({ state }) => state === "question").length;
    const text = [`${done} of ${plural(list.length, "file")} done`, asks > 0 && `${plural(asks, "file")} with a question`].filter(Boolean).join(", ");
    const line = place.querySelector(".upload-news");
    if (line) line.textContent = text;
    /** @type {HTMLElement | null} */ (place.querySelector("[data-clear-uploads]"))?.toggleAttribute("hidden", done === 0);
}

/** @param {HTMLElement} place @param {import("./uploads.js").Upload} one */
function move(place, one) {
    const host = place.querySelector(`[data-upload="${one.id}"] .upload-progress`);
    if (!host) return;
    const percent = one.file.size > 0 ? Math.floor((one.sent / one.file.size) * 100) : 100;
    const reading = one.state === "reading" || percent >= 100;
    const label = reading ? "Reading, cleaning and storing…" : `Sending, ${percent} %`;
    const bar = host.querySelector("progress");
    if (!bar || bar.hasAttribute("value") === reading) return render(host, progress({ label, value: reading ? undefined : percent }));
    if (!reading) bar.value = percent;
    host.querySelector("span").textContent = label;
    return undefined;
}

/** @param {Event} event @param {HTMLFormElement} form */
function answer(event, form) {
    event.preventDefault();
    const choice = values(form);
    const empty = /** @type {import("../elements/field.js").Field | null} */ (choice.module === "" ? form.querySelector("r-field") : null);
    if (empty) {
        empty.error = "Enter the code of the module.";
        empty.control.focus();
    } else uploads.again(Number(form.dataset.answer), choice);
}

/** @param {string} id @param {() => void} settled */
async function takeBack(id, settled) {
    try {
        await undoImport(id);
        toast("The import is undone.", { undo: () => bringBack(id, settled) });
    } catch (error) {
        toast(error.detail ?? error.message, { tone: "bad" });
    }
    settled();
}

/** @param {string} id @param {() => void} settled */
async function bringBack(id, settled) {
    try {
        await restoreImport(id);
        toast("The import is back.", { undo: () => takeBack(id, settled), tone: "good" });
    } catch (error) {
        toast(error.detail ?? error.message, { tone: "bad" });
    }
    settled();
}
