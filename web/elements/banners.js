/** Lines under the top bar that ask for something: sign in again, take the new version, work that cannot be kept here. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { updates, check } from "../updates.js";
import { icon } from "./icons.js";

class Banners extends HTMLElement {
    #abort = new AbortController();
    /** @type {(() => void) | null} */ #update = null;
    #drawn = "";

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        updates.addEventListener(
            "ready",
            (event) => {
                this.#update = /** @type {CustomEvent} */ (event).detail.act;
                this.#draw();
            },
            { signal },
        );
        listen(this, "click", "[data-update]", () => this.#update?.(), signal);
        for (const source of [me, store, engine]) source.addEventListener("change", () => this.#draw(), { signal });
        engine.addEventListener("update-needed", () => check(), { signal });
        this.#draw();
    }

    disconnectedCallback() {
        this.#abort.abort();
    }

    #draw() {
        const back = encodeURIComponent(location.pathname);
        const lines = [
            store.user && store.refusal && { tone: "bad", kind: "storage", icon: "conflict", text: `${store.refusal} Keep this tab open until everything is agreed with the server.` },
            me.current && me.expired && { tone: "warn", icon: "lock", text: "Your session has ended. You can go on; work stays on this device.", action: html`<a class="button small" href="/sign-in?back=${back}">Sign in</a>` },
            engine.state.phase === "other-user" && { tone: "warn", icon: "lock", text: engine.state.reason },
            engine.state.phase === "update" && { tone: "warn", icon: "sync", text: engine.state.reason },
            this.#update && { tone: "info", icon: "sync", text: "A new version of Rounds is ready.", action: html`<button type="button" class="button small" data-update>Update now</button>` },
        ].filter(Boolean);
        const markup = html`${lines.map((line) => html`<div class="banner" data-tone="${line.tone}" data-kind="${line.kind}">${icon(line.icon)}<p>${line.text}</p>${line.action}</div>`)}`;
        if (markup.toString() === this.#drawn) return;
        this.#drawn = markup.toString();
        render(this, markup);
    }
}
customElements.define("r-banners", Banners);
