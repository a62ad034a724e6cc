/** Files on their way to this session, those an earlier visit left unfinished, and the veil that takes files dropped anywhere. */
import { element, html, redraw } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { dateTime } from "../lib/dates.js";
import { badge, notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { acceptFiles } from "../imports/drop.js";
import { fileUploads } from "./uploads.js";
import { purposeOf } from "./fingerprint.js";
import { ACCEPTED } from "./session-view.js";
import { sentence, size } from "./words.js";

/**
 * @param {HTMLElement} host drawn by nothing else
 * @param {HTMLElement} page under the veil
 * @param {string} session
 * @param {AbortSignal} signal
 * @param {() => void} arrived one more file is with the server
 * @param {() => void} handouts some of the files are none to listen to: they are shown elsewhere
 * @returns {() => void} opens the browser's choice of files
 */
export function mountUploads(host, page, session, signal, arrived, handouts) {
    const veil = element(html`<div class="drop-veil" hidden><p>${icon("wave")}Drop recordings, or handouts, to upload them</p></div>`);
    const input = /** @type {HTMLInputElement} */ (element(html`<input type="file" accept="${ACCEPTED}" multiple hidden aria-label="Recordings to upload" class="upload-input" />`));
    page.append(veil, input);
    const add = (/** @type {File[]} */ files) => {
        for (const purpose of /** @type {const} */ (["recording", "attachment"])) fileUploads.add(files.filter((file) => purposeOf(file) === purpose), { session, purpose });
        if (files.some((file) => purposeOf(file) === "attachment")) handouts();
    };
    acceptFiles(veil, add, signal);
    input.addEventListener("change", () => {
        add([...input.files]);
        input.value = "";
    });
    /** @type {import("./fingerprint.js").KnownFile[]} */
    let unfinished = [];
    const draw = () => {
        const list = fileUploads.list.filter((one) => one.session === session && one.purpose === "recording" && one.state !== "done");
        const known = new Set(list.map(({ file }) => `${file.name} ${file.size}`));
        redraw(host, panel(list, unfinished.filter((one) => one.purpose === "recording" && !known.has(`${one.name} ${one.size}`))));
        for (const one of list) move(host, one);
    };
    const look = async () => {
        unfinished = await fileUploads.unfinished(session);
        if (!signal.aborted) draw();
    };
    fileUploads.addEventListener("change", draw, { signal });
    fileUploads.addEventListener("arrived", (event) => {
        if (/** @type {CustomEvent} */ (event).detail.session === session) arrived();
        look();
    }, { signal });
    listen(host, "click", "[data-stop]", (_, button) => fileUploads.remove(Number(button.dataset.stop)), signal);
    listen(host, "click", "[data-retry]", (_, button) => fileUploads.again(Number(button.dataset.retry)), signal);
    listen(host, "click", "[data-forget]", async (_, button) => {
        await fileUploads.forget(button.dataset.forget);
        look();
    }, signal);
    listen(host, "click", "[data-choose]", () => input.click(), signal);
    look();
    return () => input.click();
}

/** @param {import("./uploads.js").FileUpload[]} list @param {import("./fingerprint.js").KnownFile[]} unfinished */
function panel(list, unfinished) {
    if (list.length === 0 && unfinished.length === 0) return html``;
    return html`<h2 class="visually-hidden">Uploads</h2>
        ${list.map((one) => card(one))}
        ${unfinished.map((one) => html`<article class="card upload-row" aria-label="${one.name}">
            <p><strong>${one.name}</strong> ${badge("Not finished", "warn", "conflict")}</p>
            <p class="muted small">Begun ${dateTime(one.at)}, ${size(one.size)}. Choose the same file again and it goes on where it stopped.</p>
            <p class="row"><button type="button" class="button small" data-choose="true">Choose the file</button><button type="button" class="button small quiet" data-forget="${one.upload}" aria-label="Give up ${one.name}">Give up</button></p>
        </article>`)}`;
}

/** @param {import("./uploads.js").FileUpload} one */
function card(one) {
    const label = one.state === "failed" ? "Take off the list" : "Cancel";
    const isPassing = one.error && (!one.error.status || one.error.status >= 500 || one.error.status === 401);
    return html`<article class="card upload-row" data-upload="${one.id}" data-state="${one.state}" aria-label="${one.file.name}">
        <div class="row between"><p><strong>${one.file.name}</strong> <span class="muted small">${size(one.file.size)}</span></p><button type="button" class="icon-button" data-stop="${one.id}" aria-label="${label}, ${one.file.name}">${icon("cross")}</button></div>
        ${one.state === "failed" ? html`<div role="alert">${notice(sentence(one.error), "bad", isPassing && html`<button type="button" class="button small" data-retry="${one.id}">Try again</button>`)}</div>` : html`<progress aria-label="Upload of ${one.file.name}" max="${one.file.size}"></progress><p class="muted small upload-says" role="status"></p>`}
    </article>`;
}

/** Only the bar and its words: the card stays as it is. @param {HTMLElement} host @param {import("./uploads.js").FileUpload} one */
function move(host, one) {
    const place = host.querySelector(`[data-upload="${one.id}"]`);
    const bar = place?.querySelector("progress");
    if (!bar) return;
    if (one.state === "finishing") bar.removeAttribute("value");
    else bar.value = one.sent;
    const percent = Math.floor((one.sent / Math.max(1, one.file.size)) * 100);
    const words = {
        waiting: "Waits for the file before it.",
        sending: `${one.resumed ? "Goes on where it stopped: " : ""}${percent} %, ${size(one.sent)} sent`,
        pausing: `The connection is gone. ${percent} % are safe; it goes on by itself.`,
        finishing: "All of it is there. The server checks what it is…",
    };
    const line = place.querySelector(".upload-says");
    const text = words[one.state] ?? "";
    if (line.textContent !== text) line.textContent = text;
}
