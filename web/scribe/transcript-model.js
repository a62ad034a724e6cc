/** A transcript of which parts are here, in blocks of sentences; pure. Positions count from 0 without gaps. */
import { fold } from "../roster/names.js";

/** Sentences that are drawn together. */
export const BLOCK = 40;

/**
 * @typedef {{ id: string, label: string, mine: boolean, byName?: string, shared?: boolean }} SegmentTag
 * @typedef {object} Segment
 * @property {string} id
 * @property {number} position
 * @property {number} start seconds
 * @property {number} end
 * @property {string} text
 * @property {string | null} speaker
 * @property {boolean} edited
 * @property {number} version
 * @property {SegmentTag[]} tags
 */

export class Transcript {
    /** @type {Segment[]} */ items = [];
    total = 0;
    /** @type {{ key: string, name: string }[]} */ speakers = [];
    /** @type {string | null} what stands where no sentence is */ sentence = null;

    /**
     * @param {any} page of the API
     * @returns {Set<number>} blocks that look otherwise now
     */
    put({ items, total, speakers, sentence }) {
        const changed = new Set();
        const speakersBefore = JSON.stringify(this.speakers);
        for (const segment of items) {
            const old = this.items[segment.position];
            if (!old || JSON.stringify(old) !== JSON.stringify(segment)) changed.add(blockOf(segment.position));
            this.items[segment.position] = segment;
        }
        // the last block grows, and may be full now
        if (total > this.total && this.total > 0) changed.add(blockOf(this.total - 1));
        this.total = Math.max(total, this.items.length);
        this.speakers = speakers ?? this.speakers;
        this.sentence = sentence ?? null;
        if (JSON.stringify(this.speakers) !== speakersBefore) for (let block = 0; block < this.blocks; block += 1) if (this.block(block)) changed.add(block);
        return changed;
    }

    /** @param {Segment} segment @returns {number} its block */
    replace(segment) {
        this.items[segment.position] = segment;
        return blockOf(segment.position);
    }

    get blocks() {
        return Math.ceil(this.total / BLOCK);
    }

    /** @param {number} number @returns {Segment[] | null} null while some of it is missing */
    block(number) {
        const first = number * BLOCK;
        const last = Math.min(this.total, first + BLOCK);
        const found = [];
        for (let position = first; position < last; position += 1) {
            if (!this.items[position]) return null;
            found.push(this.items[position]);
        }
        return found;
    }

    /** @param {number} from position @returns {number | null} the first that is missing from there on, then from the start */
    missing(from = 0) {
        for (let position = from; position < this.total; position += 1) if (!this.items[position]) return position;
        return from > 0 ? this.missing(0) : null;
    }

    /** The sentence of a second: the last one that has begun. @param {number} seconds @returns {Segment | null} */
    at(seconds) {
        let found = null;
        let [low, high] = [0, this.items.length - 1];
        while (low <= high) {
            let middle = (low + high) >> 1;
            // a hole: what is here before it decides
            while (middle > low && !this.items[middle]) middle -= 1;
            const segment = this.items[middle];
            if (!segment) {
                low = ((low + high) >> 1) + 1;
            } else if (segment.start <= seconds + 0.02) {
                found = segment;
                low = ((low + high) >> 1) + 1;
            } else high = middle - 1;
        }
        return found;
    }

    /** Where these words stand; accents and capitals do not matter. @param {string} question @returns {number[]} positions */
    find(question) {
        const wanted = fold(question.trim());
        if (!wanted) return [];
        return this.items.filter((segment) => segment && fold(segment.text).includes(wanted)).map(({ position }) => position);
    }

    /** @param {string | null} key */
    nameOf(key) {
        return key === null || key === undefined ? "" : (this.speakers.find((one) => one.key === key)?.name ?? key);
    }
}

/** @param {number} position */
export const blockOf = (position) => Math.floor(position / BLOCK);
