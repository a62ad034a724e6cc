/** How people, groups and modules are named, ordered and found. */

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** @param {{ givenName?: string, familyName?: string } | null | undefined} person */
export function fullName(person) {
    return person ? `${person.givenName ?? ""} ${person.familyName ?? ""}`.trim() || "No name" : "Unknown person";
}

/**
 * By family name, then given name.
 * @param {any} left
 * @param {any} right
 */
export function byName(left, right) {
    return collator.compare(left.familyName ?? "", right.familyName ?? "") || collator.compare(left.givenName ?? "", right.givenName ?? "");
}

/**
 * @param {string} key
 * @returns {(left: any, right: any) => number}
 */
export function by(key) {
    return (left, right) => collator.compare(left[key] ?? "", right[key] ?? "");
}

/**
 * Small letters without marks, so that "nunez" finds Núñez.
 * @param {string} text
 */
export function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Whether every word of the question stands in one of the texts.
 * @param {string} question
 * @param {...(string | null | undefined)} texts
 */
export function found(question, ...texts) {
    const all = fold(texts.filter(Boolean).join(" "));
    return fold(question).split(/\s+/).every((word) => all.includes(word));
}

/**
 * "MB101 Group A" for choices.
 * @param {any} group
 * @param {Map<string, any>} modules
 */
export function groupLabel(group, modules) {
    const code = modules.get(group.module)?.code;
    return !code || group.name.startsWith(code) ? group.name : `${code} · ${group.name}`;
}

/**
 * @template {{ id: string }} T
 * @param {T[]} records
 * @returns {Map<string, T>}
 */
export function byId(records) {
    return new Map(records.map((record) => [record.id, record]));
}
