/**
 * Sends what waits and fetches what changed, in one request, from one tab. It never decides what is shown: answers go to the
 * store. When it fails it waits (back-off with full jitter, after whatever the server asked for) and says until when.
 *
 * How often it asks: captured work and changes told by the server begin an exchange at once, but not within 100 ms of the one
 * before; the network's return, the focus and a person within a second; else every minute. After a failure only the network's
 * return and a person shorten the back-off, never below a second after the last try nor below the server's Retry-After.
 */
import { ApiError } from "../api.js";
import { store, StorageUnavailable } from "../store/store.js";
import { retryDelay } from "./backoff.js";
import { exchange, OtherUser } from "./exchange.js";
import { LiveChanges } from "./live.js";
import { Tabs } from "./tabs.js";
import { SoonestTimer } from "./timer.js";

const EVERY = 60_000;
/** Events that ask for an exchange at once (online, focus, a person) still leave this much between two. */
const SPACING = 1_000;
/** Captured work and changes of others leave this much, so that a burst of them is one request. */
const BURST = 100;
/** Changes that brought nothing for this user (a busy school) are looked at less and less often, down to this. */
const SELDOM = 3_000;
const BACKGROUND_TAG = "rounds-outbox";

/**
 * @typedef {"network" | "busy" | "trouble" | "device"} Cause busy and trouble are the server's; device: its answer could not be kept
 * @typedef {"idle" | "sending" | "fetching" | "waiting" | "signed-out" | "other-user" | "update"} Phase
 *   waiting: an attempt failed, the next is at `nextTryAt`, a moment of this tab's `performance.now()`
 * @typedef {{ phase: Phase, nextTryAt: number | null, reason: string | null, cause: Cause, failures: number, fetched: number, total: number }} EngineState
 *   cause: why the last attempt failed; fetched: records since the engine was last idle; total: how
 *   many a full snapshot has, 0 when there is none under way
 */

/** @type {EngineState} */
const IDLE = { phase: "idle", nextTryAt: null, reason: null, cause: "network", failures: 0, fetched: 0, total: 0 };
/** Only a person, a sign-in or another version helps. */
const PAUSED = new Set(["signed-out", "other-user", "update"]);
const TOO_OLD = "This Rounds is too old for the server. Your work is kept here and goes out after the update.";

/**
 * Events: "change" (of `state`, in every tab), "verdicts" (with what a person should hear of, in every tab), "recovered" (the
 * server answers again), "update-needed" (nothing can be sent without one) and "outdated", in the tab that sends.
 */
class Engine extends EventTarget {
    /** @type {EngineState} */ state = IDLE;
    /** @type {AbortController | null} while a user's work is sent, by this tab or another */ #abort = null;
    /** @type {AbortController | null} while this tab sends it */ #leading = null;
    #busy = false;
    #again = false;
    /** Somebody asked for a try while one was under way that may have begun without a network. */
    #urgent = false;
    #lastBegun = -Infinity;
    #notBefore = -Infinity;
    #useless = 0;
    #timer = new SoonestTimer(() => this.#exchange());
    #live = new LiveChanges({ changed: () => this.#soon(this.#patience), reconnected: () => this.dispatchEvent(new Event("recovered")) });
    #tabs = new Tabs({ lead: () => this.#lead(), follow: () => this.#follow(), asked: ({ now }) => (now ? this.now() : this.#tell()), heard: (message) => this.#hear(message) });

    // -- lifecycle

    /** @param {{ id: string }} user whose work is sent */
    start(user) {
        this.stop();
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        store.addEventListener("change", (/** @type {CustomEvent} */ { detail }) => detail.captured && this.#captured(detail.here), { signal });
        window.addEventListener("focus", () => this.#glance(), { signal });
        document.addEventListener("visibilitychange", () => this.#glance(), { signal });
        this.#tabs.start(user.id);
    }

    stop() {
        this.#abort?.abort();
        this.#abort = null;
        this.#tabs.stop();
        this.#notBefore = -Infinity;
        this.state = IDLE;
    }

    /** Tries soon, whatever the back-off says: the user asked, the network came back, somebody signed in. */
    now() {
        if (!this.#leading) return this.#tabs.ask({ now: true });
        if (PAUSED.has(this.state.phase)) this.#become({ ...IDLE });
        this.#urgent = this.#busy;
        const moment = Math.max(this.#lastBegun + SPACING, this.#notBefore, performance.now());
        if (this.#timer.at(moment) && this.state.phase === "waiting") this.state = { ...this.state, nextTryAt: moment };
        return this.#tell();
    }

    #lead() {
        this.#leading = new AbortController();
        const { signal } = this.#leading;
        window.addEventListener("online", () => this.now(), { signal });
        navigator.serviceWorker?.addEventListener("message", ({ data }) => data?.type === "sync" && this.now(), { signal });
        this.#become({ ...IDLE });
        this.#exchange();
    }

    /** Another tab sends from now on, or none. */
    #follow() {
        this.#leading?.abort();
        this.#leading = null;
        this.#live.close();
        this.#timer.cancel();
    }

    // -- tabs

    /** @param {any} message of the tab that sends */
    #hear({ state, at, verdicts }) {
        if (verdicts) this.dispatchEvent(new CustomEvent("verdicts", { detail: verdicts }));
        if (!state) return;
        // another version of the app may know less of a state
        this.state = { ...IDLE, ...state, nextTryAt: state.nextTryAt === null ? null : state.nextTryAt - at + performance.now() };
        this.dispatchEvent(new Event("change"));
    }

    #tell() {
        this.#tabs.tell({ state: this.state, at: performance.now() });
        this.dispatchEvent(new Event("change"));
    }

    /** @param {Partial<EngineState>} change */
    #become(change) {
        this.state = { ...this.state, ...change };
        this.#tell();
    }

    // -- when

    /** @param {boolean} here by this tab */
    #captured(here) {
        if (this.#leading) this.#soon(BURST);
        else if (here) this.#tabs.ask({});
    }

    /** Somebody looks at this tab. */
    #glance() {
        if (document.visibilityState === "visible" && this.state.phase === "idle") this.now();
    }

