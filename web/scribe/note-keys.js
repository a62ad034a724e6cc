/** What the buttons above a note do to its text: pure, from a text with a selection to another one. */

/** @typedef {{ text: string, from: number, to: number }} Selection */

/** Puts `mark` before every line of the selection, or takes it away where all have it. @param {Selection} selection @param {string} mark */
export function prefix({ text, from, to }, mark) {
    const start = text.lastIndexOf("\n", from - 1) + 1;
    const after = text.indexOf("\n", to);
    const end = after === -1 ? text.length : after;
    const lines = text.slice(start, end).split("\n");
    const has = lines.every((line) => line.startsWith(mark));
    const changed = lines.map((line) => (has ? line.slice(mark.length) : mark + line.replace(/^(#{1,3} |[-*] |\d+[.)] |> )/, ""))).join("\n");
    const result = text.slice(0, start) + changed + text.slice(end);
    return { text: result, from: start + changed.length, to: start + changed.length };
}

/** @param {Selection} selection @param {string} mark around the selected words */
export function wrap({ text, from, to }, mark) {
    const chosen = text.slice(from, to);
    const result = text.slice(0, from) + mark + chosen + mark + text.slice(to);
    return { text: result, from: from + mark.length, to: to + mark.length };
}

/** @param {Selection} selection @param {string} words */
export function insert({ text, from, to }, words) {
    const before = text.slice(0, from);
    const gap = before === "" || /\s$/.test(before) ? "" : " ";
    const at = from + gap.length + words.length + 1;
    return { text: `${before}${gap}${words} ${text.slice(to).replace(/^ /, "")}`, from: at, to: at };
}

/** Enter in a list or quote begins the next item; on an empty one it ends the list. @param {Selection} selection @returns {Selection | null} null: as usual */
export function newline({ text, from, to }) {
    const start = text.lastIndexOf("\n", from - 1) + 1;
    const line = text.slice(start, from);
    const found = /^(\s*(?:[-*]|\d+[.)]|>) )(.*)$/.exec(line);
    if (!found) return null;
    const [, mark, rest] = found;
    if (rest.trim() === "") return { text: text.slice(0, start) + text.slice(to), from: start, to: start };
    const next = mark.replace(/\d+/, (digits) => String(Number(digits) + 1));
    const result = `${text.slice(0, from)}\n${next}${text.slice(to)}`;
    return { text: result, from: from + 1 + next.length, to: from + 1 + next.length };
}
