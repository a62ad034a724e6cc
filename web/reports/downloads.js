/** Links to the same answer as a file. */
import { html } from "../lib/html.js";
import { icon } from "../elements/icons.js";
import { address } from "../api.js";

/**
 * @param {string} place of the API
 * @param {Record<string, string>} parameters
 * @param {string} what is downloaded
 */
export function downloads(place, parameters, what) {
    const link = (/** @type {string} */ format) => address(place, { ...parameters, format });
    return html`<a class="button" href="${link("csv")}" download aria-label="${what} as CSV">${icon("export")}CSV</a
        ><a class="button" href="${link("xlsx")}" download aria-label="${what} as Excel workbook">${icon("export")}Excel</a>`;
}
