/** One teaching case: the masked note, the rules to choose from, and afterwards what was found and what was missed. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { api } from "../api.js";
import { fetched } from "../elements/fetched.js";
import { badge, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { navigate, setTitle } from "../router.js";
import { outOfReach } from "./frame.js";
import { isAligned } from "./note-text.js";
import { openManual, rulebook } from "./rulebook.js";
import { plural, sentence, severityMark } from "./words.js";

export class Page {
    #host;
    #id;
    #abort = new AbortController();
    /** @type {any} */ #case = null;
    /** @type {import("./rulebook.js").Rule[]} */ #rules = [];
    /** @type {any} */ #answer = null;

    /** @param {HTMLElement} host @param {Record<string, string>} params */
    constructor(host, { id }) {
        this.#host = host;
        this.#id = id;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/compliance/compliance.css");
        if (!me.may("studyCases")) return render(this.#host, outOfReach("Teaching case"));
        render(this.#host, html`<section class="page compliance note-page"><div class="case-place stack">${pageHead({ title: "Teaching case", back: { href: "/compliance/cases", label: "Teaching cases" } })}<div></div></div></section>`);
        listen(this.#host, "submit", ".case-form", (event, form) => this.#submit(event, form), signal);
        listen(this.#host, "input", "[name=find]", (_, input) => this.#find(input.value), signal);
        listen(this.#host, "click", "[data-manual]", (_, button) => openManual(button.dataset.manual), signal);
        listen(this.#host, "click", "[data-do=delete]", () => this.#delete(), signal);
        await fetched(this.#host.querySelector(".case-place > div"), () => this.#load(), () => this.#draw(), signal);
        return undefined;
    }

    disconnect() {
        this.#abort.abort();
    }

    get #address() {
        return `/compliance${path("teaching-cases", this.#id)}`;
    }

    async #load() {
        const [one, book] = await Promise.all([api.get(this.#address, { signal: this.#abort.signal }), rulebook()]);
        this.#case = one;
        this.#answer = one.answer ?? null;
        this.#rules = book.items.filter(({ id }) => !id.startsWith("CHT-"));
    }

    /** @param {SubmitEvent} event @param {HTMLFormElement} form */
    async #submit(event, form) {
        event.preventDefault();
        try {
            this.#answer = await api.post(`${this.#address}/answer`, { ruleIds: new FormData(form).getAll("rule") });
            this.#draw();
            /** @type {HTMLElement} */ (this.#host.querySelector("#result-heading")).focus();
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    async #delete() {
        try {
            await api.delete(this.#address);
            await navigate("/compliance/cases");
            toast("The case is deleted. Its note stays yours.");
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {string} text */
    #find(text) {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        for (const label of /** @type {NodeListOf<HTMLElement>} */ (this.#host.querySelectorAll(".case-rules label"))) label.hidden = !words.every((word) => label.textContent.toLowerCase().includes(word));
    }

    #draw() {
        const { title, masked, hidden } = this.#case;
        setTitle(title);
        const isMine = me.may("seeTeamNotes") || this.#case.author === me.current.user.name;
        const actions = isMine && html`<button type="button" class="button danger" data-do="delete">${icon("trash")}Delete the case</button>`;
        redraw(
            this.#host.querySelector(".case-place"),
            html`${pageHead({ title, text: `${plural(hidden, "finding")} to find. Names are masked.`, back: { href: "/compliance/cases", label: "Teaching cases" }, actions })}
                <div class="review case-review">
                    <section class="note-pane card" aria-labelledby="note-heading"><h2 id="note-heading">The note</h2><div class="note-words" tabindex="0" role="group" aria-labelledby="note-heading"><div class="note-text" data-aligned="${isAligned(masked) ? "true" : "false"}">${masked}</div></div></section>
                    <div class="beside">${this.#answer ? this.#result() : this.#form()}</div>
                </div>`,
        );
    }

    #form() {
        return html`<form class="card stack case-form">
            <h2>Which rules does it not meet?</h2>
            <input type="search" name="find" aria-label="Find a rule" placeholder="Find a rule" autocomplete="off" />
            <fieldset class="case-rules"><legend class="visually-hidden">Rules that the note does not meet</legend>${this.#rules.map(({ id, title }) => html`<label class="check"><input type="checkbox" name="rule" value="${id}" /><span><span class="muted small">${id}</span> ${title}</span></label>`)}</fieldset>
            <button type="submit" class="button primary">Compare</button>
            <p class="muted small">You answer once. Then you see what was hidden.</p>
        </form>`;
    }

    #result() {
        const { found, missed, extra } = this.#answer;
        const list = (/** @type {string} */ heading, /** @type {any[]} */ rules, /** @type {unknown} */ mark) => rules.length > 0 && html`<div><h3>${heading} ${mark}</h3><ul class="case-result">${rules.map((one) => this.#line(one))}</ul></div>`;
        return html`<section class="card stack" aria-labelledby="result-heading">
            <h2 id="result-heading" tabindex="-1">${found.length} of ${found.length + missed.length} found</h2>
            ${list("Found", found, badge(String(found.length), "good", "check"))} ${list("Missed", missed, badge(String(missed.length), "bad", "cross"))}
            ${list("Not hidden here", extra, badge(String(extra.length), "neutral", "minus"))}
            ${extra.length > 0 && html`<p class="muted small">What you named besides may be met, or may not have been hidden in this case.</p>`}</section>`;
    }

    /** @param {any} one a rule's id, or what was hidden of it */
    #line(one) {
        const id = one.ruleId ?? one;
        const rule = this.#rules.find((each) => each.id === id);
        return html`<li><span class="grow"><span class="muted small">${id}</span> ${rule?.title ?? one.title}${one.reason && html`<br /><span class="muted small">${one.reason}</span>`}</span>${rule && severityMark(rule.severity)}<button type="button" class="icon-button" data-manual="${id}" aria-label="The manual on ${id}">${icon("study")}</button></li>`;
    }
}
