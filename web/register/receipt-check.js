/** Whether the marks of a session on this device are those that the server signed for. */
import { api } from "../api.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { receiptHash } from "../sync/receipt.js";

/**
 * @typedef {{ id: string, session: string, count: number, hash: string, signature: string, at: string }} Receipt
 * @typedef {"same" | "unknown" | "differs"} Finding
 *   unknown: other than in the receipt, and the server cannot be asked whether somebody changed it since; differs: the
 *   server has other marks than this device shows
 */

/** How long an exchange may take that brings what changed since. */
const PATIENCE = 5_000;

/**
 * Against what was agreed: work that waits cannot be in a receipt yet.
 * @param {Receipt} receipt
 * @returns {Promise<boolean>}
 */
export async function isSame({ session, count, hash }) {
    const records = await store.agreedMarks(session);
    const marks = records.map((mark) => ({ student: mark.student, values: mark, versions: mark.versions ?? {} }));
    return marks.length === count && (await receiptHash(session, marks)) === hash;
}

/**
 * A receipt says how things were. Where this device shows something else now, the server is asked for its present receipt.
 * @param {Receipt} receipt
 * @returns {Promise<Finding>}
 */
export async function checkReceipt(receipt) {
    if (await isSame(receipt)) return "same";
    try {
        if (await isCurrent(receipt.session)) return "same";
        // perhaps a change is on its way here
        await exchanged();
        return (await isCurrent(receipt.session)) ? "same" : "differs";
    } catch {
        return "unknown";
    }
}

/** @param {string} session */
async function isCurrent(session) {
    const current = await api.get(`/attendance/sessions/${session}/receipt`, { timeout: 6_000 });
    if (!(await isSame(current))) return false;
    await store.keepReceipt(current);
    return true;
}

/** Waits for the next exchange, not for ever. */
async function exchanged() {
    const { agreedAt } = await store.summary();
    const done = new AbortController();
    await new Promise((resolve) => {
        const timer = setTimeout(resolve, PATIENCE);
        done.signal.addEventListener("abort", () => clearTimeout(timer));
        const look = async () => (await store.summary()).agreedAt !== agreedAt && resolve(undefined);
        store.addEventListener("change", look, { signal: done.signal });
        engine.now();
    });
    done.abort();
}

/**
 * The newest receipt of each session, newest first.
 * @param {number} limit
 * @returns {Promise<Receipt[]>}
 */
export async function latestReceipts(limit) {
    /** @type {Map<string, Receipt>} */
    const latest = new Map();
    for (const receipt of await store.allReceipts()) {
        const other = latest.get(receipt.session);
        if (!other || other.at < receipt.at) latest.set(receipt.session, receipt);
    }
    return [...latest.values()].toSorted((left, right) => (left.at < right.at ? 1 : -1)).slice(0, limit);
}
