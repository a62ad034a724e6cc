/** How loud it is, drawn while a stream is heard; says so when nothing is. */
import { element, html } from "../lib/html.js";

/** Below this (dB under full scale) a room with a speaker is not; a switched-off microphone is. */
const SILENCE = -60;
const SILENT_AFTER = 8_000;
const FLOOR = -60;
const BARS = 24;

class LevelMeter extends HTMLElement {
    /** @type {AudioContext | null} */ #context = null;
    #frame = 0;
    #heardAt = 0;
    #levels = /** @type {number[]} */ (Array.from({ length: BARS }, () => 0));
    #drawnAt = 0;

    connectedCallback() {
        this.replaceChildren(element(html`<div class="level-bars" aria-hidden="true">${Array.from({ length: BARS }, () => html`<span></span>`)}</div>`), element(html`<p class="level-says" role="status"></p>`));
    }

    disconnectedCallback() {
        this.listen(null);
    }

    /** @param {MediaStream | null} stream */
    listen(stream) {
        cancelAnimationFrame(this.#frame);
        this.#context?.close().catch(() => undefined);
        this.#context = null;
        this.#levels.fill(0);
        this.#show();
        this.#say("");
        if (!stream) return;
        this.#context = new AudioContext();
        // a page that records may sound; where the browser waits for a tap all the same, the next one will do
        this.#context.resume().catch(() => undefined);
        const analyser = new AnalyserNode(this.#context, { fftSize: 1024 });
        this.#context.createMediaStreamSource(stream).connect(analyser);
        this.#heardAt = performance.now();
        const samples = new Float32Array(analyser.fftSize);
        const step = matchMedia("(prefers-reduced-motion: reduce)").matches ? 500 : 70;
        const draw = (/** @type {number} */ now) => {
            this.#frame = requestAnimationFrame(draw);
            if (now - this.#drawnAt < step) return;
            this.#drawnAt = now;
            analyser.getFloatTimeDomainData(samples);
            let power = 0;
            for (const sample of samples) power += sample * sample;
            const decibels = 10 * Math.log10(power / samples.length + 1e-12);
            this.#levels = [...this.#levels.slice(1), Math.min(1, Math.max(0, 1 - decibels / FLOOR))];
            this.#show();
            this.#listenFor(decibels);
        };
        this.#frame = requestAnimationFrame(draw);
    }

    /** @param {number} decibels */
    #listenFor(decibels) {
        const now = performance.now();
        if (decibels > SILENCE || this.#context?.state !== "running") this.#heardAt = now;
        this.#say(now - this.#heardAt > SILENT_AFTER ? "Nothing is heard. Is the microphone switched on, and the right one chosen?" : "");
    }

    /** @param {string} text */
    #say(text) {
        const line = this.querySelector(".level-says");
        if (line && line.textContent !== text) line.textContent = text;
    }

    #show() {
        const bars = this.querySelectorAll(".level-bars span");
        this.#levels.forEach((level, index) => /** @type {HTMLElement} */ (bars[index])?.style.setProperty("--level", level.toFixed(2)));
    }
}
customElements.define("r-level-meter", LevelMeter);

/** @returns {LevelMeter} */
export function levelMeter() {
    return /** @type {LevelMeter} */ (document.createElement("r-level-meter"));
}
