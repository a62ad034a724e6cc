/** One note: its words with what was found in them, beside the findings. From a finding to its words, to the manual, and back. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { whenChanged } from "../lib/news.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { empty } from "../elements/markup.js";
import { fetched } from "../elements/fetched.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { setQuery, setTitle } from "../router.js";
import { aboutPanel } from "./about-panel.js";
import { checkAgain } from "./again.js";
import { AskPanel } from "./ask-panel.js";
import { conflicts, head, maskTools, notReady, review, scoreLine, unmaskedNotice, words } from "./document-view.js";
import { filterBar, shownFindings } from "./finding-filter.js";
import { listenToKeys, showKeys } from "./finding-keys.js";
import { findingCard } from "./finding-card.js";
import { outOfReach } from "./frame.js";
import { makeCase } from "./make-case.js";
import { removeNote, renameNote } from "./note-actions.js";
import { Pointer } from "./pointer.js";
import { openManual, ruleNames } from "./rulebook.js";
import { unmask } from "./unmask.js";
import { judge } from "./verdicts.js";
import { isUnderWay, plural } from "./words.js";

const EVERY = 900;

export class Page {
    #host;
    #id;
    #abort = new AbortController();
    /** @type {any} */ #note = null;
    /** @type {any[]} */ #reports = [];
    /** @type {Map<string, any>} */ #rules = new Map();
    /** @type {{ text: string, findings: { id: string, evidence: any[] }[] } | null} */ #original = null;
    /** @type {import("./finding-filter.js").Filter} */ #filter;
    /** @type {Set<string>} */ #open = new Set();
    /** @type {Pointer} */ #pointer;
    /** @type {AskPanel} */ #ask;

    /** @param {HTMLElement} host @param {Record<string, string>} params @param {URLSearchParams} query */
    constructor(host, { id }, query) {
        this.#host = host;
        this.#id = id;
        this.#filter = { status: query.get("status") ?? "", severity: query.get("severity") ?? "" };
    }

    // -- lifecycle

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("reviewNotes")) return render(this.#host, outOfReach("Note"));
        render(this.#host, html`<section class="page compliance note-page"><div class="note-place"></div></section>`);
        this.#listen(signal);
        const place = /** @type {HTMLElement} */ (this.#host.querySelector(".note-place"));
        const read = async () => {
            [this.#rules] = await Promise.all([ruleNames(), this.#read()]);
        };
        await fetched(place, read, () => this.#begin(), signal, { label: "Asking the server…" });
        // a report does not change by itself, and every look at it is put on record
        if (!signal.aborted) whenChanged(() => this.#note?.state !== "ready" && this.#reread(), signal);
        return undefined;
    }

    disconnect() {
        this.#original = null;
        this.#abort.abort();
    }

    async #read() {
        const { signal } = this.#abort;
        this.#note = await api.get(`/compliance${path("documents", this.#id)}`, { signal });
        const reports = this.#note.state === "ready" ? await api.get(`/compliance${path("documents", this.#id, "reports")}`, { signal }) : { items: [] };
        this.#reports = reports.items;
    }

    async #reread() {
        const before = this.#note?.state;
        try {
            await this.#read();
        } catch {
            return; // what is shown stays; the next news tells
        }
        if (this.#abort.signal.aborted) return;
        if (before === "ready" && this.#note.state === "ready") this.#draw();
        else this.#begin();
    }

    /** @param {AbortSignal} signal */
    #listen(signal) {
        const on = (/** @type {string} */ selector, /** @type {(target: any) => unknown} */ run) => listen(this.#host, "click", selector, (_, target) => run(target), signal);
        on("[data-open-finding]", (button) => this.#toggle(button.dataset.openFinding));
        on("[data-go]", (button) => this.#pointer.goTo(button.dataset.go));
        on("[data-manual]", (button) => openManual(button.dataset.manual));
        on("[data-copy]", (button) => this.#copy(button.dataset.copy));
        on("[data-verdict]", (button) => this.#judge(this.#finding(button.dataset.of), button.dataset.verdict === "correct"));
        on("[data-ask]", (button) => this.#askAbout(button.dataset.ask));
        on("[data-status-filter]", (button) => this.#filtered({ status: button.dataset.statusFilter }));
        on("[data-do]", (button) => this.#act(button.dataset.do));
        listen(this.#host, "change", "[name=severity]", (_, select) => this.#filtered({ severity: select.value }), signal);
        listen(this.#host, "change", "[name=pane]", (_, radio) => this.#pointer.show(radio.value), signal);
        listen(this.#host, "choose", "r-menu", (event) => this.#act(event.detail.action), signal);
        const chosen = (/** @type {(finding: any) => unknown} */ run) => () => this.#pointer?.chosen && run(this.#finding(this.#pointer.chosen));
        listenToKeys(
            {
                step: (step) => this.#pointer?.step(step),
                words: () => this.#pointer?.nextWords(),
                judge: (correct) => chosen((finding) => this.#judge(finding, correct))(),
                manual: chosen((finding) => openManual(finding.ruleId)),
                copy: chosen((finding) => this.#copy(finding.id)),
            },
            signal,
        );
        window.addEventListener("beforeprint", () => this.#print(true), { signal });
        window.addEventListener("afterprint", () => this.#print(false), { signal });
    }

    #begin() {
        const place = this.#host.querySelector(".note-place");
        setTitle(this.#note.name || "Note");
        if (this.#note.state !== "ready") {
            render(place, html`<div class="stack">${head(this.#note)} ${notReady(this.#note)}</div>`);
            if (isUnderWay(this.#note)) setTimeout(() => !this.#abort.signal.aborted && this.#reread(), EVERY);
            return;
        }
        render(place, html`<div class="stack"><div class="note-head"></div>${review()}</div>`);
        this.#pointer = new Pointer(this.#host, { isOpen: (id) => this.#open.has(id), open: (id, isOpen) => this.#setOpen(id, isOpen), reveal: (id) => this.#reveal(id), nameOf: (id) => this.#nameOf(this.#finding(id)) }, this.#abort.signal);
        this.#ask = new AskPanel(this.#host.querySelector(".pane-ask"), this.#id, (finding) => this.#nameOf(finding), this.#abort.signal);
        this.#draw();
        this.#ask.load();
    }

    // -- findings

    /** @param {string} id */
    #finding(id) {
        return this.#note.findings.find((/** @type {any} */ one) => one.id === id);
    }

    /** @param {any} finding */
    #nameOf(finding) {
        return this.#rules.get(finding.ruleId)?.title ?? finding.title ?? finding.ruleId;
    }

    /** @param {string} id */
    #toggle(id) {
        const isOpen = !this.#open.has(id);
        this.#setOpen(id, isOpen);
        this.#pointer.choose(id, { words: isOpen });
    }

    /** @param {string} id @param {boolean} isOpen */
    #setOpen(id, isOpen) {
        if (isOpen) this.#open.add(id);
        else this.#open.delete(id);
        this.#drawFindings();
    }

    /** A finding that the filter hides. @param {string} id */
    #reveal(id) {
        if (!shownFindings(this.#note.findings, this.#filter).some((one) => one.id === id)) this.#filtered({ status: "all", severity: "" });
    }

    /** @param {Partial<import("./finding-filter.js").Filter>} changes */
    #filtered(changes) {
        Object.assign(this.#filter, changes);
        setQuery(this.#filter);
        this.#draw();
    }

    /** @param {any} finding @param {boolean} correct */
    #judge(finding, correct) {
        return judge(this.#id, finding, correct, (changed) => {
            this.#note.findings = this.#note.findings.map((/** @type {any} */ one) => (one.id === changed.id ? changed : one));
            this.#drawFindings();
        });
    }

    /** @param {string} id */
    async #copy(id) {
        const { exampleWording } = this.#finding(id);
        if (!exampleWording) return toast("This rule has no example wording.");
        try {
            await navigator.clipboard.writeText(exampleWording);
            return toast("Copied. Change it to what you saw and did.", { tone: "good" });
        } catch {
            return toast("The browser did not let it be copied. Select the words instead.", { tone: "bad" });
        }
    }

    /** @param {string} id */
    #askAbout(id) {
        this.#pointer.show("ask");
        this.#ask.about(this.#finding(id));
    }

    // -- the note as a whole

    /** @param {string} action */
    async #act(action) {
        if (action === "print") return window.print();
        if (action === "keys") return showKeys();
        if (action === "back-to-finding") return this.#pointer.back();
        if (action === "case") return makeCase(this.#note, (finding) => this.#nameOf(finding));
        if (action === "delete") return removeNote(this.#note);
        if (action === "rename") return (await renameNote(this.#note)) && this.#reread();
        if (action === "unmask") this.#original = (await unmask(this.#id)) ?? this.#original;
        if (action === "mask") this.#original = null;
        if (action === "again") {
            const anew = await checkAgain(this.#note);
            if (anew) await this.#reread();
            return undefined;
        }
        if (this.#note.state === "ready") this.#draw();
        return undefined;
    }

    /** Paper shows what is wanted, opened. @param {boolean} isPrinting */
    #print(isPrinting) {
        if (this.#note?.state === "ready") this.#drawFindings(isPrinting);
    }

    // -- drawing

    #draw() {
        const note = this.#note;
        const part = (/** @type {string} */ selector) => this.#host.querySelector(selector);
        redraw(part(".note-head"), head(note));
        redraw(part(".score-line"), scoreLine(note));
        redraw(part(".note-conflicts"), conflicts(note));
        redraw(part(".mask-tools"), maskTools(note, this.#original !== null));
        redraw(part(".mask-says"), this.#original ? unmaskedNotice() : html``);
        redraw(part(".filter-place"), filterBar(note.findings, this.#filter));
        redraw(part(".pane-about"), aboutPanel(note, this.#reports));
        this.#drawFindings();
        this.#drawWords();
    }

    #drawFindings(all = false) {
        const shown = shownFindings(this.#note.findings, this.#filter);
        const list = this.#host.querySelector(".findings");
        const nothing = this.#filter.status === "" && !this.#filter.severity ? empty({ title: "Nothing to do", text: "Every rule that applies and could be decided is met. Pending rules would stand here too.", icon: "check", always: true }) : empty({ title: "No finding like this", text: "Choose another status or severity.", icon: "filter", always: true });
        redraw(list, shown.length === 0 ? html`<li>${nothing}</li>` : html`${shown.map((finding) => findingCard(finding, { name: this.#nameOf(finding), isOpen: all || this.#open.has(finding.id), mayJudge: true }))}`);
        this.#host.querySelector(".pane-findings [role=status]").textContent = plural(shown.length, "finding");
        this.#pointer.drawn();
    }

    #drawWords() {
        const shown = shownFindings(this.#note.findings, this.#filter);
        const place = this.#host.querySelector(".note-words");
        if (this.#original) {
            const places = new Map(this.#original.findings.map(({ id, evidence }) => [id, evidence]));
            const findings = shown.map((finding) => ({ ...finding, evidence: places.get(finding.id) ?? [] }));
            redraw(place, words(this.#original.text, [], findings, (finding) => this.#nameOf(finding)));
        } else redraw(place, words(this.#note.masked, this.#note.spans, shown, (finding) => this.#nameOf(finding)));
        this.#pointer.drawn();
    }
}
