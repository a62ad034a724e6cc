/** A masked note with findings hidden in it, for a class to find. */
import { html, path } from "../lib/html.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { notice } from "../elements/markup.js";
import { navigate } from "../router.js";
import { shownFindings } from "./finding-filter.js";
import { severityMark } from "./words.js";

/** @param {any} note @param {(finding: any) => string} nameOf */
export async function makeCase(note, nameOf) {
    const found = shownFindings(note.findings, { status: "violated", severity: "" });
    if (found.length === 0) {
        await openDialog({ title: "Nothing to find in it", body: html`<p>A teaching case hides findings that are not met. This note has none.</p>` });
        return;
    }
    const body = html`${notice("Read the note once more: whoever is signed in may open the case. What is masked stays masked.", "warn")}
        ${field({ label: "Title", name: "title", required: true, maxlength: 200, value: "", hint: "Identifiers in it are masked, as in the note." })}
        <fieldset class="stack tight"><legend class="label">What the class has to find</legend>
            ${found.map((finding) => html`<label class="check"><input type="checkbox" name="hide" value="${finding.id}" checked /><span>${nameOf(finding)} ${severityMark(finding.severity)}</span></label>`)}
        </fieldset>`;
    const submit = (/** @type {any} */ { title }, /** @type {HTMLFormElement} */ form) => api.post("/compliance/teaching-cases", { document: note.id, title, hide: new FormData(form).getAll("hide") });
    const made = await openDialog({ title: "Make a teaching case", wide: true, body, confirm: "Make it", submit });
    if (made && made !== true) navigate(path("compliance", "cases", made.id));
}
