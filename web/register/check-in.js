/** The code that students enter on their own devices; it changes by itself. Needs the server. */
import { api } from "../api.js";
import { html, render } from "../lib/html.js";
import { notice } from "../elements/markup.js";
import { openDialog } from "../elements/dialog.js";
import { loading } from "../elements/progress.js";

/** Where the server does not say until when a code holds. */
const USUAL = 30_000;

/** @param {any} session */
export async function showCheckIn(session) {
    const abort = new AbortController();
    await openDialog({
        title: "Self check-in",
        wide: true,
        body: html`<p>Students open Rounds on their own device, choose this session and enter the code. Each check-in is a proposal that you see on the register and can undo.</p>
            <div class="check-in" role="status">${loading("Asking for a code…")}</div>`,
        opened: (dialog) => run(dialog.querySelector(".check-in"), session.id, abort.signal),
    });
    abort.abort();
}

/** @param {HTMLElement} host @param {string} session @param {AbortSignal} signal */
async function run(host, session, signal) {
    while (!signal.aborted) {
        let wait = USUAL;
        try {
            const { code, expiresAt, validFor } = await api.get(`/attendance/sessions/${session}/check-in`, { signal });
            const left = expiresAt ? Date.parse(expiresAt) - Date.now() : (validFor ?? 30) * 1000;
            wait = Math.min(60_000, Math.max(2_000, left));
            render(host, html`<p class="check-in-code">${code}</p><p class="muted">A new code follows by itself.</p>`);
        } catch (error) {
            if (signal.aborted) return;
            render(host, notice(error.detail ?? "The code comes from the server, which cannot be reached.", "warn"));
            wait = 5_000;
        }
        await new Promise((resolve) => {
            const timer = setTimeout(resolve, wait);
            signal.addEventListener("abort", () => (clearTimeout(timer), resolve(undefined)), { once: true });
        });
    }
}

/**
 * A student enters the code.
 * @param {any} session
 * @returns {Promise<boolean>}
 */
export async function enterCode(session) {
    const { field } = await import("../elements/field.js");
    const answer = await openDialog({
        title: "Check in",
        body: html`<p>Enter the code on the lecturer's screen. Your lecturer sees the check-in.</p>
            ${field({ label: "Code", name: "code", autocomplete: "one-time-code", required: true })}`,
        confirm: "Check in",
        submit: ({ code }) => api.post(`/attendance/sessions/${session.id}/check-in`, { code }),
    });
    return answer !== null;
}
