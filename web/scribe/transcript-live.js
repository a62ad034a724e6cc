/** The box over a transcript that is being made: how far it is, what is left, and the way to stop it. */
import { redraw } from "../lib/html.js";
import { followProgress } from "./live-progress.js";
import { live } from "./transcript-view.js";

export const IN_PROGRESS = new Set(["queued", "transcribing"]);

export class TranscriptLive {
    #host;
    #context;
    #mayEdit;
    #signal;
    #grown;
    /** What the stream said last; null while none is heard. @type {any} */ #state = null;

    /**
     * @param {Element} host drawn by nothing else
     * @param {import("./tabs.js").SessionContext} context
     * @param {boolean} mayEdit
     * @param {(segments: number) => void} grown so many sentences are there
     * @param {AbortSignal} signal another recording is shown
     */
    constructor(host, context, mayEdit, grown, signal) {
        this.#host = host;
        this.#context = context;
        this.#mayEdit = mayEdit;
        this.#grown = grown;
        this.#signal = signal;
    }

    /** The recording is as the context has it. */
    show() {
        const { recording, reload } = this.#context;
        const isRunning = IN_PROGRESS.has(recording.state);
        if (!isRunning) this.#state = null;
        this.#draw();
        if (!isRunning || this.#state) return;
        this.#state = {};
        followProgress(recording.id, (state) => this.#moved(state), reload, this.#signal);
    }

    /** @param {any} state of the stream, or the whole recording */
    #moved({ state, done, duration, remaining, place, segments }) {
        this.#state = { state, done, duration: duration ?? this.#context.recording.duration, remaining, place };
        this.#draw();
        this.#grown(segments);
    }

    #draw() {
        redraw(this.#host, live({ ...this.#context.recording, ...this.#state }, this.#mayEdit));
    }
}
