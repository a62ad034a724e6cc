import assert from "node:assert/strict";
import { test } from "node:test";
import { byName, found, fullName, groupLabel } from "../../../web/roster/names.js";

test("a search finds words in any order, without marks and letter case", () => {
    const texts = ["Chloé", "Núñez", "36000003", null];
    for (const question of ["", "nunez", "NÚÑEZ chloe", "chl 3600", "é"]) assert.ok(found(question, ...texts), question);
    for (const question of ["nunes", "chloe khan"]) assert.ok(!found(question, ...texts), question);
});

test("people stand by family name, then given name, as people would file them", () => {
    const people = ["Zoë Ångström", "Ann Zhou", "Bea Abe", "Al Abe"].map((name) => ({ givenName: name.split(" ")[0], familyName: name.split(" ")[1] }));
    assert.deepEqual(people.toSorted(byName).map(fullName), ["Al Abe", "Bea Abe", "Zoë Ångström", "Ann Zhou"]);
});

test("a name that is missing says so", () => {
    assert.equal(fullName(null), "Unknown person");
    assert.equal(fullName({ givenName: "", familyName: "" }), "No name");
});

test("a group is named with its module, once", () => {
    const modules = new Map([["m", { code: "PT210" }]]);
    assert.equal(groupLabel({ module: "m", name: "Group A" }, modules), "PT210 · Group A");
    assert.equal(groupLabel({ module: "m", name: "PT210 Group A" }, modules), "PT210 Group A");
    assert.equal(groupLabel({ module: "unknown", name: "Group A" }, modules), "Group A");
});
