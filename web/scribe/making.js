/** Work that the server does for a tab: begun by a button, followed until it is over, told when it fails. */
import { html, path, render } from "../lib/html.js";
import { api } from "../api.js";
import { notice } from "../elements/markup.js";
import { progress } from "../elements/progress.js";
import { toast } from "../elements/toast.js";
import { sentence } from "./words.js";

const EVERY = 700;
const OVER = new Set(["succeeded", "failed", "cancelled"]);

/**
 * @param {any} job
 * @param {(job: any) => void} moved
 * @param {AbortSignal} signal
 * @returns {Promise<any>} the job when it is over
 */
async function followJob(job, moved, signal) {
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

/** The making of what a tab shows, with its line of progress; one at a time. */
export class Making {
    isRunning = false;
    #tab;

    /**
     * @param {{ line: () => HTMLElement, label: string, failure: string, load: () => Promise<void>, signal: AbortSignal }} tab
     *   where progress is told, what is done, what is said when it fails without a reason, and what shows the result
     */
    constructor(tab) {
        this.#tab = tab;
    }

    /** @param {string} address where an order is posted */
    async begin(address) {
        try {
            await this.follow(await api.post(address, {}));
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {any} job of this tab, or null */
    async follow(job) {
        if (!job || this.isRunning) return;
        const { line, label, failure, load, signal } = this.#tab;
        const wasOver = OVER.has(job.state);
        this.isRunning = true;
        try {
            const over = await followJob(job, (now) => render(line(), jobLine(now, label)), signal);
            if (signal.aborted) return;
            render(line(), over.state === "failed" ? notice(over.message ?? failure, "bad") : html``);
        } finally {
            this.isRunning = false;
        }
        // a job that failed earlier brings nothing new
        if (!wasOver) await load();
    }
}

/** @param {any} job @param {string} label */
function jobLine(job, label) {
    const waits = job.state === "queued" && job.place > 1 ? ` ${job.place - 1} before it.` : "";
    const value = job.state === "running" && job.progress > 0 ? Math.round(job.progress * 100) : undefined;
    return html`<div role="status">${progress({ label: `${job.message ?? label}${waits}`, value })}</div>`;
}
