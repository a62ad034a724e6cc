/**
 * A table that sorts, pages and is read well by a screen reader; on a phone each row becomes a card.
 *
 *     const table = document.createElement("r-table");
 *     table.configure({ caption: "Students", columns: [{ key: "name", label: "Name", sort: true, primary: true }], empty: { title: "Nobody yet" } });
 *     table.rows = people;
 *
 * A column's `cell(row)` gives markup or text; `value(row)` what is sorted by (default `row[key]`). With `href(row)` the
 * primary cell is a link, and the arrow keys go from row to row. Event "sorted" tells which column a user chose.
 */
import { html, redraw } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { empty } from "./markup.js";
import { icon } from "./icons.js";

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} label
 * @property {boolean} [sort]
 * @property {boolean} [primary] the cell that names the row
 * @property {"start" | "end"} [align]
 * @property {(row: any) => unknown} [cell]
 * @property {(row: any) => string | number | null | undefined} [value]
 *
 * @typedef {object} TableContent
 * @property {string} caption
 * @property {boolean} [hideCaption]
 * @property {Column[]} columns
 * @property {(row: any) => string} [href]
 * @property {(row: any) => string} [id] put on the row as data-id
 * @property {number} [pageSize] default 50
 * @property {{ key: string, descending?: boolean }} [sorted]
 * @property {{ title: string, text?: unknown, icon?: string, actions?: unknown }} [empty]
 */

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

export class Table extends HTMLElement {
    /** @type {TableContent} */ #content = { caption: "", columns: [] };
    /** @type {any[] | null} */ #rows = null;
    /** @type {{ key: string, descending: boolean } | null} */ #sorted = null;
    #page = 0;
    #printing = false;
    #abort = new AbortController();

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        listen(this, "click", "[data-sort]", (_, button) => this.#sortBy(button.dataset.sort), signal);
        listen(this, "click", "[data-turn]", (_, button) => this.#turn(Number(button.dataset.turn)), signal);
        listen(this, "keydown", "a.row-link", (event, link) => this.#walk(event, link), signal);
        window.addEventListener("beforeprint", () => this.#print(true), { signal });
        window.addEventListener("afterprint", () => this.#print(false), { signal });
        this.#draw();
    }

    disconnectedCallback() {
        this.#abort.abort();
    }

    /** @param {TableContent} content */
    configure(content) {
        this.#content = content;
        this.#sorted = content.sorted ? { descending: false, ...content.sorted } : null;
        this.#draw();
    }

    get rows() {
        return this.#rows ?? [];
    }

    set rows(rows) {
        this.#rows = [...rows];
        this.#page = Math.min(this.#page, Math.max(0, Math.ceil(rows.length / this.#size) - 1));
        this.#draw();
    }

    get #size() {
        return this.#content.pageSize ?? 50;
    }

    /**
     * Paper has no pages to turn.
     * @param {boolean} printing
     */
    #print(printing) {
        this.#printing = printing;
        this.#draw();
    }

    /** @param {string} key */
    #sortBy(key) {
        const descending = this.#sorted?.key === key && !this.#sorted.descending;
        this.#sorted = { key, descending };
        this.#page = 0;
        this.#draw();
        this.dispatchEvent(new CustomEvent("sorted", { detail: this.#sorted, bubbles: true }));
        /** @type {HTMLElement | null} */ (this.querySelector(`[data-sort="${CSS.escape(key)}"]`))?.focus();
    }

    /** @param {number} step */
    #turn(step) {
        this.#page += step;
        this.#draw();
        const again = /** @type {HTMLButtonElement | null} */ (this.querySelector(`[data-turn="${step}"]:not(:disabled)`));
        (again ?? /** @type {HTMLButtonElement | null} */ (this.querySelector("[data-turn]:not(:disabled)")))?.focus();
    }

    /** @param {KeyboardEvent} event @param {Element} link */
    #walk(event, link) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        const links = [...this.querySelectorAll("a.row-link")];
        const next = links[links.indexOf(link) + step];
        if (next instanceof HTMLElement) next.focus();
        event.preventDefault();
    }

    #ordered() {
        const rows = this.rows;
        const column = this.#content.columns.find((one) => one.key === this.#sorted?.key);
        if (!column) return rows;
        const value = column.value ?? ((row) => row[column.key]);
        const direction = this.#sorted.descending ? -1 : 1;
        return rows.toSorted((left, right) => {
            const [a, b] = [value(left), value(right)];
            // nothing stands last in both directions
            if (a === null || a === undefined || a === "") return b === null || b === undefined || b === "" ? 0 : 1;
            if (b === null || b === undefined || b === "") return -1;
            return direction * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));
        });
    }

    #draw() {
        if (!this.isConnected || this.#rows === null) return;
        const { caption, hideCaption, columns, empty: nothing } = this.#content;
        if (this.rows.length === 0 && nothing) return redraw(this, empty(nothing));
        const all = this.#ordered();
        const rows = this.#printing ? all : all.slice(this.#page * this.#size, (this.#page + 1) * this.#size);
        redraw(
            this,
            html`<table class="table" role="table">
                    <caption class="${hideCaption && "visually-hidden"}">${caption}</caption>
                    <thead role="rowgroup">
                        <tr role="row">${columns.map((column) => this.#header(column))}</tr>
                    </thead>
                    <tbody role="rowgroup">${rows.map((row) => this.#row(row))}</tbody>
                </table>
                ${this.rows.length > this.#size && this.#pager()}`,
        );
    }

    /** @param {Column} column */
    #header(column) {
        const sorted = this.#sorted?.key === column.key ? (this.#sorted.descending ? "descending" : "ascending") : null;
        const align = column.align === "end" && html`class="end"`;
        if (!column.sort) return html`<th scope="col" role="columnheader" ${align}>${column.label}</th>`;
        return html`<th scope="col" role="columnheader" ${align} ${sorted && html`aria-sort="${sorted}"`}>
            <button type="button" class="sort" data-sort="${column.key}">${column.label}${icon("down")}</button>
        </th>`;
    }

    /** @param {any} row */
    #row(row) {
        const { columns, href, id } = this.#content;
        return html`<tr role="row" ${id && html`data-id="${id(row)}"`}>
            ${columns.map((column) => {
                const content = column.cell ? column.cell(row) : row[column.key];
                const inner = column.primary && href ? html`<a class="row-link" href="${href(row)}">${content}</a>` : content;
                if (column.primary) return html`<th scope="row" role="rowheader">${inner}</th>`;
                return html`<td role="cell" data-label="${column.label}" ${column.align === "end" && html`class="end"`}>${inner}</td>`;
            })}
        </tr>`;
    }

    #pager() {
        const first = this.#page * this.#size;
        const last = Math.min(first + this.#size, this.rows.length);
        return html`<nav class="pager" aria-label="Pages of ${this.#content.caption}">
            <button type="button" class="button" data-turn="-1" ${this.#page === 0 && "disabled"}>${icon("left")}Previous</button>
            <span role="status">${first + 1}–${last} of ${this.rows.length}</span>
            <button type="button" class="button" data-turn="1" ${last === this.rows.length && "disabled"}>Next${icon("right")}</button>
        </nav>`;
    }
}
customElements.define("r-table", Table);

/** @returns {Table} */
export function table() {
    return /** @type {Table} */ (document.createElement("r-table"));
}
