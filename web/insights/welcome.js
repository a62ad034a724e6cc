/** For whoever is here the first time: what to do, and sample files to try it with. */
import { html, path, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { address, api } from "../api.js";
import { uploads } from "./uploads.js";

const STEPS = [
    { icon: "imports", title: "Drop the exports", text: "The CSV files of the attendance dashboard, as they are. The module is read from the file's name: lusi_mbchb501.csv is module 501." },
    { icon: "check", title: "See every row accounted for", text: "Rows that were cancelled, merged or could not be read are counted with their reason and line. Nothing is left out silently." },
    { icon: "people", title: "Act on who needs help", text: "Who is below the threshold and why, whom each adviser should talk to today, and what came of it." },
];

/** @param {HTMLElement} host @param {AbortSignal} signal */
export function drawWelcome(host, signal) {
    if (host.firstElementChild) return;
    render(
        host,
        html`<section class="card stack insight-welcome" aria-labelledby="welcome-title">
            <h2 id="welcome-title">From an export to a conversation</h2>
            <ol class="steps">${STEPS.map((step) => html`<li><span class="empty-icon">${icon(step.icon)}</span><h3>${step.title}</h3><p class="muted">${step.text}</p></li>`)}</ol>
            <div class="row samples"></div>
        </section>`,
    );
    offerSamples(host.querySelector(".samples"), signal);
}

/** @param {HTMLElement} host drawn once @param {AbortSignal} signal */
export async function offerSamples(host, signal) {
    listen(host, "click", "[data-samples]", (_, button) => trySamples(button), signal);
    try {
        const { files } = await api.get("/insights/sample", { signal });
        if (signal.aborted || files.length === 0) return;
        render(
            host,
            html`<button type="button" class="button primary" data-samples>Try it with sample files</button>
                <span class="muted small">Two made-up modules: ${files.map((/** @type {any} */ file, /** @type {number} */ index) => html`${index > 0 && ", "}${link(file)}`)}. Undo takes them away again.</span>`,
        );
    } catch {
        // without a server there is nothing to try either
    }
}

/** @param {any} file */
function link({ name }) {
    return html`<a href="${address(`/insights${path("sample", name)}`)}" download>${name}</a>`;
}

/** @param {HTMLButtonElement} button */
async function trySamples(button) {
    button.disabled = true;
    try {
        const { files } = await api.get("/insights/sample");
        const made = await Promise.all(
            files.map(async (/** @type {any} */ { name }) => {
                const response = await api.bytes(`/insights${path("sample", name)}`);
                return new File([response], name);
            }),
        );
        uploads.add(made);
    } catch (error) {
        button.disabled = false;
        toast(error.detail ?? error.message, { tone: "bad" });
    }
}
