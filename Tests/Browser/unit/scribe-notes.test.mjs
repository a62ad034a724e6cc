import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../../../web/scribe/note-merge.js";
import { insert, newline, prefix, wrap } from "../../../web/scribe/note-keys.js";
import { markdown, secondsOf } from "../../../web/scribe/markdown.js";

const MERGES = [
    ["nothing changed", "a\nb", "a\nb", "a\nb", "a\nb", 0],
    ["only here", "a\nb", "a\nx\nb", "a\nb", "a\nx\nb", 0],
    ["only there", "a\nb", "a\nb", "a\nb\ny", "a\nb\ny", 0],
    ["both, in different places", "a\nb\nc", "x\na\nb\nc", "a\nb\nc\ny", "x\na\nb\nc\ny", 0],
    ["both the same", "a", "a\nz", "a\nz", "a\nz", 0],
    ["both changed one line", "a\nb\nc", "a\nmine\nc", "a\ntheirs\nc", "a\ntheirs\nmine\nc", 1],
    ["both wrote into an empty note", "", "mine", "theirs", "theirs\nmine", 1],
    ["deleted there, untouched here", "a\nb\nc", "a\nb\nc", "a\nc", "a\nc", 0],
    ["deleted here, changed there", "a\nb\nc", "a\nc", "a\nB\nc", "a\nB\nc", 0],
];

for (const [name, base, mine, theirs, text, conflicts] of MERGES) {
    test(`notes of two devices: ${name}`, () => assert.deepEqual(merge(base, mine, theirs), { text, conflicts }));
}

test("whatever two devices write, every line that somebody added is in the merged note", () => {
    let seed = 7;
    const random = (most) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    const edit = (lines, mark) => {
        const result = [...lines];
        for (let index = 0; index < 1 + random(4); index += 1) result.splice(random(result.length + 1), random(2), `${mark}${index}`);
        return result;
    };
    for (let round = 0; round < 500; round += 1) {
        const base = Array.from({ length: random(8) }, (_, index) => `line ${index % 3}`);
        const [mine, theirs] = [edit(base, "m"), edit(base, "t")];
        const { text } = merge(base.join("\n"), mine.join("\n"), theirs.join("\n"));
        const lines = new Set(text.split("\n"));
        for (const line of [...mine, ...theirs].filter((one) => /^[mt]\d/.test(one))) assert.ok(lines.has(line), `${line} is missing in round ${round}`);
    }
});

test("the buttons above a note change its text as they say", () => {
    assert.equal(prefix({ text: "one\ntwo", from: 5, to: 5 }, "- ").text, "one\n- two");
    assert.equal(prefix({ text: "- one\n- two", from: 0, to: 11 }, "- ").text, "one\ntwo");
    assert.equal(prefix({ text: "- one", from: 3, to: 3 }, "## ").text, "## one");
    assert.deepEqual(wrap({ text: "a word here", from: 2, to: 6 }, "**"), { text: "a **word** here", from: 4, to: 8 });
    assert.equal(insert({ text: "see", from: 3, to: 3 }, "[1:05]").text, "see [1:05] ");
    assert.equal(newline({ text: "2. two", from: 6, to: 6 }).text, "2. two\n3. ");
    assert.equal(newline({ text: "- a\n- ", from: 6, to: 6 }).text, "- a\n");
    assert.equal(newline({ text: "plain", from: 5, to: 5 }), null);
});

test("a note is shown as its Markdown says, and nothing in it becomes markup", () => {
    const shown = markdown("# Title\n- **one** [1:02:03]\n- `two`\n\n> said\n<img src=x onerror=alert(1)>").toString();
    assert.match(shown, /<h2>Title<\/h2><ul class="bullets"><li><strong>one<\/strong> <button type="button" class="moment" data-at="3723">1:02:03<\/button><\/li><li><code>two<\/code><\/li><\/ul><blockquote>said<\/blockquote>/);
    assert.ok(!shown.includes("<img"));
    assert.equal(secondsOf("12:34"), 754);
});
