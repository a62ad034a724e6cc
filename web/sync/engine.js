/**
 * Sends what waits and fetches what changed, in one request, from one tab. It never decides what is shown: answers go to the
 * store. When it fails it waits (back-off with full jitter) and says until when.
 */
import { ApiError } from "../api.js";
import { store } from "../store/store.js";
import { debounce } from "../lib/events.js";
import { retryDelay } from "./backoff.js";
import { exchange, OtherUser } from "./exchange.js";
import { leadership } from "./leader.js";
import { LiveChanges } from "./live.js";

const EVERY = 60_000;
/** Events that ask for an exchange at once (online, focus, a person) still leave this much between two. */
const SPACING = 1_000;
const BACKGROUND_TAG = "rounds-outbox";

/**
 * @typedef {"idle" | "sending" | "fetching" | "waiting" | "signed-out" | "other-user" | "update"} Phase
 *   waiting: an attempt failed, the next is at `nextTryAt`
 * @typedef {{ phase: Phase, nextTryAt: number | null, reason: string | null, failures: number, fetched: number }} EngineState
 */

/** @type {EngineState} */
const IDLE = { phase: "idle", nextTryAt: null, reason: null, failures: 0, fetched: 0 };

class Engine extends EventTarget {
    /** @type {EngineState} */ state = IDLE;
    /** @type {AbortController | null} */ #abort = null;
    /** @type {BroadcastChannel | null} */ #channel = null;
    #leads = false;
    #busy = false;
    #again = false;
    #lastBegun = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
    #soon = debounce(() => this.#exchange(), 250);
    #live = new LiveChanges(() => this.#soon());

    // -- lifecycle

    /** @param {{ id: string }} user whose work is sent */
    start(user) {
        this.stop();
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        this.#channel = new BroadcastChannel(`rounds-engine-${user.id}`);
        this.#channel.addEventListener("message", ({ data }) => this.#hear(data));
        this.#channel?.postMessage({ ask: true });
        leadership(`rounds-sender-${user.id}`, signal, () => this.#lead(signal));
    }

    stop() {
        this.#abort?.abort();
        this.#channel?.close();
        this.#live.close();
        this.#soon.cancel();
        clearTimeout(this.#timer);
        this.#leads = false;
        this.#channel = null;
        this.#abort = null;
        this.state = IDLE;
    }

    /** Tries now, whatever the back-off says: the user asked, the network came back, somebody signed in. */
    now() {
        if (!this.#leads) return this.#channel?.postMessage({ now: true });
        if (["signed-out", "other-user"].includes(this.state.phase)) this.#become({ phase: "idle" });
        const wait = this.#lastBegun + SPACING - Date.now();
        return wait > 0 ? this.#schedule(wait) : this.#exchange();
    }

    /** @param {AbortSignal} signal */
    #lead(signal) {
        this.#leads = true;
        store.addEventListener("change", ({ detail }) => detail.captured && this.#captured(), { signal });
        window.addEventListener("online", () => this.now(), { signal });
        window.addEventListener("focus", () => this.#glance(), { signal });
        document.addEventListener("visibilitychange", () => this.#glance(), { signal });
        navigator.serviceWorker?.addEventListener("message", ({ data }) => data?.type === "sync" && this.now(), { signal });
        this.#exchange();
    }

    #captured() {
        if (this.state.phase === "idle" || this.state.phase === "sending" || this.state.phase === "fetching") this.#soon();
    }

    #glance() {
        if (document.visibilityState === "visible" && this.state.phase === "idle") this.now();
    }

    /** @param {any} message of another tab */
    #hear(message) {
        if (message.now && this.#leads) this.now();
        if (message.ask && this.#leads) this.#channel?.postMessage({ state: this.state });
        if (!message.state || this.#leads) return;
        this.state = message.state;
        this.dispatchEvent(new Event("change"));
    }

    /** @param {Partial<EngineState>} change */
    #become(change) {
        this.state = { ...this.state, ...change };
        this.#channel?.postMessage({ state: this.state });
        this.dispatchEvent(new Event("change"));
    }

    /** @param {number} wait */
    #schedule(wait) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#exchange(), wait);
    }

    // -- exchanging

    async #exchange() {
        if (!this.#leads || this.state.phase === "update") return;
        if (this.#busy) {
            this.#again = true;
            return;
        }
        const signal = this.#abort.signal;
        this.#busy = true;
        this.#again = false;
        this.#lastBegun = Date.now();
        clearTimeout(this.#timer);
        try {
            let more = true;
            while (more && !signal.aborted) more = await this.#once(signal);
            if (signal.aborted) return;
            this.#become({ ...IDLE });
            this.#live.open();
            this.#schedule(EVERY);
        } catch (error) {
            if (!signal.aborted) this.#failed(error);
        } finally {
            this.#busy = false;
        }
        if (this.#again && this.state.phase === "idle") this.#soon();
    }

    /**
     * One request.
     * @param {AbortSignal} signal
     * @returns {Promise<boolean>} whether there is more to say or to hear
     */
    async #once(signal) {
        const { more, received, rejected, flagged } = await exchange(signal, ({ sending, first }) => this.#begun(sending, first));
        if (rejected > 0 || flagged.length > 0) this.dispatchEvent(new CustomEvent("verdicts", { detail: { rejected, flagged } }));
        this.state = { ...this.state, fetched: this.state.fetched + received, failures: 0 };
        return more && !signal.aborted;
    }

    /** @param {number} sending @param {boolean} first */
    #begun(sending, first) {
        const fetching = first || this.state.fetched > 0;
        this.#become({ phase: sending > 0 ? "sending" : fetching ? "fetching" : this.state.phase, nextTryAt: null });
    }

    // -- failing

    /** @param {any} error */
    #failed(error) {
        if (error instanceof OtherUser) return this.#pause("other-user", error.message);
        if (error instanceof ApiError && error.status === 401) return this.#pause("signed-out", "Sign in to send what waits.");
        if (error instanceof ApiError && error.status === 426) {
            this.dispatchEvent(new Event("update-needed"));
            return this.#pause("update", "The server speaks a newer protocol. Update Rounds; your work is kept.");
        }
        const { failures } = this.state;
        const wait = retryDelay(failures, Math.random(), error?.retryAfter ?? 0);
        this.#become({ phase: "waiting", failures: failures + 1, nextTryAt: Date.now() + wait, reason: error?.detail ?? error?.message ?? null });
        this.#live.close();
        this.#schedule(wait);
        this.#askBackgroundSync();
        return undefined;
    }

    /**
     * Waits for a person, without counting it as a failure.
     * @param {Phase} phase
     * @param {string} reason
     */
    #pause(phase, reason) {
        this.#live.close();
        this.#become({ phase, reason, nextTryAt: null });
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

export const engine = new Engine();

/** Asks for what changed on the server, for instance after a write through `api`; the store tells when it is here. */
export function refresh() {
    engine.now();
}
