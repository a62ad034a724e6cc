/** The tags of a recording on its player's line. */
import { path } from "../lib/html.js";
import { api } from "../api.js";
import { toneOf, wordOf } from "./tag-words.js";

/** @param {import("./player.js").Player} player @param {string} recording id @param {AbortSignal} signal */
export async function markTags(player, recording, signal) {
    try {
        const { items } = await api.get(`/scribe${path("recordings", recording, "tags")}`, { signal });
        if (!signal.aborted) player.marks(items.map((/** @type {any} */ tag) => ({ start: tag.start, label: wordOf(tag.label), tone: toneOf(tag.label) })));
    } catch {
        // the sentences carry their tags; the line does without
    }
}
