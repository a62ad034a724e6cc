/** What stands around a chart: its title, its buttons and the same figures as a table. */
import { html } from "../lib/html.js";
import { icon } from "./icons.js";

/** @param {import("./chart.js").ChartContent} content */
export function frame({ title }) {
    return html`<figure class="chart card">
        <figcaption>
            <h2 class="chart-title"></h2>
            <p class="chart-text muted small"></p>
        </figcaption>
        <div class="chart-canvas" role="img" aria-label=""></div>
        <p class="chart-failed" role="status">The drawing could not be fetched. The figures are in the table. <button type="button" class="button small" data-again>Try again</button></p>
        <div class="chart-tools no-print">
            <button type="button" class="icon-button" data-zoom="in" aria-label="Zoom in, ${title}">${icon("plus")}</button>
            <button type="button" class="icon-button" data-zoom="out" aria-label="Zoom out, ${title}">${icon("minus")}</button>
            <button type="button" class="button quiet small" data-zoom="all" aria-label="Whole chart, ${title}">Whole</button>
            <span class="chart-space"></span>
            <button type="button" class="button quiet small" data-save="png" aria-label="Save as PNG, ${title}">${icon("export")}PNG</button>
            <button type="button" class="button quiet small" data-save="svg" aria-label="Save as SVG, ${title}">${icon("export")}SVG</button>
        </div>
        <details>
            <summary class="no-print">The figures as a table</summary>
            <div class="chart-table"></div>
        </details>
    </figure>`;
}

/** @param {import("./chart.js").ChartContent} content */
export function tableOf({ title, table: { head, rows } }) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}, table">
        <table class="table">
            <caption class="visually-hidden">${title}</caption>
            <thead>
                <tr>${head.map((label, index) => html`<th scope="col" class="${index > 0 && "end"}">${label}</th>`)}</tr>
            </thead>
            <tbody>
                ${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td class="end">${cell}</td>`)}</tr>`)}
            </tbody>
        </table>
    </div>`;
}
