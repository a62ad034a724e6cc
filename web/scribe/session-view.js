/** What stands on a session's page around its tabs. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { badge, notice, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { menu } from "../elements/menu.js";
import { address } from "../api.js";
import { me } from "../me.js";
import { length, size, STATES, when } from "./words.js";

/** What a browser offers to choose from; what a file is, the server finds out by its content. */
export const ACCEPTED = "audio/*,video/*,.wav,.mp3,.m4a,.ogg,.opus,.flac,.webm,.mp4,.mov,.mkv,.aac,.wma,.aif,.aiff";

const FORMATS = [
    { format: "txt", label: "Text" },
    { format: "srt", label: "Subtitles (SRT)" },
    { format: "vtt", label: "Subtitles (WebVTT)" },
    { format: "md", label: "Markdown" },
    { format: "json", label: "JSON, with every word's time" },
];

/** @param {any} session @param {{ id: string, label: string, icon: string }[]} tabs */
export function frame(session, tabs) {
    return html`<section class="page session" data-may-edit="${session.mayEdit ? "true" : "false"}">
        <p class="visually-hidden session-says" role="status"></p>
        <div class="session-head"></div>
        <div class="stack session-uploads no-print"></div>
        <div class="session-recordings"></div>
        <r-player class="card player no-print" aria-label="Player" role="region" hidden></r-player>
        <div class="session-body">
            ${tabs.length > 1 && html`<div class="session-tabs no-print" role="tablist" aria-label="About this session">${tabs.map((tab) => html`<button type="button" role="tab" id="tab-${tab.id}" data-tab="${tab.id}" aria-selected="false" aria-controls="tab-panel" tabindex="-1">${icon(tab.icon)}${tab.label}</button>`)}</div>`}
            <div id="tab-panel" class="tab-panel" ${tabs.length > 1 && html`role="tabpanel"`}></div>
        </div>
    </section>`;
}

/** @param {any} session */
export function head(session) {
    const actions = html`${session.mayRecord && html`<a class="button primary" href="${path("scribe", "record", session.id)}">${icon("mic")}Record</a><button type="button" class="button" data-do="upload">${icon("export")}Upload</button>`}
        ${menu({ label: "More about this session", items: sessionItems(session) })}`;
    const text = [session.module?.code && `${session.module.code} ${session.module.title ?? ""}`.trim(), session.group?.name, when(session)].filter(Boolean).join(" · ");
    return html`${pageHead({ title: session.title, text, actions: !session.isAway && actions, back: { href: "/scribe", label: "Scribe" } })}
        ${session.isAway && notice("The server cannot be reached. Your note can be read and written; recordings and handouts come back with the network.", "warn")}
        ${(session.archived || session.absent) && html`<p class="row">${session.archived && badge("Archived")} ${session.absent && badge("You were absent", "warn")}</p>`}`;
}

/** @param {any} session */
function sessionItems(session) {
    const everybody = [{ action: "export", label: "Export…", icon: "export" }];
    if (!session.mayEdit) return everybody;
    return [
        ...everybody,
        { action: "absentees", label: "Who was absent", icon: "people" },
        { action: "rename", label: "Rename", icon: "note" },
        { action: session.archived ? "unarchive" : "archive", label: session.archived ? "Take out of the archive" : "Archive", icon: "archive" },
        { action: "register", label: "Open the register", icon: "sessions", href: path("sessions", session.id) },
        { action: "delete", label: "Delete contents…", icon: "trash", danger: true },
    ];
}

/** @param {any[]} recordings @param {any} chosen @param {any} session */
export function recordingsBar(recordings, chosen, session) {
    if (!chosen) return html``;
    return html`${recordings.length > 1 && html`<h2 class="visually-hidden">Recordings</h2><ul class="recording-chips no-print">${recordings.map((one) => html`<li>${chip(one, chosen)}</li>`)}</ul>`} ${recordingHead(chosen, session)}`;
}

/** @param {any} one @param {any} chosen */
function chip(one, chosen) {
    const state = STATES[one.state];
    return html`<button type="button" class="recording-chip" data-recording="${one.id}" aria-pressed="${one.id === chosen.id ? "true" : "false"}">
        ${icon(one.origin === "microphone" ? "mic" : "file")}<span class="chip-name">${one.name}</span><span class="muted small">${[length(one.duration), one.state === "ready" ? "" : state?.label].filter(Boolean).join(" · ")}</span>
    </button>`;
}

/** @param {any} one @param {any} session */
function recordingHead(one, session) {
    const state = STATES[one.state] ?? STATES.empty;
    const facts = [one.origin === "microphone" ? `Recorded ${dateTime(one.recordedAt)}` : `Uploaded by ${one.uploadedBy?.name ?? "somebody"}`, length(one.duration), size(one.bytes), one.language && languageName(one.language)].filter(Boolean).join(" · ");
    return html`<div class="recording-head" data-id="${one.id}">
        <div class="grow"><p class="recording-name"><strong>${one.name}</strong> ${badge(state.label, state.tone, state.icon)}</p><p class="muted small">${facts}</p></div>
        ${session.mayEdit && html`<label class="switch no-print"><input type="checkbox" role="switch" name="shared" ${one.shared && "checked"} /><span>Shared with students</span></label>`}
        <div class="row no-print">${menu({ label: "Download", text: "Download", icon: "imports", items: downloads(one) })} ${session.mayEdit && menu({ label: "More about this recording", items: recordingItems(one) })}</div>
    </div>`;
}

/** @param {any} one */
function downloads(one) {
    const about = `/scribe${path("recordings", one.id)}`;
    const text = one.segments > 0 ? FORMATS.map(({ format, label }) => ({ action: format, label, icon: "file", href: address(`${about}/transcript.${format}`) })) : [];
    return [...text, { action: "original", label: "The recording itself", icon: "wave", href: address(`${about}/original`) }];
}

/** @param {any} one */
function recordingItems(one) {
    const isBusy = ["queued", "transcribing"].includes(one.state);
    return [
        { action: "rename", label: "Rename", icon: "note" },
        ...(isBusy ? [] : [{ action: "transcribe", label: "Transcribe again…", icon: "wave" }]),
        { action: "delete", label: "Delete", icon: "trash", danger: true },
    ];
}

/** @param {string} code of a language */
function languageName(code) {
    try {
        return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
    } catch {
        return code;
    }
}

/** Where the words will stand. @param {any} session */
export function emptySession(session) {
    if (!session.mayRecord) return html`<div class="card teach"><h2>Nothing to listen to yet</h2><p class="muted">${me.isStudent ? "When a teacher shares a recording of this session, it appears here with its text." : "This session has no recording."}</p></div>`;
    return html`<div class="card teach drop-here">
        <h2>From this session to words</h2>
        <ul class="teach-steps two">
            <li><span class="empty-icon">${icon("mic")}</span><strong>Record it here</strong><span class="muted">With this computer or a phone; a network is not needed.</span><a class="button primary" href="${path("scribe", "record", session.id)}">Record</a></li>
            <li><span class="empty-icon">${icon("export")}</span><strong>Bring a file</strong><span class="muted">Drop audio or video anywhere on this page: mp3, m4a, wav, ogg, flac, mp4, mov, webm and more.</span><button type="button" class="button" data-do="upload">Choose files</button></li>
        </ul>
        <p class="muted small">The text is made on this machine and appears while it is made. Nobody but those who may edit the session sees it until it is shared.</p>
    </div>`;
}
