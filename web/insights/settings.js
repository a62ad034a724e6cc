/** What counts as what, for the whole school. */
import { html } from "../lib/html.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { toast } from "../elements/toast.js";
import { store } from "../store/store.js";
import { fullName } from "../roster/names.js";

/** @param {any} known answer of /modules, for the advisers in the exports */
export async function editSettings(known) {
    try {
        const [settings, people, advisers] = await Promise.all([api.get("/insights/settings"), store.all("person"), advisersOf(known)]);
        const staff = people.filter(({ kind }) => kind === "staff");
        const saved = await openDialog({ title: "Settings of the analysis", wide: true, confirm: "Save", body: form(settings, advisers, staff), submit: (values) => api.patch("/insights/settings", changes(values, settings, advisers)) });
        if (saved) toast("The settings are saved. Every figure follows them from now on.", { tone: "good" });
    } catch (error) {
        toast(error.detail ?? error.message, { tone: "bad" });
    }
}

/** @param {any} known @returns {Promise<string[]>} names of advisers in the exports */
async function advisersOf(known) {
    const answers = await Promise.all((known?.items ?? []).slice(0, 20).map((/** @type {any} */ one) => api.get("/insights/summary", { query: { module: one.module, limit: 1 } })));
    return [...new Set(answers.flatMap((answer) => answer.choices?.advisers ?? []))].filter(Boolean).toSorted();
}

/** @param {any} settings @param {string[]} advisers @param {any[]} staff */
function form(settings, advisers, staff) {
    const links = new Map((settings.adviserLinks ?? []).map((/** @type {any} */ link) => [link.adviser, link.person]));
    const options = [{ value: "", label: "Nobody in Rounds" }, ...staff.map((person) => ({ value: person.id, label: fullName(person) }))];
    return html`<div class="grid">
            ${field({ label: "Threshold, %", name: "threshold", value: settings.threshold, hint: "A student at or below it stands on the list; 0 to 100, for example 80 or 33.33" })}
            ${field({ label: "Smallest group that is shown", name: "smallCell", type: "number", min: 1, max: 100, value: settings.smallCell, hint: "Fewer students are hidden; 1 hides none" })}
        </div>
        <div class="grid">
            ${field({ label: "Self-study, one word a line", name: "study", type: "textarea", value: lines(settings.patterns?.study), hint: "Events whose description has it count for no percentage" })}
            ${field({ label: "Placement, one word a line", name: "placement", type: "textarea", value: lines(settings.patterns?.placement), hint: "Events whose description has it are placement check-ins" })}
        </div>
        ${advisers.length > 0 &&
        staff.length > 0 &&
        html`<details>
            <summary>Advisers in the exports and who they are in Rounds</summary>
            <p class="muted small">Somebody who signs in as an adviser sees the students of the names that are linked to them.</p>
            <div class="grid">${advisers.map((adviser, index) => field({ label: adviser, name: `adviser-${index}`, type: "select", options, value: links.get(adviser) ?? "" }))}</div>
        </details>`}`;
}

/** @param {Record<string, any>} values @param {any} settings @param {string[]} advisers */
function changes(values, settings, advisers) {
    const others = (settings.adviserLinks ?? []).filter((/** @type {any} */ link) => !advisers.includes(link.adviser));
    const links = advisers.map((adviser, index) => ({ adviser, person: values[`adviser-${index}`] })).filter(({ person }) => person);
    const adviserLinks = "adviser-0" in values ? { adviserLinks: [...others, ...links] } : {};
    return { threshold: values.threshold.replace(",", "."), smallCell: Number(values.smallCell), patterns: { study: words(values.study), placement: words(values.placement) }, ...adviserLinks };
}

/** @param {string[] | undefined} list */
function lines(list) {
    return (list ?? []).join("\n");
}

/** @param {string} text */
function words(text) {
    return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
}
