/** One student of the register: drawn once, then changed in place. */
import { html, render, element } from "../lib/html.js";
import { avatar, badge, STATUSES } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { MARKS, shownStatus } from "./roll.js";
import { disputeBox } from "./dispute-box.js";

/** @typedef {import("./roll.js").RollRow} RollRow */
/** @typedef {{ names: Record<string, string>, readOnly: boolean }} RowLook */

const FLAGS = {
    late: "Added after closing",
    clock_ahead: "Clock ahead",
    self: "Self check-in",
};

/** @param {RollRow} row @param {RowLook} look */
export function drawRow(row, look) {
    const item = element(html`<li class="student" data-student="${row.id}">
        ${avatar(row.person)}
        <button type="button" class="student-name" data-action="details" tabindex="-1">
            <span class="student-who" id="name-${row.id}">${row.name}</span>
            <span class="student-line"></span>
        </button>
        <div class="marks" role="group" aria-labelledby="name-${row.id}">
            ${MARKS.map((status) => button(status, look))}
        </div>
        <div class="student-extra"></div>
    </li>`);
    updateRow(item, row, look);
    return item;
}

/** @param {string} status @param {RowLook} look */
function button(status, { names, readOnly }) {
    const word = names[status];
    return html`<button type="button" class="mark" data-mark="${status}" aria-pressed="false" aria-label="${word}" tabindex="-1" ${readOnly && "disabled"}>
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
    const byNotice = !row.mark?.status && Boolean(row.notice);
    paintStatus(item, status, byNotice);
    const word = byNotice ? `${look.names.excused} (notice)` : look.names[status];
    const late = status === "late" && row.mark.minutesLate ? ` ${row.mark.minutesLate} min` : "";
    render(item.querySelector(".student-line"), html`<span class="mono">${row.person.number}</span><span class="student-status">${word}${late}</span>${flags(row)}`);
    const extra = item.querySelector(".student-extra");
    // a stepper in use keeps its focus: only its value changes
    const input = /** @type {HTMLInputElement | null} */ (extra.querySelector(".minutes input"));
    const keeps = input && status === "late" && !look.readOnly && extra.contains(document.activeElement);
    if (keeps) {
        if (input !== document.activeElement) input.value = String(row.mark.minutesLate ?? "");
        return;
    }
    render(extra, html`${status === "late" && !look.readOnly && minutes(row)}${remark(row)}${row.disputes.map((dispute) => disputeBox(dispute, look.names, look.readOnly))}`);
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
