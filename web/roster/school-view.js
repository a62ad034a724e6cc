/** The sections of the school page, and its form as the API takes it. */
import { html } from "../lib/html.js";
import { field } from "../elements/field.js";
import { STATUSES } from "../elements/markup.js";

export function yearSection() {
    return html`<section class="card stack tight" aria-labelledby="year-title">
        <h2 id="year-title">A new year</h2>
        <p class="muted">Archives the groups of the ended year with all their sessions and marks, so that the new enrolments can be imported. People stay.</p>
        <div class="row"><button type="button" class="button" data-action="rollover">Roll over the year</button><a class="button" href="/imports">Import the new enrolments</a></div>
    </section>`;
}

export function sampleSection() {
    return html`<section class="card stack tight" aria-labelledby="sample-title">
        <h2 id="sample-title">Sample school</h2>
        <p class="muted">Takes the fictional people, their timetable and every mark on it away again.</p>
        <div id="sample-state"></div>
        <div><button type="button" class="button danger" data-action="remove-sample">Remove the sample school</button></div>
    </section>`;
}

/** @param {any} school */
export function schoolForm(school) {
    return html`<form class="card stack" id="school-form" novalidate>
        <div class="grid">
            ${field({ label: "Name of the school", name: "name", value: school.name, required: true, maxlength: 200 })}
            ${field({ label: "Time zone", name: "timezone", type: "select", options: zones(school.timezone), value: school.timezone, hint: "Decides which day it is" })}
            ${field({ label: "Language", name: "language", value: school.language, hint: "A tag such as en, en-GB or de-CH; how dates are written", maxlength: 20, autocomplete: "off" })}
        </div>
        <fieldset class="stack tight">
            <legend class="label">Words for the statuses</legend>
            <div class="grid status-names">
                ${Object.entries(STATUSES).map(([status, { word }]) => field({ label: word, name: `statusNames.${status}`, value: school.statusNames?.[status] ?? word, required: true, maxlength: 40, autocomplete: "off" }))}
            </div>
        </fieldset>
        ${field({ label: "Excused sessions count in rates", name: "excusedCounts", type: "checkbox", value: school.excusedCounts, hint: "Off: an excused session leaves the sum. On: it counts as held and not attended." })}
        ${field({ label: "Students may check themselves in", name: "selfCheckIn", type: "checkbox", value: school.selfCheckIn, hint: "With a changing code on the lecturer's screen; the lecturer sees and may undo each." })}
        <p class="form-error" role="alert" hidden></p>
        <div><button type="submit" class="button primary">Save</button></div>
    </form>`;
}

/** @param {string} present */
function zones(present) {
    const known = /** @type {any} newer than the type checker's library */ (Intl).supportedValuesOf?.("timeZone") ?? [];
    const all = [...new Set([present, "UTC", ...known])].toSorted();
    return all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/**
 * What the form says, as the API takes it.
 * @param {Record<string, any>} answers
 */
export function wanted(answers) {
    const names = Object.fromEntries(Object.keys(STATUSES).map((status) => [status, answers[`statusNames.${status}`]]));
    const { name, timezone, language, excusedCounts, selfCheckIn } = answers;
    return { name, timezone, language, excusedCounts, selfCheckIn, statusNames: names };
}

/** @param {any} school */
export function settingsOf({ name, timezone, language, statusNames, excusedCounts, selfCheckIn }) {
    return { name, timezone, language, statusNames, excusedCounts, selfCheckIn };
}
