/** The same note checked anew: as another kind of note, as of another day, with the rubric of now. The report so far is kept. */
import { html, path } from "../lib/html.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { choices, DISCIPLINES, TYPES } from "./words.js";

/** @param {any} note @returns {Promise<any>} the note anew; null when dismissed */
export async function checkAgain(note) {
    const { conflicts = [] } = note.classification ?? {};
    const { type, discipline, strict } = note.options ?? {};
    const body = html`${conflicts.length > 0 && html`<p>The signs disagree: ${conflicts.join(" ")}</p>`}
        <div class="grid">
            ${field({ label: "Kind of note", name: "type", type: "select", options: choices(TYPES, "As the note says"), value: type ?? "" })}
            ${field({ label: "Discipline", name: "discipline", type: "select", options: choices(DISCIPLINES, "As the note says"), value: discipline ?? "" })}
            ${field({ label: "As of", name: "asOf", type: "date", hint: "Empty is today; it decides what is pending and what is late" })}
        </div>
        ${field({ label: "Mask doubtful words too", name: "strict", type: "checkbox", value: strict })}
        <p class="muted small">The report so far is kept with its rubric version.</p>`;
    const submit = (/** @type {any} */ values) => api.post(`/compliance${path("documents", note.id, "analyse")}`, { options: optionsOf(values) });
    const answer = await openDialog({ title: "Check again", body, confirm: "Check", submit });
    return answer === true ? null : answer;
}

/** What the server takes: null where the note is to say. @param {Record<string, any>} values of a form */
export function optionsOf(values) {
    const { discipline, type, asOf, strict } = values;
    return { discipline: discipline || null, type: type || null, asOf: asOf || null, strict: strict === true };
}
