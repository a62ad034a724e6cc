/** This device: what waits, what the server refused and why, storage, and which devices the server has heard from. */
import { html, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { dateTime } from "../lib/dates.js";
import { api } from "../api.js";
import { badge, empty, notice, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { ask } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { describe } from "../elements/status-line.js";
import { deviceName } from "../lib/device.js";
import { store } from "../store/store.js";
import { exportUnsent } from "../store/export.js";
import { engine } from "../sync/engine.js";
import { nameTargets, operationText } from "./operation-text.js";
import { storageState } from "./storage-state.js";

const SHOWN = 100;

export class Page {
    #host;
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 100);
    /** @type {any[] | null} */ #devices = null;
    /** @type {any[]} */ #told = [];

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        render(
            this.#host,
            html`<section class="page">
                ${pageHead({
                    title: "This device",
                    text: "What you did here, and what the server has agreed to.",
                    actions: html`<button type="button" class="button primary" data-action="now">${icon("sync")}Sync now</button>
                        <button type="button" class="button" data-action="export">${icon("export")}Export unsent work</button>`,
                })}
                <div class="stack" id="device-state"></div>
                <div class="stack" id="device-attention"></div>
                <div class="stack" id="device-waiting"></div>
                <div class="stack" id="device-storage"></div>
                <div class="stack" id="device-others"></div>
            </section>`,
        );
        store.addEventListener("change", () => this.#refresh(), { signal });
        engine.addEventListener("change", () => this.#refresh(), { signal });
        listen(this.#host, "click", "[data-action=now]", () => engine.now(), signal);
        listen(this.#host, "click", "[data-action=export]", () => this.#export(), signal);
        listen(this.#host, "click", "[data-action=persist]", () => this.#persist(), signal);
        listen(this.#host, "click", "[data-again]", (_, button) => this.#resolve(button.dataset.again, true), signal);
        listen(this.#host, "click", "[data-discard]", (_, button) => this.#resolve(button.dataset.discard, false), signal);
        listen(this.#host, "click", "[data-action=read]", () => store.acknowledge(this.#told), signal);
        this.#loadDevices();
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
        this.#refresh.cancel();
    }

    async #export() {
        const count = await exportUnsent();
        toast(count === 0 ? "Nothing is unsent; the file says so." : `${count} ${count === 1 ? "operation" : "operations"} in the file. They also stay here.`);
    }

    async #persist() {
        const granted = await navigator.storage.persist();
        toast(granted ? "This browser keeps the data." : "The browser refused. It may do so until the app is installed or used more.", { tone: granted ? "good" : "bad" });
        this.#draw();
    }

    /** @param {string} id @param {boolean} again */
    async #resolve(id, again) {
        const text = "The server never had this. It is removed from this device for good.";
        if (!again && !(await ask({ title: "Discard this?", text, confirm: "Discard", danger: true }))) return;
        await store.resolve(id, { again });
        toast(again ? "It is sent once more." : "Discarded.");
    }

    async #loadDevices() {
        try {
            const answer = await api.get("/devices");
            this.#devices = answer.items;
            this.#draw();
        } catch {
            // the section stays away
        }
    }

    async #draw() {
        const [summary, waiting, attention, flagged, storage] = await Promise.all([
            store.summary(),
            store.entries("waiting", SHOWN),
            store.entries("attention"),
            store.notes(),
            storageState(),
        ]);
        const names = await nameTargets([...waiting, ...attention, ...flagged]);
        if (this.#abort.signal.aborted) return;
        this.#told = flagged;
        const part = (/** @type {string} */ id) => this.#host.querySelector(`#device-${id}`);
        redraw(part("state"), drawState(summary));
        redraw(part("attention"), html`${drawAttention(attention, names)} ${drawFlagged(flagged, names)}`);
        redraw(part("waiting"), drawWaiting(waiting, summary.waiting, names));
        redraw(part("storage"), drawStorage(storage, summary));
        redraw(part("others"), drawDevices(this.#devices, summary.device));
    }
}

/** @param {import("../store/store.js").Summary} summary */
function drawState(summary) {
    const line = describe(summary, engine.state, store.refusal);
    const tone = line.tone === "neutral" || line.tone === "accent" ? "info" : line.tone;
    const { reason, phase } = engine.state;
    return html`${notice(line.text, /** @type {any} */ (tone))} ${phase === "waiting" && reason && html`<p class="muted">Last attempt: ${reason}</p>`}`;
}

/** @param {import("../store/store.js").Entry[]} entries @param {Map<string, string>} names */
function drawAttention(entries, names) {
    if (entries.length === 0) return html``;
    return html`<h2>Needs attention</h2>
        <ul class="list">
            ${entries.map(
                (entry) => html`<li class="list-row">
                    <div class="grow stack tight">
                        <p><strong>${names.get(entry.target)}</strong>: ${operationText(entry.operation)} ${badge("Refused", "bad", "cross")}</p>
                        <p>${entry.message ?? "The server refused it."} <span class="muted small mono">${entry.code}</span></p>
                        <p class="muted small">${dateTime(entry.operation.capturedAt)}</p>
                        <div class="row">
                            <button type="button" class="button small" data-again="${entry.id}">Send again</button>
                            <button type="button" class="button small danger" data-discard="${entry.id}">Discard</button>
                        </div>
                    </div>
                </li>`,
            )}
        </ul>`;
}

const FLAGS = {
    late: "The register had been closed; it was added as late.",
    not_enrolled: "The student was not enrolled on the day; it is kept.",
    clock_ahead: "This device's clock is ahead; the time of receipt counts.",
};

/** @param {import("../store/store.js").Entry[]} entries @param {Map<string, string>} names */
function drawFlagged(entries, names) {
    if (entries.length === 0) return html``;
    return html`<div class="section-head"><h2>Agreed, with a note</h2><button type="button" class="button small" data-action="read">I have read these</button></div>
        <ul class="list">
            ${entries.slice(-SHOWN).map((entry) => {
                const notes = [
                    ...(entry.flags ?? []).map((flag) => FLAGS[flag]),
                    entry.verdict === "conflict" && (entry.code === "amendment_proposed" ? "The register was closed; this is a proposal now." : "Somebody else said otherwise; both are kept."),
                    entry.verdict === "superseded" && "Something later is shown; this is in the history.",
                ].filter(Boolean);
                return html`<li class="list-row">
                    <div class="grow"><p><strong>${names.get(entry.target)}</strong>: ${operationText(entry.operation)}</p><p class="muted small">${notes.join(" ")}</p></div>
                    ${entry.verdict === "conflict" && html`<a class="button small" href="/conflicts">Settle</a>`}
                </li>`;
            })}
        </ul>`;
}

/** @param {import("../store/store.js").Entry[]} entries @param {number} count @param {Map<string, string>} names */
function drawWaiting(entries, count, names) {
    if (count === 0) return html`<h2>Waiting</h2>${empty({ title: "Nothing waits", text: "Everything you did on this device is agreed with the server.", icon: "check" })}`;
    return html`<h2>Waiting · ${count}</h2>
        <ul class="list">
            ${entries.map(
                (entry) => html`<li class="list-row"><div class="grow"><p><strong>${names.get(entry.target)}</strong>: ${operationText(entry.operation)}</p><p class="muted small">${dateTime(entry.operation.capturedAt)}</p></div></li>`,
            )}
        </ul>
        ${count > entries.length && html`<p class="muted">and ${count - entries.length} more, all of them in the export.</p>`}`;
}

/** @param {Awaited<ReturnType<typeof storageState>>} storage @param {import("../store/store.js").Summary} summary */
function drawStorage(storage, summary) {
    return html`<h2>Storage</h2>
        <div class="card stack">
            <dl class="facts">
                <dt>This browser</dt>
                <dd>${deviceName()}</dd>
                <dt>Work kept here</dt>
                <dd>${storage.reason ?? "Yes, on the disk"}</dd>
                <dt>Protected from clearing</dt>
                <dd>${storage.persisted === null ? "This browser cannot tell" : storage.persisted ? "Yes" : "Refused so far: the browser may clear it when space is short"}</dd>
                ${storage.usage !== null && html`<dt>Space used</dt><dd>${storage.usage}</dd>`}
                <dt>Server has heard</dt>
                <dd>${summary.heard === null ? "Nothing yet" : `operations up to number ${summary.heard}`}${summary.gaps.length > 0 && `, missing ${summary.gaps.map((gap) => gap.join("–")).join(", ")}`}</dd>
                <dt>Device id</dt>
                <dd class="mono small">${summary.device}</dd>
            </dl>
            ${storage.persisted === false && html`<div><button type="button" class="button" data-action="persist">Ask the browser to keep it</button></div>`}
        </div>`;
}

/** @param {any[] | null} devices @param {string} own */
function drawDevices(devices, own) {
    if (!devices || devices.length === 0) return html``;
    return html`<h2>Devices the server has heard from</h2>
        <ul class="list">
            ${devices.slice(0, SHOWN).map(
                (device) => html`<li class="list-row">
                    <div class="grow"><strong>${device.name ?? "Device"}</strong> ${device.id === own && badge("This one", "accent")}<p class="muted small">${device.userName}</p></div>
                    <div class="end small"><p>up to number ${device.heard}${device.gaps.length > 0 && `, missing ${device.gaps.map((/** @type {any} */ gap) => gap.join("–")).join(", ")}`}</p><p class="muted">${dateTime(device.lastSeen)}</p></div>
                </li>`,
            )}
        </ul>`;
}
