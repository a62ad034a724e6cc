/* The service worker where the browser has Background Sync: the app shell of sw.js, and sending while no page is open. */
import "./sw.js";
import { sendInBackground } from "./sync/background.js";

self.addEventListener("sync", (event) => /** @type {any} */ (event).waitUntil(sendUnlessOpen()));

async function sendUnlessOpen() {
    const pages = await /** @type {any} */ (self).clients.matchAll({ type: "window" });
    if (pages.length === 0) await sendInBackground();
}
