/** The request of an exchange, in a protocol that the server speaks, and the one that is made while a page is being written. */
import { api, ApiError } from "../api.js";
import { deviceName } from "../lib/device.js";
import { store } from "../store/store.js";

/** @typedef {import("../store/outbox.js").Sync} Sync */

export const PROTOCOL = 2;
/** What a server that was put back to last week's version still speaks. */
const OLDEST_PROTOCOL = 1;
const PAGE = 2_000;
const TIMEOUT = 30_000;

let spoken = PROTOCOL;
/** @type {{ cursor: string, user: string, answer: Promise<any> } | null} */
let ahead = null;

/**
 * One request; again in the older protocol where the server knows no newer one.
 * @param {Pick<Sync, "device" | "epoch" | "cursor">} sync
 * @param {import("../store/store.js").Entry[]} entries
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function ask({ device, epoch, cursor }, entries, signal) {
    const operations = entries.map(({ operation }) => operation);
    try {
        const body = { protocol: spoken, device, deviceName: deviceName(), epoch, cursor, operations, limit: PAGE };
        return await api.post("/sync", body, { signal, timeout: TIMEOUT });
    } catch (error) {
        const served = error instanceof ApiError && error.status === 426 ? error.problem?.protocol : null;
        if (!(served >= OLDEST_PROTOCOL && served < spoken)) throw error;
        spoken = served;
        return ask({ device, epoch, cursor }, entries, signal);
    }
}

/**
 * Asks for the page after an answer, so that the network works while this device writes.
 * @param {Pick<Sync, "device" | "epoch" | "cursor">} next where the device will stand
 * @param {AbortSignal} signal
 */
export function askAhead(next, signal) {
    ahead = { cursor: next.cursor, user: store.user.id, answer: ask(next, [], signal) };
    // whoever takes the answer hears of it
    ahead.answer.catch(() => {});
}

/**
 * The answer to just this question, if it was asked before; it is given once.
 * @param {Pick<Sync, "cursor">} sync
 * @returns {Promise<any> | null}
 */
export function takeAhead({ cursor }) {
    const asked = ahead;
    ahead = null;
    return asked && asked.cursor === cursor && asked.user === store.user?.id ? asked.answer : null;
}
