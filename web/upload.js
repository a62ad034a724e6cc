/** A file sent with its progress, which `fetch` cannot tell. Answers and errors are those of `api`. */
import { address, apiEvents, ApiError, cookie, renew, Unreachable } from "./api.js";

/**
 * @typedef {object} UploadOptions
 * @property {string} [method] POST unless it is given
 * @property {Record<string, string | undefined>} query
 * @property {(sent: number, total: number) => void} progress bytes; the file is with the server once both are the same
 * @property {AbortSignal} signal
 */

/**
 * @param {string} path of the API
 * @param {Blob} file
 * @param {UploadOptions} options
 * @returns {Promise<any>}
 * @throws {ApiError | Unreachable}
 */
export async function upload(path, file, options) {
    const begun = Date.now();
    let answer = await exchange(path, file, options);
    if (answer.status === 401) {
        if (await renew(begun)) answer = await exchange(path, file, options);
        if (answer.status === 401) apiEvents.dispatchEvent(new Event("signed-out"));
    }
    const content = parsed(answer.responseText);
    if (answer.status >= 200 && answer.status < 300) return content;
    throw new ApiError(answer.status, content, Number(answer.getResponseHeader("Retry-After")) || null);
}

/**
 * @param {string} path
 * @param {Blob} file
 * @param {UploadOptions} options
 * @returns {Promise<XMLHttpRequest>}
 */
async function exchange(path, file, { method = "POST", query, progress, signal }) {
    const token = await cookie("rounds_csrf");
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(method, address(path, query));
        request.setRequestHeader("Accept", "application/json, application/problem+json");
        request.setRequestHeader("Content-Type", "application/octet-stream");
        request.setRequestHeader("X-CSRF-Token", token);
        request.upload.addEventListener("progress", (event) => progress(event.loaded, event.total));
        request.addEventListener("load", () => resolve(request));
        request.addEventListener("error", () => reject(new Unreachable()));
        request.addEventListener("abort", () => reject(new DOMException("Stopped", "AbortError")));
        if (signal.aborted) return reject(new DOMException("Stopped", "AbortError"));
        signal.addEventListener("abort", () => request.abort(), { once: true });
        return request.send(file);
    });
}

/** @param {string} text */
function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}
