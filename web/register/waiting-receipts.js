/** The receipts on this device, checked against what it shows. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { store } from "../store/store.js";
import { sessionName } from "./operation-text.js";
import { checkReceipt, latestReceipts } from "./receipt-check.js";

/** Sessions looked at: a term's worth for one teacher. */
const CHECKED = 60;

const WORDS = {
    differs: "The server has other marks than this device shows.",
    unknown: "The marks here are not those of the receipt. Whether somebody changed them since shows when the server can be reached.",
};

/** @typedef {{ receipt: import("./receipt-check.js").Receipt, finding: import("./receipt-check.js").Finding, name: string }} Checked */

export class ReceiptChecks {
    #changed;
    /** @type {Checked[] | null} */ #checked = null;
    #running = false;

    /** @param {() => void} changed called when there is another result */
    constructor(changed) {
        this.#changed = changed;
    }

    async run() {
        if (this.#running) return;
        this.#running = true;
        /** @type {Checked[]} */
        const checked = [];
        for (const receipt of await latestReceipts(CHECKED)) {
            const session = await store.get("session", receipt.session);
            if (!session) continue;
            checked.push({ receipt, finding: await checkReceipt(receipt), name: sessionName(session) });
        }
        this.#checked = checked;
        this.#running = false;
        this.#changed();
    }

    draw() {
        const checked = this.#checked;
        if (!checked || checked.length === 0) return html``;
        const odd = checked.filter(({ finding }) => finding !== "same");
        const differs = odd.some(({ finding }) => finding === "differs");
        const what = checked.length === 1 ? "The receipt of one register matches" : `The receipts of ${checked.length} registers match`;
        const actions = html`<button type="button" class="button small" data-action="check">Check again</button>
            ${differs && html`<button type="button" class="button small" data-action="fetch">Fetch everything again</button>`}`;
        return html`<h2>Receipts</h2>
            ${odd.length === 0
                ? notice(`${what} what this device shows: the server signed that it has these marks.`, "good", actions)
                : notice(`${odd.length} of ${checked.length} receipts do not match what this device shows.`, differs ? "bad" : "warn", actions)}
            ${odd.length > 0 &&
            html`<ul class="list">
                ${odd.map(
                    ({ receipt, finding, name }) => html`<li class="list-row">
                        <div class="grow">
                            <p>${icon("receipt")} <strong><a href="${path("sessions", receipt.session)}">${name}</a></strong></p>
                            <p>${WORDS[finding]}</p>
                            <p class="muted small">Receipt of ${dateTime(receipt.at)} for ${receipt.count} ${receipt.count === 1 ? "mark" : "marks"}</p>
                        </div>
                    </li>`,
                )}
            </ul>`}`;
    }
}
