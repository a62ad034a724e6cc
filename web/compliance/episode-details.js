/** What the newest episodes hold. The list of the server names them only: each is put together anew when it is looked at. */
import { path } from "../lib/html.js";
import { api } from "../api.js";

const MOST = 20;

/** @param {any[]} episodes the newest first @param {AbortSignal} signal @returns {Promise<any[]>} the same ones, with notes, visits and due dates where they could be had */
export function withDetails(episodes, signal) {
    const details = episodes.map((one, index) => (index < MOST ? api.get(`/compliance${path("episodes", one.id)}`, { signal }).catch(() => one) : one));
    return Promise.all(details);
}
