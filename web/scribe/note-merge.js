/**
 * Three texts to one: what was written here and what was written on another device since both had the same text. Lines that only one
 * side changed are taken from it; where both changed the same lines, both versions stay, the other device's first, so that
 * nothing that somebody wrote is lost.
 */

/** @param {string[]} left @param {string[]} right @returns {[number, number][]} pairs of equal lines, longest common subsequence */
function matches(left, right) {
    let start = 0;
    while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
    let end = 0;
    while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
    const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
    const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1) {
        for (let j = b.length - 1; j >= 0; j -= 1) table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
    /** @type {[number, number][]} */
    const pairs = Array.from({ length: start }, (_, index) => [index, index]);
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
        if (a[i] === b[j]) pairs.push([start + i++, start + j++]);
        else if (table[i + 1][j] >= table[i][j + 1]) i += 1;
        else j += 1;
    }
    for (let index = end; index > 0; index -= 1) pairs.push([left.length - index, right.length - index]);
    return pairs;
}

/** @param {string[]} left @param {string[]} right */
function isSame(left, right) {
    return left.length === right.length && left.every((line, index) => line === right[index]);
}

/**
 * @param {string} base what both had
 * @param {string} mine
 * @param {string} theirs
 * @returns {{ text: string, conflicts: number }} `conflicts`: places where both versions stand
 */
export function merge(base, mine, theirs) {
    if (mine === theirs || theirs === base) return { text: mine, conflicts: 0 };
    if (mine === base) return { text: theirs, conflicts: 0 };
    const [lines, here, there] = [base.split("\n"), mine.split("\n"), theirs.split("\n")];
    const [toHere, toThere] = [new Map(matches(lines, here)), new Map(matches(lines, there))];
    /** @type {string[]} */
    const result = [];
    let conflicts = 0;
    let [b, m, t] = [0, 0, 0];
    const gap = (/** @type {number} */ nextBase, /** @type {number} */ nextMine, /** @type {number} */ nextTheirs) => {
        const [old, own, other] = [lines.slice(b, nextBase), here.slice(m, nextMine), there.slice(t, nextTheirs)];
        if (isSame(own, other) || isSame(other, old)) result.push(...own);
        else if (isSame(own, old)) result.push(...other);
        else {
            result.push(...other, ...own);
            if (other.length > 0 && own.length > 0) conflicts += 1;
        }
    };
    for (let index = 0; index < lines.length; index += 1) {
        const [inMine, inTheirs] = [toHere.get(index), toThere.get(index)];
        if (inMine === undefined || inTheirs === undefined) continue;
        gap(index, inMine, inTheirs);
        result.push(lines[index]);
        [b, m, t] = [index + 1, inMine + 1, inTheirs + 1];
    }
    gap(lines.length, here.length, there.length);
    return { text: result.join("\n"), conflicts };
}
