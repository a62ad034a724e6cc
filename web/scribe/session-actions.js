/** What one may do with a session and its contents. Everything can be taken back by the toast that tells it. */
import { html, path } from "../lib/html.js";
import { today } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { store } from "../store/store.js";
import { engine, refresh } from "../sync/engine.js";
import { newSession } from "../register/session-forms.js";
import { length, plural, sentence, size } from "./words.js";

/** Makes a session as the register does: on this device first. @returns {Promise<boolean>} whether one was made */
export async function makeSession() {
    const made = await newSession({ day: today((await store.get("school", "school"))?.timezone) });
    if (!made) return false;
    engine.now();
    return true;
}

/** @param {any} session @param {() => void} changed */
export async function rename(session, changed) {
    const title = await openDialog({
        title: "Rename the session",
        confirm: "Rename",
        body: field({ label: "Title", name: "title", value: session.title, maxlength: 200, required: true, hint: "The register shows the same title." }),
        submit: async (answers) => {
            if (!answers.title) throw { errors: [{ field: "title", message: "Give the session a title." }] };
            await api.patch(`/attendance${path("sessions", session.id)}`, { title: answers.title });
            return answers.title;
        },
    });
    if (!title || title === session.title) return;
    refresh();
    changed();
    const back = tried(async () => {
        await api.patch(`/attendance${path("sessions", session.id)}`, { title: session.title });
        refresh();
        changed();
    });
    toast(`It is called ${title} now.`, { undo: back });
}

/** @param {any} session @param {boolean} archived @param {() => void} changed */
export function archive(session, archived, changed) {
    const put = (/** @type {boolean} */ value) => api.patch(`/scribe${path("sessions", session.id)}`, { archived: value }).then(changed);
    return tried(async () => {
        await put(archived);
        toast(archived ? `${session.title} is in the archive.` : `${session.title} is out of the archive.`, { undo: tried(() => put(!archived)) });
    })();
}

/** Shows what goes along, then deletes; for a week it can be brought back. @param {any} session @param {() => void} changed */
export async function deleteContents(session, changed) {
    const about = `/scribe${path("sessions", session.id, "contents")}`;
    try {
        const contents = await api.get(about);
        const answer = await openDialog({
            title: `Delete the contents of ${session.title}`,
            body: html`<p>This goes:</p><ul class="bullets">${goes(contents).map((line) => html`<li>${line}</li>`)}</ul>
                <p class="muted">The session stays in the register, with its marks. For seven days the contents can be brought back.</p>`,
            confirm: "Delete the contents",
            danger: true,
            submit: () => api.delete(about).then(() => true),
        });
        if (!answer) return;
        changed();
        toast("The contents are deleted.", { undo: tried(() => api.post(`${about}/restore`, {}).then(changed)) });
    } catch (error) {
        toast(sentence(error), { tone: "bad" });
    }
}

/** @param {any} contents @returns {string[]} */
function goes({ recordings = 0, seconds = 0, bytes = 0, segments = 0, tags = 0, notes = 0, questions = 0, attachments = 0 }) {
    const lines = [
        recordings > 0 && `${plural(recordings, "recording")}${seconds > 0 ? ` of ${length(seconds)}` : ""} (${size(bytes)})`,
        segments > 0 && `the transcript, ${plural(segments, "sentence")}, with every correction`,
        tags > 0 && plural(tags, "tag"),
        notes > 0 && `${plural(notes, "note")} of those who wrote some`,
        questions > 0 && plural(questions, "question"),
        attachments > 0 && plural(attachments, "attachment"),
    ];
    const shown = /** @type {string[]} */ (lines.filter(Boolean));
    return shown.length > 0 ? shown : ["nothing: there is no content"];
}

/** An action whose failure is told. @param {() => Promise<unknown>} run @returns {() => Promise<void>} */
export function tried(run) {
    return async () => {
        try {
            await run();
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    };
}
