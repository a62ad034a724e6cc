/** What the browser says about keeping data, in words. */
import { store } from "../store/store.js";

/** @param {number} bytes */
function megabytes(bytes) {
    return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(0)} GB`;
}

/**
 * Tries the disk too.
 * @returns {Promise<{ reason: string | null, persisted: boolean | null, usage: string | null }>} reason: why work cannot be kept here
 */
export async function storageState() {
    const reason = await store.probe();
    try {
        const [persisted, { usage = 0, quota = 0 }] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
        return { reason, persisted, usage: `${megabytes(usage)} of about ${megabytes(quota)}` };
    } catch {
        return { reason, persisted: null, usage: null };
    }
}
