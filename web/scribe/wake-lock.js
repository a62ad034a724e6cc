/**
 * Keeps the screen on while a recording runs: a phone that sleeps stops its tabs. The browser takes the lock back when the page
 * is hidden, so it is asked for again when it is seen.
 * @returns {() => void} ends it
 */
export function keepAwake() {
    const abort = new AbortController();
    /** @type {any} */
    let lock = null;
    const ask = async () => {
        if (document.visibilityState !== "visible") return;
        try {
            const got = await /** @type {any} */ (navigator).wakeLock?.request("screen");
            if (abort.signal.aborted) await got?.release();
            else lock = got;
        } catch {
            // refused (battery saver): the recording goes on as long as the device does
        }
    };
    ask();
    document.addEventListener("visibilitychange", ask, { signal: abort.signal });
    return () => {
        abort.abort();
        lock?.release().catch(() => undefined);
    };
}
