/**
 * A button that opens a menu of actions. The chosen item is told as event "choose" with `detail.action`.
 *
 *     ${menu({ label: "More about this session", items: [{ action: "print", label: "Print", icon: "print" }] })}
 */
import { html } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { icon } from "./icons.js";

/** @param {{ label: string, text?: string, icon?: string, items: { action: string, label: string, icon?: string, danger?: boolean, href?: string }[] }} content */
export function menu({ label, text, icon: name = "more", items }) {
    return html`<r-menu>
        <button type="button" class="${text ? "button" : "icon-button"}" aria-haspopup="menu" aria-expanded="false" ${!text && html`aria-label="${label}"`}>
            ${icon(name)}${text}
        </button>
        <div class="menu" role="menu" aria-label="${label}" hidden>
            ${items.map((item) =>
                item.href
                    ? html`<a role="menuitem" tabindex="-1" href="${item.href}">${item.icon && icon(item.icon)}${item.label}</a>`
                    : html`<button type="button" role="menuitem" tabindex="-1" data-item="${item.action}" class="${item.danger && "danger"}">
                          ${item.icon && icon(item.icon)}${item.label}
                      </button>`,
            )}
        </div>
    </r-menu>`;
}

class Menu extends HTMLElement {
    #abort = new AbortController();

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        this.#button.addEventListener("click", () => (this.#list.hidden ? this.#open() : this.#close(true)), { signal });
        this.addEventListener("keydown", (event) => this.#key(event), { signal });
        this.addEventListener("focusout", (event) => !this.contains(/** @type {Node} */ (event.relatedTarget)) && this.#close(false), { signal });
        listen(this, "click", "[role=menuitem]", (_, item) => this.#choose(item), signal);
    }

    disconnectedCallback() {
        this.#abort.abort();
    }

    get #button() {
        return this.querySelector("button");
    }

    /** @returns {HTMLElement} */
    get #list() {
        return this.querySelector("[role=menu]");
    }

    #open() {
        this.#list.hidden = false;
        this.#button.setAttribute("aria-expanded", "true");
        const up = this.#button.getBoundingClientRect().bottom + this.#list.offsetHeight > window.innerHeight - 72;
        this.#list.classList.toggle("up", up);
        /** @type {HTMLElement} */ (this.#list.querySelector("[role=menuitem]"))?.focus();
    }

    /** @param {boolean} focus */
    #close(focus) {
        this.#list.hidden = true;
        this.#button.setAttribute("aria-expanded", "false");
        if (focus) this.#button.focus();
    }

    /** @param {HTMLElement} item */
    #choose(item) {
        this.#close(true);
        if (!item.dataset.item) return;
        this.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: { action: item.dataset.item } }));
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (this.#list.hidden) return;
        if (event.key === "Escape") {
            event.stopPropagation();
            return this.#close(true);
        }
        const items = /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll("[role=menuitem]")]);
        const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
        const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        items[to % items.length].focus();
    }
}
customElements.define("r-menu", Menu);
