/** The recorder's page in its four shapes: before, while it runs, interrupted, after. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { notice, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { clock, size, when } from "./words.js";

/** @param {any} session */
export function frame(session) {
    return html`<section class="page record">
        ${pageHead({ title: session.title, text: [session.module, when(session)].filter(Boolean).join(" · "), back: { href: path("scribe", "sessions", session.id), label: "Session" } })}
        <div class="record-stage"></div>
        <div class="record-waiting stack"></div>
    </section>`;
}

/** @param {string} text notice of the school @param {string | null} room @param {string | null} problem */
export function before(text, room, problem) {
    return html`<div class="card stack record-card">
        <section class="consent stack tight" aria-labelledby="notice-title">
            <h2 id="notice-title">${icon("shield")}Say this before you record</h2>
            <p>${text}</p>
        </section>
        <div class="record-device"></div>
        ${room && notice(room, "warn")} ${problem && html`<div role="alert">${notice(problem, "bad")}</div>`}
        <div class="record-begin">
            <button type="button" class="record-button" data-do="start">${icon("mic")}<span>I have said it: record</span></button>
            <p class="muted small">Every two seconds are kept on this device before anything else happens to them, with or without a network. A closed tab or an empty battery costs at most those.</p>
        </div>
    </div>`;
}

/** @param {{ value: string, label: string }[]} devices @param {string} chosen */
export function deviceField(devices, chosen) {
    if (devices.length < 2) return html``;
    return field({ label: "Microphone", name: "device", type: "select", options: [{ value: "", label: "The browser's choice" }, ...devices], value: chosen });
}

/** @param {"recording" | "paused" | "starting" | "stopping"} state */
export function running(state) {
    const isPaused = state === "paused";
    return html`<div class="card stack record-card" data-state="${state}">
        <p class="record-state"><span class="record-dot" aria-hidden="true"></span><strong>${isPaused ? "Paused" : state === "recording" ? "Recording" : state === "starting" ? "Beginning…" : "Keeping the end of it…"}</strong></p>
        <p class="record-time" role="timer" aria-label="Recorded so far"></p>
        <div class="record-meter"></div>
        <p class="record-where"></p>
        <div class="record-trouble" role="alert"></div>
        <div class="row center record-controls">
            <button type="button" class="button" data-do="${isPaused ? "resume" : "pause"}" ${!["recording", "paused"].includes(state) && "disabled"}>${icon(isPaused ? "mic" : "pause")}${isPaused ? "Go on" : "Pause"}</button>
            <button type="button" class="button primary" data-do="stop" ${!["recording", "paused"].includes(state) && "disabled"}>${icon("stop")}Stop</button>
        </div>
        <div class="record-device"></div>
    </div>`;
}

/** @param {import("../store/takes.js").TakeView} take @param {string | null} problem */
export function interrupted(take, problem) {
    return html`<div class="card stack record-card">
        <h2>The recording was interrupted</h2>
        <p>${clock(take.seconds)} of it (${size(take.bytes)}) are safe on this device. The last of it was kept at ${dateTime(take.heardAt)}.</p>
        ${problem && html`<div role="alert">${notice(problem, "bad")}</div>`}
        <div class="record-device"></div>
        <div class="row">
            <button type="button" class="button primary" data-do="go-on">${icon("mic")}Go on recording</button>
            <button type="button" class="button" data-do="finish">Finish it</button>
        </div>
        <p class="muted small">Going on adds to the same recording; the gap between is left out.</p>
    </div>`;
}

/** @param {{ text: string, tone: string, icon: string }} word @param {any} take null: stored @param {string} session @param {any} recording */
export function after(word, take, session, recording) {
    const open = path("scribe", "sessions", session) + (recording?.id ? `?recording=${encodeURIComponent(recording.id)}` : "");
    return html`<div class="card stack record-card">
        <h2>${take ? "Recorded" : "Recorded and stored"}</h2>
        <p class="where" data-tone="${word.tone}" role="status">${icon(word.icon)}<span>${word.text}</span></p>
        ${take && html`<progress aria-label="Sent" max="${Math.max(1, take.bytes)}" value="${take.sent}"></progress>`}
        <p class="muted">${take?.error ? "It stays on this device. Below it can be tried again, or saved as a file." : take ? "You can leave this page or close the browser: it goes out by itself the next time Rounds is open here." : "The transcript is being made. It appears on the session's page sentence by sentence."}</p>
        <div class="row">
            <a class="button ${take ? "" : "primary"}" href="${open}">Open the session</a>
            <button type="button" class="button" data-do="another">${icon("mic")}Record another</button>
        </div>
    </div>`;
}
