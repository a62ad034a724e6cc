import assert from "node:assert/strict";
import { test } from "node:test";
import { isIdentifier, uuidV7 } from "../../../web/lib/identifier.js";
import { derivedId, sessionId } from "../../../web/sync/identity.js";
import { receiptHash, receiptText } from "../../../web/sync/receipt.js";
import { load } from "./vectors.mjs";

test("identifiers of one page rise, also when the clock steps back", () => {
    const made = [];
    for (let count = 0; count < 20_000; count += 1) made.push(uuidV7(1_795_251_600_000 - (count % 7)));
    assert.deepEqual(made.toSorted(), made);
    assert.equal(new Set(made).size, made.length);
    assert.ok(made.every(isIdentifier));
    assert.equal(uuidV7(0xfff123456789)[14], "7");
    assert.ok(uuidV7(0xfff223456789).startsWith("fff22345-6789-7"));
});

test("only canonical text is an identifier", () => {
    for (const value of ["", null, 5, "0190A000-0000-7000-8000-0000000000D1", "0190a000-0000-7000-8000-0000000000d1\n"]) {
        assert.equal(isIdentifier(value), false, String(value));
    }
});

test("everybody derives the same session", async () => {
    const { derived, sessions } = load("sync/identity.json");
    for (const { parts, id } of derived) assert.equal(await derivedId(parts), id);
    for (const { group, date, period, id } of sessions) assert.equal(await sessionId(group, date, period), id);
});

for (const { name, session, marks, text, hash } of load("sync/receipt.json")) {
    test(`receipt: ${name}`, async () => {
        const own = marks.map(({ student, versions }) => {
            const values = Object.fromEntries(Object.entries(versions).map(([field, { value }]) => [field, value]));
            return { student, values, versions };
        });
        assert.equal(receiptText(session, own), text);
        assert.equal(await receiptHash(session, own.toReversed()), hash);
    });
}
