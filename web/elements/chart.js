/**
 * A chart with its table: hover, zoom by mouse and by buttons, saved as PNG or SVG, right in both themes and on paper.
 *
 *     const one = chart();
 *     host.append(one);
 *     one.show({ title: "Weeks", text: "…", file: "weeks", height: 260, table: { head: ["Week", "%"], rows: [["1", "80.0 %"]] },
 *         draw: (look) => ({ traces: [{ type: "bar", x, y, marker: { color: look.accent } }], layout: { yaxis: { range: [0, 100] } } }) });
 *
 * For a screen reader the drawing is one picture with `text` as its description; the figures are in the table.
 */
import { redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { commonLayout, look, merged, written } from "./chart-look.js";
import { plotly } from "./chart-library.js";
import { frame, tableOf } from "./chart-frame.js";
import { save, zoom } from "./chart-tools.js";

/**
 * @typedef {object} ChartContent
 * @property {string} title
 * @property {string} text what the picture shows, in a sentence
 * @property {string} [subject] whom and when it is about, for a saved picture
 * @property {string} file name of a saved picture, without ending
 * @property {number} [height] in pixels, default 260
 * @property {boolean} [dense] the table is too long to be printed beside the picture
 * @property {{ head: string[], rows: unknown[][] }} table the first cell of a row names it
 * @property {(look: import("./chart-look.js").Look, width: number) => { traces: any[], layout?: any }} draw
 */

export class Chart extends HTMLElement {
    /** @type {ChartContent | null} */ #content = null;
    /** @type {any} */ #library = null;
    #framed = false;
    #printing = false;
    #failed = false;
    #width = 0;
    /** Another number lets go of what the user zoomed into. */
    #revision = 0;
    #abort = new AbortController();
    #again = debounce(() => this.#paint(), 60);

    connectedCallback() {
        this.#abort = new AbortController();
        const { signal } = this.#abort;
        listen(this, "click", "[data-save]", (_, button) => save(this.#library, this.#canvas, this.#content, button.dataset.save), signal);
        listen(this, "click", "[data-zoom]", (_, button) => this.#zoom(button.dataset.zoom), signal);
        listen(this, "click", "[data-again]", () => this.#load(), signal);
        for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) matchMedia(query).addEventListener("change", this.#again, { signal });
        window.addEventListener("beforeprint", () => this.#print(true), { signal });
        window.addEventListener("afterprint", () => this.#print(false), { signal });
        const theme = new MutationObserver(() => this.#again());
        theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
        const size = new ResizeObserver(([{ contentRect }]) => Math.abs(contentRect.width - this.#width) > 1 && !this.#printing && this.#again());
        size.observe(this);
        signal.addEventListener("abort", () => {
            theme.disconnect();
            size.disconnect();
        });
        if (this.#content) this.show(this.#content);
    }

    disconnectedCallback() {
        this.#abort.abort();
        this.#again.cancel();
        if (this.#canvas) this.#library?.purge(this.#canvas);
        this.#framed = false;
        this.replaceChildren();
    }

    /** Also to show other figures in the same place: zoom, focus and an open table stay. @param {ChartContent} content */
    show(content) {
        this.#content = content;
        if (!this.isConnected) return;
        if (!this.#framed) {
            render(this, frame(content));
            this.#framed = true;
        }
        this.querySelector(".chart-title").textContent = content.title;
        this.querySelector(".chart-text").textContent = content.text;
        this.#canvas.setAttribute("aria-label", `${content.title}. ${content.text}`);
        redraw(this.querySelector(".chart-table"), tableOf(content));
        if (this.#library) this.#paint();
        else if (!this.#failed) this.#load();
    }

    /** @returns {any} */
    get #canvas() {
        return this.querySelector(".chart-canvas");
    }

    async #load() {
        this.#failed = false;
        this.dataset.state = "loading";
        try {
            this.#library = await plotly();
        } catch {
            this.#failed = true;
            this.dataset.state = "failed";
            /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = true;
            return;
        }
        if (this.isConnected) await this.#paint();
    }

    async #paint() {
        if (!this.#library || !this.#content || !this.isConnected || !this.#canvas) return;
        const colours = look(this, this.#printing);
        this.#width = this.clientWidth;
        const width = this.#printing ? 680 : this.#canvas.clientWidth;
        const { traces, layout } = this.#content.draw(colours, width);
        const size = { height: this.#content.height ?? 260, width, uirevision: this.#revision };
        await this.#library.react(this.#canvas, traces, merged({ ...commonLayout(colours, width), ...size }, layout), { ...written(), displayModeBar: false, doubleClick: "reset", scrollZoom: false });
        this.dataset.state = "drawn";
    }

    /** @param {string} way */
    #zoom(way) {
        if (way !== "all") return zoom(this.#library, this.#canvas, way);
        this.#revision += 1;
        return this.#paint();
    }

    /** Paper has no theme, another width, and its reader cannot open anything. @param {boolean} printing */
    #print(printing) {
        this.#printing = printing;
        const details = this.querySelector("details");
        if (details && !this.#content?.dense) details.open = printing || this.#failed;
        this.#paint();
    }
}
customElements.define("r-chart", Chart);

/** @returns {Chart} */
export function chart() {
    return /** @type {Chart} */ (document.createElement("r-chart"));
}
