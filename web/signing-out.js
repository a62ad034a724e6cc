/**
 * A sign-out without a network holds: the browser's cookies can be ended only by the server, so until it has heard of it nobody
 * is signed in here.
 */
import { api, ApiError } from "./api.js";
import { forget, keep, recall } from "./lib/kept.js";

const KEY = "signing out";

/** The server could not be told now. */
export function endLater() {
    return keep(KEY, true);
}

/** Somebody has signed in since, with a password. */
export function beginAnew() {
    return forget(KEY);
}

/**
 * Tells the server of a sign-out that it has not heard of.
 * @returns {Promise<boolean>} false while it cannot be told; nobody may be taken for signed in then
 */
export async function ended() {
    if (!(await recall(KEY))) return true;
    try {
        await api.post("/auth/logout");
    } catch (error) {
        if (!(error instanceof ApiError) || error.status === 429 || error.status >= 500) return false;
    }
    await forget(KEY);
    return true;
}
