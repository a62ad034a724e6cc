/** The server's event stream: tells that something changed. The browser reconnects by itself unless the server said no. */
import { address } from "../api.js";

/** A stream that the server refused is asked for again at most this often. */
const PATIENCE = 15_000;

export class LiveChanges {
    #changed;
    /** @type {EventSource | null} */ #source = null;
    #openedAt = 0;

    /** @param {() => void} changed */
    constructor(changed) {
        this.#changed = changed;
    }

    /** Opens the stream unless it is open; called after every successful exchange. */
    open() {
        const closed = !this.#source || this.#source.readyState === EventSource.CLOSED;
        if (!closed || Date.now() - this.#openedAt < PATIENCE) return;
        this.#openedAt = Date.now();
        this.#source = new EventSource(address("/events"));
        this.#source.addEventListener("change", this.#changed);
    }

    close() {
        this.#source?.close();
        this.#source = null;
        this.#openedAt = 0;
    }
}
