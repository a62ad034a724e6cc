/** This device: what waits, what the server refused and why, storage, and which devices the server has heard from. */
import { html, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { api } from "../api.js";
import { pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { ask } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { store } from "../store/store.js";
import { exportUnsent } from "../store/export.js";
import { engine } from "../sync/engine.js";
import { nameTargets } from "./operation-text.js";
import { storageState } from "./storage-state.js";
import { drawAttention, drawDevices, drawFlagged, drawState, drawStorage, drawWaiting, SHOWN } from "./waiting-view.js";

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
