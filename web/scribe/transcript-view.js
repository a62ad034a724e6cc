/** Sentences as markup. */
import { html } from "../lib/html.js";
import { empty, notice } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { menu } from "../elements/menu.js";
import { progress } from "../elements/progress.js";
import { TAGS, toneOf, wordOf } from "./tag-words.js";
import { clock, estimate, length, plural } from "./words.js";

/** @param {boolean} mayTag @param {boolean} mayEdit */
export function frame(mayTag, mayEdit) {
    return html`<div class="transcript-tools no-print">
            <form class="transcript-find" role="search" aria-label="In this transcript">
                <span class="search-icon">${icon("search")}</span>
                <input type="search" name="find" aria-label="Find in this transcript" placeholder="Find in this transcript" autocomplete="off" maxlength="100" />
                <span class="find-says small muted" role="status"></span>
                <button type="button" class="icon-button" data-find="-1" aria-label="Place before" hidden>${icon("left")}</button>
                <button type="button" class="icon-button" data-find="1" aria-label="Next place" hidden>${icon("right")}</button>
            </form>
            <button type="button" class="button small" data-do="print">${icon("print")}Print</button>
            <details class="keys"><summary class="button small">${icon("keyboard")}Keys</summary>${keys(mayTag, mayEdit)}</details>
        </div>
        <div class="transcript-live"></div>
        <p class="transcript-found small"></p>
        <div class="transcript"></div>
        <button type="button" class="button follow no-print" data-do="follow" hidden>${icon("wave")}Follow along</button>`;
}

/** @param {boolean} mayTag @param {boolean} mayEdit */
function keys(mayTag, mayEdit) {
    const lines = [
        ["Space", "play, pause"],
        ["← →", "five seconds back, forward"],
        ["↑ ↓ or K J", "sentence before, next"],
        ["Enter", "play from the sentence"],
        ["< >", "slower, faster"],
        ["/", "find"],
        ...(mayEdit ? [["E", "edit"]] : []),
        ...(mayTag ? [["T", "tag"], ["1 2 3", "important, confusing, exam"]] : []),
    ];
    return html`<div class="card keys-list"><dl class="facts">${lines.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl><label class="check"><input type="checkbox" name="letters" checked />Single letters are shortcuts</label></div>`;
}

/**
 * @param {import("./transcript-model.js").Segment} segment
 * @param {string} speaker to be named before it, "" when it is the one before
 */
export function sentence(segment, speaker) {
    return html`<li class="segment" data-id="${segment.id}" data-position="${segment.position}">
        ${speaker && html`<p class="segment-speaker">${speaker}</p>`}
        <span class="segment-time" aria-hidden="true">${clock(segment.start)}</span>
        <div class="segment-body">
            <p class="sentence" role="button" tabindex="-1" aria-describedby="sentence-help" data-silent="${!segment.text}">${segment.text || "Nothing was said here."}</p>
            ${(segment.tags.length > 0 || segment.edited) && html`<p class="segment-marks">${segment.tags.map(tag)}${segment.edited && html`<span class="muted small edited">edited</span>`}</p>`}
        </div>
    </li>`;
}

/** @param {import("./transcript-model.js").SegmentTag} one */
function tag(one) {
    const tone = toneOf(one.label);
    if (!one.mine) return html`<span class="tag" data-tone="${tone}">${icon("tag")}${wordOf(one.label)}${one.byName && html`<span class="tag-by"> ${one.byName}</span>`}</span>`;
    return html`<button type="button" class="tag" data-tone="${tone}" data-untag="${one.id}" aria-label="Remove the tag ${wordOf(one.label)}">${icon("tag")}${wordOf(one.label)}${icon("cross")}</button>`;
}

/** @param {import("./transcript-model.js").Transcript} transcript @param {import("./transcript-model.js").Segment[]} segments of one block */
export function block(transcript, segments) {
    return html`${segments.map((segment) => {
        const before = transcript.items[segment.position - 1]?.speaker ?? null;
        const isNew = segment.speaker && (segment.position === 0 || before !== segment.speaker);
        return sentence(segment, isNew ? transcript.nameOf(segment.speaker) : "");
    })}`;
}

/** What one may do with the sentence that was chosen. @param {import("./transcript-model.js").Segment} segment @param {{ mayEdit: boolean, mayTag: boolean }} may */
export function toolbar(segment, { mayEdit, mayTag }) {
    const tags = [...TAGS.map(({ label, word, key }) => ({ action: `tag:${label}`, label: `${word} (${key})`, icon: "tag" })), { action: "tag", label: "Own words…", icon: "plus" }];
    return html`<div class="segment-tools no-print" role="group" aria-label="This sentence">
        ${mayTag && menu({ label: "Tag this sentence", icon: "tag", items: tags })}
        ${mayEdit && html`<button type="button" class="icon-button" data-segment="edit" aria-label="Edit this sentence">${icon("note")}</button>
            <button type="button" class="icon-button" data-segment="speaker" aria-label="Who says this">${icon("account")}</button>`}
        ${segment.edited && mayEdit && html`<button type="button" class="icon-button" data-segment="history" aria-label="Earlier wordings">${icon("history")}</button>`}
        <button type="button" class="icon-button" data-segment="link" aria-label="Copy a link to this second">${icon("share")}</button>
    </div>`;
}

/** @param {any} recording @param {boolean} mayEdit */
export function live(recording, mayEdit) {
    const { state, done, duration, remaining, place, job } = recording;
    const stop = mayEdit && job && html`<button type="button" class="button small" data-do="cancel">Cancel</button>`;
    if (state === "queued") {
        const text = place > 1 ? `In the queue: ${plural(place - 1, "recording is", "recordings are")} before it` : "Next in the queue";
        return html`<div class="card live-card" role="group" aria-label="Transcription">${progress({ label: text })}<div class="row between"><span class="muted small">The transcript appears here sentence by sentence.</span>${stop}</div></div>`;
    }
    if (state === "transcribing") {
        const label = duration ? `Being transcribed: ${clock(done)} of ${clock(duration)}` : `Being transcribed: ${clock(done)} so far`;
        return html`<div class="card live-card" role="group" aria-label="Transcription">${progress({ label, value: duration ? Math.min(Math.round(done), Math.round(duration)) : undefined, max: Math.max(1, Math.round(duration ?? 1)) })}
            <div class="row between"><span class="muted small">${remaining !== null && remaining !== undefined ? `${estimate(remaining)} left` : "Working out how long it takes"}</span>${stop}</div></div>`;
    }
    const again = mayEdit && html`<button type="button" class="button small" data-do="transcribe">Transcribe it</button>`;
    if (state === "failed") return html`${notice(recording.message ?? "The recording could not be transcribed.", "bad", again)}`;
    if (state === "cancelled") return html`${notice(`The transcription was stopped${done > 0 ? ` after ${length(done)}` : ""}.`, "warn", again)}`;
    return html``;
}

/** @param {any} recording @param {string | null} text of the server */
export function noSentences(recording, text) {
    if (recording.state !== "ready") return html``;
    return empty({ title: "No words", text: text ?? "No speech was found in this recording.", icon: "wave", always: true });
}