    get #patience() {
        return Math.min(SELDOM, BURST * 2 ** this.#useless);
    }

    /** A back-off and a pause go on; an exchange under way is followed by another. @param {number} spacing */
    #soon(spacing) {
        if (this.#busy) this.#again = true;
        else if (this.state.phase === "idle") this.#timer.at(this.#lastBegun + spacing);
    }

    // -- exchanging

    async #exchange() {
        if (!this.#leading) return undefined;
        if (this.#busy) {
            this.#again = true;
            return undefined;
        }
        const { signal } = this.#leading;
        const recovering = this.state.failures > 0;
        this.#busy = true;
        this.#again = false;
        this.#urgent = false;
        this.#timer.cancel();
        try {
            let more = true;
            while (more && !signal.aborted) more = await this.#once(signal);
            if (!signal.aborted) this.#succeeded(recovering);
        } catch (error) {
            if (!signal.aborted) this.#failed(error);
        } finally {
            this.#busy = false;
        }
        // another user's work, or another turn at leading, may have begun meanwhile
        if (signal.aborted) return this.#again ? this.#exchange() : undefined;
        if (this.#urgent && this.state.phase === "waiting") this.now();
        if (this.#again) this.#soon(BURST);
        else if (this.#live.news) this.#soon(this.#patience);
        return undefined;
    }

    /** @param {boolean} recovering the exchange before had failed */
    #succeeded(recovering) {
        this.#become({ ...IDLE });
        if (recovering) this.dispatchEvent(new Event("recovered"));
        this.#live.open();
        this.#timer.at(performance.now() + EVERY);
    }

    /**
     * One request.
     * @param {AbortSignal} signal
     * @returns {Promise<boolean>} whether there is more to say or to hear
     */
    async #once(signal) {
        this.#lastBegun = performance.now();
        const told = this.#live.begin();
        const { more, sent, received, total, newest, outdated, rejected, flagged } = await exchange(signal, ({ sending, first }) => this.#begun(sending, first));
        this.#live.end(Math.max(told, newest));
        this.#useless = sent + received > 0 ? 0 : this.#useless + 1;
        if (rejected > 0 || flagged.length > 0) this.#tellVerdicts({ rejected, flagged });
        this.state = { ...this.state, fetched: this.state.fetched + received, total: total ?? this.state.total, failures: 0 };
        if (outdated) this.dispatchEvent(new Event("outdated"));
        return more && !signal.aborted;
    }

    /** In every tab: which of them a person looks at is not known. @param {{ rejected: number, flagged: any[] }} verdicts */
    #tellVerdicts(verdicts) {
        this.#tabs.tell({ verdicts });
        this.dispatchEvent(new CustomEvent("verdicts", { detail: verdicts }));
    }

    /** @param {number} sending @param {boolean} first */
    #begun(sending, first) {
        this.#lastBegun = performance.now();
        const fetching = first || this.state.fetched > 0;
        this.#become({ phase: sending > 0 ? "sending" : fetching ? "fetching" : this.state.phase, nextTryAt: null });
    }

    // -- failing

    /** @param {any} error */
    #failed(error) {
        this.#live.close();
        if (error instanceof OtherUser) return this.#become({ phase: "other-user", reason: error.message, nextTryAt: null });
        if (error instanceof ApiError && error.status === 401) return this.#become({ phase: "signed-out", reason: "Sign in to send what waits.", nextTryAt: null });
        const { failures } = this.state;
        const asked = error?.retryAfter ?? 0;
        const moment = performance.now() + retryDelay(failures, Math.random(), asked);
        this.#notBefore = performance.now() + asked * 1000;
        this.#timer.at(moment);
        if (error instanceof ApiError && error.status === 426) {
            this.#become({ phase: "update", failures: failures + 1, reason: TOO_OLD, nextTryAt: null });
            return this.dispatchEvent(new Event("update-needed"));
        }
        this.#become({ phase: "waiting", failures: failures + 1, nextTryAt: moment, cause: causeOf(error), reason: error?.detail ?? error?.message ?? null });
        return this.#askBackgroundSync();
    }

    async #askBackgroundSync() {
        try {
            const registration = await navigator.serviceWorker?.getRegistration();
            await registration?.sync?.register(BACKGROUND_TAG);
        } catch {
            // the timer remains
        }
    }
}

/** @param {any} error @returns {Cause} */
function causeOf(error) {
    if (error instanceof StorageUnavailable) return "device";
    if (!(error instanceof ApiError)) return "network";
    return error.status === 503 || error.status === 429 ? "busy" : "trouble";
}

export const engine = new Engine();

/** Asks for what changed on the server, for instance after a write through `api`; the store tells when it is here. */
export function refresh() {
    engine.now();
}
