/**
 * Stands in every empty state (`empty` in markup.js puts it there) and takes its place until this device has fetched the register
 * for the first time: until then nobody knows that there is nothing.
 */
import { html, redraw } from "../lib/html.js";
import { debounce } from "../lib/events.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { progress } from "./progress.js";

const number = new Intl.NumberFormat("en-GB");

/**
 * @param {import("../sync/engine.js").EngineState} state
 * @returns {import("../lib/html.js").Markup}
 */
export function describeFetch({ phase, fetched, total }) {
    if (["waiting", "signed-out", "other-user", "update"].includes(phase)) {
        return html`<p class="empty-title">The register is not on this device yet</p><p class="empty-text">It is fetched as soon as the server answers; the line at the top says what is missing.</p>`;
    }
    if (total === 0) return progress({ label: "Fetching the register…" });
    return progress({ label: `Fetching the register: ${number.format(Math.min(fetched, total))} of ${number.format(total)} records`, value: Math.min(fetched, total), max: total });
}

class FirstFetch extends HTMLElement {
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 50);

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        store.addEventListener("change", () => this.#refresh(), { signal });
        engine.addEventListener("change", () => this.#refresh(), { signal });
        this.#draw();
    }

    disconnectedCallback() {
        this.#abort.abort();
        this.#refresh.cancel();
    }

    async #draw() {
        const { signal } = this.#abort;
        const isFirst = Boolean(store.user) && me.reads && (await store.summary()).agreedAt === null;
        if (signal.aborted) return;
        this.closest(".empty")?.toggleAttribute("data-fetching", isFirst);
        redraw(this, isFirst ? describeFetch(engine.state) : html``);
    }
}
customElements.define("r-first-fetch", FirstFetch);
