/**
 * The server counts in code points, a string of JavaScript in UTF-16 units. `pieces` cuts a text at every edge of what is marked in
 * it, so that overlapping marks can be drawn side by side.
 */

/** @typedef {{ start: number, end: number }} Range code points, end exclusive */
/** @typedef {{ text: string, start: number, end: number, spans: any[], evidence: { finding: any, index: number }[] }} Piece */

/** Cuts by code points whatever is outside the basic plane. @param {string} text @returns {(start: number, end: number) => string} */
function slicer(text) {
    if (!/[\uD800-\uDBFF]/.test(text)) return (start, end) => text.slice(start, end);
    const points = Array.from(text);
    return (start, end) => points.slice(start, end).join("");
}

/** @param {string} text */
function lengthOf(text) {
    return /[\uD800-\uDBFF]/.test(text) ? Array.from(text).length : text.length;
}

/**
 * @param {string} text
 * @param {any[]} spans identifiers: ranges that do not overlap each other
 * @param {any[]} findings each with `evidence`
 * @returns {Piece[]} in order, together the whole text
 */
export function pieces(text, spans, findings) {
    const cut = slicer(text);
    const length = lengthOf(text);
    const marks = findings.flatMap((finding) => (finding.evidence ?? []).map((/** @type {Range} */ { start, end }, /** @type {number} */ index) => ({ start, end, finding, index })));
    const usable = (/** @type {Range} */ { start, end }) => start >= 0 && end <= length && start < end;
    const edges = new Set([0, length]);
    for (const one of [...spans, ...marks].filter(usable)) edges.add(one.start).add(one.end);
    const sorted = [...edges].toSorted((left, right) => left - right);
    const covers = (/** @type {Range} */ one, /** @type {number} */ start, /** @type {number} */ end) => one.start <= start && one.end >= end && usable(one);
    return sorted.slice(0, -1).map((start, at) => {
        const end = sorted[at + 1];
        return {
            text: cut(start, end),
            start,
            end,
            spans: spans.filter((one) => covers(one, start, end)),
            evidence: marks.filter((one) => covers(one, start, end)).map(({ finding, index }) => ({ finding, index })),
        };
    });
}
