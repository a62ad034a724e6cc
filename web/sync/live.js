/**
 * The server's event stream: tells that something changed, not what. The browser reconnects by itself unless the server said
 * no; what happened meanwhile is asked for then.
 */
import { address } from "../api.js";

/** A stream that the server refused is asked for again at most this often. */
const PATIENCE = 15_000;
/** After a restart of the server everybody is back in the same second; what they ask is spread over this long. */
const SPREAD = 1_000;

export class LiveChanges {
    #handlers;
    /** @type {EventSource | null} */ #source = null;
    #openedAt = -Infinity;
    /** Newest change the server told of, and up to which this device has looked. */
    #told = 0;
    #known = 0;
    #missed = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

    /** @param {{ changed: () => void, reconnected: () => void }} handlers `changed`: there is news; `reconnected`: the server was away */
    constructor(handlers) {
        this.#handlers = handlers;
    }

    /** Opens the stream unless it is open; called after every successful exchange. */
    open() {
        const closed = !this.#source || this.#source.readyState === EventSource.CLOSED;
        if (!closed || performance.now() - this.#openedAt < PATIENCE) return;
        this.#openedAt = performance.now();
        this.#source = new EventSource(address("/events"));
        this.#source.addEventListener("change", ({ data }) => this.#hear(JSON.parse(data).change));
        let first = true;
        this.#source.addEventListener("hello", () => {
            this.#connected();
            if (!first) this.#handlers.reconnected();
            first = false;
        });
    }

    close() {
        clearTimeout(this.#timer);
        this.#source?.close();
        this.#source = null;
        this.#openedAt = -Infinity;
    }

    /** Whether something happened that no exchange has covered. */
    get news() {
        return this.#missed || this.#told > this.#known;
    }

    /**
     * An exchange begins.
     * @returns {number} the newest change that it covers at least
     */
    begin() {
        this.#missed = false;
        return this.#told;
    }

    /** An exchange has brought everything up to here. @param {number} change */
    end(change) {
        this.#known = Math.max(this.#known, change);
    }

    /** @param {number} change */
    #hear(change) {
        this.#told = Math.max(this.#told, change);
        if (this.news) this.#handlers.changed();
    }

    /** Perhaps another server, or one that was restored and counts from less. */
    #connected() {
        this.#told = 0;
        this.#known = 0;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
            this.#missed = true;
            this.#handlers.changed();
        }, Math.random() * SPREAD);
    }
}
