/**
 * One tab sends for all. Whoever holds the lock leads; when that tab goes, the next one takes over. A leader that does not
 * answer (the browser froze its tab) may be replaced: what both send is sent twice at worst, and that changes nothing.
 * Without Web Locks (a page that is not a secure context) every tab leads.
 */

/** @typedef {{ lead: () => void, lost: () => void }} Leader `lead`: this tab sends now; `lost`: another one took over */

/**
 * @param {string} name
 * @param {AbortSignal} signal ends the wait and the leadership
 * @param {Leader} leader
 * @param {{ steal?: boolean }} options `steal`: does not wait until the present leader goes
 * @returns {Promise<void>}
 */
export async function leadership(name, signal, leader, { steal = false } = {}) {
    if (!navigator.locks) return leader.lead();
    try {
        await navigator.locks.request(name, steal ? { steal } : { signal }, () => {
            if (signal.aborted) return undefined;
            leader.lead();
            return new Promise((release) => signal.addEventListener("abort", () => release(undefined), { once: true }));
        });
    } catch (error) {
        if (signal.aborted) return undefined;
        if (!(error instanceof DOMException) || error.name !== "AbortError") throw error;
        leader.lost();
        return leadership(name, signal, leader);
    }
    return undefined;
}
