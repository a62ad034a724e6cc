/** What a reviewer thinks of a finding. Taking it back is one press on the same button, or Undo. */
import { path } from "../lib/html.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { toast } from "../elements/toast.js";
import { sentence } from "./words.js";

/** @typedef {{ correct: boolean, comment: string | null } | null} Verdict */

/** @param {string} note @param {any} finding @param {boolean} correct @param {(finding: any) => void} changed */
export async function judge(note, finding, correct, changed) {
    const before = /** @type {Verdict} */ (finding.verdict ?? null);
    const back = () => save(note, finding, before, changed);
    if (before?.correct === correct) {
        if (await save(note, finding, null, changed)) toast("Your verdict is taken back.", { undo: back });
        return;
    }
    const comment = correct ? null : await reason(finding);
    if (comment === undefined) return;
    if (await save(note, finding, { correct, comment }, changed)) toast(correct ? "Noted: the finding is right." : "Noted: disputed. It stays visible and counts in the rule's precision.", { undo: back });
}

/** @param {any} finding @returns {Promise<string | null | undefined>} undefined when dismissed */
async function reason(finding) {
    const body = field({ label: "What is wrong with it? (may stay empty)", name: "comment", type: "textarea", maxlength: 1000, hint: "Whoever looks after the rubric reads it. Leave the patient's name out.", value: finding.verdict?.comment ?? "" });
    const answer = await openDialog({ title: "This finding is not right", body, confirm: "Save", submit: ({ comment }) => ({ comment: comment || null }) });
    return answer && answer !== true ? answer.comment : undefined;
}

/** @param {string} note @param {any} finding @param {Verdict} verdict @param {(finding: any) => void} changed @returns {Promise<boolean>} */
async function save(note, finding, verdict, changed) {
    const address = `/compliance${path("documents", note, "findings", finding.id, "verdict")}`;
    try {
        if (verdict) await api.put(address, { correct: verdict.correct, comment: verdict.comment });
        else await api.delete(address);
    } catch (error) {
        toast(sentence(error), { tone: "bad" });
        return false;
    }
    changed({ ...finding, verdict });
    return true;
}
