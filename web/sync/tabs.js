/** The tabs of one user: which of them sends, and what it tells the others. A leader that does not answer is replaced. */
import { leadership } from "./leader.js";

/** A leader that says nothing for this long is not there. */
const PATIENCE = 4_000;

/** @typedef {{ lead: () => void, follow: () => void, asked: (message: any) => void, heard: (message: any) => void }} Handlers
 *   `asked`: another tab asks this one, which leads; `heard`: the leader tells */

export class Tabs {
    leads = false;
    #handlers;
    #user = "";
    /** @type {AbortController | null} */ #abort = null;
    /** @type {BroadcastChannel | null} */ #channel = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;

    /** @param {Handlers} handlers */
    constructor(handlers) {
        this.#handlers = handlers;
    }

    /** @param {string} user */
    start(user) {
        this.#user = user;
        this.#abort = new AbortController();
        this.#channel = new BroadcastChannel(`rounds-engine-${user}`);
        this.#channel.addEventListener("message", ({ data }) => this.#hear(data));
        this.tell({ ask: true });
        this.#request();
    }

    stop() {
        this.#abort?.abort();
        this.#channel?.close();
        this.#answered();
        this.#channel = null;
        this.#abort = null;
        if (this.leads) this.#follow();
    }

    /** @param {object} message to all others */
    tell(message) {
        this.#channel?.postMessage(message);
    }

    /** @param {object} message to the leader, which answers or else is replaced */
    ask(message) {
        if (!this.#abort) return;
        this.tell({ ...message, ask: true });
        this.#patience ??= setTimeout(() => {
            this.#answered();
            // one that nobody looks at would only be frozen too
            if (document.visibilityState === "visible") this.#request({ steal: true });
        }, PATIENCE);
    }

    /** @param {{ steal?: boolean }} options */
    #request(options = {}) {
        leadership(`rounds-sender-${this.#user}`, this.#abort.signal, { lead: () => this.#lead(), lost: () => this.#follow() }, options);
    }

    #lead() {
        this.#answered();
        if (this.leads) return;
        this.leads = true;
        this.#handlers.lead();
    }

    #follow() {
        this.leads = false;
        this.#handlers.follow();
    }

    #answered() {
        clearTimeout(this.#patience);
        this.#patience = undefined;
    }

    /** @param {any} message */
    #hear(message) {
        if (this.leads) {
            if (message.ask) this.#handlers.asked(message);
        } else if (!message.ask) {
            this.#answered();
            this.#handlers.heard(message);
        }
    }
}
