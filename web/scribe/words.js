/** How times, sizes and states of recordings are written. */
import { plainDay } from "../lib/dates.js";
import { plural } from "../lib/plural.js";

export { plural };

/** "4:05", "1:02:03": a place in a recording. @param {number | null | undefined} seconds */
export function clock(seconds) {
    const all = Math.max(0, Math.floor(seconds ?? 0));
    const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
    const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
    return hours > 0 ? `${hours}:${tail}` : tail;
}

/** "1 h 20 min", "45 s": how long something is. @param {number | null | undefined} seconds */
export function length(seconds) {
    if (seconds === null || seconds === undefined) return "";
    const all = Math.round(seconds);
    if (all < 60) return `${all} s`;
    const minutes = Math.round(all / 60);
    const rest = minutes % 60;
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ""}`;
}

/** Spoken and for a screen reader: "1 hour 2 minutes 3 seconds". @param {number} seconds */
export function spoken(seconds) {
    const all = Math.max(0, Math.floor(seconds));
    const parts = [plural(Math.floor(all / 3600), "hour"), plural(Math.floor(all / 60) % 60, "minute"), plural(all % 60, "second")];
    return parts.filter((part) => !part.startsWith("0 ")).join(" ") || "0 seconds";
}

/** "about 4 minutes". @param {number} seconds */
export function estimate(seconds) {
    if (seconds < 50) return "less than a minute";
    const minutes = Math.round(seconds / 60);
    return minutes < 60 ? `about ${plural(Math.max(1, minutes), "minute")}` : `about ${length(seconds)}`;
}

/** "5.9 MB". @param {number} bytes */
export function size(bytes) {
    if (bytes < 1000) return `${bytes} B`;
    if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
    return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

/**
 * What a session holds, as a badge.
 * @type {Record<string, { label: string, tone: "neutral" | "good" | "warn" | "bad" | "info" | "accent", icon?: string }>}
 */
export const STATES = {
    empty: { label: "Nothing recorded", tone: "neutral" },
    uploading: { label: "Arriving", tone: "info", icon: "cloud" },
    queued: { label: "In the queue", tone: "info", icon: "clock" },
    transcribing: { label: "Being transcribed", tone: "accent", icon: "wave" },
    ready: { label: "Transcript ready", tone: "good", icon: "check" },
    failed: { label: "Failed", tone: "bad", icon: "conflict" },
    cancelled: { label: "Stopped", tone: "warn", icon: "stop" },
};

/** Day and time of a session. @param {{ date: string, startTime?: string | null, endTime?: string | null }} session */
export function when({ date, startTime, endTime }) {
    return [plainDay(date), startTime && (endTime ? `${startTime}–${endTime}` : startTime)].filter(Boolean).join(", ");
}

/** A sentence for whatever went wrong. @param {any} error */
export function sentence(error) {
    return error?.detail ?? error?.message ?? "Something went wrong.";
}
