/** Absence notices as a list: who, which days, why, what can be done. */
import { html, path } from "../lib/html.js";
import { dateTime, dayRange, daysBetween } from "../lib/dates.js";
import { avatar, badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { address } from "../api.js";
import { me } from "../me.js";
import { fullName } from "../roster/names.js";
import { categoryName, mayDecide, mayWithdraw, STATES } from "./absence-words.js";

/**
 * @param {any[]} notices
 * @param {Map<string, any>} students by id
 */
export function noticeList(notices, students) {
    return html`<ul class="list notices">
        ${notices.map((one) => html`<li data-id="${one.id}">${entry(one, students.get(one.student))}</li>`)}
    </ul>`;
}

/**
 * @param {any} notice
 * @param {any} student
 */
function entry(notice, student) {
    const state = STATES[notice.state] ?? STATES.requested;
    const days = daysBetween(notice.firstDay, notice.lastDay) + 1;
    const name = me.isStudent ? "" : html`<a href="${path("students", notice.student)}"><strong>${fullName(student)}</strong></a>`;
    return html`<article class="absence">
        ${!me.isStudent && avatar(student ?? {})}
        <div class="absence-text">
            <p class="row">${name} ${badge(state.label, state.tone, state.icon)} ${badge(categoryName(notice.category))}</p>
            <p><strong>${dayRange(notice.firstDay, notice.lastDay)}</strong> <span class="muted">${days === 1 ? "one day" : `${days} days`}</span></p>
            ${notice.reason && html`<p class="absence-reason">${notice.reason}</p>`} ${history(notice)}
        </div>
        <div class="absence-actions">${evidence(notice)} ${actions(notice, fullName(student))}</div>
    </article>`;
}

/** @param {any} notice */
function history(notice) {
    const asked = notice.requestedByName && `asked by ${notice.requestedByName}${notice.requestedAt ? `, ${dateTime(notice.requestedAt)}` : ""}`;
    const decided = notice.decidedByName && `decided by ${notice.decidedByName}, ${dateTime(notice.decidedAt)}`;
    const words = [asked, decided].filter(Boolean).join(" · ");
    return words && html`<p class="muted small">${words}</p>`;
}

/** @param {any} notice */
function evidence(notice) {
    const own = notice.student === me.current?.user.personId;
    if (notice.evidence) {
        const href = address(path("attendance", "exceptions", notice.id, "evidence"));
        return html`<a class="button quiet small" href="${href}" target="_blank" rel="noopener">${icon("file")}<span class="clip">${notice.evidence.name}</span></a>`;
    }
    if (notice.state === "withdrawn" || !(own || me.manages)) return "";
    return html`<button type="button" class="button quiet small" data-action="evidence" data-id="${notice.id}">${icon("plus")}Evidence</button>`;
}

/**
 * @param {any} notice
 * @param {string} name
 */
function actions(notice, name) {
    const button = (/** @type {string} */ to, /** @type {string} */ label, /** @type {string} */ look) =>
        html`<button type="button" class="button small ${look}" data-decide="${to}" data-id="${notice.id}" aria-label="${label}${me.isStudent ? "" : `, ${name}`}, ${dayRange(notice.firstDay, notice.lastDay)}">${label}</button>`;
    if (mayWithdraw(notice)) return button("withdrawn", "Withdraw", "");
    if (!mayDecide()) return "";
    if (notice.state === "requested") return html`${button("declined", "Decline", "danger")} ${button("approved", "Approve", "primary")}`;
    if (notice.state === "approved") return button("declined", "Decline instead", "quiet");
    return notice.state === "declined" && button("approved", "Approve instead", "quiet");
}
