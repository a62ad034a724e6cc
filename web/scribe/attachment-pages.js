/** The text of a handout as the server read it, page by page; a quoted sentence is lit. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { icon } from "../elements/icons.js";
import { api } from "../api.js";

const STEP = 20;

/** @param {any} attachment */
export function pagesView(attachment) {
    return html`<section class="card stack tight" aria-labelledby="pages-title">
        <div class="section-head"><h2 id="pages-title" tabindex="-1">${attachment.name}</h2><button type="button" class="icon-button no-print" data-close-pages aria-label="Close ${attachment.name}">${icon("cross")}</button></div>
        <p class="muted small">The text as Rounds read it. The file itself has the pictures.</p>
        <ol class="page-texts"></ol>
        <button type="button" class="button small no-print" data-more-pages hidden>More pages</button>
    </section>`;
}

/**
 * @param {HTMLElement} host filled by `pagesView`
 * @param {any} attachment
 * @param {import("./attachment-place.js").Wanted} place
 * @param {AbortSignal} signal
 */
export async function mountPages(host, attachment, { page, quote }, signal) {
    const list = host.querySelector(".page-texts");
    const more = /** @type {HTMLButtonElement} */ (host.querySelector("[data-more-pages]"));
    let from = Math.max(1, page - 1);
    const load = async () => {
        const { items, next } = await api.get(`/scribe${path("attachments", attachment.id, "pages")}`, { query: { from, limit: STEP }, signal });
        for (const one of items) list.append(pageItem(one, one.number === page ? quote : undefined));
        from = next ?? from + items.length;
        more.hidden = next === null || next === undefined;
    };
    listen(host, "click", "[data-close-pages]", () => render(host, html``), signal);
    more.addEventListener("click", load, { signal });
    await load();
    const wanted = host.querySelector(`[data-page="${page}"]`) ?? list.firstElementChild;
    if (page > 1 || quote) wanted?.scrollIntoView({ block: "center" });
    /** @type {HTMLElement | null} */ (page > 1 || quote ? wanted : host.querySelector("h2"))?.focus({ preventScroll: true });
}

/** @param {{ number: number, title: string | null, text: string }} page @param {string} [quote] */
function pageItem({ number, title, text }, quote) {
    const item = document.createElement("li");
    item.value = number;
    item.tabIndex = -1;
    item.dataset.page = String(number);
    const at = quote ? text.indexOf(quote) : -1;
    const shown = at < 0 ? text : html`${text.slice(0, at)}<mark>${quote}</mark>${text.slice(at + quote.length)}`;
    render(item, html`${title && html`<strong>${title}</strong>`}<p class="page-text">${shown || html`<span class="muted">No text on this page.</span>`}</p>`);
    return item;
}
