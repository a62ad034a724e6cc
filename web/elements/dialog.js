/**
 * Modal dialogs on the native `dialog`: focus stays inside, Escape closes, focus returns to where it was.
 *
 *     const answer = await openDialog({ title: "New module", body: html`${field({ … })}`, confirm: "Create",
 *         submit: async (values) => api.post("/modules", values) });   // an ApiError is shown in the form
 *     if (await ask({ title: "Close the register?", text: "…", confirm: "Close register" })) …
 */
import { html, element } from "../lib/html.js";
import { icon } from "./icons.js";
import { showErrors, values } from "./field.js";

let count = 0;

/**
 * Whether something was typed that a stray click would throw away.
 * @param {HTMLFormElement} form
 */
function isTouched(form) {
    const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input, textarea")]);
    return fields.some((field) => (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
}

/**
 * @template T
 * @typedef {object} DialogContent
 * @property {string} title
 * @property {unknown} body markup
 * @property {string} [confirm] word on the main button; without it there is only Close
 * @property {string} [cancel]
 * @property {boolean} [danger]
 * @property {boolean} [wide]
 * @property {(values: Record<string, any>, form: HTMLFormElement) => T | Promise<T>} [submit] its result is the dialog's; thrown errors stay in the form
 * @property {(dialog: HTMLDialogElement, close: (result?: any) => void) => void} [opened] for pages that fill the body themselves
 */

/**
 * @template T
 * @param {DialogContent<T>} content
 * @returns {Promise<T | true | null>} null when dismissed
 */
export function openDialog(content) {
    const id = `dialog-${(count += 1)}`;
    const { confirm, danger, wide } = content;
    const dialog = /** @type {HTMLDialogElement} */ (
        element(html`<dialog class="dialog ${wide && "wide"}" aria-labelledby="${id}">
            <form method="dialog" novalidate>
                <header class="dialog-head">
                    <h2 id="${id}">${content.title}</h2>
                    <button type="button" class="icon-button" data-dismiss aria-label="Close">${icon("cross")}</button>
                </header>
                <div class="dialog-body">${content.body}</div>
                <p class="form-error" role="alert" hidden></p>
                <footer class="dialog-foot">
                    <button type="button" class="button" data-dismiss>${content.cancel ?? (confirm ? "Cancel" : "Close")}</button>
                    ${confirm && html`<button type="submit" class="button ${danger ? "danger" : "primary"}">${confirm}</button>`}
                </footer>
            </form>
        </dialog>`)
    );
    const form = dialog.querySelector("form");
    return new Promise((resolve) => {
        /** @type {any} */
        let result = null;
        const close = (/** @type {any} */ value = null) => {
            result = value;
            dialog.close();
        };
        dialog.addEventListener("close", () => {
            dialog.remove();
            resolve(result);
        });
        let pressedOutside = false;
        dialog.addEventListener("pointerdown", (event) => (pressedOutside = event.target === dialog));
        dialog.addEventListener("click", (event) => {
            const target = /** @type {Element} */ (event.target);
            const outside = target === dialog && pressedOutside && !isTouched(form);
            if (outside || target.closest("[data-dismiss]")) close();
        });
        form.addEventListener("submit", async (event) => {
            event.preventDefault();
            const button = /** @type {HTMLButtonElement | null} */ (form.querySelector("[type=submit]"));
            if (!button || button.disabled) return;
            button.disabled = true;
            showErrors(form, null);
            try {
                const answer = content.submit ? await content.submit(values(form), form) : true;
                close(answer ?? true);
            } catch (error) {
                showErrors(form, error);
            } finally {
                button.disabled = false;
            }
        });
        document.body.append(dialog);
        dialog.showModal();
        content.opened?.(dialog, close);
    });
}

/**
 * A yes-or-no question.
 * @param {{ title: string, text: unknown, confirm: string, cancel?: string, danger?: boolean }} question
 * @returns {Promise<boolean>}
 */
export async function ask({ title, text, confirm, cancel, danger }) {
    return (await openDialog({ title, body: html`<p>${text}</p>`, confirm, cancel, danger })) === true;
}
