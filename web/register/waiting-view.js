/** The parts of the page of this device, each drawn from what the store says. */
import { html } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { deviceName } from "../lib/device.js";
import { badge, empty, notice } from "../elements/markup.js";
import { describe } from "../elements/status-line.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { operationText } from "./operation-text.js";
import { gapText } from "./waiting-devices.js";

/** Rows of a list; the export has all. */
export const SHOWN = 100;

/** @param {import("../store/store.js").Summary} summary */
export function drawState(summary) {
    const line = describe(summary, engine.state, store);
    const tone = line.tone === "neutral" || line.tone === "accent" ? "info" : line.tone;
    const { reason, phase } = engine.state;
    return html`${notice(line.text, /** @type {any} */ (tone))} ${phase === "waiting" && reason && html`<p class="muted">Last attempt: ${reason}</p>`}`;
}

/** @param {import("../store/store.js").Entry[]} entries @param {Map<string, string>} names */
export function drawAttention(entries, names) {
    if (entries.length === 0) return html``;
    return html`<h2>Needs attention</h2>
        <p class="muted">The server refused these. They are kept here until you send them again or let them go.</p>
        <ul class="list">
            ${entries.map(
                (entry) => html`<li class="list-row">
                    <div class="grow stack tight">
                        <p><strong>${names.get(entry.target)}</strong>: ${operationText(entry.operation)} ${badge("Refused", "bad", "cross")}</p>
                        <p>${entry.message ?? "The server refused it."} <span class="muted small mono">${entry.code}</span></p>
                        <p class="muted small">${dateTime(entry.operation.capturedAt)}</p>
                        <div class="row">
                            <button type="button" class="button small" data-again="${entry.id}">Send again</button>
                            <button type="button" class="button small" data-let-go="${entry.id}">Let go</button>
                        </div>
                    </div>
                </li>`,
            )}
        </ul>`;
}

const FLAGS = {
    late: "The register had been closed; it was added after closing.",
    not_enrolled: "The student was not enrolled on the day; it is kept.",
    clock_ahead: "This device's clock is ahead; the time of receipt counts.",
};

/** @param {import("../store/store.js").Entry[]} entries @param {Map<string, string>} names */
export function drawFlagged(entries, names) {
    if (entries.length === 0) return html``;
    return html`<div class="section-head"><h2>Agreed, with a note</h2><button type="button" class="button small" data-action="read">I have read these</button></div>
        <ul class="list">
            ${entries.slice(-SHOWN).map((entry) => {
                const notes = [
                    ...(entry.flags ?? []).map((flag) => FLAGS[flag]),
                    entry.code === "amendment_proposed" ? "The register was closed; this is a proposal now." : entry.dispute && "Somebody else said otherwise; both are kept.",
                    entry.verdict === "superseded" && "Something later is shown; this is in the history.",
                ].filter(Boolean);
                return html`<li class="list-row">
                    <div class="grow"><p><strong>${names.get(entry.target)}</strong>: ${operationText(entry.operation)}</p><p class="muted small">${notes.join(" ")}</p></div>
                    ${entry.dispute && html`<a class="button small" href="/conflicts">Settle</a>`}
                </li>`;
            })}
        </ul>`;
}

/** @param {import("../store/store.js").Entry[]} entries @param {number} count @param {Map<string, string>} names */
export function drawWaiting(entries, count, names) {
    if (count === 0) return html`<h2>Waiting</h2>${empty({ title: "Nothing waits", text: "Every mark, session and notice of this device is agreed with the server.", icon: "check", always: true })}`;
    return html`<h2>Waiting · ${count}</h2>
        <ul class="list">
            ${entries.map(
                (entry) => html`<li class="list-row"><div class="grow"><p><strong>${names.get(entry.target)}</strong>: ${operationText(entry.operation)}</p><p class="muted small">${dateTime(entry.operation.capturedAt)}</p></div></li>`,
            )}
        </ul>
        ${count > entries.length && html`<p class="muted">and ${count - entries.length} more, all of them in the export.</p>`}`;
}

/** @param {Awaited<ReturnType<typeof import("./storage-state.js").storageState>> | null} storage null: not looked at yet @param {import("../store/store.js").Summary} summary */
export function drawStorage(storage, summary) {
    if (!storage) return html``;
    const heard = summary.heard ? `operations up to number ${summary.heard}` : "Nothing yet";
    return html`<h2>Storage</h2>
        <div class="card stack">
            <dl class="facts">
                <dt>This browser</dt>
                <dd>${deviceName()}</dd>
                <dt>Work kept here</dt>
                <dd>${storage.reason ?? store.failure ?? "Yes, on the disk"}</dd>
                <dt>Protected from clearing</dt>
                <dd>${storage.persisted === null ? "This browser cannot tell" : storage.persisted ? "Yes" : "Refused so far: the browser may clear it when space is short"}</dd>
                ${storage.usage !== null && html`<dt>Space used</dt><dd>${storage.usage}</dd>`}
                <dt>Server has heard</dt>
                <dd>${heard}${summary.gaps.length > 0 && `, missing ${gapText(summary.gaps)}`}</dd>
                <dt>Device id</dt>
                <dd class="mono small">${summary.device}</dd>
            </dl>
            ${storage.persisted === false && html`<div><button type="button" class="button" data-action="persist">Ask the browser to keep it</button></div>`}
        </div>`;
}
