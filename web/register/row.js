/** One student of the register: drawn once, then changed in place. */
import { html, redraw } from "../lib/html.js";
import { avatar, badge, STATUSES } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { MARKS, shownStatus } from "./roll.js";
import { disputeBox } from "./dispute-box.js";

/** @typedef {import("./roll.js").RollRow} RollRow */
/** @typedef {{ names: Record<string, string>, readOnly: boolean, device: string }} RowLook `device` is this one's id */

const FLAGS = {
    late: "Added after closing",
    clock_ahead: "Clock ahead",
    self: "Self check-in",
};

/** @param {RollRow} row @param {RowLook} look */
export function rowMarkup(row, look) {
    const status = shownStatus(row);
    const byNotice = isByNotice(row);
    return html`<li class="student" data-student="${row.id}" data-status="${status}" ${byNotice && "data-notice"}>
        ${avatar(row.person)}
        <button type="button" class="student-name" data-action="details" tabindex="-1">
            <span class="student-who" id="name-${row.id}">${row.name}</span>
            <span class="student-line">${line(row, look)}</span>
        </button>
        <div class="marks" role="group" aria-labelledby="name-${row.id}">${MARKS.map((mark) => button(mark, mark === status && !byNotice, look))}</div>
        <div class="student-extra">${extra(row, look)}</div>
    </li>`;
}

/** @param {RollRow} row */
function isByNotice({ mark, notice }) {
    return !mark?.status && Boolean(notice);
}

/** @param {string} status @param {boolean} pressed @param {RowLook} look */
function button(status, pressed, { names, readOnly }) {
    const word = names[status];
    return html`<button type="button" class="mark" data-mark="${status}" aria-pressed="${String(pressed)}" aria-label="${word}" tabindex="-1" ${readOnly && "disabled"}>
        <span class="mark-letter" aria-hidden="true">${STATUSES[status].letter}</span><span class="mark-word" aria-hidden="true">${word}</span>
    </button>`;
}

/**
 * Only what a tap changes: as little as can be painted at once.
 * @param {HTMLElement} item
 * @param {string} status
 * @param {boolean} byNotice
 */
export function paintStatus(item, status, byNotice) {
    item.dataset.status = status;
    item.toggleAttribute("data-notice", byNotice);
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll(".mark"))) {
        one.setAttribute("aria-pressed", String(one.dataset.mark === status && !byNotice));
    }
}

/** @param {HTMLElement} item @param {RollRow} row @param {RowLook} look */
export function updateRow(item, row, look) {
    const status = shownStatus(row);
    paintStatus(item, status, isByNotice(row));
    redraw(item.querySelector(".student-line"), line(row, look));
    const place = item.querySelector(".student-extra");
    // a stepper in use keeps its focus: only its value changes
    const input = /** @type {HTMLInputElement | null} */ (place.querySelector(".minutes input"));
    if (input && status === "late" && !look.readOnly && place.contains(document.activeElement)) {
        if (input !== document.activeElement) input.value = String(row.mark.minutesLate ?? "");
        return;
    }
    redraw(place, extra(row, look));
    const again = /** @type {HTMLInputElement | null} */ (place.querySelector(".minutes input"));
    // what was typed is not in the markup
    if (again) again.value = String(row.mark.minutesLate ?? "");
}

/** @param {RollRow} row @param {RowLook} look */
function line(row, look) {
    const status = shownStatus(row);
    const word = isByNotice(row) ? `${look.names.excused} (notice)` : look.names[status];
    const late = status === "late" && row.mark.minutesLate ? ` ${row.mark.minutesLate} min` : "";
    return html`<span class="mono">${row.person.number}</span><span class="student-status">${word}${late}</span>${flags(row)}`;
}

/** @param {RollRow} row @param {RowLook} look */
function extra(row, look) {
    const late = shownStatus(row) === "late" && !look.readOnly;
    return html`${late && minutes(row)}${remark(row)}${row.disputes.map((dispute) => disputeBox(dispute, look.names, look.readOnly, look))}`;
}

/** @param {RollRow} row */
function flags(row) {
    const words = (row.mark?.flags ?? []).map((/** @type {string} */ flag) => FLAGS[flag]).filter(Boolean);
    if (!row.enrolled) words.push("Not on the roll");
    return words.map((word) => badge(word, "warn"));
}

/** @param {RollRow} row */
function remark(row) {
    return row.mark?.remark && html`<p class="remark">${icon("note")}<span>${row.mark.remark}</span></p>`;
}

/** @param {RollRow} row */
function minutes(row) {
    return html`<div class="minutes" role="group" aria-label="Minutes late, ${row.name}">
        <button type="button" class="step" data-step="-5" aria-label="5 minutes less">${icon("minus")}</button>
        <label><input type="number" inputmode="numeric" min="0" max="600" step="1" value="${row.mark.minutesLate ?? ""}" placeholder="–" aria-label="Minutes late" /><span aria-hidden="true">min</span></label>
        <button type="button" class="step" data-step="5" aria-label="5 minutes more">${icon("plus")}</button>
    </div>`;
}
