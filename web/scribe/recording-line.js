/** A line under the top bar while a recording runs, or after one died: whatever page is open, nobody forgets it. */
import { html, path, redraw } from "../lib/html.js";
import { debounce } from "../lib/events.js";
import { icon } from "../elements/icons.js";
import { navigation } from "../router.js";
import { takes } from "../store/takes.js";
import { alive, recorder } from "./recorder.js";
import { takeSender } from "./take-sender.js";
import { clock } from "./words.js";

class RecordingLine extends HTMLElement {
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 150);
    /** @type {ReturnType<typeof setInterval> | undefined} */ #tick;

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        for (const source of [takes, recorder, takeSender, navigation]) for (const type of ["change", "navigate"]) source.addEventListener(type, this.#refresh, { signal });
        this.#tick = setInterval(() => recorder.isActive && this.#count(), 1_000);
        takeSender.follow();
        this.#draw();
    }

    disconnectedCallback() {
        this.#abort.abort();
        this.#refresh.cancel();
        clearInterval(this.#tick);
    }

    async #draw() {
        const { signal } = this.#abort;
        const [list, living] = await Promise.all([takes.list().catch(() => []), alive()]);
        if (signal.aborted) return;
        const dead = list.filter((take) => take.state === "recording" && !living.has(take.id));
        const stuck = list.filter((take) => take.state === "stopped" && (take.error || takeSender.of(take.id).phase === "waiting"));
        redraw(this, html`${this.#running()} ${recorder.isActive ? "" : dead.map((take) => interrupted(take))} ${waiting(stuck)}`);
        this.#count();
    }

    #running() {
        if (!recorder.isActive || !recorder.take) return "";
        const page = path("scribe", "record", recorder.take.session);
        if (location.pathname === page) return "";
        return html`<div class="banner" data-tone="bad" role="status">${icon("mic")}
            <p>${recorder.state === "paused" ? "Recording paused" : "Recording"}: ${recorder.take.title} <span class="recording-time" aria-hidden="true"></span></p>
            <a class="button small" href="${page}">Open the recorder</a>
        </div>`;
    }

    #count() {
        const place = this.querySelector(".recording-time");
        if (place) place.textContent = clock(recorder.seconds);
    }
}
customElements.define("r-recording-line", RecordingLine);

/** @param {import("../store/takes.js").TakeView} take */
function interrupted(take) {
    const page = path("scribe", "record", take.session);
    if (location.pathname === page) return "";
    return html`<div class="banner" data-tone="warn" role="status">${icon("mic")}
        <p>The recording of ${take.title} was interrupted after ${clock(take.seconds)}. All of that is on this device.</p>
        <a class="button small" href="${page}">Go on or finish</a>
    </div>`;
}

/** The status line speaks of the register; a recording that only this device has is no less unsent. @param {import("../store/takes.js").TakeView[]} stuck */
function waiting(stuck) {
    const isListed = ["/sync", "/scribe"].includes(location.pathname) || location.pathname.startsWith("/scribe/record/");
    if (stuck.length === 0 || isListed) return "";
    const refused = stuck.some(({ error }) => error);
    const count = stuck.length === 1 ? "A recording is" : `${stuck.length} recordings are`;
    return html`<div class="banner" data-tone="${refused ? "bad" : "info"}" role="status">${icon("mic")}
        <p>${count} on this device only. ${refused ? "The server did not take what was sent." : "What waits goes out by itself."}</p>
        <a class="button small" href="/sync">Show</a>
    </div>`;
}
