/** How far a transcription is: told by the server as it goes, asked for every few seconds where a stream does not get through. */
import { path } from "../lib/html.js";
import { address, api } from "../api.js";

const EVERY = 3_000;
const OVER = new Set(["ready", "failed", "cancelled"]);

/**
 * @param {string} recording id
 * @param {(state: any) => void} moved {state, done, duration, remaining, place, segments}
 * @param {() => void} over
 * @param {AbortSignal} signal
 */
export function followProgress(recording, moved, over, signal) {
    const about = `/scribe${path("recordings", recording)}`;
    const source = new EventSource(address(`${about}/events`));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let isOver = false;
    const end = () => {
        source.close();
        clearTimeout(timer);
        if (isOver || signal.aborted) return;
        isOver = true;
        over();
    };
    const poll = async () => {
        try {
            const state = await api.get(about, { signal });
            moved(state);
            if (OVER.has(state.state)) return end();
        } catch {
            // asked again
        }
        if (!signal.aborted && !isOver) timer = setTimeout(poll, EVERY);
        return undefined;
    };
    source.addEventListener("progress", ({ data }) => {
        clearTimeout(timer);
        moved(JSON.parse(data));
    });
    source.addEventListener("done", end);
    source.addEventListener("error", () => {
        // the browser connects again by itself unless the server said no; until it does, the answer is fetched
        clearTimeout(timer);
        if (!isOver && !signal.aborted) timer = setTimeout(poll, EVERY);
    });
    signal.addEventListener(
        "abort",
        () => {
            source.close();
            clearTimeout(timer);
        },
        { once: true },
    );
}
