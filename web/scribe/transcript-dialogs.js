/** Questions about one sentence: who says it, which tag of one's own words, what it was before. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { segmented } from "../elements/markup.js";
import { api } from "../api.js";
import { clock } from "./words.js";

/**
 * @param {import("./transcript-model.js").Segment} segment
 * @param {{ key: string, name: string }[]} speakers
 * @returns {Promise<{ name: string, everywhere: boolean } | true | null>}
 */
export function askSpeaker(segment, speakers) {
    const now = speakers.find(({ key }) => key === segment.speaker);
    const scope = [
        { value: "all", label: `Everything ${now?.name ?? ""} says` },
        { value: "one", label: "This sentence only" },
    ];
    return openDialog({
        title: `Who speaks at ${clock(segment.start)}`,
        confirm: "Save",
        body: html`${field({ label: "Name", name: "name", value: now?.name ?? "", maxlength: 80, required: true, autocomplete: "off" })}
            ${speakers.length > 0 && html`<p class="small muted">In this recording: ${speakers.map(({ name }) => name).join(", ")}</p>`} ${now && segmented({ legend: "What is renamed", name: "scope", options: scope, value: "all", hideLegend: false })}`,
        submit: (answers) => {
            if (!answers.name) throw { errors: [{ field: "name", message: "Type a name." }] };
            return { name: answers.name, everywhere: Boolean(now) && answers.scope === "all" };
        },
    });
}

/** @param {import("./transcript-model.js").Segment} segment @param {string[]} used labels @param {boolean} mayShare @returns {Promise<{ label: string, shared: boolean } | true | null>} */
export function askTag(segment, used, mayShare) {
    return openDialog({
        title: `Tag ${clock(segment.start)}`,
        confirm: "Tag",
        body: html`${field({ label: "Tag", name: "label", maxlength: 60, required: true, autocomplete: "off", hint: used.length > 0 ? `Used here: ${used.join(", ")}` : "A word or two, for instance dosage" })}
            ${mayShare && field({ label: "Everybody who reads this transcript sees it", name: "shared", type: "checkbox" })}`,
        submit: (answers) => {
            if (!answers.label) throw { errors: [{ field: "label", message: "Type a word." }] };
            return { label: answers.label, shared: answers.shared === true };
        },
    });
}

/**
 * @param {import("./transcript-model.js").Segment} segment
 * @returns {Promise<string | null>} the wording to go back to
 */
export async function askHistory(segment) {
    const { items } = await api.get(`/scribe${path("segments", segment.id, "history")}`);
    const answer = await openDialog({
        title: `Wordings of ${clock(segment.start)}`,
        wide: true,
        body: html`<ol class="wordings">
            ${items.map((/** @type {any} */ one, /** @type {number} */ index) => html`<li class="stack tight">
                <p>${one.text}</p>
                <div class="row between"><span class="muted small">${[one.byName ?? "The recogniser", one.at && dateTime(one.at)].filter(Boolean).join(", ")}</span>${one.text !== segment.text ? html`<button type="button" class="button small" data-use="${index}">Use this</button>` : html`<span class="muted small">${one.text === segment.text && "stands there now"}</span>`}</div>
            </li>`)}
        </ol>`,
        opened: (dialog, close) => dialog.addEventListener("click", (event) => {
            const button = /** @type {HTMLElement} */ (event.target).closest("[data-use]");
            if (button instanceof HTMLElement) close({ text: items[Number(button.dataset.use)].text });
        }),
    });
    return /** @type {any} */ (answer)?.text ?? null;
}
