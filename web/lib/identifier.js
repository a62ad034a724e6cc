/** Identifiers are lowercase UUID text everywhere. */

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let lastMilliseconds = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562 §5.7), greater than every one this page made before. The twelve bits after the time are a counter
 * (§6.2, method 1) that starts at a random value below 2048 every millisecond; when it overflows, or the clock steps
 * back, the last millisecond moves on by itself.
 * @param {number} [now] milliseconds since 1970
 * @returns {string}
 */
export function uuidV7(now = Date.now()) {
    const random = crypto.getRandomValues(new Uint8Array(10));
    if (now > lastMilliseconds || counter === 0xfff) {
        lastMilliseconds = Math.max(Math.floor(now), lastMilliseconds + 1);
        counter = ((random[8] << 8) | random[9]) & 0x7ff;
    } else {
        counter += 1;
    }
    const bytes = new Uint8Array(16);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, Math.floor(lastMilliseconds / 2 ** 32));
    view.setUint32(2, lastMilliseconds % 2 ** 32);
    view.setUint16(6, counter);
    bytes.set(random.subarray(0, 8), 8);
    return uuidText(bytes, 7);
}

/**
 * The canonical text of 16 bytes, with version and variant set.
 * @param {Uint8Array} source
 * @param {number} version
 * @returns {string}
 */
export function uuidText(source, version) {
    const bytes = source.slice(0, 16);
    bytes[6] = (bytes[6] & 0x0f) | (version << 4);
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * Whether a value is a UUID of any version in canonical lowercase form.
 * @param {unknown} value
 * @returns {value is string}
 */
export function isIdentifier(value) {
    return typeof value === "string" && CANONICAL.test(value);
}

/**
 * Lowercase hexadecimal.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
