/** Sends what waits while no page is open, when the browser says that the network is back. Verdicts show when a page opens. */
import { api } from "../api.js";
import { ended } from "../signing-out.js";
import { store } from "../store/store.js";
import { exchange } from "./exchange.js";

/** @throws when it did not work; the browser then tries again later */
export async function sendInBackground() {
    if (!(await ended())) return;
    const { user, signedIn } = await api.get("/me");
    if (signedIn === false || !user) return;
    const known = (await indexedDB.databases()).some(({ name }) => name === `rounds-${user.id}`);
    if (!known) return;
    await navigator.locks.request(`rounds-sender-${user.id}`, { ifAvailable: true }, async (lock) => {
        // a page that opened meanwhile sends by itself
        if (!lock) return;
        await store.open(user);
        try {
            await sendAll();
        } finally {
            store.close();
        }
    });
}

async function sendAll() {
    const { signal } = new AbortController();
    while ((await store.summary()).waiting > 0) await exchange(signal, () => {});
}
