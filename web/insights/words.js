/** How figures of attendance are written. */
import { plainDay } from "../lib/dates.js";
import { html } from "../lib/html.js";
import { plural } from "../lib/plural.js";

export { plural };

const whole = new Intl.NumberFormat("en-GB");

/** @param {number | null | undefined} value */
export function number(value) {
    return value === null || value === undefined ? "–" : whole.format(value);
}

/**
 * A count of an aggregate. What is hidden is not called a small number: others are hidden with it, lest it be worked out.
 * @param {number | null | undefined} value
 * @param {boolean} [hidden]
 */
export function count(value, hidden = false) {
    return hidden || value === null || value === undefined ? "hidden" : whole.format(value);
}

/** Why something is hidden. @param {number} smallCell the school's size of a small cell */
export function whyHidden(smallCell) {
    return `Hidden: fewer than ${smallCell} students, or a figure from which theirs could be worked out.`;
}

/**
 * With one decimal, and more where one would round onto a limit the figure does not reach: 80.04 is not 80.0 when 80 counts.
 * @param {number | null | undefined} value
 * @param {number} [threshold]
 */
export function percent(value, threshold) {
    if (value === null || value === undefined) return "–";
    const limits = new Set([0, 100, threshold]);
    const digits = [1, 2, 3, 4].find((digits) => !limits.has(Number(value.toFixed(digits))) || limits.has(value)) ?? 4;
    return `${value.toFixed(digits)} %`;
}

/**
 * Decided in whole numbers as on the server; a threshold has nine decimals at most. No figure is below nothing.
 * @param {{ attended: number | null, expected: number | null }} counts
 * @param {string} threshold
 */
export function isAtOrBelow({ attended, expected }, threshold) {
    if (!(expected > 0)) return false;
    const [whole, decimals = ""] = threshold.split(".");
    return BigInt(attended ?? 0) * 100_000_000_000n <= BigInt(whole + decimals.padEnd(9, "0")) * BigInt(expected);
}

/** A change in percentage points, with its direction in words for those who do not see the arrow. @param {number | null | undefined} points */
export function trend(points) {
    if (points === null || points === undefined) return html`<span class="muted">–</span>`;
    if (Math.abs(points) < 0.05) return html`<span class="trend" data-way="level"><span aria-hidden="true">→</span> level</span>`;
    const way = points < 0 ? "down" : "up";
    return html`<span class="trend" data-way="${way}"><span aria-hidden="true">${way === "up" ? "↗" : "↘"}</span> <span class="visually-hidden">${way} </span>${Math.abs(points).toFixed(1)}</span>`;
}

/**
 * What it takes to reach the threshold.
 * @param {any} student
 * @param {string} threshold
 */
export function headroom(student, threshold) {
    if (student.percentage === null) return "No teaching was expected in this period, so there is no figure.";
    if (student.spare !== null && student.spare !== undefined && !student.toReach) {
        if (student.spare > 0) return `Above ${threshold} %. May miss ${plural(student.spare, "more event")} in a row and still stand at ${threshold} % or above.`;
        return `At or just above ${threshold} %. The next absence brings the figure below it.`;
    }
    if (student.toReach === null || student.toReach === undefined) return `${threshold} % can no longer be reached.`;
    return `To reach ${threshold} %, ${plural(student.toReach, "event")} in a row ${student.toReach === 1 ? "has" : "have"} to be attended.`;
}

/** @param {any} student */
export function name(student) {
    return [student.firstName, student.surname].filter(Boolean).join(" ") || "No name";
}

export const STATUS_WORDS = { attended: "Attended", excused: "Excused", absent: "Absent" };
export const KIND_WORDS = { teaching: "Teaching", placement: "Placement", study: "Self-study" };

export const HOW = [
    { value: "spoke", label: "Spoke in person" },
    { value: "phone", label: "Phone" },
    { value: "email", label: "E-mail" },
    { value: "meeting", label: "Meeting" },
    { value: "letter", label: "Letter" },
];

/** "1 Sept 2025, 09:00" of a local time without a zone. @param {string | null | undefined} at */
export function moment(at) {
    if (!at) return "–";
    const [day, time = ""] = at.split("T");
    return time ? `${plainDay(day)}, ${time.slice(0, 5)}` : plainDay(day);
}
