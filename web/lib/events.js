/**
 * Delegated listeners that end with their page.
 *
 *     listen(host, "click", "[data-action=undo]", () => this.#undo(), signal);
 *
 * @param {EventTarget} host
 * @param {string} type
 * @param {string} selector
 * @param {(event: any, target: any) => void} handle
 * @param {AbortSignal} [signal]
 */
export function listen(host, type, selector, handle, signal) {
    host.addEventListener(
        type,
        (event) => {
            const origin = /** @type {Element} */ (event.target);
            const target = origin instanceof Element ? origin.closest(selector) : null;
            if (target && /** @type {Node} */ (host).contains(target)) handle(event, target);
        },
        { signal },
    );
}

/**
 * Runs `action` once things have been quiet for `wait` milliseconds. `cancel()` forgets a pending run.
 * @template {unknown[]} A
 * @param {(...values: A) => void} action
 * @param {number} wait
 */
export function debounce(action, wait) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    /** @param {A} values */
    const run = (...values) => {
        clearTimeout(timer);
        timer = setTimeout(() => action(...values), wait);
    };
    run.cancel = () => clearTimeout(timer);
    return run;
}

/**
 * True when keys belong to a control that takes text.
 * @param {EventTarget | null} target
 */
export function isTyping(target) {
    if (!(target instanceof HTMLElement)) return false;
    if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit"].includes(target.type);
    return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
