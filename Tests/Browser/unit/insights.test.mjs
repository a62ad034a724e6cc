import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, isBackwards, isSound, readFilters, unusable, viewAddress } from "../../../web/insights/filters.js";
import { academicYear, presetOf, presets, term } from "../../../web/insights/presets.js";
import { headroom, isAtOrBelow, percent } from "../../../web/insights/words.js";

const weeks = (now, last) => presets(now, last).find(({ value }) => value === "weeks");
const told = (text) => unusable(new URLSearchParams(text));
const read = (text) => readFilters(new URLSearchParams(text));

test("a figure is never rounded onto a limit that it does not reach", () => {
    const cases = [
        [80, 80, "80.0 %"], [80.04, 80, "80.04 %"], [79.96, 80, "79.96 %"], [79.9996, 80, "79.9996 %"], [55, 55, "55.0 %"],
        [99.97, 80, "99.97 %"], [100, 80, "100.0 %"], [0, 80, "0.0 %"], [0.04, 80, "0.04 %"], [66.6667, 80, "66.7 %"], [null, 80, "–"],
    ];
    for (const [value, threshold, text] of cases) assert.equal(percent(value, threshold), text);
});

test("at or below is decided in whole numbers", () => {
    const cases = [[11, 20, "55", true], [11, 20, "54.9999", false], [2, 3, "66.6667", true], [2, 3, "66.6666", false], [2, 3, "66.666666666", false], [2, 3, "66.666666667", true], [1, 1_000_000_000, "0.0000001", true], [799, 1000, "79.9", true], [0, 0, "80", false], [null, null, "80", false], [0, 5, "0", true], [5, 5, "100", true]];
    for (const [attended, expected, threshold, is] of cases) assert.equal(isAtOrBelow({ attended, expected }, threshold), is, `${attended} of ${expected} at ${threshold}`);
});

test("headroom is a sentence", () => {
    const student = { percentage: 70, toReach: 3, spare: 0 };
    assert.match(headroom(student, "80"), /^To reach 80 %, 3 events in a row have to be attended/);
    assert.match(headroom({ ...student, toReach: 1 }, "80"), /, 1 event in a row has to be attended/);
    assert.match(headroom({ percentage: 90, toReach: 0, spare: 2 }, "80"), /May miss 2 more events/);
    assert.match(headroom({ percentage: 70, toReach: null, spare: null }, "100"), /can no longer be reached/);
    assert.match(headroom({ percentage: null, toReach: null, spare: null }, "80"), /no figure/);
});

test("the academic year begins on 25 August, and its terms leave no day out", () => {
    const years = [["2025-08-24", "2024-08-25"], ["2025-08-25", "2025-08-25"], ["2026-01-01", "2025-08-25"], ["2026-08-24", "2025-08-25"]];
    for (const [day, from] of years) assert.equal(academicYear(day).from, from, day);
    const terms = [
        ["2025-08-25", "2025-08-25", "2025-12-31"], ["2025-12-31", "2025-08-25", "2025-12-31"], ["2026-01-01", "2026-01-01", "2026-03-31"],
        ["2026-03-31", "2026-01-01", "2026-03-31"], ["2026-04-01", "2026-04-01", "2026-08-24"], ["2026-08-24", "2026-04-01", "2026-08-24"],
    ];
    for (const [day, from, to] of terms) assert.deepEqual(term(day), { from, to }, day);
});

test("presets count back from the last day there is something about", () => {
    assert.deepEqual([weeks("2026-11-21", "2025-12-12").from, weeks("2026-11-21", "2025-12-12").to], ["2025-11-15", "2025-12-12"]);
    assert.equal(weeks("2025-12-01", "2025-12-12").to, "2025-12-01");
    assert.equal(weeks("2025-12-01", null).to, "2025-12-01");
    const all = presets("2025-12-01", null);
    assert.equal(presetOf(all, {}), "all");
    assert.equal(presetOf(all, { from: "2025-08-25", to: "2026-08-24" }), "year");
    assert.equal(presetOf(all, { from: "2025-08-26" }), "own");
});

test("an address is read as far as it is sound, and written again the same", () => {
    const good = { module: "501", from: "2025-09-01", to: "2025-12-12", threshold: "79.5", q: "o'neil", group: "2", selfCertified: "true", order: "-percentage" };
    assert.deepEqual(read(new URLSearchParams(good).toString()), good);
    assert.equal(viewAddress("weekly", good), `/insights/weekly?${new URLSearchParams(good)}`);
    assert.deepEqual(read("module=501&from=2025-02-30&threshold=101&group=x&order=size&selfCertified=maybe"), { module: "501" });
    const backwards = read("from=2025-12-12&to=2025-09-01");
    assert.deepEqual(backwards, { from: "2025-12-12", to: "2025-09-01" }, "the field says it");
    assert.ok(isBackwards(backwards) && !isBackwards({ from: "2025-12-12" }));
    assert.deepEqual(read("threshold=33,33"), { threshold: "33.33" });
    for (const text of ["0", "100", "100.0", "79.1234", "33.333333333"]) assert.ok(isSound("threshold", text), text);
    for (const text of ["-1", "100.1", "33.3333333333", "80.", ".5", "8e1", ""]) assert.ok(!isSound("threshold", text), text);
    const alone = { module: "501", adviser: "" };
    assert.deepEqual(read("module=501&adviser="), alone, "students without an adviser");
    assert.equal(viewAddress("weekly", alone), "/insights/weekly?module=501&adviser=");
    assert.deepEqual(inWords(alone).map(({ text }) => text), ["no adviser named"]);
    assert.deepEqual(inWords({ adviser: "Dr Hart", group: "2" }, ["adviser"]).map(({ text }) => text), ["adviser Dr Hart"]);
});

test("what an address asks for in vain is told", () => {
    for (const text of ["", "module=501&adviser=&threshold=80&selfCertified=false", "from=2025-12-12&to=2025-09-01", "order=trend&threshold=33,3"]) assert.equal(told(text), "", text);
    for (const [text, words] of [["threshold=abc", /threshold “abc” .*80 or 33\.33/], ["from=2025-99-99", /first day “2025-99-99”/], ["group=zz&order=foo", /group “zz” .*order “foo” .*without these/], ["selfCertified=maybe", /“maybe”/]]) assert.match(told(text), words);
});
