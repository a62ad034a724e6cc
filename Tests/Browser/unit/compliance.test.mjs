import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../../web/compliance/ranges.js";

const finding = (id, ...evidence) => ({ id, evidence: evidence.map(([start, end]) => ({ start, end })) });

test("overlapping marks are cut at every edge, and nothing of the text is lost or doubled", () => {
    const text = "97110 25 min, 97140 20 min";
    const found = pieces(text, [{ start: 6, end: 8 }], [finding("a", [0, 12]), finding("b", [6, 26])]);
    assert.equal(found.map((one) => one.text).join(""), text);
    assert.deepEqual(found.map((one) => [one.text, one.spans.length, one.evidence.map((each) => each.finding.id).join()]), [
        ["97110 ", 0, "a"],
        ["25", 1, "a,b"],
        [" min", 0, "a,b"],
        [", 97140 20 min", 0, "b"],
    ]);
});

test("places are counted in code points as the server does", () => {
    const text = "😀 pain 3/10 – naïve 𝒳 end";
    const points = Array.from(text);
    const at = points.indexOf("3");
    const marked = pieces(text, [], [finding("a", [at, at + 4])]).find((one) => one.evidence.length > 0);
    assert.equal(marked.text, "3/10");
    const last = pieces(text, [], [finding("a", [points.length - 3, points.length])]).at(-1);
    assert.equal(last.text, "end");
});

test("places that are none are left out, and an empty text has no pieces", () => {
    const text = "short";
    const found = pieces(text, [{ start: 2, end: 99 }], [finding("a", [-1, 3], [4, 4], [3, 2])]);
    assert.deepEqual(found.map((one) => [one.text, one.spans.length, one.evidence.length]), [["short", 0, 0]]);
    assert.deepEqual(pieces("", [], []), []);
});

test("one finding with two places keeps them apart", () => {
    const found = pieces("right knee, left knee", [], [finding("a", [0, 10], [12, 21])]);
    assert.deepEqual(found.filter((one) => one.evidence.length > 0).map((one) => [one.text, one.evidence[0].index]), [["right knee", 0], ["left knee", 1]]);
});
