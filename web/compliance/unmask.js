/** The note as it was written, for its owner, with a reason that is recorded. It lives in this page only and goes with it. */
import { html, path } from "../lib/html.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";

/** @param {string} note @returns {Promise<{ text: string, findings: { id: string, evidence: any[] }[] } | null>} with the places of the words in the original; null when dismissed */
export async function unmask(note) {
    const body = html`<p>The original opens for you alone, on this page, until you mask it again or leave. <strong>That you opened it, when and why is recorded.</strong></p>
        ${field({ label: "Why do you need it?", name: "reason", required: true, maxlength: 300, hint: "For example: to correct the signed note. Leave the patient's name out." })}`;
    const answer = await openDialog({ title: "Show the original", body, confirm: "Show, and record it", submit: ({ reason }) => api.post(`/compliance${path("documents", note, "unmask")}`, { reason }) });
    return answer && answer !== true ? answer : null;
}
