/**
 * What is asked again and again for one place of a page. An older answer never overwrites a newer one, whatever the order in
 * which they come, and the same answer is not drawn twice.
 */
import { fetched } from "../elements/fetched.js";

/** An answer that takes less than this shows no sign of waiting. */
const PATIENCE = 250;

/**
 * @typedef {object} Place
 * @property {HTMLElement} host
 * @property {(signal: AbortSignal) => Promise<any>} load
 * @property {(answer: any) => void} draw
 * @property {(busy: boolean) => void} busy
 * @property {AbortSignal} signal of the page
 */

export class Answers {
    #place;
    /** Counts questions, and among them the times each was asked. */
    #question = 0;
    #asked = 0;
    #newest = 0;
    #shown = "";
    #waiting = false;
    /** @type {AbortController | null} */ #asking = null;

    /** @param {Place} place */
    constructor(place) {
        this.#place = place;
        place.signal.addEventListener("abort", () => this.#asking?.abort());
    }

    /** Something is shown that news may change. */
    get isShown() {
        return this.#shown !== "";
    }

    /** The present question has no answer yet. */
    get isAsking() {
        return this.#waiting;
    }

    /** Another question: the one before is let go of. A failure is shown in the place, with a way to try again. */
    async ask() {
        const { host, load, busy, signal } = this.#place;
        const mine = (this.#question += 1);
        this.#waiting = true;
        this.#asking?.abort();
        const asking = (this.#asking = new AbortController());
        const slow = setTimeout(() => busy(true), PATIENCE);
        try {
            await this.#take(mine, () => load(asking.signal));
        } catch (error) {
            if (mine !== this.#question || signal.aborted) return;
            this.#waiting = false;
            this.#shown = "";
            host.replaceChildren();
            let first = true;
            const again = () => (first ? ((first = false), Promise.reject(error)) : load(asking.signal));
            const draw = (/** @type {any} */ answer) => mine === this.#question && (host.replaceChildren(), this.#show(answer));
            await fetched(host, again, draw, signal);
        } finally {
            clearTimeout(slow);
            if (mine === this.#question) {
                this.#waiting = false;
                busy(false);
            }
        }
    }

    /** The same question, because there is news. What cannot be had now stays as it is. */
    async again() {
        try {
            await this.#take(this.#question, () => this.#place.load(this.#place.signal));
        } catch {
            // the next news, or the next question, tells
        }
    }

    /** @param {number} question @param {() => Promise<any>} load */
    async #take(question, load) {
        const time = (this.#asked += 1);
        const answer = await load();
        if (question !== this.#question || time < this.#newest || this.#place.signal.aborted) return;
        this.#newest = time;
        this.#show(answer);
    }

    /** @param {any} answer */
    #show(answer) {
        const text = JSON.stringify({ ...answer, change: null });
        if (text === this.#shown) return;
        this.#shown = text;
        this.#place.draw(answer);
    }
}
