/** Lines under the top bar that ask for something: sign in again, take the new version, work that cannot be kept here. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";
import { updates, check } from "../updates.js";
import { icon } from "./icons.js";
import { toast } from "./toast.js";

class Banners extends HTMLElement {
    #abort = new AbortController();
    /** @type {(() => void) | null} */ #update = null;
    /** The server speaks a newer protocol. */
    #outdated = false;
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
        for (const type of ["update-needed", "recovered"]) engine.addEventListener(type, () => check(), { signal });
        engine.addEventListener("outdated", () => this.#fetchUpdate(), { signal });
        listen(this, "click", "[data-check]", () => this.#look(), signal);
        this.#draw();
    }

    disconnectedCallback() {
        this.#abort.abort();
    }

    async #look() {
        engine.now();
        if (!(await check())) toast("The server offers no other version yet.");
    }

    #fetchUpdate() {
        if (this.#outdated) return;
        this.#outdated = true;
        check();
        this.#draw();
    }

    #draw() {
        const back = encodeURIComponent(location.pathname);
        const lines = [
            store.user && store.refusal && { tone: "bad", kind: "storage", icon: "conflict", text: `${store.refusal} Keep this tab open until everything is agreed with the server.` },
            store.user && store.failure && { tone: "bad", kind: "storage", icon: "conflict", text: `${store.failure} What you entered last was not saved. Make room, then enter it again.` },
            me.current && me.expired && { tone: "warn", icon: "lock", text: "Your session has ended. You can go on; work stays on this device.", action: html`<a class="button small" href="/sign-in?back=${back}">Sign in</a>` },
            engine.state.phase === "other-user" && { tone: "warn", icon: "lock", text: engine.state.reason, action: html`<a class="button small" href="/sign-in?back=${back}">Sign in</a>` },
            engine.state.phase === "update" && !this.#update && { tone: "warn", icon: "sync", text: engine.state.reason, action: html`<button type="button" class="button small" data-check>Look for the update</button>` },
            this.#outdated && !this.#update && { tone: "info", kind: "outdated", icon: "sync", text: "The server has a newer Rounds, which is being fetched. This one goes on working; everything on this device is kept." },
            this.#update && { tone: "info", icon: "sync", text: "A new version of Rounds is ready.", action: html`<button type="button" class="button small" data-update>Update now</button>` },
        ].filter(Boolean);
        const markup = html`${lines.map((line) => html`<div class="banner" data-tone="${line.tone}" data-kind="${line.kind}" role="${line.tone === "bad" ? "alert" : "status"}">${icon(line.icon)}<p>${line.text}</p>${line.action}</div>`)}`;
        if (markup.toString() === this.#drawn) return;
        this.#drawn = markup.toString();
        render(this, markup);
    }
}
customElements.define("r-banners", Banners);
