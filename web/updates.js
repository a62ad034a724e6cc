/**
 * The app shell on this device and its newer versions. The worker's address carries the hash of the asset list, so that any
 * changed file makes a new worker. A new version takes over at once when nothing is being typed; else the user is asked.
 * Captured work is in the store and is not touched.
 */
import { hex } from "./lib/identifier.js";

const CHECK_EVERY = 30 * 60_000;
/** Somebody who touched the page this recently is in the middle of something. */
const QUIET = 3_000;

export const updates = new EventTarget();
let lastTouch = -Infinity;
/** The user does not want to wait. */
let insisted = false;
/** @type {(() => void) | null} what is done once nobody is in the middle of something */
let pending = null;
/** @type {ReturnType<typeof setInterval> | undefined} */
let watching;
/** @type {WeakSet<ServiceWorkerRegistration>} */
const followed = new WeakSet();

/** Begins watching; call once. */
export function watchUpdates() {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    for (const type of ["pointerdown", "keydown"]) window.addEventListener(type, () => (lastTouch = performance.now()), { capture: true, passive: true });
    let version = workers.controller?.scriptURL;
    workers.addEventListener("controllerchange", () => {
        const next = workers.controller?.scriptURL;
        // the first worker of this device brings no other version, and neither does one that is gone or came back
        if (version && next && next !== version) whenQuiet(() => location.reload());
        version = next ?? version;
    });
    check();
    setInterval(check, CHECK_EVERY);
    window.addEventListener("online", () => check());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
}

/**
 * Looks for another version.
 * @returns {Promise<boolean>} whether there is one, or one is being fetched
 */
export async function check() {
    try {
        const response = await fetch("/assets.json", { cache: "no-cache" });
        if (!response.ok) return false;
        const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
        const version = hex(new Uint8Array(digest)).slice(0, 16);
        const registration = await register(version);
        if (!followed.has(registration)) registration.addEventListener("updatefound", () => follow(registration.installing));
        followed.add(registration);
        if (registration.waiting) offer(registration.waiting);
        follow(registration.installing);
        return Boolean(registration.installing ?? registration.waiting);
    } catch {
        // offline: the version that is here goes on
        return false;
    }
}

/**
 * Browsers with Background Sync know workers that are modules; the others take the plain shell.
 * @param {string} version
 */
function register(version) {
    const canSend = "SyncManager" in window;
    return navigator.serviceWorker.register(`/${canSend ? "worker" : "sw"}.js?v=${version}`, { updateViaCache: "none", type: canSend ? "module" : "classic" });
}

/** @param {ServiceWorker | null} worker */
function follow(worker) {
    worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
    });
}

/** @param {ServiceWorker} worker */
function offer(worker) {
    whenQuiet(() => worker.postMessage({ type: "take-over" }, {}));
}

/**
 * Runs `action` when no typing is open; until then the event "ready" lets the page offer it.
 * @param {() => void} action
 */
function whenQuiet(action) {
    if (insisted || isQuiet()) return action();
    pending = action;
    updates.dispatchEvent(new CustomEvent("ready", { detail: { act: insist } }));
    watching ??= setInterval(() => isQuiet() && run(), QUIET);
    return undefined;
}

function insist() {
    insisted = true;
    run();
}

function run() {
    clearInterval(watching);
    watching = undefined;
    const action = pending;
    pending = null;
    action?.();
}

function isQuiet() {
    if (document.querySelector("dialog[open]")) return false;
    if (document.body.matches("[data-recording], [data-uploading]")) return false;
    if (performance.now() - lastTouch < QUIET) return false;
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("main :is(input:not([type=radio], [type=checkbox], [type=hidden]), textarea)"));
    return ![...fields].some((field) => field.value !== field.defaultValue);
}
