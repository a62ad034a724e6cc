import { html, render } from "../lib/html.js";
import { empty, pageHead } from "../elements/markup.js";

export class Page {
    #host;

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    connect() {
        const actions = html`<a class="button primary" href="/">Go to Today</a>`;
        const content = empty({ title: "There is nothing at this address", text: "It may have been moved or never existed.", icon: "search", actions, always: true });
        render(this.#host, html`<section class="page">${pageHead({ title: "Page not found" })}${content}</section>`);
    }

    disconnect() {}
}
