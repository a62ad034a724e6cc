/** This device: what waits, what the server refused and why, receipts, storage, and which devices the server has heard from. */
import { html, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { api } from "../api.js";
import { pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { exportUnsent } from "../store/export.js";
import { readUnsent } from "../store/unsent-file.js";
import { mountTakes } from "../scribe/takes-panel.js";
import { engine } from "../sync/engine.js";
import { nameTargets } from "./operation-text.js";
import { ReceiptChecks } from "./waiting-receipts.js";
import { drawDevices } from "./waiting-devices.js";
import { storageState } from "./storage-state.js";
import { drawAttention, drawFlagged, drawState, drawStorage, drawWaiting, SHOWN } from "./waiting-view.js";

const PARTS = ["state", "attention", "waiting", "recordings", "receipts", "storage", "others"];

export class Page {
    #host;
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 100);
    /** @type {ReturnType<typeof setTimeout> | undefined} while the line counts down to the next try */ #tick;
    /** @type {any[] | null} */ #devices = null;
    /** @type {Awaited<ReturnType<typeof storageState>> | null} */ #storage = null;
    /** @type {any[]} */ #told = [];
    #receipts = new ReceiptChecks(() => this.#refresh());

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    // -- lifecycle

    async connect() {
        const { signal } = this.#abort;
        render(
            this.#host,
            html`<section class="page">
                ${pageHead({
                    title: "This device",
                    text: "What you did here, and what the server has agreed to.",
                    actions: html`<button type="button" class="button primary" data-action="now">${icon("sync")}Sync now</button>
                        <button type="button" class="button" data-action="export">${icon("export")}Save unsent work as a file</button>
                        ${me.marks && html`<button type="button" class="button" data-action="file">${icon("file")}Send work from a file</button><input type="file" accept=".json,application/json" aria-label="File of unsent work" hidden />`}`,
                })}
                ${PARTS.map((part) => html`<div class="stack" id="device-${part}"></div>`)}
            </section>`,
        );
        store.addEventListener("change", () => this.#refresh(), { signal });
        engine.addEventListener("change", () => this.#refresh(), { signal });
        const on = (/** @type {string} */ action, /** @type {() => void} */ handle) => listen(this.#host, "click", `[data-action=${action}]`, handle, signal);
        on("now", () => engine.now());
        on("export", () => this.#export());
        on("file", () => /** @type {HTMLInputElement} */ (this.#host.querySelector("input[type=file]")).click());
        on("persist", () => this.#persist());
        on("read", () => store.acknowledge(this.#told));
        on("check", () => this.#receipts.run());
        on("fetch", () => this.#fetchAgain());
        listen(this.#host, "change", "input[type=file]", (_, input) => this.#take(input), signal);
        listen(this.#host, "click", "[data-again]", (_, button) => this.#again(button.dataset.again), signal);
        listen(this.#host, "click", "[data-let-go]", (_, button) => this.#letGo(button.dataset.letGo), signal);
        if (me.may("recordSessions")) mountTakes(this.#host.querySelector("#device-recordings"), signal, { always: true });
        this.#loadDevices();
        this.#tryStorage();
        this.#receipts.run();
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
        this.#refresh.cancel();
        clearTimeout(this.#tick);
    }

    // -- unsent work

    async #export() {
        const count = await exportUnsent();
        toast(count === 0 ? "Nothing is unsent; the file says so." : `${count} ${count === 1 ? "operation" : "operations"} in the file. They also stay here.`);
    }

    /** @param {HTMLInputElement} input */
    async #take(input) {
        const [file] = input.files;
        if (!file) return;
        try {
            const operations = await readUnsent(file, store.user);
            const count = await store.queue(operations);
            if (count === 0) toast(operations.length === 0 ? "There is no work in this file." : "Everything in this file is here already.");
            else toast(`${count} ${count === 1 ? "operation" : "operations"} of the file are on this device now and go out from here.`, { tone: "good" });
        } catch (error) {
            toast(error.message, { tone: "bad" });
        } finally {
            input.value = "";
        }
    }

    /** @param {string} id */
    async #again(id) {
        await store.sendAgain(id);
        toast("It is in the queue again.");
    }

    /** @param {string} id */
    async #letGo(id) {
        const entry = await store.letGo(id);
        if (entry) toast("Let go. The server never had it.", { undo: () => store.putBack(entry) });
    }

    // -- storage, receipts, devices

    async #persist() {
        const granted = await navigator.storage.persist();
        toast(granted ? "This browser keeps the data." : "The browser refused. It may do so until the app is installed or used more.", { tone: granted ? "good" : "bad" });
        this.#tryStorage();
    }

    async #tryStorage() {
        this.#storage = await storageState();
        this.#draw();
    }

    async #fetchAgain() {
        await store.fetchAgain();
        engine.now();
        toast("Everything is fetched again. What waits here stays.");
        this.#receipts.run();
    }

    async #loadDevices() {
        try {
            this.#devices = await api.all("/devices");
            this.#draw();
        } catch {
            // the section stays away
        }
    }

    async #draw() {
        const [summary, waiting, attention, flagged] = await Promise.all([store.summary(), store.entries("waiting", SHOWN), store.entries("attention"), store.notes()]);
        const names = await nameTargets([...waiting, ...attention, ...flagged]);
        if (this.#abort.signal.aborted) return;
        this.#told = flagged;
        const part = (/** @type {string} */ id) => this.#host.querySelector(`#device-${id}`);
        redraw(part("state"), drawState(summary));
        redraw(part("attention"), html`${drawAttention(attention, names)} ${drawFlagged(flagged, names)}`);
        redraw(part("waiting"), drawWaiting(waiting, summary.waiting, names));
        redraw(part("receipts"), this.#receipts.draw());
        redraw(part("storage"), drawStorage(this.#storage, summary));
        redraw(part("others"), drawDevices(this.#devices, summary.device));
        clearTimeout(this.#tick);
        if (engine.state.nextTryAt !== null) this.#tick = setTimeout(() => this.#draw(), 1_000);
    }
}
