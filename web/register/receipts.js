/** What the server signed: how many marks of this session it has, and their hash. Re-checked here against what is shown. */
import { api } from "../api.js";
import { html, render } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { empty, notice } from "../elements/markup.js";
import { openDialog } from "../elements/dialog.js";
import { icon } from "../elements/icons.js";
import { store } from "../store/store.js";
import { isSame } from "./receipt-check.js";

/** @param {string} session */
export async function showReceipts(session) {
    await openDialog({
        title: "Receipts",
        wide: true,
        body: html`<p>A receipt is the server's signature under the marks it has. Checking computes the same sum from the marks on this device.</p>
            <div class="receipts stack"></div>`,
        opened: (dialog) => {
            const host = /** @type {HTMLElement} */ (dialog.querySelector(".receipts"));
            host.addEventListener("click", (event) => {
                const button = /** @type {Element} */ (event.target).closest("[data-receipt]");
                if (button) recheck(/** @type {HTMLElement} */ (button));
            });
            draw(host, session);
        },
    });
}

/** @param {HTMLElement} host @param {string} session */
async function draw(host, session) {
    let receipts = await store.receipts(session);
    try {
        const latest = await api.get(`/attendance/sessions/${session}/receipt`, { timeout: 6_000 });
        if (latest?.hash && !receipts.some(({ hash, at }) => hash === latest.hash && at === latest.at)) receipts = [...receipts, latest];
    } catch {
        // the ones on this device can be checked without the server
    }
    receipts = receipts.toSorted((left, right) => (left.at < right.at ? 1 : -1)).slice(0, 5);
    if (receipts.length === 0) return render(host, empty({ title: "No receipt yet", text: "The server signs one when it has agreed to marks of this session.", icon: "receipt", always: true }));
    return render(
        host,
        html`${receipts.map(
            (receipt) => html`<article class="card stack tight">
                <p><strong>${receipt.count} ${receipt.count === 1 ? "mark" : "marks"}</strong> agreed, ${dateTime(receipt.at)}</p>
                <p class="mono small receipt-hash">${receipt.hash}</p>
                <div class="row"><button type="button" class="button small" data-receipt="${JSON.stringify(receipt)}">${icon("check")}Check now</button><span role="status" class="receipt-result"></span></div>
            </article>`,
        )}`,
    );
}

/** @param {HTMLElement} button */
async function recheck(button) {
    const receipt = JSON.parse(button.dataset.receipt);
    const host = button.parentElement.querySelector(".receipt-result");
    const same = await isSame(receipt);
    const here = same ? "The marks on this device are exactly those." : "The marks on this device are not the same now; some were changed since.";
    let signed = "The signature is checked when the server can be reached.";
    try {
        const { valid } = await api.post("/receipts/verify", receipt, { timeout: 6_000 });
        signed = valid ? "The signature is the server's." : "The signature is not the server's.";
    } catch {
        // said above
    }
    render(host, notice(`${here} ${signed}`, same ? "good" : "warn"));
}
