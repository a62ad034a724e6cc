/** The steps of an import after the file is chosen: the preview, a refusal of the whole file, the result. */
import { html } from "../lib/html.js";
import { field } from "../elements/field.js";
import { notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { reportView } from "./report-view.js";
import { KINDS } from "./kinds.js";

/** @typedef {{ file: File, report?: any, error?: any, kind: string, module: string, group: string, groups: { value: string, label: string }[] }} Step */

const OTHER = html`<button type="button" class="button" data-action="again">Another file</button>`;

/**
 * @param {string} kind
 * @param {boolean} detected
 */
function kindField(kind, detected) {
    const options = detected ? KINDS : [{ value: "", label: "Find out by itself" }, ...KINDS];
    return field({ label: "This file holds", name: "kind", type: "select", options, value: kind });
}

/**
 * What some kinds of file may leave unsaid: a calendar its group, an attendance export its module.
 * @param {Step} step
 */
function placeForm({ kind, module, group, groups }) {
    const calendar = kind === "icalendar";
    if (!calendar && kind !== "attendance") return "";
    const options = [{ value: "", label: "As the calendar says" }, ...groups];
    return html`<form class="row place-form" data-place novalidate>
        ${calendar
            ? field({ label: "For which group", name: "group", type: "select", value: group, options, hint: "Where neither category nor title of the events names one" })
            : field({ label: "For which module", name: "module", value: module, hint: "Code of the module, where the file does not say it", maxlength: 64, autocomplete: "off" })}
        <button type="submit" class="button">Read again</button>
    </form>`;
}

/** @param {Step} step */
export function previewView(step) {
    const { file, report, kind } = step;
    const { records } = report;
    const changes = Object.values(records).reduce((total, one) => total + one.created + one.updated, 0);
    return html`<section class="card stack" aria-labelledby="step-title">
        <div class="section-head"><h2 id="step-title" tabindex="-1" data-focus>${file.name}</h2><span class="muted">Preview, nothing is changed yet</span></div>
        <div class="filters">${kindField(kind, true)} ${placeForm(step)}</div>
        ${reportView(report)}
        <div class="row step-actions">
            ${changes > 0
                ? html`<button type="button" class="button primary" data-action="commit">${icon("check")}Let it in</button>`
                : html`<p class="muted">${report.rows.refused === report.rows.read ? "Nothing of it can come in." : "There is nothing in it that Rounds does not know already."}</p>`}
            ${OTHER}
        </div>
    </section>`;
}

/** @param {Step} step */
export function refusedView(step) {
    const { file, error, kind } = step;
    const away = error.code === "unreachable";
    const askModule = error.errors?.some((one) => one.field === "module") || error.code === "module_missing";
    return html`<section class="card stack" aria-labelledby="step-title">
        <h2 id="step-title" tabindex="-1" data-focus>${file.name}</h2>
        ${notice(away ? "The server cannot be reached, and an import needs it. The file stays chosen." : (error.detail ?? error.message), "bad")}
        <div class="filters">${kindField(kind, false)} ${placeForm({ ...step, kind: askModule ? "attendance" : kind })}</div>
        <div class="row step-actions">${OTHER}</div>
    </section>`;
}

/** @param {any} report */
export function doneView(report) {
    return html`<section class="card stack" aria-labelledby="step-title" data-id="${report.id}">
        <h2 id="step-title" tabindex="-1" data-focus>${report.file.name ?? "The file"} is in</h2>
        ${reportView(report)}
        <div class="row step-actions">
            <a class="button primary" href="${report.records.sessions.created > 0 ? "/sessions" : report.records.people.created > 0 ? "/people" : "/modules"}">See what came in</a>
            <button type="button" class="button" data-action="undo" data-id="${report.id}">${icon("undo")}Undo</button>
            ${OTHER}
        </div>
    </section>`;
}
