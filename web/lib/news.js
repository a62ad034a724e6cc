/** Tells a page that something changed on the server. Not more than once a second; nothing while nobody looks. */
import { address } from "../api.js";

const SPACING = 900;
const PATIENCE = 15_000;

/**
 * @param {() => void} changed
 * @param {AbortSignal} signal of the page
 */
export function whenChanged(changed, signal) {
    /** @type {EventSource | null} */
    let source = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let last = -Infinity;
    let waiting = false;
    const run = () => {
        timer = undefined;
        if (document.visibilityState === "hidden") return;
        waiting = false;
        last = performance.now();
        changed();
    };
    const soon = () => {
        waiting = true;
        timer ??= setTimeout(run, Math.max(50, last + SPACING - performance.now()));
    };
    const open = () => {
        source?.close();
        source = new EventSource(address("/events"));
        let first = true;
        source.addEventListener("change", soon);
        source.addEventListener("hello", () => {
            if (!first) soon();
            first = false;
        });
    };
    const shown = () => {
        if (document.visibilityState === "hidden") return;
        if (source.readyState === EventSource.CLOSED) {
            open();
            soon();
        } else if (waiting) soon();
    };
    open();
    const check = setInterval(shown, PATIENCE);
    document.addEventListener("visibilitychange", shown, { signal });
    signal.addEventListener(
        "abort",
        () => {
            source.close();
            clearTimeout(timer);
            clearInterval(check);
        },
        { once: true },
    );
}
