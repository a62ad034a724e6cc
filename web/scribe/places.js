/** Where one stopped listening, by recording, on this device. */
import { keep, recall } from "../lib/kept.js";

const KEY = "scribe-places";
const MOST = 200;
/** Nearer to the beginning or the end than this is no place to come back to. */
const EDGE = 10;

/** @param {string} recording @returns {Promise<number>} seconds */
export async function placeOf(recording) {
    return ((await recall(KEY)) ?? {})[recording]?.at ?? 0;
}

/** @param {string} recording @param {number} at seconds @param {number} duration */
export async function rememberPlace(recording, at, duration) {
    const places = (await recall(KEY)) ?? {};
    if (at < EDGE || at > duration - EDGE) delete places[recording];
    else places[recording] = { at: Math.round(at), kept: Date.now() };
    const newest = Object.entries(places).toSorted(([, left], [, right]) => right.kept - left.kept);
    await keep(KEY, Object.fromEntries(newest.slice(0, MOST)));
}
