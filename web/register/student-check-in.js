/** A student's own check-in: the code on the lecturer's screen, entered on the student's device. A proposal, never a mark of one's own. */
import { html, path, render } from "../lib/html.js";
import { today, timeRange } from "../lib/dates.js";
import { field, showErrors, values } from "../elements/field.js";
import { notice } from "../elements/markup.js";
import { api } from "../api.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { inTime } from "./session-words.js";

/**
 * Shows the entry when the school allows it and a session takes place today.
 * @param {HTMLElement} host
 * @param {() => void} done
 * @param {AbortSignal} signal
 */
export async function drawCheckIn(host, done, signal) {
    const school = await store.get("school", "school");
    if (!school?.selfCheckIn) return;
    const now = today(school.timezone);
    const sessions = (await store.between("session", now, now)).filter((one) => ["scheduled", "open"].includes(one.state)).toSorted(inTime);
    if (sessions.length === 0 || signal.aborted) return;
    const options = sessions.map((one) => ({ value: one.id, label: `${timeRange(one)} ${one.title}` }));
    render(
        host,
        html`<section class="card stack tight" aria-labelledby="check-in-title">
            <h2 id="check-in-title">Check in</h2>
            <p class="muted">Enter the code that your lecturer shows. The lecturer sees your check-in and may change it.</p>
            <form class="check-in" novalidate>
                ${field({ label: "Session", name: "session", type: "select", options, value: running(sessions, school.timezone) })}
                ${field({ label: "Code", name: "code", required: true, maxlength: 12, autocomplete: "one-time-code" })}
                <button type="submit" class="button primary">Check in</button>
                <p class="form-error" role="alert" hidden></p>
            </form>
            <div role="status" data-result></div>
        </section>`,
    );
    const form = host.querySelector("form");
    form.addEventListener("submit", (event) => submit(event, form, host.querySelector("[data-result]"), done), { signal });
}

/**
 * The one that is open now, else the next, else the last.
 * @param {any[]} sessions in order
 * @param {string} timezone
 */
function running(sessions, timezone) {
    const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: timezone }).format(new Date());
    const ahead = sessions.filter((one) => !one.end || one.end >= clock);
    return (ahead.find((one) => one.state === "open") ?? ahead[0] ?? sessions.at(-1)).id;
}

/**
 * @param {Event} event
 * @param {HTMLFormElement} form
 * @param {Element} result
 * @param {() => void} done
 */
async function submit(event, form, result, done) {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
    if (button.disabled) return;
    showErrors(form, null);
    const { session, code } = values(form);
    if (!code) return showErrors(form, { errors: [{ field: "code", message: "Enter the code." }] });
    button.disabled = true;
    try {
        await api.post(path("attendance", "sessions", session, "check-in"), { code: code.toUpperCase() });
        render(result, notice("You are checked in.", "good"));
        form.reset();
        engine.now();
        done();
    } catch (error) {
        showErrors(form, error.code === "unreachable" ? { errors: [{ field: "code", message: "Checking in needs a connection. Tell your lecturer if you have none." }] } : error);
    } finally {
        button.disabled = false;
    }
}
