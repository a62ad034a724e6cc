/**
 * Draws a transcript block by block: what is near the window as sentences, the rest as room of about its height. So three hours
 * open as quickly as three minutes.
 */
import { redraw } from "../lib/html.js";
import { BLOCK, blockOf } from "./transcript-model.js";
import { block } from "./transcript-view.js";

/** Pixels that a sentence takes, until its block was drawn. */
const GUESS = 54;

export class Blocks {
    #host;
    #transcript;
    #wanted;
    /** @type {HTMLElement[]} */ #places = [];
    /** @type {Set<number>} drawn */ #drawn = new Set();
    #watch;

    /**
     * @param {HTMLElement} host
     * @param {import("./transcript-model.js").Transcript} transcript
     * @param {(position: number) => void} wanted sentences from this position on are to be shown and are not here
     */
    constructor(host, transcript, wanted) {
        this.#host = host;
        this.#transcript = transcript;
        this.#wanted = wanted;
        this.#watch = new IntersectionObserver((entries) => entries.forEach((entry) => entry.isIntersecting && this.draw(Number(/** @type {HTMLElement} */ (entry.target).dataset.block))), { rootMargin: "1200px 0px" });
        host.replaceChildren();
    }

    stop() {
        this.#watch.disconnect();
    }

    /** There are more blocks, and these look otherwise. @param {Set<number>} changed */
    update(changed) {
        while (this.#places.length < this.#transcript.blocks) {
            const place = document.createElement("ol");
            place.className = "block";
            place.dataset.block = String(this.#places.length);
            this.#places.push(place);
            this.#host.append(place);
            this.#watch.observe(place);
        }
        for (const number of changed) if (this.#drawn.has(number)) this.draw(number);
        this.#size();
    }

    /** @param {number} number @returns {boolean} whether it is drawn now */
    draw(number) {
        const place = this.#places[number];
        if (!place) return false;
        // somebody is writing there; it is drawn when that is over
        if (place.querySelector(".segment-edit")) return true;
        const segments = this.#transcript.block(number);
        if (!segments) {
            this.#wanted(this.#transcript.missing(number * BLOCK) ?? 0);
            // what there is of a block that grows is shown all the same
            const some = this.#transcript.items.slice(number * BLOCK, (number + 1) * BLOCK).filter(Boolean);
            if (some.length === 0) return false;
            redraw(place, block(this.#transcript, some));
        } else redraw(place, block(this.#transcript, segments));
        this.#drawn.add(number);
        place.style.removeProperty("min-block-size");
        return true;
    }

    /** Those that wait for data which is here now. */
    drawWaiting() {
        for (const place of this.#places) {
            const number = Number(place.dataset.block);
            if (this.#drawn.has(number)) continue;
            const { top, bottom } = place.getBoundingClientRect();
            if (bottom > -1200 && top < window.innerHeight + 1200) this.draw(number);
        }
    }

    /** For paper. */
    drawAll() {
        for (let number = 0; number < this.#places.length; number += 1) this.draw(number);
    }

    /** @param {import("./transcript-model.js").Segment} segment @returns {HTMLElement | null} drawn if need be */
    element(segment) {
        const number = blockOf(segment.position);
        if (!this.#drawn.has(number) && !this.draw(number)) return null;
        return this.#places[number].querySelector(`[data-id="${CSS.escape(segment.id)}"]`);
    }

    #size() {
        for (const place of this.#places) {
            if (this.#drawn.has(Number(place.dataset.block))) continue;
            const count = Math.min(BLOCK, this.#transcript.total - Number(place.dataset.block) * BLOCK);
            place.style.setProperty("min-block-size", `${count * GUESS}px`);
        }
    }
}
