/* The service worker where the browser has Background Sync: the app shell of sw.js, and sending while no page is open. */
import "./sw.js";
import { sendInBackground } from "./sync/background.js";

/** A browser that is just starting fires the event before its pages are back; those send by themselves and show it. */
const PATIENCE = 15_000;

self.addEventListener("sync", (event) => /** @type {any} */ (event).waitUntil(sendUnlessOpen()));

async function sendUnlessOpen() {
    if (await isOpen()) return;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    if (await isOpen()) return;
    await sendInBackground();
}

async function isOpen() {
    const pages = await /** @type {any} */ (self).clients.matchAll({ type: "window", includeUncontrolled: true });
    return pages.length > 0;
}
