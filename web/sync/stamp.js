/**
 * A point in the order of all operations: a hybrid logical clock (Kulkarni et al., 2014) with the device as the last
 * word. A stamp is text of fixed width, `<12 hex digits of milliseconds>-<4 hex digits of counter>-<device uuid>`, so
 * `<` on two texts is their order. Twin of `Sources/Sync/Stamp.swift` and `HybridClock.swift`.
 */
import { isIdentifier } from "../lib/identifier.js";

const LATEST = 2 ** 48 - 1;

/** @typedef {{milliseconds: number, counter: number, device: string}} StampParts */

/**
 * @param {number} milliseconds outside 48 bits brought to the nearest bound
 * @param {number} counter
 * @param {string} device
 * @returns {string}
 */
export function formatStamp(milliseconds, counter, device) {
    const time = Math.min(Math.max(Math.floor(milliseconds), 0), LATEST);
    return `${time.toString(16).padStart(12, "0")}-${counter.toString(16).padStart(4, "0")}-${device}`;
}

/**
 * @param {string} text
 * @returns {StampParts | null} null for anything but a stamp
 */
export function parseStamp(text) {
    const match = /^([0-9a-f]{12})-([0-9a-f]{4})-(.{36})$/.exec(text);
    if (!match || !isIdentifier(match[3])) return null;
    return { milliseconds: parseInt(match[1], 16), counter: parseInt(match[2], 16), device: match[3] };
}

/**
 * The smallest stamp of a device that is greater than the given one, whichever device made that.
 * @param {string} stamp
 * @param {string} device
 * @returns {string}
 */
export function nextStamp(stamp, device) {
    const { milliseconds, counter } = partsOf(stamp);
    if (counter === 0xffff) return formatStamp(milliseconds + 1, 0, device);
    return formatStamp(milliseconds, counter + 1, device);
}

/**
 * One device's source of stamps. They rise even when the wall clock stands still or steps back, and pass every stamp
 * that was observed. `last` is all there is to keep over a restart.
 */
export class HybridClock {
    /**
     * @param {string} device
     * @param {string | null} [last] what `last` was when the state was kept
     */
    constructor(device, last = null) {
        const parts = last === null ? null : parseStamp(last);
        this.device = device;
        /** The last stamp given out or observed. */
        this.last = formatStamp(parts?.milliseconds ?? 0, parts?.counter ?? 0, device);
    }

    /**
     * The stamp of a new operation.
     * @param {number} now milliseconds since 1970
     * @returns {string}
     */
    tick(now) {
        const isPast = now < partsOf(this.last).milliseconds + 1;
        this.last = isPast ? nextStamp(this.last, this.device) : formatStamp(now, 0, this.device);
        return this.last;
    }

    /**
     * Takes note of another clock's stamp; the answer is greater than it and than everything before.
     * @param {string} other
     * @param {number} now
     * @returns {string}
     */
    observe(other, now) {
        const { milliseconds, counter } = partsOf(other);
        const seen = formatStamp(milliseconds, counter, this.device);
        if (seen > this.last) this.last = seen;
        return this.tick(now);
    }
}

/**
 * @param {string} stamp
 * @returns {StampParts}
 */
function partsOf(stamp) {
    const parts = parseStamp(stamp);
    if (!parts) throw new TypeError("not a stamp");
    return parts;
}
