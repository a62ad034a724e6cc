/** Two people said different things: both with author and time, and a button each. */
import { html } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { icon } from "../elements/icons.js";

const FIELDS = { status: "status", minutesLate: "minutes late", remark: "remark", state: "decision" };

/** @param {any} dispute @param {any} value @param {Record<string, string>} names */
export function valueWord(dispute, value, names) {
    if (dispute.field === "status") return names[value ?? "unmarked"] ?? value;
    if (value === null || value === "") return "nothing";
    if (dispute.field === "minutesLate") return `${value} min`;
    return dispute.field === "remark" ? `“${value}”` : value;
}

/**
 * When one person said both, the device tells them apart.
 * @param {any} version @param {any} dispute @param {string | undefined} device this one
 */
function whence(version, { kept, other }, device) {
    if (kept.author !== other.author || kept.device === other.device || !device) return "";
    return version.device === device ? ", on this device" : ", on another device";
}

/**
 * @param {any} dispute @param {Record<string, string>} names @param {boolean} readOnly
 * @param {{ device?: string, chosen?: "kept" | "other" }} more this device's id, and the side that was taken a moment ago
 */
export function disputeBox(dispute, names, readOnly, { device, chosen } = {}) {
    const { kept, other, kind } = dispute;
    const title = kind === "amendment" ? "Proposed after closing" : `Two answers for ${FIELDS[dispute.field] ?? dispute.field}`;
    const side = (/** @type {any} */ version, /** @type {string} */ verb) => {
        const word = valueWord(dispute, version.value, names);
        const who = html`<span class="small">${version.authorName ?? "Somebody"}, ${dateTime(version.at)}${whence(version, dispute, device)}</span>`;
        if (readOnly) return html`<p><strong>${word}</strong> ${who}</p>`;
        const which = version === kept ? "kept" : "other";
        return html`<button type="button" class="button" data-settle="${dispute.id}" data-side="${which}" ${chosen && html`aria-pressed="${String(chosen === which)}"`}><span><strong>${verb} ${word}</strong>${who}</span></button>`;
    };
    return html`<div class="dispute" role="group" aria-label="${title}">
        <p class="dispute-title">${icon("conflict")}${title}</p>
        <div class="row">${side(kept, "Keep")} ${side(other, kind === "amendment" ? "Accept" : "Take")}</div>
    </div>`;
}
