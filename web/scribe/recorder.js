/**
 * The one recorder of this tab. It belongs to the app, not to a page: who looks at another page meanwhile goes on recording.
 * What the microphone gives is on the disk before anything else is done with it; a tab that dies loses the last two seconds.
 * Events: "change" (of `state` and what was kept), "microphone" (another stream).
 */
import { takes } from "../store/takes.js";
import { keepAwake } from "./wake-lock.js";
import { closeMicrophone, openMicrophone, problemWith } from "./microphones.js";

const EVERY = 2_000;
const BITS_PER_SECOND = 64_000;
/** Opus in the containers that browsers write; Safari has none of them and takes AAC. */
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

/** Bytes that a second takes, roughly. */
export const BYTES_PER_SECOND = BITS_PER_SECOND / 8;

/** Held while a recorder of some tab adds to this take. @param {string} take */
const lockOf = (take) => `rounds-take-${take}`;

/** The takes that a living tab is adding to. @returns {Promise<Set<string>>} */
export async function alive() {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    return new Set(held.map(({ name }) => name).filter((name) => name.startsWith(lockOf(""))).map((name) => name.slice(lockOf("").length)));
}

class Recorder extends EventTarget {
    /** @type {"idle" | "starting" | "recording" | "paused" | "stopping"} */ state = "idle";
    /** @type {{ id: string, session: string, title: string } | null} */ take = null;
    /** @type {MediaStream | null} */ stream = null;
    /** @type {string | null} a sentence: why it stopped, or why what was heard last is not kept yet */ trouble = null;
    /** Seconds of the parts before. */
    #before = 0;
    /** Seconds of this part up to the last pause, and when it went on. */
    #counted = 0;
    #since = 0;
    /** @type {MediaRecorder | null} */ #media = null;
    /** @type {import("../store/takes.js").Part | null} */ #part = null;
    /** @type {{ part: string, bytes: Uint8Array, seconds: number }[]} not on the disk yet */ #queue = [];
    #writing = Promise.resolve();
    /** @type {(() => void) | null} */ #release = null;
    /** @type {(() => void) | null} */ #sleep = null;

    /** What can be recorded here, null when nothing can. */
    get kind() {
        return typeof MediaRecorder === "undefined" ? null : (KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null);
    }

    /** Of sound, pauses left out. */
    get seconds() {
        return this.#before + this.#partSeconds;
    }

    get isActive() {
        return this.state !== "idle";
    }

    /**
     * @param {{ session: string, title: string, device: string, take?: import("../store/takes.js").TakeView }} about `take`: goes on with it
     * @throws what `problemWith` has a sentence for
     */
    async start({ session, title, device, take }) {
        if (this.isActive) return;
        this.#become("starting");
        this.trouble = null;
        try {
            this.stream = await openMicrophone(device);
            await this.#beginPart(session, title, take);
        } catch (error) {
            closeMicrophone(this.stream);
            this.stream = null;
            this.#let();
            this.#become("idle");
            throw error;
        }
    }

    pause() {
        if (this.state !== "recording") return;
        this.#counted = this.#partSeconds;
        this.#media.pause();
        // what was heard so far is kept now, not with the next chunk
        this.#media.requestData();
        this.#become("paused");
    }

    resume() {
        if (this.state !== "paused") return;
        this.#since = performance.now();
        this.#media.resume();
        this.#become("recording");
    }

    /** @returns {Promise<void>} once all of it is on this device and marked as ended */
    async stop() {
        if (this.state !== "recording" && this.state !== "paused") return;
        await this.#endPart();
        this.#let();
        await this.end();
        this.#become("idle");
    }

