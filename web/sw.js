/* The app shell, so that Rounds opens without a network. Data is not its business: /api is never answered from here. */

const PREFIX = "rounds-shell-";
const CACHE = PREFIX + (new URL(self.location.href).searchParams.get("v") ?? "unversioned");
const SHELL = "/index.html";
/** Large libraries of single pages: not fetched ahead, kept once a page has asked for one. */
const ON_DEMAND = "/vendor/";

/** @typedef {Event & { waitUntil(work: Promise<unknown>): void }} Extendable */

self.addEventListener("install", (event) => /** @type {Extendable} */ (event).waitUntil(precache()));
self.addEventListener("activate", (event) => /** @type {Extendable} */ (event).waitUntil(activate()));

self.addEventListener("message", (event) => {
    if (event.data?.type === "take-over") /** @type {any} */ (self).skipWaiting();
});

self.addEventListener("sync", (event) => /** @type {any} */ (event).waitUntil(wakePages()));

self.addEventListener("fetch", (event) => {
    const { request } = /** @type {any} */ (event);
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== self.location.origin) return;
    if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/health") || url.pathname === "/assets.json") return;
    const shown = request.mode === "navigate" && !/\.[a-z]\w*$/i.test(url.pathname); // 2026.1 is a page
    /** @type {any} */ (event).respondWith(fromCache(shown ? SHELL : url.pathname, request));
});

/** Every file of the list, checked against its hash: a half-deployed version is not installed. */
async function precache() {
    const list = await (await fetch("/assets.json", { cache: "no-cache" })).json();
    const cache = await caches.open(CACHE);
    await Promise.all(
        Object.entries(list).map(async ([name, hash]) => {
            const path = name.startsWith("/") ? name : `/${name}`;
            if (path === "/sw.js" || path === "/worker.js" || path.startsWith(ON_DEMAND)) return;
            const response = await fetch(path, { cache: "no-cache" });
            const bytes = await response.clone().arrayBuffer();
            const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
            const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
            if (!response.ok || found !== hash) throw new Error(`${path} does not match the list`);
            await cache.put(path, response);
        }),
    );
}

async function activate() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
    await /** @type {any} */ (self).clients.claim();
}

/** @param {string} path @param {Request} request */
async function fromCache(path, request) {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(path);
    if (kept || !path.startsWith(ON_DEMAND)) return kept ?? fetch(request);
    const response = await fetch(request);
    if (response.ok) await cache.put(path, response.clone()).catch(() => undefined); // a full disk is no reason to fail
    return response;
}

/** The pages send; this only wakes those that are open. */
async function wakePages() {
    for (const page of await /** @type {any} */ (self).clients.matchAll({ type: "window" })) page.postMessage({ type: "sync" }, {});
}
