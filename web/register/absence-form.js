/** Asking for absence: kept on this device at once, the evidence follows when the server has the notice. */
import { html } from "../lib/html.js";
import { isDay, today } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { newId, store } from "../store/store.js";
import { byName } from "../roster/names.js";
import { personPicker, wirePersonPicker } from "../roster/person-picker.js";
import { CATEGORIES } from "./absence-words.js";
import { evidenceProblem, FILE_TYPES, uploadWhenKnown } from "./absence-evidence.js";

const REASON = 1000;

/** @param {{ student?: string }} preset */
export async function requestAbsence({ student } = {}) {
    const own = me.isStudent ? me.current?.user.personId : null;
    const people = own ? [] : (await store.all("person")).filter((one) => one.kind === "student" && !one.archived).toSorted(byName);
    const picker = { label: "Student", name: "student", none: "Choose a student", people, value: student, required: true };
    const now = today((await store.get("school", "school"))?.timezone);
    return openDialog({
        title: own ? "Ask to be excused" : "New absence notice",
        confirm: own ? "Send request" : "Record notice",
        opened: (dialog) => own || wirePersonPicker(dialog, picker),
        body: html`${!own && personPicker(picker)}
            ${field({ label: "Why", name: "category", type: "select", options: CATEGORIES, value: "medical" })}
            <div class="grid">
                ${field({ label: "First day", name: "firstDay", type: "date", value: now, required: true })} ${field({ label: "Last day", name: "lastDay", type: "date", value: now, required: true })}
            </div>
            ${field({ label: "What happened", name: "reason", type: "textarea", maxlength: REASON, hint: "Only what the decision needs; advisers and the office read it." })}
            ${field({ label: "Evidence", name: "evidence", type: "file", accept: FILE_TYPES, hint: "PDF or picture, up to 10 MB. It may be added later." })}`,
        submit: async (answers) => {
            const notice = { student: own ?? answers.student, category: answers.category, firstDay: answers.firstDay, lastDay: answers.lastDay };
            const file = answers.evidence instanceof File && answers.evidence.size > 0 ? answers.evidence : null;
            const errors = problems(notice, file);
            if (errors.length > 0) throw { errors };
            return save({ ...notice, reason: answers.reason || null, state: "requested" }, file);
        },
    });
}

/**
 * @param {any} fields
 * @param {File | null} file
 */
async function save(fields, file) {
    const key = newId();
    await store.capture([{ entity: "exception", key, fields, seen: {} }]);
    toast(file ? "Saved on this device. The evidence follows when the server has the notice." : "Saved on this device.", { tone: "good" });
    if (file) uploadWhenKnown(key, file);
    return key;
}

/**
 * @param {{ student: string, firstDay: string, lastDay: string }} notice
 * @param {File | null} file
 */
function problems({ student, firstDay, lastDay }, file) {
    const errors = [];
    if (!student) errors.push({ field: "student", message: "Choose the student." });
    if (!isDay(firstDay)) errors.push({ field: "firstDay", message: "Enter a day that exists." });
    if (!isDay(lastDay)) errors.push({ field: "lastDay", message: "Enter a day that exists." });
    else if (isDay(firstDay) && lastDay < firstDay) errors.push({ field: "lastDay", message: "The last day lies before the first." });
    const refused = file && evidenceProblem(file);
    if (refused) errors.push({ field: "evidence", message: refused });
    return errors;
}
