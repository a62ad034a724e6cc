/** The recordings that wait on this device: what of each is where, and what one may do with it. */
import { html, path, redraw } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { toast } from "../elements/toast.js";
import { takes } from "../store/takes.js";
import { alive } from "./recorder.js";
import { saveTake } from "./save-take.js";
import { takeSender } from "./take-sender.js";
import { whereItIs } from "./truth.js";
import { plural, sentence, size } from "./words.js";

/**
 * @param {HTMLElement} host drawn by nothing else
 * @param {AbortSignal} signal
 * @param {{ session?: string, heading?: string, always?: boolean, shownElsewhere?: () => string | null }} options `session`: only its own;
 *   `always`: says so when nothing waits; `shownElsewhere`: the take that the page shows already, unless it needs something done
 */
export function mountTakes(host, signal, { session, heading = "Recordings on this device", always = false, shownElsewhere = () => null } = {}) {
    stylesheet("/scribe/scribe.css");
    /** @type {import("../store/takes.js").TakeView[]} */
    let shown = [];
    const draw = async () => {
        const [list, living] = await Promise.all([takes.list().catch(() => []), alive()]);
        if (signal.aborted) return;
        shown = list.filter((take) => (!session || take.session === session) && (take.id !== shownElsewhere() || take.error));
        redraw(host, panel(shown, living, heading, always));
    };
    const refresh = debounce(draw, 120);
    takes.addEventListener("change", refresh, { signal });
    takeSender.addEventListener("change", refresh, { signal });
    const find = (/** @type {HTMLElement} */ button) => shown.find(({ id }) => id === button.dataset.take);
    listen(host, "click", "[data-do=save]", (_, button) => save(find(button)), signal);
    listen(host, "click", "[data-do=finish]", (_, button) => finish(find(button)), signal);
    listen(host, "click", "[data-do=again]", (_, button) => again(find(button)), signal);
    listen(host, "click", "[data-do=drop]", (_, button) => drop(find(button)), signal);
    draw();
}

/** @param {import("../store/takes.js").TakeView[]} list @param {Set<string>} living @param {string} heading @param {boolean} always */
function panel(list, living, heading, always) {
    if (list.length === 0) return always ? html`<h2>${heading}</h2><p class="muted">No recording waits here; what was recorded on this device is on the server.</p>` : html``;
    const bytes = list.reduce((sum, take) => sum + take.bytes, 0);
    return html`<div class="section-head"><h2>${heading}</h2><span class="muted small">${plural(list.length, "recording")}, ${size(bytes)}</span></div>
        <ul class="list takes">${list.map((take) => html`<li class="list-row">${row(take, living.has(take.id))}</li>`)}</ul>`;
}

/** @param {import("../store/takes.js").TakeView} take @param {boolean} isLiving */
function row(take, isLiving) {
    const stage = take.state === "stopped" ? "stopped" : isLiving ? "recording" : "interrupted";
    const word = whereItIs(take, stage, takeSender.of(take.id));
    const data = html`data-take="${take.id}"`;
    const record = path("scribe", "record", take.session);
    return html`<span class="take-icon" data-stage="${stage}">${icon("mic")}</span>
        <div class="grow stack tight">
            <p><strong>${take.title}</strong> ${stage === "recording" ? badge("Recording now", "bad", "mic") : stage === "interrupted" ? badge("Interrupted", "warn", "conflict") : ""}</p>
            <p class="small"><span class="where" data-tone="${word.tone}">${word.text}</span> <span class="muted">Begun ${dateTime(take.startedAt)}.</span></p>
            ${stage === "stopped" && take.sent > 0 && !take.error && html`<progress aria-label="Sent of ${take.title}" max="${take.bytes}" value="${take.sent}"></progress>`}
            <div class="row">
                ${stage === "recording" && html`<a class="button small" href="${record}">Open the recorder</a>`}
                ${stage === "interrupted" && html`<a class="button small primary" href="${record}">Go on recording</a><button type="button" class="button small" data-do="finish" ${data}>Finish it</button>`}
                ${take.error && html`<button type="button" class="button small primary" data-do="again" ${data}>Try again</button>`}
                ${stage !== "recording" && html`<button type="button" class="button small" data-do="save" ${data}>${icon("export")}Save as a file</button><button type="button" class="button small quiet" data-do="drop" ${data} aria-label="Let go of ${take.title}">Let go</button>`}
            </div>
        </div>`;
}

/** @param {import("../store/takes.js").TakeView} take */
async function save(take) {
    try {
        const count = await saveTake(take);
        toast(count === 1 ? "Saved as a file. It also stays here until the server has it." : `Saved as ${plural(count, "file")}, one for each run of the recorder. It also stays here.`);
    } catch (error) {
        toast(sentence(error), { tone: "bad" });
    }
}

/** @param {import("../store/takes.js").TakeView} take */
async function finish(take) {
    await takes.stop(take.id);
    takeSender.now();
    toast("Finished. It goes to the server by itself.", { tone: "good" });
}

/** @param {import("../store/takes.js").TakeView} take */
async function again(take) {
    await takes.refuse(take.id, null);
    takeSender.now();
}

/** @param {import("../store/takes.js").TakeView} take */
async function drop(take) {
    await takes.drop(take.id, true);
    toast("Let go. What is not on the server is gone from this device in an hour.", { undo: () => takes.drop(take.id, false) });
}
