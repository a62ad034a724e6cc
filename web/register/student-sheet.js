/** One student on one register: remark, flags in words, history of the mark, the way to the student's record. */
import { html, path, render } from "../lib/html.js";
import { dateTime, plainDay } from "../lib/dates.js";
import { statusBadge } from "../elements/markup.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { icon } from "../elements/icons.js";
import { loading } from "../elements/progress.js";
import { shownStatus } from "./roll.js";
import { drawHistory, loadHistory } from "./history.js";

const FLAGS = {
    late: "Captured before the register was closed, received afterwards.",
    not_enrolled: "The student was not enrolled in this group on the day. The mark is kept.",
    clock_ahead: "The device's clock was ahead; the time of receipt orders this mark.",
    self: "The student entered the check-in code. You can change it like any mark.",
};

/**
 * @param {import("./roll.js").RollRow} row
 * @param {import("./roll.js").Roll} roll
 * @param {{ names: Record<string, string>, readOnly: boolean }} look
 * @returns {Promise<string | null>} the remark, or null when nothing was changed
 */
export async function showStudent(row, roll, look) {
    const { mark, notice, person } = row;
    const byNotice = !mark?.status && Boolean(notice);
    const body = html`<div class="row">
            ${statusBadge(shownStatus(row), { minutes: mark?.minutesLate, notice: byNotice, names: look.names })}
            <span class="muted">${person.number}</span>
            <a href="${path("students", row.id)}">Student record</a>
        </div>
        ${notice && html`<p class="row">${icon("absences")}Approved absence notice (${notice.category}), ${plainDay(notice.firstDay)} to ${plainDay(notice.lastDay)}</p>`}
        ${!row.enrolled && html`<p>${FLAGS.not_enrolled}</p>`}
        ${(mark?.flags ?? []).filter((/** @type {string} */ flag) => FLAGS[flag] && flag !== "not_enrolled").map((/** @type {string} */ flag) => html`<p>${FLAGS[flag]}</p>`)}
        ${look.readOnly
            ? mark?.remark && html`<p>${mark.remark}</p>`
            : field({ label: "Remark", name: "remark", type: "textarea", value: mark?.remark ?? "", maxlength: 500, hint: "Seen by staff of this register and by the student." })}
        <section class="stack tight" aria-labelledby="history-title">
            <h3 id="history-title">History of this mark</h3>
            <div class="history">${loading()}</div>
        </section>`;
    const answer = await openDialog({
        title: row.name,
        body,
        wide: true,
        confirm: look.readOnly ? undefined : "Save remark",
        submit: ({ remark }) => ({ remark }),
        opened: async (dialog) => {
            dialog.querySelector(".dialog-body a").addEventListener("click", () => dialog.close());
            const history = await loadHistory(roll.session.id, row);
            if (dialog.isConnected) render(dialog.querySelector(".history"), drawHistory(history, look.names, dateTime));
        },
    });
    return answer && typeof answer === "object" ? answer.remark : null;
}