    /** Marks the take as ended; what found no room before is tried once more. */
    async end() {
        await this.#flush();
        if (this.#queue.length === 0) await takes.stop(this.take.id);
    }

    /** What found no room on this device. @param {string} part its id @returns {Uint8Array[]} */
    unkept(part) {
        return this.#queue.filter((one) => one.part === part).map(({ bytes }) => bytes);
    }

    /** Another microphone, in the same take. @param {string} device */
    async use(device) {
        if (this.state !== "recording" && this.state !== "paused") return;
        const next = await openMicrophone(device);
        await this.#another(next);
    }

    // -- parts

    /** @param {string} session @param {string} title @param {import("../store/takes.js").TakeView} [take] */
    async #beginPart(session, title, take) {
        const mime = this.kind;
        if (take) {
            if (!(await this.#hold(take.id))) throw new DOMException("", "InvalidStateError");
            this.#part = await takes.goOn(take.id, mime);
            this.take = { id: take.id, session: take.session, title: take.title };
            this.#before = take.seconds;
        } else {
            const made = await takes.begin({ session, title, mime });
            await this.#hold(made.take.id);
            this.#part = made.part;
            this.take = { id: made.take.id, session, title };
            this.#before = 0;
        }
        this.#run();
        this.#sleep = keepAwake();
    }

    #run() {
        const part = this.#part;
        const media = new MediaRecorder(this.stream, { mimeType: part.mime, audioBitsPerSecond: BITS_PER_SECOND });
        this.#media = media;
        this.#counted = 0;
        this.#since = performance.now();
        media.addEventListener("dataavailable", ({ data }) => {
            const seconds = this.#partSeconds;
            this.#writing = this.#writing.then(async () => {
                if (data.size > 0) this.#queue.push({ part: part.id, bytes: new Uint8Array(await data.arrayBuffer()), seconds });
                await this.#flush();
            });
        });
        media.addEventListener("error", () => this.#lost(media));
        this.stream.getAudioTracks()[0].addEventListener("ended", () => this.#lost(media));
        media.start(EVERY);
        this.#become("recording");
        this.dispatchEvent(new Event("microphone"));
    }

    /** The recorder's last chunk is on the disk, or stands in the queue. */
    async #endPart() {
        this.#counted = this.#partSeconds;
        this.#become("stopping");
        const media = this.#media;
        if (media.state !== "inactive") {
            const stopped = new Promise((resolve) => media.addEventListener("stop", resolve, { once: true }));
            media.stop();
            await stopped;
        }
        await this.#writing;
        closeMicrophone(this.stream);
        this.stream = null;
    }

    /** The microphone is gone (unplugged, taken by a call): the same take goes on with the one that is left. @param {MediaRecorder} media */
    async #lost(media) {
        if (media !== this.#media || (this.state !== "recording" && this.state !== "paused")) return;
        this.trouble = "The microphone was lost. The recording goes on with another one.";
        try {
            await this.#another(await openMicrophone(""));
        } catch (error) {
            this.trouble = `${problemWith(error)} What was recorded until then is kept; go on when a microphone is there.`;
            await this.#endPart();
            this.#let();
            this.#become("idle");
        }
    }

    /** @param {MediaStream} next */
    async #another(next) {
        const wasPaused = this.state === "paused";
        await this.#endPart();
        this.stream = next;
        this.#before += this.#counted;
        this.#part = await takes.goOn(this.take.id, this.kind);
        this.#run();
        if (wasPaused) this.pause();
    }

    // -- keeping

    /** In the order in which they came; what cannot be kept stays in the queue and is tried again with the next. */
    async #flush() {
        while (this.#queue.length > 0) {
            const [{ part, bytes, seconds }] = this.#queue;
            try {
                await takes.append(part, bytes, seconds);
                this.#queue.shift();
                if (this.#queue.length === 0 && this.trouble?.startsWith("Not kept")) this.trouble = null;
            } catch (error) {
                this.trouble = `Not kept yet: ${error.message} Make room, or press Stop and save it as a file.`;
                break;
            }
        }
        this.dispatchEvent(new Event("change"));
    }

    get #partSeconds() {
        return this.#counted + (this.state === "recording" && this.#media?.state === "recording" ? (performance.now() - this.#since) / 1000 : 0);
    }

    /** @param {string} take @returns {Promise<boolean>} false: another tab records it */
    #hold(take) {
        if (!navigator.locks) return Promise.resolve(true);
        return new Promise((resolve) => {
            navigator.locks.request(lockOf(take), { ifAvailable: true }, (lock) => {
                resolve(lock !== null);
                return lock && new Promise((release) => (this.#release = () => release(undefined)));
            });
        });
    }

    #let() {
        this.#release?.();
        this.#sleep?.();
        this.#release = null;
        this.#sleep = null;
    }

    /** @param {Recorder["state"]} state */
    #become(state) {
        this.state = state;
        document.body.toggleAttribute("data-recording", this.isActive);
        this.dispatchEvent(new Event("change"));
    }
}

export const recorder = new Recorder();

window.addEventListener("beforeunload", (event) => {
    if (!recorder.isActive) return;
    event.preventDefault();
    event.returnValue = "";
});
