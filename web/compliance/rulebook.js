/** The rules of the active rubric with the manual's text, asked for once; and the dialog that shows one of them. */
import { html, path } from "../lib/html.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { citationText, DISCIPLINES, sentence, SEVERITIES, TYPES } from "./words.js";

/** @typedef {{ id: string, title: string, severity: string, citation: any, applies: any, tip: string | null, exampleWording: string | null, text: string | null }} Rule */
/** @typedef {{ rubric: { id: string, version: string }, items: Rule[] }} Rulebook */

/** @type {Promise<Rulebook> | null} */
let known = null;

/** @returns {Promise<Rulebook>} */
export function rulebook() {
    known ??= api.get("/compliance/rules");
    known.catch(forgetRules);
    return known;
}

/** Another rubric may be active now. */
export function forgetRules() {
    known = null;
}

/** Titles by id, empty where the rules cannot be had: the ids stand for themselves then. @returns {Promise<Map<string, Rule>>} */
export async function ruleNames() {
    try {
        return new Map((await rulebook()).items.map((rule) => [rule.id, rule]));
    } catch {
        return new Map();
    }
}

/** "evaluations" and such, or every note. @param {any} applies */
export function appliesText(applies) {
    const { types = [], disciplines = [] } = applies ?? {};
    const which = types.length === 0 || types.length === Object.keys(TYPES).length ? "every note" : types.map((/** @type {string} */ type) => (TYPES[type] ?? type).toLowerCase()).join(", ");
    return disciplines.length === 0 || disciplines.length === Object.keys(DISCIPLINES).length ? which : `${which} (${disciplines.join(", ")})`;
}

/** @param {string | null | undefined} text of the manual, paragraphs apart by an empty line */
export function manualText(text) {
    if (!text) return html`<p class="muted">The text of this section is not bundled. The citation says where it stands.</p>`;
    return html`<blockquote class="manual">${text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph.trim()}</p>`)}</blockquote>`;
}

/** @param {string} id of a rule */
export async function openManual(id) {
    try {
        const rule = /** @type {Rule} */ (await api.get(`/compliance${path("rules", id)}`));
        await openDialog({ title: `${rule.id}: ${rule.title}`, wide: true, body: manualBody(rule) });
    } catch (error) {
        toast(sentence(error), { tone: "bad" });
    }
}

/** @param {Rule} rule */
function manualBody(rule) {
    const { label, means } = SEVERITIES[rule.severity] ?? SEVERITIES.info;
    return html`<p><strong>${citationText(rule.citation)}</strong>${rule.citation?.effective && html` <span class="muted small">in force since ${rule.citation.effective}</span>`}</p>
        ${manualText(rule.text)}
        <p class="muted small">${label} severity (${means}); asked of ${appliesText(rule.applies)}.</p>
        ${rule.tip && html`<p><strong>What helps:</strong> ${rule.tip}</p>`}
        ${rule.exampleWording && html`<p><strong>Example:</strong> <q>${rule.exampleWording}</q></p>`}
        <p><a href="/compliance/rules?rule=${encodeURIComponent(rule.id)}" data-dismiss>All rules</a></p>`;
}
