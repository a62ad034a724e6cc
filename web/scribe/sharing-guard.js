/** Before a recording is shared: words of its transcript that may tell who a patient or a guest is, to look at once more. */
import { html, path } from "../lib/html.js";
import { plural } from "../lib/plural.js";
import { openDialog } from "../elements/dialog.js";
import { api } from "../api.js";
import { clock } from "./words.js";

/** At most so many of a kind are listed; the rest is a number. */
const LISTED = 12;

/** @type {Record<string, string>} */
const KINDS = {
    NAME: "Names", GEO: "Places", DATE: "Dates", AGE_OVER_89: "Ages over 89", PHONE: "Telephone numbers", FAX: "Fax numbers", EMAIL: "E-mail addresses",
    SSN: "Social security numbers", MRN: "Record numbers", PLAN_ID: "Health plan numbers", ACCOUNT: "Account numbers", LICENSE: "Licence numbers",
    VEHICLE: "Vehicles", DEVICE: "Devices", URL: "Web addresses", IP: "Internet addresses", BIOMETRIC: "Biometric marks", PHOTO: "Pictures",
    OTHER_ID: "Other numbers", FACILITY: "Places of care",
};

/**
 * Whether somebody who was shown what was found wants to share all the same; true when nothing was found.
 * @param {any} recording
 * @returns {Promise<boolean>}
 */
export async function isAgreed(recording) {
    const { items } = await api.get(`/scribe${path("recordings", recording.id, "identifiers")}`);
    if (items.length === 0) return true;
    const answer = await openDialog({
        title: "Share it with students?",
        confirm: "Share anyway",
        body: html`<p>${plural(items.length, "word or number", "words and numbers")} in the transcript may tell who somebody is. Correct a sentence first where a patient or a guest could be known by it; the recording itself says it all the same.</p>
            ${grouped(items).map(([kind, found]) => list(kind, found))}`,
    });
    return answer !== null;
}

/** @param {any[]} items @returns {[string, any[]][]} in the order in which kinds first come */
function grouped(items) {
    const kinds = new Map();
    for (const item of items) kinds.set(item.type, [...(kinds.get(item.type) ?? []), item]);
    return [...kinds];
}

/** @param {string} kind @param {any[]} found */
function list(kind, found) {
    const more = found.length - LISTED;
    return html`<section class="found"><h3>${KINDS[kind] ?? kind} (${found.length})</h3>
        <ul class="bullets">${found.slice(0, LISTED).map((one) => html`<li><span class="masked-word">${masked(one.text)}</span> <span class="muted small">at ${clock(one.start)}</span></li>`)}</ul>
        ${more > 0 && html`<p class="muted small">and ${more} more</p>`}</section>`;
}

/** The first letter and the length of each word: enough to find it, not enough to read it over a shoulder. @param {string} text */
export function masked(text) {
    return text.replace(/[\p{L}\p{N}]+/gu, (word) => [...word][0] + "•".repeat([...word].length - 1));
}
