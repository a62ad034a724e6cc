/** Where a recording is, said as it is: never "stored on the server" before the server said so. */
import { length, size } from "./words.js";

/**
 * @typedef {"recording" | "paused" | "interrupted" | "stopped"} Stage interrupted: nobody pressed Stop and no recorder runs
 * @typedef {object} Sending how the way to the server goes
 * @property {"idle" | "sending" | "waiting"} phase waiting: the last try failed
 * @property {string} [reason] why, as a sentence
 *
 * @typedef {{ text: string, tone: "neutral" | "good" | "warn" | "bad" | "info" | "accent", icon: string }} Word
 */

/**
 * @param {import("../store/takes.js").TakeView | null} take null: it is gone from this device because the server has it
 * @param {Stage} stage
 * @param {Sending} sending
 * @returns {Word}
 */
export function whereItIs(take, stage, sending) {
    if (!take) return { text: "Stored on the server", tone: "good", icon: "check" };
    const here = `On this device: ${[length(take.seconds), size(take.bytes)].filter(Boolean).join(", ")}`;
    if (take.error) return { text: `${here}. The server did not take it: ${take.error.detail}`, tone: "bad", icon: "conflict" };
    const progress = take.sent > 0 ? `, ${size(Math.min(take.sent, take.bytes))} of it sent` : "";
    if (sending.phase === "waiting") return { text: `${here}${progress}. ${sending.reason}`, tone: "warn", icon: "device" };
    if (sending.phase === "sending" && stage === "stopped") return { text: `Sending: ${size(Math.min(take.sent, take.bytes))} of ${size(take.bytes)}. Still on this device`, tone: "info", icon: "cloud" };
    return { text: `${here}${progress}`, tone: "info", icon: "device" };
}

/**
 * How many minutes there is room for, when it gets little.
 * @param {{ quota?: number, usage?: number }} estimate
 * @param {number} bytesPerSecond
 * @returns {string | null} a sentence, null with room for two hours
 */
export function roomLeft({ quota, usage }, bytesPerSecond) {
    if (quota === undefined || usage === undefined) return null;
    const minutes = Math.floor(Math.max(0, quota - usage - 1e6) / bytesPerSecond / 60);
    if (minutes >= 120) return null;
    if (minutes < 1) return "There is no room left on this device for a recording. Make room first.";
    return `There is room for about ${length(minutes * 60)} of recording on this device.`;
}

/** Whether an interrupted recording goes on by itself: the same lesson, not a room of the next day. */
const BY_ITSELF_WITHIN = 60 * 60_000;

/** @param {import("../store/takes.js").Take} take @param {number} now milliseconds */
export function goesOnByItself(take, now) {
    return take.state === "recording" && now - take.heardAt < BY_ITSELF_WITHIN && now >= take.heardAt - BY_ITSELF_WITHIN;
}

/**
 * What a part has to be told the server by `finish`; null while that is not known.
 * A part is the last one only when somebody pressed Stop; before that the next one, once it holds something, says it was not.
 * @param {import("../store/takes.js").TakeView} take
 * @param {import("../store/takes.js").Part} part
 * @returns {{ last: boolean, parts: number | null } | null}
 */
export function ending(take, part) {
    const filled = take.parts.filter(({ bytes }) => bytes > 0);
    const at = filled.findIndex(({ id }) => id === part.id);
    if (at < filled.length - 1) return { last: false, parts: null };
    return take.state === "stopped" ? { last: true, parts: filled.length } : null;
}
