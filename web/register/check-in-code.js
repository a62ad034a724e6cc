/** The code that students enter on their own devices; it changes by itself. Needs the server. */
import { api } from "../api.js";
import { html, render } from "../lib/html.js";
import { notice } from "../elements/markup.js";
import { openDialog } from "../elements/dialog.js";
import { loading } from "../elements/progress.js";
import { store } from "../store/store.js";
import { sessionState } from "./actions.js";

/** After a failure. */
const AGAIN = 5_000;

/** @param {any} session */
export async function showCheckIn(session) {
    const abort = new AbortController();
    if (session.state !== "open") await store.capture([sessionState(session, "open")]);
    await openDialog({
        title: "Self check-in",
        wide: true,
        body: html`<p>Students open Rounds on their own device, choose this session and enter the code; the register is open as long as you do not close it. Each check-in is a proposal that you see on the register and can undo.</p>
            <div class="code-display" role="status">${loading("Asking for a code…")}</div>`,
        opened: (dialog) => run(dialog.querySelector(".code-display"), session.id, abort.signal),
    });
    abort.abort();
}

/** @param {HTMLElement} host @param {string} session @param {AbortSignal} signal */
async function run(host, session, signal) {
    while (!signal.aborted) {
        let wait = AGAIN;
        try {
            const { code, validUntil, seconds } = await api.get(`/attendance/sessions/${session}/check-in`, { signal });
            // the device's clock may be wrong; the window's length is not
            const left = Date.parse(validUntil) - Date.now();
            wait = Math.min(seconds * 1000, Math.max(2_000, left));
            render(host, html`<p class="code-text">${code}</p><p class="muted">A new code follows by itself.</p>`);
        } catch (error) {
            if (signal.aborted) return;
            // the register was opened a moment ago, and the server learns of it now
            const opening = error.code === "session_not_open";
            wait = opening ? 1_000 : AGAIN;
            render(host, opening ? loading("Opening the register…") : notice(error.detail ?? "The code comes from the server, which cannot be reached.", "warn"));
        }
        await new Promise((resolve) => {
            const timer = setTimeout(resolve, wait);
            signal.addEventListener("abort", () => (clearTimeout(timer), resolve(undefined)), { once: true });
        });
    }
}
