import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import "./device.mjs";

const { Sha256 } = await import("../../../web/lib/sha256.js");
const { clock, estimate, length, size, spoken } = await import("../../../web/scribe/words.js");
const { ending, goesOnByItself, roomLeft, whereItIs } = await import("../../../web/scribe/truth.js");
const { BLOCK, Transcript } = await import("../../../web/scribe/transcript-model.js");
const { purposeOf, sameFile } = await import("../../../web/scribe/fingerprint.js");

test("SHA-256 of pieces is that of the whole, at every edge of its blocks", () => {
    for (const count of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 5000]) {
        const bytes = randomBytes(count);
        for (const step of [1, 63, 64, 65, 1000]) {
            const hash = new Sha256();
            for (let at = 0; at < count; at += step) hash.update(bytes.subarray(at, at + step));
            assert.equal(hash.digest(), createHash("sha256").update(bytes).digest("hex"), `${count} bytes by ${step}`);
        }
    }
    assert.equal(new Sha256().update(new TextEncoder().encode("abc")).digest(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("times, lengths and sizes as they are written", () => {
    for (const [seconds, text] of [[0, "0:00"], [9.9, "0:09"], [65, "1:05"], [3600, "1:00:00"], [3723.4, "1:02:03"], [null, "0:00"], [-4, "0:00"]]) assert.equal(clock(seconds), text);
    for (const [seconds, text] of [[null, ""], [0, "0 s"], [59, "59 s"], [90, "2 min"], [3600, "1 h"], [4800, "1 h 20 min"]]) assert.equal(length(seconds), text);
    for (const [seconds, text] of [[0, "0 seconds"], [1, "1 second"], [3723, "1 hour 2 minutes 3 seconds"], [120, "2 minutes"]]) assert.equal(spoken(seconds), text);
    for (const [bytes, text] of [[999, "999 B"], [1500, "2 kB"], [5_900_000, "5.9 MB"], [4_290_000_000, "4.29 GB"]]) assert.equal(size(bytes), text);
    for (const [seconds, text] of [[10, "less than a minute"], [70, "about 1 minute"], [300, "about 5 minutes"], [4800, "about 1 h 20 min"]]) assert.equal(estimate(seconds), text);
});

const part = (number, bytes, more = {}) => ({ id: `t/0${number}`, take: "t", part: number, mime: "audio/webm", startedAt: 0, bytes, seconds: bytes / 1000, upload: null, sent: 0, done: false, ...more });
const take = (state, parts, more = {}) => ({ id: "t", session: "s", title: "Lecture", startedAt: 0, heardAt: 0, state, error: null, parts, bytes: parts.reduce((sum, one) => sum + one.bytes, 0), seconds: 5, sent: 0, ...more });

test("nothing is called stored before it is gone from here because the server has it", () => {
    const cases = [
        [null, "stopped", { phase: "idle" }, /^Stored on the server$/, "good"],
        [take("stopped", [part(0, 4000)]), "stopped", { phase: "idle" }, /^On this device: 5 s, 4 kB$/, "info"],
        [take("stopped", [part(0, 4000)], { sent: 4000 }), "stopped", { phase: "sending" }, /^Sending: 4 kB of 4 kB. Still on this device$/, "info"],
        [take("stopped", [part(0, 4000)], { sent: 2000 }), "stopped", { phase: "waiting", reason: "It goes out when the server can be reached" }, /^On this device: .*2 kB of it sent. It goes out/, "warn"],
        [take("recording", [part(0, 4000)]), "recording", { phase: "sending" }, /^On this device/, "info"],
        [take("stopped", [part(0, 4000)], { error: { code: "forbidden", detail: "No." } }), "stopped", { phase: "idle" }, /^On this device.*did not take it: No\.$/, "bad"],
    ];
    for (const [one, stage, sending, text, tone] of cases) {
        const word = whereItIs(one, stage, sending);
        assert.match(word.text, text);
        assert.equal(word.tone, tone);
        if (one) assert.doesNotMatch(word.text, /stored/i);
    }
});

test("the server is told which part is the last one, and only when that is sure", () => {
    const [full, next, vain] = [part(0, 10), part(1, 10), part(1, 0)];
    const cases = [
        ["recording", [full], full, null],
        ["recording", [full, vain], full, null],
        ["recording", [full, next], full, { last: false, parts: null }],
        ["recording", [full, next], next, null],
        ["stopped", [full], full, { last: true, parts: 1 }],
        ["stopped", [full, vain], full, { last: true, parts: 1 }],
        ["stopped", [full, next], full, { last: false, parts: null }],
        ["stopped", [full, next], next, { last: true, parts: 2 }],
    ];
    for (const [state, parts, one, expected] of cases) assert.deepEqual(ending(take(state, parts), one), expected, `${state} ${parts.length}`);
});

test("a recording goes on by itself within the hour, not the next day", () => {
    const now = 10_000_000_000;
    assert.ok(goesOnByItself({ ...take("recording", []), heardAt: now - 60_000 }, now));
    assert.ok(!goesOnByItself({ ...take("recording", []), heardAt: now - 61 * 60_000 }, now));
    assert.ok(!goesOnByItself({ ...take("stopped", []), heardAt: now }, now));
    assert.ok(!goesOnByItself({ ...take("recording", []), heardAt: now + 2 * 3_600_000 }, now), "a clock that was set back");
});

test("little room is said in time", () => {
    assert.equal(roomLeft({}, 8000), null);
    assert.equal(roomLeft({ quota: 1e9, usage: 0 }, 8000), null);
    assert.match(roomLeft({ quota: 30e6, usage: 0 }, 8000), /about 1 h/);
    assert.match(roomLeft({ quota: 1e6, usage: 1e6 }, 8000), /no room left/);
});

const segment = (position, more = {}) => ({ id: `i${position}`, position, start: position * 4, end: position * 4 + 3.5, text: `Sentence ${position}`, speaker: null, edited: false, version: 1, tags: [], ...more });
const page = (from, count, total, more = {}) => ({ items: Array.from({ length: count }, (_, index) => segment(from + index)), total, speakers: [], sentence: null, ...more });

test("a transcript of which the middle came first knows what is missing and which sentence is heard", () => {
    const transcript = new Transcript();
    transcript.put(page(100, 60, 400));
    assert.equal(transcript.blocks, Math.ceil(400 / BLOCK));
    assert.equal(transcript.missing(100), 160);
    assert.equal(transcript.missing(0), 0);
    assert.equal(transcript.block(0), null);
    assert.equal(transcript.block(3).length, BLOCK);
    assert.equal(transcript.at(120 * 4 + 1).position, 120);
    assert.equal(transcript.at(120 * 4 + 3.8).position, 120, "a pause belongs to the sentence before it");
    assert.equal(transcript.at(3), null);
    transcript.put(page(0, 100, 400));
    transcript.put(page(150, 250, 400));
    assert.equal(transcript.missing(200), null);
    for (let position = 0; position < 400; position += 1) assert.equal(transcript.at(position * 4 + 0.5).position, position);
});

test("what comes while it is made changes only the blocks that look otherwise", () => {
    const transcript = new Transcript();
    transcript.put(page(0, 50, 50));
    assert.deepEqual([...transcript.put(page(0, 50, 50))], []);
    assert.deepEqual([...transcript.put(page(50, 5, 55))], [1]);
    assert.deepEqual([...transcript.put({ ...page(3, 1, 55), items: [segment(3, { text: "Corrected", version: 2 })] })], [0]);
    assert.equal(transcript.items[3].text, "Corrected");
    assert.deepEqual([...transcript.put({ ...page(0, 0, 55), speakers: [{ key: "A", name: "Dr Hart" }] })], [0, 1]);
    assert.equal(transcript.nameOf("A"), "Dr Hart");
    assert.equal(transcript.nameOf("B"), "B");
    assert.equal(transcript.nameOf(null), "");
});

test("finding words folds accents and capitals", () => {
    const transcript = new Transcript();
    transcript.put({ items: [segment(0, { text: "Ein Ödem am Fuß" }), segment(1, { text: "odematous" }), segment(2)], total: 3 });
    assert.deepEqual(transcript.find("ÖDEM"), [0, 1]);
    assert.deepEqual(transcript.find("  "), []);
});

test("a handout that is dropped among recordings is one", () => {
    for (const name of ["Slides.PDF", "a.b.pptx", "課程.docx", "scan.jpeg", "notes.md"]) assert.equal(purposeOf({ name }), "attachment", name);
    for (const name of ["talk.mp3", "pdf", "talk.pdf.wav", "no ending", ".md.ogg"]) assert.equal(purposeOf({ name }), "recording", name);
});

test("a file is the same by name, size and first bytes, for the same session and purpose", () => {
    const known = [{ upload: "u", session: "s", purpose: "recording", name: "a.mp3", size: 5, head: "h", at: 0 }];
    const where = { session: "s", purpose: "recording" };
    assert.equal(sameFile({ name: "a.mp3", size: 5 }, "h", where, known)?.upload, "u");
    for (const [file, head, place] of [[{ name: "b.mp3", size: 5 }, "h", where], [{ name: "a.mp3", size: 6 }, "h", where], [{ name: "a.mp3", size: 5 }, "x", where], [{ name: "a.mp3", size: 5 }, "h", { session: "s", purpose: "attachment" }], [{ name: "a.mp3", size: 5 }, "h", { session: "z", purpose: "recording" }]]) assert.equal(sameFile(file, head, place, known), null);
});
