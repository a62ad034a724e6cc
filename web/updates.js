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
let lastTouch = 0;
let reloading = false;

/** Begins watching; call once. */
export function watchUpdates() {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    for (const type of ["pointerdown", "keydown"]) window.addEventListener(type, () => (lastTouch = Date.now()), { capture: true, passive: true });
    const hadController = Boolean(workers.controller);
    workers.addEventListener("controllerchange", () => {
        if (!hadController && !reloading) return;
        whenQuiet(() => location.reload());
    });
    check();
    setInterval(check, CHECK_EVERY);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && check());
}

/** Looks for another version. */
export async function check() {
    try {
        const response = await fetch("/assets.json", { cache: "no-cache" });
        if (!response.ok) return;
        const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
        const version = hex(new Uint8Array(digest)).slice(0, 16);
        const registration = await register(version);
        if (registration.waiting) offer(registration.waiting);
        registration.addEventListener("updatefound", () => follow(registration.installing));
        follow(registration.installing);
    } catch {
        // offline: the version that is here goes on
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
    const act = () => {
        reloading = true;
        action();
    };
    if (isQuiet()) return act();
    updates.dispatchEvent(new CustomEvent("ready", { detail: { act } }));
    const timer = setInterval(() => {
        if (reloading) return clearInterval(timer);
        if (!isQuiet()) return undefined;
        clearInterval(timer);
        return act();
    }, QUIET);
    return undefined;
}

function isQuiet() {
    if (document.querySelector("dialog[open]")) return false;
    if (Date.now() - lastTouch < QUIET) return false;
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("main :is(input:not([type=radio], [type=checkbox], [type=hidden]), textarea)"));
    return ![...fields].some((field) => field.value !== field.defaultValue);
}
