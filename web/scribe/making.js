/** Work that the server does for a tab: begun by a button, followed until it is over, told when it fails. */
import { html, path } from "../lib/html.js";
import { api } from "../api.js";
import { progress } from "../elements/progress.js";

const EVERY = 700;
const OVER = new Set(["succeeded", "failed", "cancelled"]);

/**
 * @param {any} job
 * @param {(job: any) => void} moved
 * @param {AbortSignal} signal
 * @returns {Promise<any>} the job when it is over
 */
export async function followJob(job, moved, signal) {
    let latest = job;
    while (!OVER.has(latest.state) && !signal.aborted) {
        moved(latest);
        await new Promise((resolve) => setTimeout(resolve, EVERY));
        if (signal.aborted) break;
        try {
            latest = await api.get(`/scribe${path("jobs", latest.id)}`, { signal });
        } catch (error) {
            if (error.code !== "unreachable") throw error;
        }
    }
    return latest;
}

/** @param {any} job @param {string} label */
export function jobLine(job, label) {
    const waits = job.state === "queued" && job.place > 1 ? ` ${job.place - 1} before it.` : "";
    const value = job.state === "running" && job.progress > 0 ? Math.round(job.progress * 100) : undefined;
    return html`<div role="status">${progress({ label: `${job.message ?? label}${waits}`, value })}</div>`;
}
