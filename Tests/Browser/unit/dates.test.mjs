import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, daysBetween, isDay, monday, weekday } from "../../../web/lib/dates.js";
import { load } from "./vectors.mjs";

const cases = load("dates/civil.json");

test("days that exist are days", () => {
    for (const { date, weekday: expected } of cases.days) {
        assert.equal(isDay(date), true, date);
        assert.equal(weekday(date), expected, date);
        assert.equal(weekday(monday(date)), 1);
        assert.ok(daysBetween(monday(date), date) < 7);
    }
});

test("the browser counts days as the server does", () => {
    for (const { date, days, result } of cases.adding) {
        assert.equal(addDays(date, days), result);
        assert.equal(daysBetween(date, result), days);
    }
});

test("what is no day is refused, with the server's bounds of years", () => {
    for (const text of cases.refused) assert.equal(isDay(text), false, text);
});
