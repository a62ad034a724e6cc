/** Handouts of a session: brought in, read by the server page by page, opened at the page that a citation names. */
import { html, path, redraw, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { fetched } from "../elements/fetched.js";
import { badge, empty } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { menu } from "../elements/menu.js";
import { toast } from "../elements/toast.js";
import { address, api } from "../api.js";
import { takeWanted } from "./attachment-place.js";
import { pagesView, mountPages } from "./attachment-pages.js";
import { renameAttachment } from "./attachment-name.js";
import { tried } from "./session-actions.js";
import { fileUploads } from "./uploads.js";
import { plural, sentence, size } from "./words.js";

const STATES = {
    reading: { label: "Being read", tone: "info", icon: "clock" },
    ready: { label: "Searchable", tone: "good", icon: "check" },
    no_text: { label: "No text", tone: "warn", icon: "info" },
    failed: { label: "Not readable", tone: "bad", icon: "conflict" },
};
const LOOK_AGAIN = 1_500;

export class Tab {
    #host;
    #context;
    #abort = new AbortController();
    /** @type {any[]} */ #items = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

    /** @param {HTMLElement} host @param {import("./tabs.js").SessionContext} context */
    constructor(host, context) {
        this.#host = host;
        this.#context = context;
    }

    async mount() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/work.css");
        if (signal.aborted) return;
        render(this.#host, frame(this.#context.session.mayRecord));
        listen(this.#host, "change", "input[type=file]", (_, input) => this.#add(input), signal);
        listen(this.#host, "click", "[data-open]", (_, button) => this.#open({ attachment: button.dataset.open, page: 1 }), signal);
        listen(this.#host, "click", "[data-remove-upload]", (_, button) => fileUploads.remove(Number(button.dataset.removeUpload)), signal);
        listen(this.#host, "choose", "[data-attachment]", (event, row) => this.#act(event.detail.action, row.dataset.attachment), signal);
        fileUploads.addEventListener("change", () => this.#uploads(), { signal });
        fileUploads.addEventListener("arrived", () => this.#load(), { signal });
        this.#context.events.addEventListener("news", () => this.#load(), { signal });
        this.#uploads();
        await fetched(this.#list, () => this.#ask(), (answer) => this.#draw(answer), signal);
        const wanted = takeWanted() ?? this.#fromAddress();
        if (wanted && !signal.aborted) await this.#open(wanted);
    }

    unmount() {
        this.#abort.abort();
        clearTimeout(this.#timer);
    }

    /** @returns {HTMLElement} */
    get #list() {
        return this.#host.querySelector(".attachments");
    }

    #fromAddress() {
        const attachment = this.#context.query.get("attachment");
        return attachment && { attachment, page: Number(this.#context.query.get("page")) || 1 };
    }

    #ask() {
        return api.get(`/scribe${path("sessions", this.#context.session.id, "attachments")}`, { signal: this.#abort.signal });
    }

    async #load() {
        clearTimeout(this.#timer);
        try {
            this.#draw(await this.#ask());
        } catch {
            // the next news asks again
        }
    }

    /** @param {any} answer */
    #draw({ items }) {
        this.#items = items;
        const { mayRecord } = this.#context.session;
        const text = mayRecord ? "Slides, handouts and scans become searchable, page by page, and questions are answered from them too." : "Handouts that a teacher shares with you appear here.";
        redraw(this.#list, items.length === 0 ? empty({ title: "No attachments", text, icon: "file", always: true }) : html`<ul class="attachment-list">${items.map((one) => row(one, mayRecord))}</ul>`);
        clearTimeout(this.#timer);
        if (items.some((one) => one.state === "reading") && !this.#abort.signal.aborted) this.#timer = setTimeout(() => this.#load(), LOOK_AGAIN);
    }

    #uploads() {
        const own = fileUploads.list.filter((one) => one.session === this.#context.session.id && one.purpose === "attachment" && one.state !== "done");
        redraw(this.#host.querySelector(".attachment-uploads"), html`${own.map(uploadLine)}`);
    }

    /** @param {HTMLInputElement} input */
    #add(input) {
        fileUploads.add([...input.files], { session: this.#context.session.id, purpose: "attachment" });
        input.value = "";
    }

    /** @param {import("./attachment-place.js").Wanted} place */
    async #open(place) {
        const attachment = this.#items.find((one) => one.id === place.attachment);
        if (!attachment) return;
        const host = /** @type {HTMLElement} */ (this.#host.querySelector(".pages"));
        render(host, pagesView(attachment));
        try {
            await mountPages(host, attachment, place, this.#abort.signal);
        } catch (error) {
            if (!this.#abort.signal.aborted) toast(sentence(error), { tone: "bad" });
        }
    }

    /** @param {string} action @param {string} id */
    async #act(action, id) {
        const attachment = this.#items.find((one) => one.id === id);
        const about = `/scribe${path("attachments", id)}`;
        const put = (/** @type {any} */ change) => api.patch(about, change).then(() => this.#load());
        if (action === "rename") await renameAttachment(attachment, put);
        if (action === "share") {
            await tried(async () => {
                await put({ shared: !attachment.shared });
                toast(attachment.shared ? "Students no longer see it." : "Students of this session see it now.", { undo: tried(() => put({ shared: attachment.shared })) });
            })();
        }
        if (action === "delete") {
            await tried(async () => {
                await api.delete(about);
                render(this.#host.querySelector(".pages"), html``);
                await this.#load();
                toast(`${attachment.name} is deleted.`, { undo: tried(() => api.post(`${about}/restore`, {}).then(() => this.#load())) });
            })();
        }
    }
}

/** @param {boolean} mayAdd */
function frame(mayAdd) {
    const accept = ".pdf,.docx,.pptx,.xlsx,.png,.jpg,.jpeg,.tif,.tiff,.txt,.md";
    return html`${mayAdd && html`<p class="no-print"><label class="button primary file-button">${icon("plus")}Add files<input type="file" class="visually-hidden" multiple accept="${accept}" /></label> <span class="muted small">PDF, Word, PowerPoint, Excel, images, text</span></p>`}
        <div class="attachment-uploads stack tight" role="status"></div>
        <div class="attachments"></div>
        <div class="pages"></div>`;
}

/** @param {any} one @param {boolean} mayChange */
function row(one, mayChange) {
    const state = STATES[one.state];
    const items = [
        { action: "share", label: one.shared ? "Stop sharing" : "Share with students", icon: "share" },
        { action: "rename", label: "Rename", icon: "note" },
        { action: "delete", label: "Delete", icon: "trash", danger: true },
    ];
    return html`<li class="attachment" data-attachment="${one.id}">
        <div class="attachment-text"><p><strong>${one.name}</strong> ${badge(state.label, /** @type {any} */ (state.tone), state.icon)} ${one.shared && badge("Shared", "good", "share")}</p>
            <p class="muted small">${[size(one.bytes), one.pages > 0 && plural(one.pages, "page"), one.reason].filter(Boolean).join(" · ")}</p></div>
        <div class="row no-print">
            ${one.pages > 0 && html`<button type="button" class="button small" data-open="${one.id}" aria-label="Read ${one.name}">Read</button>`}
            <a class="button small" href="${address(`/scribe${path("attachments", one.id, "file")}`)}" download aria-label="Download ${one.name}">${icon("imports")}File</a>
            ${mayChange && menu({ label: `More about ${one.name}`, items })}
        </div></li>`;
}

/** @param {import("./uploads.js").FileUpload} one */
function uploadLine(one) {
    const percent = Math.round((one.sent / Math.max(1, one.file.size)) * 100);
    const said = { waiting: "Waiting", sending: `${percent} %`, pausing: "Waiting for the network", finishing: "Being checked", failed: sentence(one.error) }[one.state] ?? "";
    return html`<div class="row"><span>${one.file.name}</span><progress max="100" value="${percent}" aria-label="${one.file.name}"></progress><span class="muted small">${said}</span><button type="button" class="icon-button" data-remove-upload="${one.id}" aria-label="Stop ${one.file.name}">${icon("cross")}</button></div>`;
}
