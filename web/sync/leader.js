/**
 * One tab sends for all. Whoever holds the lock leads; when it goes the next tab takes over. Without Web Locks (a page that
 * is not a secure context) every tab leads: pushing twice changes nothing.
 */

/**
 * @param {string} name
 * @param {AbortSignal} signal ends the wait and the leadership
 * @param {() => void} lead called once, when this tab becomes the leader
 */
export async function leadership(name, signal, lead) {
    if (!navigator.locks) return lead();
    try {
        await navigator.locks.request(name, { signal }, () => {
            if (signal.aborted) return undefined;
            lead();
            return new Promise((release) => signal.addEventListener("abort", () => release(undefined), { once: true }));
        });
    } catch (error) {
        if (!signal.aborted) throw error;
    }
    return undefined;
}
