/** All rows of a view, however many parts the server hands them out in. */
import { api } from "../api.js";
import { placeOf } from "./filters.js";

/**
 * The first answer with the rows of all.
 * @param {string} place
 * @param {Record<string, string>} query
 * @param {string} list name of the rows in the answer
 * @param {AbortSignal} signal
 */
export async function allRows(place, query, list, signal) {
    let cursor = null;
    let answer = null;
    do {
        const part = await api.get(placeOf(place, query), { query: { limit: 1000, ...query, cursor }, signal, timeout: 60_000 });
        if (answer) answer[list].push(...part[list]);
        else answer = part;
        cursor = part.next;
    } while (cursor);
    return answer;
}
