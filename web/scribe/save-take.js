/** A recording that waits on this device as a file, for whoever wants to carry it elsewhere. It stays here all the same. */
import { takes } from "../store/takes.js";
import { recorder } from "./recorder.js";

const STEP = 4 * 1024 * 1024;

/**
 * One file for each part: two runs of a recorder are two recordings to every player.
 * @param {import("../store/takes.js").TakeView} take
 * @returns {Promise<number>} how many files
 */
export async function saveTake(take) {
    const parts = take.parts.filter((part) => !part.done && (part.bytes > 0 || recorder.unkept(part.id).length > 0));
    for (const part of parts) {
        const pieces = [];
        for (let at = 0; at < part.bytes; ) {
            const bytes = await takes.bytes(part.id, at, STEP);
            pieces.push(bytes);
            at += bytes.length;
        }
        download(new Blob([...pieces, ...recorder.unkept(part.id)], { type: part.mime }), nameOf(take, part, parts.length));
    }
    return parts.length;
}

/** @param {import("../store/takes.js").TakeView} take @param {import("../store/takes.js").Part} part @param {number} count */
function nameOf(take, part, count) {
    const kind = part.mime.includes("mp4") ? "m4a" : part.mime.includes("ogg") ? "ogg" : "webm";
    const title = take.title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim().slice(0, 80) || "Recording";
    const day = new Date(take.startedAt).toISOString().slice(0, 10);
    return `${title} ${day}${count > 1 ? ` part ${part.part + 1}` : ""}.${kind}`;
}

/** @param {Blob} blob @param {string} name */
function download(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
