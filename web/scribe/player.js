/**
 * One recording at a time, with its tags on the line. Events: "time" (often while it plays, and when the place is another),
 * "playing" (began or stopped).
 */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { keep, recall } from "../lib/kept.js";
import { icon } from "../elements/icons.js";
import { placeOf, rememberPlace } from "./places.js";
import { clock, spoken } from "./words.js";

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
const STEP = 10;
const SPEED = "scribe-speed";
const REMEMBER_EVERY = 5_000;

export class Player extends HTMLElement {
    #abort = new AbortController();
    /** @type {any} */ #recording = null;
    #frame = 0;
    #rememberedAt = 0;
    /** Asked for before the recording could be sought in. @type {number | null} */ #wanted = null;
    #duration = 0;

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        render(this, frame());
        const audio = this.#audio;
        for (const type of ["play", "pause", "ended"]) audio.addEventListener(type, () => this.#stateChanged(), { signal });
        for (const type of ["timeupdate", "seeked"]) audio.addEventListener(type, () => this.#moved(), { signal });
        audio.addEventListener("loadedmetadata", () => this.#ready(), { signal });
        audio.addEventListener("error", () => this.#failed(), { signal });
        listen(this, "click", "[data-player]", (_, button) => this.#press(button.dataset.player), signal);
        listen(this, "input", ".player-range", (_, range) => this.seek(Number(range.value)), signal);
        listen(this, "change", "[name=speed]", (_, select) => this.setSpeed(Number(select.value)), signal);
        window.addEventListener("pagehide", () => this.#remember(), { signal });
        recall(SPEED).then((speed) => speed && this.setSpeed(speed));
    }

    disconnectedCallback() {
        this.#remember();
        this.#abort.abort();
        cancelAnimationFrame(this.#frame);
        this.#audio.pause();
        this.#audio.removeAttribute("src");
        this.#audio.load();
    }

    /** @returns {HTMLAudioElement} */
    get #audio() {
        return this.querySelector("audio");
    }

    /** @returns {HTMLInputElement} */
    get #range() {
        return this.querySelector(".player-range");
    }

    get time() {
        return this.#wanted ?? this.#audio.currentTime;
    }

    get isPlaying() {
        return !this.#audio.paused;
    }

    get speed() {
        return this.#audio.playbackRate;
    }

    /** @param {any} recording null: none @param {number | null} [at] null: where one stopped @returns {Promise<void>} */
    async load(recording, at = null) {
        this.hidden = !recording;
        if (!recording) return;
        this.#duration = recording.duration ?? this.#duration;
        if (recording.id === this.#recording?.id) {
            this.#recording = recording;
            if (this.#audio.error) this.#again();
            if (at !== null) this.seek(at);
            return;
        }
        this.#remember();
        this.#recording = recording;
        this.#duration = recording.duration ?? 0;
        this.querySelector(".player-says").textContent = "";
        const speed = this.speed;
        this.#audio.src = recording.media ?? `/api/v1/scribe${path("recordings", recording.id, "media")}`;
        this.#audio.playbackRate = speed;
        this.marks([]);
        const place = at ?? (await placeOf(recording.id));
        if (recording.id === this.#recording.id) this.seek(place);
    }

    /** What could not be played before may be prepared now. */
    #again() {
        const place = this.time;
        this.querySelector(".player-says").textContent = "";
        this.#audio.load();
        this.seek(place);
    }

    // -- what keys and sentences do too

    /** @param {number} at seconds */
    async play(at) {
        this.seek(at);
        await this.#start();
    }

    async toggle() {
        if (this.isPlaying) this.#audio.pause();
        else await this.#start();
    }

    /** @param {number} at seconds */
    seek(at) {
        const place = Math.min(Math.max(0, at), this.#duration || at);
        if (this.#audio.readyState > 0) this.#audio.currentTime = place;
        else this.#wanted = place;
        this.#moved();
    }

    /** @param {number} seconds forward, or back */
    step(seconds) {
        this.seek(this.time + seconds);
    }

    /** @param {number} speed */
    setSpeed(speed) {
        this.#audio.playbackRate = speed;
        this.#audio.defaultPlaybackRate = speed;
        const select = /** @type {HTMLSelectElement} */ (this.querySelector("[name=speed]"));
        select.value = String(speed);
        keep(SPEED, speed);
    }

    /** One step up or down. @param {1 | -1} way */
    changeSpeed(way) {
        const at = SPEEDS.findIndex((speed) => speed >= this.speed);
        this.setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + way))]);
    }

    /** @param {{ start: number, label: string, tone: string }[]} marks on the line */
    marks(marks) {
        const host = this.querySelector(".player-marks");
        redraw(host, html`${marks.map(({ label, tone }) => html`<span data-tone="${tone}" title="${label}"></span>`)}`);
        [...host.children].forEach((mark, index) => {
            const place = this.#duration > 0 ? marks[index].start / this.#duration : 0;
            /** @type {HTMLElement} */ (mark).style.setProperty("--at", String(Math.min(1, place)));
        });
    }

    // -- inside

    async #start() {
        this.querySelector(".player-says").textContent = "";
        try {
            await this.#audio.play();
        } catch (error) {
            if (error.name === "NotAllowedError") this.querySelector(".player-says").textContent = "Press Play: the browser begins to sound only then.";
        }
    }

    /** @param {string} what */
    #press(what) {
        if (what === "toggle") this.toggle();
        else this.step(what === "back" ? -STEP : STEP);
    }

    #ready() {
        if (Number.isFinite(this.#audio.duration) && this.#audio.duration > 0) this.#duration = this.#audio.duration;
        if (this.#wanted !== null) this.#audio.currentTime = this.#wanted;
        this.#wanted = null;
        this.#moved();
    }

    #stateChanged() {
        const playing = this.isPlaying;
        const button = this.querySelector("[data-player=toggle]");
        redraw(button, icon(playing ? "pause" : "play"));
        button.setAttribute("aria-label", playing ? "Pause" : "Play");
        cancelAnimationFrame(this.#frame);
        if (playing) this.#tick();
        else this.#remember();
        this.dispatchEvent(new Event("playing"));
    }

    /** More often than the four times a second of "timeupdate": the lit sentence has to be the one that is heard. */
    #tick() {
        this.#frame = requestAnimationFrame(() => {
            this.dispatchEvent(new Event("time"));
            this.#tick();
        });
    }

