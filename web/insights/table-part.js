/** A heading with its table and the downloads of the same rows; drawn again it keeps the order, the page and the focus. */
import { element, html, redraw } from "../lib/html.js";
import { downloads } from "../reports/downloads.js";
import { table } from "../elements/table.js";
import { placeOf } from "./filters.js";

/**
 * @param {HTMLElement} host
 * @param {{ key: string, title: string, text?: unknown, place?: string, query?: Record<string, string>, content: Omit<import("../elements/table.js").TableContent, "caption">, rows: any[] }} part
 *   key: of this table in the host; place and query: of the API for the downloads
 */
export function tablePart(host, { key, title, text, place, query, content, rows }) {
    let section = /** @type {HTMLElement | null} */ (host.querySelector(`:scope > [data-part="${key}"]`));
    if (!section) {
        section = element(html`<section class="stack tight table-part" data-part="${key}">
            <div class="section-head"><h2></h2><span class="row no-print part-downloads"></span></div>
            <p class="muted small part-text"></p>
            <div class="scroll" tabindex="0" role="region" aria-label="${title}"></div>
        </section>`);
        section.querySelector(".scroll").append(table());
        host.append(section);
    }
    redraw(section.querySelector("h2"), html`${title}`);
    redraw(section.querySelector(".part-text"), html`${text}`);
    redraw(section.querySelector(".part-downloads"), place ? downloads(placeOf(place, query ?? {}), query ?? {}, title) : html``);
    const rowsHost = /** @type {import("../elements/table.js").Table} */ (section.querySelector("r-table"));
    const shape = JSON.stringify([title, content.columns.map(({ key, label }) => [key, label]), content.empty?.title, query]);
    if (section.dataset.shape !== shape) rowsHost.configure({ pageSize: 50, hideCaption: true, ...content, caption: title });
    section.dataset.shape = shape;
    rowsHost.rows = rows;
    return section;
}

/**
 * A place in the host for something else, made the first time.
 * @param {HTMLElement} host
 * @param {string} key
 * @param {() => HTMLElement} make
 * @returns {any}
 */
export function partOf(host, key, make) {
    let found = host.querySelector(`:scope > [data-part="${key}"]`);
    if (!found) {
        found = make();
        found.setAttribute("data-part", key);
        host.append(found);
    }
    return found;
}
