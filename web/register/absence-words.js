/** Words of absence notices, and who may do what with one. */
import { me } from "../me.js";

export const CATEGORIES = [
    { value: "medical", label: "Medical" },
    { value: "family", label: "Family" },
    { value: "religious", label: "Religious" },
    { value: "bereavement", label: "Bereavement" },
    { value: "professional", label: "Professional" },
    { value: "suspension", label: "Suspension" },
    { value: "other", label: "Other" },
];

/** @type {Record<string, { label: string, tone: "warn" | "good" | "bad" | "neutral", icon: string }>} */
export const STATES = {
    requested: { label: "Requested", tone: "warn", icon: "clock" },
    approved: { label: "Approved", tone: "good", icon: "check" },
    declined: { label: "Declined", tone: "bad", icon: "cross" },
    withdrawn: { label: "Withdrawn", tone: "neutral", icon: "undo" },
};

/** @param {string} category */
export function categoryName(category) {
    return CATEGORIES.find((one) => one.value === category)?.label ?? category;
}

/** Deciding reaches an adviser's own students; the server sends an adviser no others. */
export function mayDecide() {
    return me.is("owner", "administrator", "director", "adviser");
}

export function mayRequest() {
    return me.is("owner", "administrator", "student");
}

/** @param {any} notice */
export function mayWithdraw(notice) {
    return notice.state === "requested" && me.isStudent && notice.student === me.current?.user.personId;
}
