/**
 * The small Markdown of notes: headings, lists, quotes, bold, italics, code, and [12:34] for a moment of the recording. Everything goes
 * through `html`, so whatever is written is shown and nothing is run.
 */
import { html } from "../lib/html.js";

const INLINE = /\[(\d{1,2}(?::\d{2}){1,2})\]|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|`([^`]+)`/g;

/** "1:02:03" → 3723. @param {string} text */
export function secondsOf(text) {
    return text.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}

/** @param {string} text */
function inline(text) {
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(INLINE)) {
        parts.push(text.slice(from, found.index));
        const [all, time, bold, italic, code] = found;
        if (time) parts.push(html`<button type="button" class="moment" data-at="${secondsOf(time)}">${time}</button>`);
        else if (bold) parts.push(html`<strong>${bold}</strong>`);
        else if (italic) parts.push(html`<em>${italic}</em>`);
        else parts.push(html`<code>${code}</code>`);
        from = found.index + all.length;
    }
    parts.push(text.slice(from));
    return parts;
}

/** @param {string} line @returns {{ kind: string, text: string, level?: number }} */
function read(line) {
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    if (heading) return { kind: "heading", text: heading[2], level: heading[1].length };
    const bullet = /^\s*[-*]\s+(.*)$/.exec(line);
    if (bullet) return { kind: "ul", text: bullet[1] };
    const number = /^\s*\d+[.)]\s+(.*)$/.exec(line);
    if (number) return { kind: "ol", text: number[1] };
    const quote = /^>\s?(.*)$/.exec(line);
    if (quote) return { kind: "quote", text: quote[1] };
    return { kind: line.trim() === "" ? "blank" : "text", text: line };
}

/** @param {{ kind: string, level?: number, lines: string[] }} block */
function block({ kind, level, lines }) {
    if (kind === "heading") return level === 1 ? html`<h2>${inline(lines[0])}</h2>` : html`<h3>${inline(lines[0])}</h3>`;
    if (kind === "ul") return html`<ul class="bullets">${lines.map((line) => html`<li>${inline(line)}</li>`)}</ul>`;
    if (kind === "ol") return html`<ol class="bullets">${lines.map((line) => html`<li>${inline(line)}</li>`)}</ol>`;
    const broken = lines.map((line, index) => [index > 0 && html`<br />`, inline(line)]);
    return kind === "quote" ? html`<blockquote>${broken}</blockquote>` : html`<p>${broken}</p>`;
}

/** @param {string} text */
export function markdown(text) {
    /** @type {{ kind: string, level?: number, lines: string[] }[]} */
    const blocks = [];
    let last = "blank";
    for (const line of text.split("\n")) {
        const { kind, text: content, level } = read(line);
        if (kind !== "blank" && kind === last && kind !== "heading") blocks.at(-1).lines.push(content);
        else if (kind !== "blank") blocks.push({ kind, level, lines: [content] });
        last = kind;
    }
    return html`${blocks.map(block)}`;
}
