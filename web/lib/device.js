import { uuidV7 } from "./identifier.js";
import { recallOrKeep } from "./kept.js";

/** How this browser introduces itself: "Chrome on Android". Only for people to recognise it; nothing depends on it. */
export function deviceName() {
    const text = navigator.userAgent;
    const browser = [
        [/Edg\//, "Edge"],
        [/Firefox\//, "Firefox"],
        [/Chrom(e|ium)\//, "Chrome"],
        [/Safari\//, "Safari"],
    ].find(([pattern]) => /** @type {RegExp} */ (pattern).test(text))?.[1];
    const system = [
        [/Android/, "Android"],
        [/iPhone/, "iPhone"],
        [/iPad|Macintosh.*Mobile/, "iPad"],
        [/Macintosh/, "Mac"],
        [/Windows/, "Windows"],
        [/Linux/, "Linux"],
    ].find(([pattern]) => /** @type {RegExp} */ (pattern).test(text))?.[1];
    return `${browser ?? "Browser"}${system ? ` on ${system}` : ""}`;
}

/**
 * What a sign-in is bound to: an id of this browser. No secret, and another one than the outbox's.
 * @returns {Promise<string>}
 */
export function deviceId() {
    return recallOrKeep("device", uuidV7());
}
