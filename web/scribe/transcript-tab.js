/** The tab of the words: read, heard, corrected and tagged, while they are still being made too. */
import { element, html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { steady } from "../lib/steady.js";
import { fetched } from "../elements/fetched.js";
import { loading } from "../elements/progress.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { Blocks } from "./transcript-blocks.js";
import { Find } from "./transcript-find.js";
import { Follow } from "./transcript-follow.js";
import { Transcript } from "./transcript-model.js";
import { SegmentActions } from "./segment-actions.js";
import { markTags } from "./player-marks.js";
import { listenToKeys } from "./transcript-keys.js";
import { IN_PROGRESS, TranscriptLive } from "./transcript-live.js";
import { TranscriptPages } from "./transcript-pages.js";
import { frame, noSentences, toolbar } from "./transcript-view.js";
import { emptySession } from "./session-view.js";
import { tried } from "./session-actions.js";

const FIRST = 120;

export class Tab {
    #host;
    #context;
    #abort = new AbortController();
    /** Of the recording that is shown. */
    #shown = new AbortController();
    transcript = new Transcript();
    /** @type {Blocks | null} */ #blocks = null;
    /** @type {Follow | null} */ #follow = null;
    /** @type {string | null} id of the sentence that keys and tools are about */ #active = null;
    /** @type {TranscriptPages | null} */ #pages = null;
    /** @type {TranscriptLive | null} */ #live = null;
    #actions;
    /** @type {Find | null} */ #find = null;

    /** @param {HTMLElement} host @param {import("./tabs.js").SessionContext} context */
    constructor(host, context) {
        this.#host = host;
        this.#context = context;
        this.#actions = new SegmentActions(this, context);
    }

    // -- lifecycle

    async mount() {
        const { signal } = this.#abort;
        const { events, player, query } = this.#context;
        render(this.#host, html`${frame(this.mayTag, this.mayEdit)}<p id="sentence-help" class="visually-hidden">Enter plays from here.</p>`);
        this.#follow = new Follow(player, { at: (seconds) => this.transcript.at(seconds), element: (segment) => this.#blocks?.element(segment) ?? null }, this.#host.querySelector("[data-do=follow]"), signal);
        this.#find = new Find(this.#host, { all: () => this.#all(), show: (position) => this.#showPosition(position) }, signal);
        events.addEventListener("recording", () => this.#open(null), { signal });
        events.addEventListener("session", () => this.#sessionChanged(), { signal });
        events.addEventListener("jump", (event) => this.#jump(/** @type {CustomEvent} */ (event).detail), { signal });
        listen(this.#host, "click", ".sentence", (event, sentence) => this.#clicked(event, sentence), signal);
        listen(this.#host, "click", "[data-segment]", (_, button) => this.#actions.run(button.dataset.segment, this.activeSegment), signal);
        listen(this.#host, "click", "[data-untag]", (_, button) => this.#actions.untag(button.dataset.untag, this.#segmentOf(button)), signal);
        listen(this.#host, "choose", ".segment-tools r-menu", (event) => this.#actions.tag(this.activeSegment, event.detail.action === "tag" ? null : event.detail.action.slice(4)), signal);
        listen(this.#host, "focusin", ".sentence", (_, sentence) => this.#activate(this.#segmentOf(sentence)), signal);
        listen(this.#host, "click", "[data-do=print]", () => this.#print(), signal);
        listen(this.#host, "click", "[data-do=cancel]", tried(() => api.post(`/scribe${path("jobs", this.#context.recording.job, "cancel")}`, {}).then(() => this.#context.reload())), signal);
        window.addEventListener("beforeprint", () => this.#blocks?.drawAll(), { signal });
        listenToKeys(this.#host, player, { sentence: (step) => this.#step(step), here: () => this.#current && this.#play(this.#current), edit: () => this.#actions.run("edit", this.#current), tag: (label) => this.#actions.tag(this.#current, label), find: () => this.#find.focus() }, signal);
        const at = query.get("at");
        await this.#open(at === null ? null : Number(at));
    }

    unmount() {
        this.#shown.abort();
        this.#abort.abort();
        this.#blocks?.stop();
    }

    get mayEdit() {
        return this.#context.session.mayEdit === true;
    }

    get mayTag() {
        return me.may("studySessions");
    }

    // -- loading

    /** @param {number | null} at seconds; null: where one stopped */
    async #open(at) {
        this.#shown.abort();
        this.#shown = new AbortController();
        this.#blocks?.stop();
        this.transcript = new Transcript();
        this.#active = null;
        const { recording } = this.#context;
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".transcript"));
        this.#host.toggleAttribute("data-nothing", !recording);
        if (!recording) {
            this.#blocks = null;
            redraw(this.#host.querySelector(".transcript-live"), html``);
            return render(place, emptySession(this.#context.session));
        }
        render(place, loading("Asking for the transcript…"));
        const { signal } = this.#shown;
        const pages = new TranscriptPages(recording.id, this.transcript, (page) => this.#put(page), signal);
        this.#pages = pages;
        this.#live = new TranscriptLive(this.#host.querySelector(".transcript-live"), this.#context, this.mayEdit, (segments) => segments > this.transcript.total && pages.grow(), signal);
        const start = at ?? (this.#context.player.time || null);
        return fetched(place, () => pages.page(start === null ? { from: 0, limit: FIRST } : { at: start, limit: FIRST }), (page) => this.#first(place, page, at), signal, { label: "Asking for the transcript…" });
    }

    /** @param {HTMLElement} place @param {any} page @param {number | null} at */
    #first(place, page, at) {
        this.#blocks = new Blocks(place, this.transcript, () => this.#pages.fill());
        this.#put(page);
        this.#live.show();
        const segment = this.transcript.at(at ?? this.#context.player.time) ?? this.transcript.items.find(Boolean);
        if (segment) {
            const line = this.#blocks.element(segment);
            this.#activate(segment);
            if (at !== null || this.#context.player.time > 5) line?.scrollIntoView({ block: "center" });
            if (at !== null) line?.setAttribute("data-asked", "true");
        }
        this.tagsChanged();
        this.#pages.fill();
    }

    /** @param {any} page */
    #put(page) {
        const changed = this.transcript.put(page);
        if (!this.#blocks) return;
        const anchor = () => this.#host.querySelector("[aria-current=true]") ?? this.#host.querySelector("[data-asked]");
        steady(anchor, () => {
            this.#blocks.update(changed);
            this.#blocks.drawWaiting();
        });
        this.drawn();
        const nothing = this.transcript.total === 0 ? noSentences(this.#context.recording, page.sentence) : html``;
        redraw(this.#host.querySelector(".transcript-found"), nothing);
    }

    async #all() {
        await this.#pages?.fill();
        return this.transcript;
    }

    /** The session was read again: the same recording may be further, or over, or have other words now. */
    #sessionChanged() {
        const { recording } = this.#context;
        if (!recording || !this.#blocks) return this.#open(null);
        this.#live.show();
        return IN_PROGRESS.has(recording.state) ? undefined : this.#freshen();
    }

    /** Others correct and tag too: what is in sight is read again. Other sentences in the same places are another transcript. */
    #freshen() {
        const segment = this.#current;
        const from = Math.max(0, (segment?.position ?? 0) - FIRST / 2);
        const { signal } = this.#shown;
        this.#pages.page({ from, limit: FIRST }).then((page) => {
            if (signal.aborted) return undefined;
            const isOther = page.items.some((/** @type {any} */ one) => (this.transcript.items[one.position]?.id ?? one.id) !== one.id);
            if (page.total < this.transcript.total || isOther) return this.#open(this.#context.player.time || null);
            this.#put(page);
            return this.#pages.fill();
        }, () => undefined).catch(() => undefined);
        this.tagsChanged();
    }

    tagsChanged() {
        markTags(this.#context.player, this.#context.recording.id, this.#shown.signal);
    }

    // -- the sentence in hand

    /** The one that tools are about, or the one that is heard, or the first. */
    get #current() {
        return this.activeSegment ?? this.#follow?.segment ?? this.transcript.items.find(Boolean) ?? null;
    }

    get activeSegment() {
        return this.transcript.items.find((one) => one?.id === this.#active) ?? null;
    }

    /** @param {HTMLElement} inside */
    #segmentOf(inside) {
        const line = /** @type {HTMLElement} */ (inside.closest(".segment"));
        return this.transcript.items[Number(line.dataset.position)];
    }

    /** @param {import("./transcript-model.js").Segment} segment @returns {HTMLElement | null} */
    line(segment) {
        return this.#blocks?.element(segment) ?? null;
    }

    /** @param {import("./transcript-model.js").Segment} segment */
    #activate(segment) {
        const line = this.line(segment);
        if (!line || (this.#active === segment.id && line.querySelector(".segment-tools"))) return;
        this.#active = segment.id;
        for (const old of this.#host.querySelectorAll(".sentence[tabindex='0']")) old.setAttribute("tabindex", "-1");
        for (const old of this.#host.querySelectorAll(".segment-tools")) old.remove();
        line.querySelector(".sentence")?.setAttribute("tabindex", "0");
        line.append(element(toolbar(segment, { mayEdit: this.mayEdit, mayTag: this.mayTag })));
    }

    /** Blocks were drawn: what is put on their lines by hand is put there again. */
    drawn() {
        const segment = this.activeSegment;
        if (segment && !this.line(segment)?.querySelector(".segment-tools")) {
            this.#active = null;
            this.#activate(segment);
        }
        this.#follow?.refresh();
    }

    /** @param {import("./transcript-model.js").Segment} segment that the server answered */
    changed(segment) {
        const hadFocus = this.line(segment)?.contains(document.activeElement);
        this.#blocks.update(new Set([this.transcript.replace(segment)]));
        this.drawn();
        if (hadFocus) this.focus(segment);
    }

    /** @param {import("./transcript-model.js").Segment} segment */
    focus(segment) {
        /** @type {HTMLElement | null} */ (this.line(segment)?.querySelector(".sentence"))?.focus({ preventScroll: true });
    }

    /** @param {MouseEvent} event @param {HTMLElement} sentence */
    #clicked(event, sentence) {
        // selecting words to copy them is no click
        if (!getSelection().isCollapsed) return;
        const segment = this.#segmentOf(sentence);
        this.#activate(segment);
        if (event.detail > 0) this.#play(segment);
    }

    /** @param {import("./transcript-model.js").Segment} segment */
    #play(segment) {
        this.#context.player.play(segment.start);
        this.#follow.again();
    }

    /** @param {1 | -1} step */
    #step(step) {
        const next = this.transcript.items[(this.#current?.position ?? -1) + step];
        if (!next) return;
        const line = this.line(next);
        this.#activate(next);
        this.focus(next);
        line?.scrollIntoView({ block: "nearest" });
        this.#context.player.seek(next.start);
    }

    // -- places

    /** @param {number} seconds */
    #jump(seconds) {
        const segment = this.transcript.at(seconds);
        if (!segment) return this.#open(seconds);
        const line = this.line(segment);
        this.#activate(segment);
        line?.scrollIntoView({ block: "center" });
        return undefined;
    }

    /** @param {number} position */
    #showPosition(position) {
        const line = this.line(this.transcript.items[position]);
        this.#follow.leave();
        line?.scrollIntoView({ block: "center" });
        return line;
    }

    async #print() {
        await this.#all();
        this.#blocks?.drawAll();
        window.print();
    }
}
