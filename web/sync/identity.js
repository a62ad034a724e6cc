/**
 * What a session is, as its id: two devices that open the same register offline make the same session without talking.
 * Twin of `Sources/Sync/SessionIdentity.swift` and `Identifier.derived`.
 */
import { uuidText } from "../lib/identifier.js";

/** The period of a session without a start time: one whole-day session for a group and day. */
export const WHOLE_DAY = "day";

/**
 * @param {string} group
 * @param {string} date local civil date `YYYY-MM-DD`
 * @param {string} period start as `HH:MM`, or `WHOLE_DAY`
 * @returns {Promise<string>}
 */
export function sessionId(group, date, period) {
    return derivedId(["session", group, date, period]);
}

/**
 * A UUIDv8 (RFC 9562 §5.8): the first 16 bytes of SHA-256 over the parts joined by U+001F. Needs a secure context
 * (HTTPS or localhost), as offline work does anyway.
 * @param {string[]} parts
 * @returns {Promise<string>}
 */
export async function derivedId(parts) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\u001f")));
    return uuidText(new Uint8Array(digest), 8);
}
