/** How a file is known again after a reload: the browser forgets which one was chosen. */
import { hex } from "../lib/identifier.js";

const HEAD = 64 * 1024;

/**
 * @typedef {object} KnownFile an upload that was broken off
 * @property {string} upload id
 * @property {string} session
 * @property {"recording" | "attachment"} purpose
 * @property {string} name
 * @property {number} size
 * @property {string} head SHA-256 of its first 64 kB
 * @property {number} at milliseconds, when it was begun
 */

/** Endings of handouts; everything else is taken for a recording, and the server finds out by its content. */
const HANDOUT = /\.(pdf|pptx|docx|xlsx|png|jpe?g|tiff?|txt|md|markdown)$/i;

/** What a file that is dropped on a session is for. @param {{ name: string }} file @returns {"recording" | "attachment"} */
export function purposeOf({ name }) {
    return HANDOUT.test(name) ? "attachment" : "recording";
}

/** @param {Blob} file @returns {Promise<string>} */
export async function headOf(file) {
    const bytes = await file.slice(0, HEAD).arrayBuffer();
    return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/**
 * @param {{ name: string, size: number }} file
 * @param {string} head
 * @param {{ session: string, purpose: string }} where
 * @param {KnownFile[]} known
 * @returns {KnownFile | null}
 */
export function sameFile(file, head, { session, purpose }, known) {
    return known.find((one) => one.session === session && one.purpose === purpose && one.name === file.name && one.size === file.size && one.head === head) ?? null;
}
