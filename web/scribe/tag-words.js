/** The tags that everybody has, and how a tag looks. */

export const TAGS = [
    { label: "important", word: "Important", tone: "warn", key: "1" },
    { label: "confusing", word: "Confusing", tone: "info", key: "2" },
    { label: "exam", word: "Exam", tone: "bad", key: "3" },
];

/** @param {string} label */
export function toneOf(label) {
    return TAGS.find((tag) => tag.label === label)?.tone ?? "accent";
}

/** @param {string} label */
export function wordOf(label) {
    return TAGS.find((tag) => tag.label === label)?.word ?? label;
}
