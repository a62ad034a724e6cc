/** Short messages at the foot of the window, announced politely. One at a time: the newest is what counts. One with an action stays longer; the pointer or focus holds it. */
import { html, element } from "../lib/html.js";
import { icon } from "./icons.js";

const SHOWN = 5_000;
const SHOWN_WITH_ACTION = 10_000;

class Toasts extends HTMLElement {
    connectedCallback() {
        this.setAttribute("role", "status");
        this.setAttribute("aria-live", "polite");
    }

    /** @param {string} text @param {{ action?: string, run?: () => void, tone?: string }} options */
    show(text, { action, run, tone = "neutral" }) {
        const toast = element(html`<div class="toast" data-tone="${tone}">
            <p>${text}</p>
            ${action && html`<button type="button" class="toast-action">${action}</button>`}
            <button type="button" class="icon-button" aria-label="Dismiss">${icon("cross")}</button>
        </div>`);
        /** @type {ReturnType<typeof setTimeout>} */
        let timer;
        const hold = () => clearTimeout(timer);
        const begin = () => {
            hold();
            timer = setTimeout(() => toast.remove(), action ? SHOWN_WITH_ACTION : SHOWN);
        };
        toast.addEventListener("pointerenter", hold);
        toast.addEventListener("focusin", hold);
        toast.addEventListener("pointerleave", begin);
        toast.addEventListener("focusout", begin);
        toast.querySelector(".icon-button").addEventListener("click", () => toast.remove());
        toast.querySelector(".toast-action")?.addEventListener("click", () => {
            toast.remove();
            run?.();
        });
        this.replaceChildren(toast);
        begin();
    }
}
customElements.define("r-toasts", Toasts);

/**
 * @param {string} text
 * @param {{ undo?: () => void, action?: string, run?: () => void, tone?: "neutral" | "good" | "bad" }} options `undo` offers a button Undo
 */
export function toast(text, { undo, action, run, tone } = {}) {
    const host = /** @type {Toasts | null} */ (document.querySelector("r-toasts"));
    host?.show(text, { action: undo ? "Undo" : action, run: undo ?? run, tone });
}