    #moved() {
        const [time, duration] = [this.time, this.#duration];
        const range = this.#range;
        range.max = String(Math.max(1, Math.ceil(duration)));
        range.value = String(time);
        range.setAttribute("aria-valuetext", `${spoken(time)} of ${spoken(duration)}`);
        range.style.setProperty("--at", duration > 0 ? String(Math.min(1, time / duration)) : "0");
        this.querySelector(".player-time").textContent = `${clock(time)} / ${clock(duration)}`;
        if (performance.now() - this.#rememberedAt > REMEMBER_EVERY) this.#remember();
        this.dispatchEvent(new Event("time"));
    }

    #remember() {
        this.#rememberedAt = performance.now();
        if (this.#recording && this.#wanted === null && this.#duration > 0) rememberPlace(this.#recording.id, this.#audio.currentTime, this.#duration);
    }

    #failed() {
        if (!this.#audio.getAttribute("src")) return;
        this.querySelector(".player-says").textContent = navigator.onLine ? "The sound cannot be played yet. It is being prepared, or the server does not answer." : "The sound comes from the server, which cannot be reached.";
    }
}
customElements.define("r-player", Player);

function frame() {
    return html`<audio preload="metadata"></audio>
        <div class="player-line"><input type="range" class="player-range" min="0" max="1" step="0.1" value="0" aria-label="Place in the recording" /><div class="player-marks" aria-hidden="true"></div></div>
        <div class="player-controls">
            <button type="button" class="icon-button" data-player="back" aria-label="Back ${STEP} seconds">${icon("undo")}<span class="player-step" aria-hidden="true">${STEP}</span></button>
            <button type="button" class="player-play" data-player="toggle" aria-label="Play">${icon("play")}</button>
            <button type="button" class="icon-button player-forward" data-player="forward" aria-label="Forward ${STEP} seconds">${icon("undo")}<span class="player-step" aria-hidden="true">${STEP}</span></button>
            <span class="player-time" aria-hidden="true">0:00</span>
            <span class="player-says small" role="status"></span>
            <label class="player-speed"><span class="visually-hidden">Speed</span><select name="speed">${SPEEDS.map((speed) => html`<option value="${speed}" ${speed === 1 && "selected"}>${speed}×</option>`)}</select></label>
        </div>`;
}
