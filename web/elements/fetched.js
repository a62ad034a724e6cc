/**
 * A part of a page that only the server can fill: first a waiting line, then the content. Out of reach it says so, offers
 * to try again, and does that by itself when the network is back.
 *
 *     await fetched(host, () => api.get("/accounts"), (answer) => this.#draw(answer), signal);
 */
import { html, render } from "../lib/html.js";
import { empty, notice } from "./markup.js";
import { loading } from "./progress.js";

/** A load that takes less than this shows no waiting line. */
const PATIENCE = 250;

/**
 * @template T
 * @param {HTMLElement} host what is inside is replaced by the waiting line and the failure, never by this function's success
 * @param {() => Promise<T>} load
 * @param {(answer: T) => void} draw
 * @param {AbortSignal} signal of the page
 * @param {{ label?: string }} options
 */
export async function fetched(host, load, draw, signal, { label } = {}) {
    const waiting = setTimeout(() => render(host, loading(label)), PATIENCE);
    host.setAttribute("aria-busy", "true");
    try {
        const answer = await load();
        if (signal.aborted) return;
        clearTimeout(waiting);
        draw(answer);
    } catch (error) {
        if (signal.aborted) return;
        clearTimeout(waiting);
        showFailure(host, error, () => fetched(host, load, draw, signal, { label }), signal);
    } finally {
        clearTimeout(waiting);
        host.removeAttribute("aria-busy");
    }
}

/**
 * @param {HTMLElement} host
 * @param {any} error
 * @param {() => void} again
 * @param {AbortSignal} signal
 */
function showFailure(host, error, again, signal) {
    const retry = html`<button type="button" class="button" data-again>Try again</button>`;
    const away = error?.code === "unreachable";
    const text = "This part comes from the server. What is on this device stays usable: registers, people and absence notices.";
    const content = away
        ? empty({ title: "The server cannot be reached", text, icon: "offline", actions: retry, always: true })
        : notice(error?.detail ?? error?.message ?? "Something went wrong.", "bad", retry);
    render(host, html`<div role="alert">${content}</div>`);
    const once = new AbortController();
    const run = () => {
        once.abort();
        if (!signal.aborted) again();
    };
    host.querySelector("[data-again]").addEventListener("click", run, { signal: once.signal });
    if (away) window.addEventListener("online", run, { signal: once.signal });
    signal.addEventListener("abort", () => once.abort(), { once: true });
}
