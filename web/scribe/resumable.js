/** The API's resumable uploads: begun, filled from wherever the server is, finished. What it answers and refuses is `api`'s. */
import { path } from "../lib/html.js";
import { api } from "../api.js";
import { upload } from "../upload.js";

/** A file of four gigabytes is hashed and, with parts, joined before `finish` answers. */
const PATIENCE = 300_000;
const LARGEST_CHUNK = 4 * 1024 * 1024;

/**
 * @typedef {object} Start
 * @property {string} name
 * @property {number | null} size null: not known yet
 * @property {"recording" | "attachment"} purpose
 * @property {string | null} take
 * @property {number | null} part
 * @property {string | null} startedAt RFC 3339
 */

/** @param {string} session @param {Start} about @param {AbortSignal} [signal] @returns {Promise<{ id: string, offset: number, chunk: number, limit: number }>} */
export function begin(session, about, signal) {
    return api.post(`/scribe${path("sessions", session, "uploads")}`, about, { signal });
}

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<{ offset: number, state: string }>} */
export function look(id, signal) {
    return api.get(`/scribe${path("uploads", id)}`, { signal });
}

/** @param {string} id */
export function discard(id) {
    return api.delete(`/scribe${path("uploads", id)}`);
}

/**
 * @param {object} what
 * @param {string} what.id of the upload
 * @param {number} what.offset where the server is
 * @param {number} what.total bytes
 * @param {(from: number, most: number) => Promise<Uint8Array>} what.read at least one byte
 * @param {(offset: number, acknowledged: boolean) => void | Promise<void>} what.progress
 * @param {AbortSignal} what.signal
 * @returns {Promise<void>} when the server has all of them
 */
export async function fill({ id, offset, total, read, progress, signal }) {
    let at = offset;
    while (at < total) {
        const bytes = await read(at, Math.min(LARGEST_CHUNK, total - at));
        at = await sendChunk(id, at, bytes, (sent) => progress(at + sent, false), signal);
        await progress(at, true);
    }
}

/** @param {string} id @param {number} offset @param {Uint8Array} bytes @param {(sent: number) => void} moved @param {AbortSignal} signal @returns {Promise<number>} where the server is */
async function sendChunk(id, offset, bytes, moved, signal) {
    try {
        const answer = await upload(`/scribe${path("uploads", id)}`, new Blob([bytes]), { method: "PATCH", query: { offset: String(offset) }, progress: moved, signal });
        return answer.offset;
    } catch (error) {
        // an answer that was lost on the way: the server has more, or less, than this device heard
        if (error.code === "offset_mismatch" && Number.isInteger(error.problem?.offset) && error.problem.offset !== offset) return error.problem.offset;
        throw error;
    }
}

/** @param {string} id @param {{ size: number, sha256: string | null, last: boolean, parts: number | null }} how @param {AbortSignal} [signal] @returns {Promise<any>} a recording, an attachment, or { state: "waiting" } */
export function finish(id, how, signal) {
    return api.post(`/scribe${path("uploads", id, "finish")}`, how, { signal, timeout: PATIENCE });
}

/** Whether the same may work later. @param {any} error */
export function isPassing({ status, code }) {
    return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500 || ["storage_full", "incomplete"].includes(code);
}
