/** How a device sends what waits: when to try again, and how much at once. Twin of `Sources/Sync/Outbox.swift`. */

export const BASE_DELAY = 1_000;
export const MAXIMUM_DELAY = 300_000;
/** Operations per request; the server refuses more. */
export const MAXIMUM_COUNT = 500;
/** Bytes of operations per request: the server's 1 MiB less room for the rest of the request. */
export const MAXIMUM_BYTES = 900_000;

/**
 * Milliseconds until the next try: exponential with full jitter (M. Brooker, "Exponential Backoff and Jitter", AWS
 * Architecture Blog, 2015), `random × min(maximum, base × 2ⁿ)`, after whatever the server asked for in Retry-After.
 * @param {number} failures counts from 0 for the wait after the first failure
 * @param {number} random in [0, 1)
 * @param {number} [retryAfterSeconds]
 * @returns {number}
 */
export function retryDelay(failures, random, retryAfterSeconds = 0) {
    const ceiling = Math.min(MAXIMUM_DELAY, BASE_DELAY * 2 ** Math.min(Math.max(failures, 0), 20));
    return Math.max(retryAfterSeconds, 0) * 1000 + Math.floor(random * ceiling);
}

/**
 * Cuts a queue into batches `[start, end)` that keep both limits and its order. An operation that is too large by
 * itself goes alone, so that the server's refusal names it.
 * @param {number[]} sizes bytes of each operation
 * @param {number} [maximumCount]
 * @param {number} [maximumBytes]
 * @returns {[number, number][]}
 */
export function batches(sizes, maximumCount = MAXIMUM_COUNT, maximumBytes = MAXIMUM_BYTES) {
    /** @type {[number, number][]} */
    const ranges = [];
    let start = 0;
    let bytes = 0;
    sizes.forEach((size, index) => {
        if (index > start && (index - start === maximumCount || bytes + size > maximumBytes)) {
            ranges.push([start, index]);
            start = index;
            bytes = 0;
        }
        bytes += size;
    });
    if (start < sizes.length) ranges.push([start, sizes.length]);
    return ranges;
}

/**
 * How many operations the next batch may have after one of `count` was too large.
 * @param {number} count
 * @returns {number}
 */
export function countAfterTooLarge(count) {
    return Math.max(1, Math.floor(count / 2));
}
