/** What is kept and how strict the checks are, and whether the machinery is in order. */
import { html, redraw, render } from "../lib/html.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { field, showErrors, values } from "../elements/field.js";
import { fetched } from "../elements/fetched.js";
import { listen } from "../lib/events.js";
import { badge, notice } from "../elements/markup.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { outOfReach, page } from "./frame.js";
import { plural } from "./words.js";

const STRICTNESS = [
    { value: "payment", label: "Conditions of payment" },
    { value: "documentation", label: "and documentation requirements" },
    { value: "everything", label: "Everything, quality too" },
];

export class Page {
    #host;
    #abort = new AbortController();
    /** @type {any} */ #settings = null;

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("reviewNotes") && !me.may("manageRubrics")) return render(this.#host, outOfReach("Settings"));
        render(this.#host, page("/compliance/settings", { title: "Settings" }, html`<div class="settings-place"></div><section class="stack tight" aria-labelledby="status-heading"><h2 id="status-heading">Is it in order?</h2><div class="status-place"></div></section>`));
        listen(this.#host, "submit", ".settings-form", (event, form) => this.#save(event, form), signal);
        const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (this.#host.querySelector(selector));
        await Promise.all([
            fetched(part(".settings-place"), () => api.get("/compliance/settings", { signal }), (answer) => this.#draw(answer), signal),
            fetched(part(".status-place"), () => api.get("/compliance/status", { signal }), (answer) => redraw(part(".status-place"), status(answer)), signal),
        ]);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }

    /** @param {any} settings */
    #draw(settings) {
        this.#settings = settings;
        redraw(this.#host.querySelector(".settings-place"), form(settings, me.manages || me.may("manageRubrics")));
    }

    /** @param {SubmitEvent} event @param {HTMLFormElement} sent */
    async #save(event, sent) {
        event.preventDefault();
        showErrors(sent, null);
        const before = this.#settings;
        const { keepOriginals, originalsDays, strict, strictness } = values(sent);
        const keep = async (/** @type {any} */ changes) => this.#draw(await api.patch("/compliance/settings", changes));
        try {
            await keep({ keepOriginals, originalsDays: originalsDays === "" ? null : Number(originalsDays), strict, strictness });
            toast("Saved. Notes are checked so from now on.", { tone: "good", undo: () => keep(before) });
        } catch (error) {
            showErrors(sent, error);
        }
    }
}

/** @param {any} settings @param {boolean} mayChange */
function form({ keepOriginals, originalsDays, strict, strictness }, mayChange) {
    const disabled = !mayChange;
    return html`<form class="form settings-form card" novalidate>
        ${disabled && notice("An administrator changes these.", "info")}
        ${field({ label: "Keep originals, encrypted", name: "keepOriginals", type: "checkbox", value: keepOriginals, disabled, hint: "So that who owns a note can open it with its names, with a reason that is recorded. Otherwise only the masked text is stored." })}
        ${field({ label: "Days that originals are kept", name: "originalsDays", type: "number", min: 1, max: 3650, value: originalsDays, disabled, hint: "Empty: as long as the note" })}
        ${field({ label: "Mask doubtful words too", name: "strict", type: "checkbox", value: strict, disabled, hint: "Fewer identifiers slip through, and more ordinary words are masked." })}
        ${field({ label: "What is checked", name: "strictness", type: "select", options: STRICTNESS, value: strictness, disabled, hint: "It chooses the rules; it never changes how a score is counted." })}
        <p class="form-error" role="alert" hidden></p>
        ${mayChange && html`<p><button type="submit" class="button primary">Save</button></p>`}
    </form>`;
}

/** @param {boolean} isFine @param {string} [install] the command that brings what is missing */
function mark(isFine, install) {
    return isFine ? badge("Works", "good", "check") : html`${badge("Missing", "warn", "conflict")} ${install && html`<code>${install}</code>`}`;
}

/** @param {any} answer */
function status({ rubric, rules, scrubber, ocr, tools, health, deidErrors }) {
    return html`${health !== "ok" && notice(`Masking failed on ${plural(deidErrors, "note")}. Nothing of such a note is kept; others go on. The audit trail says when.`, "bad")}
        <dl class="facts card">
            <dt>Active rubric</dt><dd>${rubric ? `${rubric.id} ${rubric.version}, ${plural(rules, "rule")}` : "none: the rules inside the program cannot be read"}</dd>
            <dt>Masking, by its own test</dt><dd>${mark(scrubber === "ok")}</dd>
            <dt>Reading scans</dt><dd>${mark(ocr === "ok")}</dd>
            ${tools.map((/** @type {any} */ { name, installed, install }) => html`<dt>${name}</dt><dd>${mark(installed, install)}</dd>`)}
        </dl>`;
}
