/** Fetches a transcript page after page, one at a time. */
import { path } from "../lib/html.js";
import { api } from "../api.js";

const PAGE = 500;

export class TranscriptPages {
    #recording;
    #transcript;
    #put;
    #signal;
    /** @type {Promise<void>} */ #last = Promise.resolve();

    /**
     * @param {string} recording id
     * @param {import("./transcript-model.js").Transcript} transcript to be filled
     * @param {(page: any) => void} put
     * @param {AbortSignal} signal another recording is shown
     */
    constructor(recording, transcript, put, signal) {
        this.#recording = recording;
        this.#transcript = transcript;
        this.#put = put;
        this.#signal = signal;
    }

    /** @param {Record<string, number>} query @returns {Promise<any>} */
    async page(query) {
        try {
            return await api.get(`/scribe${path("recordings", this.#recording, "transcript")}`, { query, signal: this.#signal });
        } catch (error) {
            if (error.code !== "not_transcribed") throw error;
            return { items: [], total: 0, speakers: [], sentence: null, next: null };
        }
    }

    /** What is still missing; each caller waits for all of it. */
    fill() {
        return this.#after(async () => {
            const transcript = this.#transcript;
            for (let from = transcript.missing(); from !== null && !this.#signal.aborted; from = transcript.missing(from)) {
                const page = await this.page({ from, limit: PAGE });
                // it became shorter meanwhile: what is missing is not there
                if (page.items.length === 0) break;
                this.#put(page);
            }
        });
    }

    /** What came at the end. */
    grow() {
        return this.#after(async () => this.#put(await this.page({ from: this.#transcript.total, limit: PAGE })));
    }

    /** @param {() => Promise<void>} run @returns {Promise<void>} also when it failed: what is missing is asked for again */
    #after(run) {
        this.#last = this.#last.then(() => (this.#signal.aborted ? undefined : run())).catch(() => undefined);
        return this.#last;
    }
}
