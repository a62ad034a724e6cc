/** One session: its recordings, the player, and tabs for what was said and what is made of it. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { fetched } from "../elements/fetched.js";
import { empty, pageHead } from "../elements/markup.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { setQuery, setTitle } from "../router.js";
import { whenChanged } from "../lib/news.js";
import "./player.js";
import { showAbsentees } from "./absentees.js";
import { exportSession } from "./export-dialog.js";
import { deleteRecording, renameRecording, share, transcribeAgain } from "./recording-actions.js";
import { archive, deleteContents, rename } from "./session-actions.js";
import { frame, head, recordingsBar } from "./session-view.js";
import { TABS } from "./tabs.js";
import { sessionAway } from "./session-info.js";
import { mountTakes } from "./takes-panel.js";
import { takeSender } from "./take-sender.js";
import { STATES } from "./words.js";
import { mountUploads } from "./upload-panel.js";

export class Page {
    #host;
    #id;
    #query;
    #abort = new AbortController();
    /** @type {import("./tabs.js").SessionContext} */ #context;
    /** @type {typeof TABS} */ #tabs = [];
    /** @type {import("./tabs.js").TabInstance | null} */ #tab = null;
    #tabId = "";
    /** @type {string | null} */ #said = null;
    #turn = 0;

    /** @param {HTMLElement} host @param {Record<string, string>} params @param {URLSearchParams} query */
    constructor(host, { id }, query) {
        this.#host = host;
        this.#id = id;
        this.#query = query;
    }

    // -- lifecycle

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/scribe.css");
        if (!me.may("seeSessions")) return render(this.#host, html`<section class="page">${pageHead({ title: "Session" })} ${empty({ title: "Your role does not reach here", text: "Recordings are there for those who teach a session and those who take it.", icon: "lock", always: true })}</section>`);
        render(this.#host, html`<section class="page">${pageHead({ title: "Session", back: { href: "/scribe", label: "Scribe" } })}<div></div></section>`);
        await fetched(this.#host.querySelector("section > div"), () => this.#readOrKnown(), (answer) => {
            this.#begin(answer, signal);
        }, signal, { label: "Asking the server…" });
        return undefined;
    }

    disconnect() {
        this.#turn += 1;
        this.#tab?.unmount();
        this.#abort.abort();
    }

    #read() {
        return api.get(`/scribe${path("sessions", this.#id)}`, { signal: this.#abort.signal });
    }

    /** Without a network the page opens for the user's own note. */
    async #readOrKnown() {
        try {
            return await this.#read();
        } catch (error) {
            const known = error.code === "unreachable" ? await sessionAway(this.#id) : null;
            if (!known) throw error;
            return known;
        }
    }

    /** @param {any} session @param {AbortSignal} signal */
    #begin(session, signal) {
        const wanted = this.#query.get("recording");
        const recording = session.recordings.find((/** @type {any} */ one) => one.id === wanted) ?? session.recordings.find((/** @type {any} */ one) => one.state === "ready") ?? session.recordings[0] ?? null;
        this.#context = {
            session,
            recording,
            player: /** @type {any} */ (null),
            query: this.#query,
            events: new EventTarget(),
            open: (id, at, options) => this.#open(id, at, options),
            show: (tab) => this.#show(tab),
            reload: () => this.#reload(),
        };
        this.#tabs = TABS.filter((tab) => tab.isFor?.(this.#context) ?? true);
        render(this.#host, frame(session, this.#tabs));
        this.#context.player = /** @type {any} */ (this.#host.querySelector("r-player"));
        this.#draw();
        const at = this.#query.get("at");
        this.#context.player.load(recording, at === null ? null : Number(at));
        this.#listen(signal);
        const tab = session.isAway ? "notes" : this.#query.get("tab");
        this.#show(this.#tabs.some(({ id }) => id === tab) ? tab : this.#tabs[0].id);
        whenChanged(() => this.#news(), signal);
        window.addEventListener("online", () => this.#news(), { signal });
        // noted on the absence; what it leads to is read whether the note arrives or not
        if (session.absent && me.isStudent) api.post(`/scribe${path("sessions", this.#id, "catch-up", "opened")}`, {}).catch(() => undefined);
    }

    /** @param {AbortSignal} signal */
    #listen(signal) {
        const page = /** @type {HTMLElement} */ (this.#host.firstElementChild);
        const on = (/** @type {string} */ selector, /** @type {(target: any) => unknown} */ run) => listen(this.#host, "click", selector, (_, target) => run(target), signal);
        const { session } = this.#context;
        if (session.mayRecord) {
            const place = /** @type {HTMLElement} */ (this.#host.querySelector(".session-uploads"));
            const [takes, uploads] = [document.createElement("div"), document.createElement("div")];
            for (const part of [takes, uploads]) {
                part.className = "stack";
                place.append(part);
            }
            mountTakes(takes, signal, { session: this.#id, heading: "Recorded here, not on the server yet" });
            const choose = mountUploads(uploads, page, this.#id, signal, () => this.#reload(), () => this.#show("attachments"));
            on("[data-do=upload]", choose);
            if (this.#query.get("do") === "upload") page.querySelector("[data-do=upload]")?.scrollIntoView({ block: "nearest" });
            takeSender.addEventListener("stored", (event) => /** @type {CustomEvent} */ (event).detail.session === this.#id && this.#reload(), { signal });
        }
        on("[data-recording]", (chip) => this.#open(chip.dataset.recording, null));
        on("[data-tab]", (tab) => this.#show(tab.dataset.tab));
        on("[data-do=transcribe]", () => transcribeAgain(this.#context.recording, () => this.#reload()));
        listen(this.#host, "keydown", "[role=tab]", (event, tab) => this.#walk(event, tab), signal);
        listen(this.#host, "choose", ".session-head", (event) => this.#sessionAction(event.detail.action), signal);
        listen(this.#host, "choose", ".recording-head", (event) => this.#recordingAction(event.detail.action), signal);
        listen(this.#host, "change", "[name=shared]", (_, box) => share(this.#context.recording, box, () => this.#reload()), signal);
    }

    // -- reading again

    async #reload() {
        /** @type {any} */
        let session;
        try {
            session = await this.#read();
        } catch {
            return; // what is shown stays; the next news tells
        }
        if (this.#abort.signal.aborted) return;
        const before = this.#context.recording;
        this.#context.session = session;
        const again = session.recordings.find((/** @type {any} */ one) => one.id === before?.id);
        this.#context.recording = again ?? session.recordings[0] ?? null;
        this.#draw();
        if (this.#context.recording?.id !== before?.id) {
            this.#context.player.load(this.#context.recording);
            this.#tell("recording");
        } else {
            this.#context.player.load(this.#context.recording);
            this.#tell("session");
        }
    }

    #news() {
        this.#reload();
        this.#tell("news");
    }

    /** @param {string} type @param {any} [detail] */
    #tell(type, detail) {
        this.#context.events.dispatchEvent(new CustomEvent(type, { detail }));
    }

    // -- what a person does

    /** @param {string | null} id @param {number | null} at @param {{ play?: boolean }} options */
    async #open(id, at, { play = false } = {}) {
        const { session, player, recording: before } = this.#context;
        const recording = session.recordings.find((/** @type {any} */ one) => one.id === (id ?? before?.id));
        if (!recording) return;
        if (recording.id !== before?.id) {
            this.#context.recording = recording;
            setQuery({ recording: recording.id, at: null });
            this.#draw();
            await player.load(recording, at);
            this.#tell("recording");
        } else if (at !== null) player.seek(at);
        if (at !== null) {
            this.#tell("jump", at);
            if (play) player.play(at);
        }
    }

    /** @param {string} action */
    #sessionAction(action) {
        const { session } = this.#context;
        const changed = () => this.#reload();
        if (action === "export") return exportSession(session);
        if (action === "absentees") return showAbsentees(session);
        if (action === "rename") return rename(session, changed);
        if (action === "delete") return deleteContents(session, changed);
        return archive(session, action === "archive", changed);
    }

    /** @param {string} action */
    #recordingAction(action) {
        const { recording } = this.#context;
        const changed = () => this.#reload();
        if (action === "rename") return renameRecording(recording, changed);
        if (action === "delete") return deleteRecording(recording, changed);
        if (action === "transcribe") return transcribeAgain(recording, changed);
        return undefined;
    }

    // -- tabs

    /** @param {string} id */
    async #show(id) {
        if (id === this.#tabId) return;
        const turn = (this.#turn += 1);
        const tab = this.#tabs.find((one) => one.id === id);
        const module = await tab.load();
        if (turn !== this.#turn) return;
        this.#tab?.unmount();
        const isFirst = this.#tabId === "";
        this.#tabId = id;
        if (!isFirst) setQuery({ tab: id === this.#tabs[0].id ? null : id });
        for (const one of this.#host.querySelectorAll("[role=tab]")) {
            const isChosen = one.getAttribute("data-tab") === id;
            one.setAttribute("aria-selected", String(isChosen));
            one.setAttribute("tabindex", isChosen ? "0" : "-1");
            // on a phone the row of tabs is wider than the screen
            if (isChosen) one.parentElement.scrollLeft = /** @type {HTMLElement} */ (one).offsetLeft - (one.parentElement.clientWidth - one.clientWidth) / 2;
        }
        const old = this.#host.querySelector("#tab-panel");
        const panel = document.createElement("div");
        panel.id = "tab-panel";
        panel.className = "tab-panel";
        panel.dataset.shows = id;
        if (this.#tabs.length > 1) {
            panel.setAttribute("role", "tabpanel");
            panel.setAttribute("aria-labelledby", `tab-${id}`);
        }
        old.replaceWith(panel);
        this.#tab = new module.Tab(panel, this.#context);
        await this.#tab.mount();
    }

    /** @param {KeyboardEvent} event @param {HTMLElement} tab */
    #walk(event, tab) {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const tabs = /** @type {HTMLElement[]} */ ([...this.#host.querySelectorAll("[role=tab]")]);
        const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
        next.focus();
        next.click();
    }

    // -- drawing

    /** What became of the recording meanwhile, for those who do not see its badge. @param {any} recording */
    #announce(recording) {
        const now = recording ? `${recording.name}: ${STATES[recording.state]?.label ?? ""}` : "";
        if (this.#said !== null && now !== this.#said) this.#host.querySelector(".session-says").textContent = now;
        this.#said = now;
    }

    #draw() {
        const { session, recording } = this.#context;
        setTitle(session.title);
        this.#announce(recording);
        redraw(this.#host.querySelector(".session-head"), head(session));
        redraw(this.#host.querySelector(".session-recordings"), recordingsBar(session.recordings, recording, session));
    }
}
