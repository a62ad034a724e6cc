/** Words of sessions. */

export const KINDS = [
    { value: "lecture", label: "Lecture" },
    { value: "seminar", label: "Seminar" },
    { value: "lab", label: "Lab" },
    { value: "placement", label: "Placement" },
    { value: "clinic", label: "Clinic" },
    { value: "self-study", label: "Self-study" },
];

/** @type {Record<string, { label: string, tone: "neutral" | "good" | "warn" | "bad" | "accent", icon?: string }>} */
export const SESSION_STATES = {
    scheduled: { label: "Scheduled", tone: "neutral" },
    open: { label: "Open", tone: "accent" },
    closed: { label: "Closed", tone: "good", icon: "lock" },
    cancelled: { label: "Cancelled", tone: "bad", icon: "cross" },
};

/** @param {string} kind */
export function kindName(kind) {
    return KINDS.find((one) => one.value === kind)?.label ?? kind;
}

/**
 * By day, then start; whole days first.
 * @param {any} left
 * @param {any} right
 */
export function inTime(left, right) {
    return left.date.localeCompare(right.date) || (left.start ?? "").localeCompare(right.start ?? "") || left.title.localeCompare(right.title);
}
