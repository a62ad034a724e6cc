/** What is done to a recording as a whole. */
import { html, path } from "../lib/html.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { tried } from "./session-actions.js";
import { isAgreed } from "./sharing-guard.js";
import { length, plural, sentence } from "./words.js";

/** @param {any} recording */
const about = (recording) => `/scribe${path("recordings", recording.id)}`;

/** @param {any} recording @param {() => unknown} changed */
export async function renameRecording(recording, changed) {
    const put = (/** @type {string} */ name) => api.patch(about(recording), { name }).then(changed);
    const answer = await openDialog({
        title: "Rename the recording",
        confirm: "Rename",
        body: field({ label: "Name", name: "name", value: recording.name, maxlength: 200, required: true }),
        submit: async ({ name }) => {
            if (!name) throw { errors: [{ field: "name", message: "Give it a name." }] };
            await put(name);
            return true;
        },
    });
    if (answer) toast("Renamed.", { undo: tried(() => put(recording.name)) });
}

/** @param {any} recording @param {HTMLInputElement} box says whether to share @param {() => unknown} changed */
export function share(recording, box, changed) {
    const shared = box.checked;
    const put = (/** @type {boolean} */ value) => api.patch(about(recording), { shared: value }).then(changed);
    return tried(async () => {
        try {
            if (shared && !(await isAgreed(recording))) {
                box.checked = false;
                return;
            }
            await put(shared);
        } catch (error) {
            box.checked = !shared;
            throw error;
        }
        toast(shared ? "Students of the group can listen to it and read it now." : "Only those who teach the session see it now.", { undo: tried(() => put(!shared)) });
    })();
}

/** @param {any} recording @param {() => unknown} changed */
export function deleteRecording(recording, changed) {
    const bring = tried(() => api.post(`${about(recording)}/restore`, {}).then(changed));
    return tried(async () => {
        await api.delete(about(recording));
        changed();
        const words = recording.segments > 0 ? `, with ${plural(recording.segments, "sentence")}` : "";
        toast(`${recording.name} is deleted${recording.duration ? ` (${length(recording.duration)}${words})` : ""}.`, { undo: bring });
    })();
}

/** Which languages are offered by name; the models know many more and find them by themselves. */
const LANGUAGES = [["", "Found by itself"], ["en", "English"], ["de", "German"], ["fr", "French"], ["es", "Spanish"], ["it", "Italian"], ["nl", "Dutch"], ["pl", "Polish"], ["pt", "Portuguese"], ["ru", "Russian"], ["ar", "Arabic"], ["zh", "Chinese"], ["ja", "Japanese"]];

/** @param {any} recording @param {() => unknown} changed */
export async function transcribeAgain(recording, changed) {
    /** @type {any} */
    let status;
    try {
        status = await api.get("/scribe/status");
    } catch (error) {
        toast(sentence(error), { tone: "bad" });
        return;
    }
    const models = (status.models ?? []).filter((/** @type {any} */ model) => model.kind === undefined || model.kind === "whisper");
    const options = [{ value: "", label: "The one in use" }, ...models.map((/** @type {any} */ model) => ({ value: model.name, label: model.name }))];
    const done = await openDialog({
        title: recording.segments > 0 ? "Transcribe again" : "Transcribe",
        confirm: "Transcribe",
        body: html`${recording.segments > 0 && html`<p>The text of now stays until the new one is complete. Tags keep their second; corrections stay in the history of the sentence that takes their place.</p>`}
            ${field({ label: "Model", name: "model", type: "select", options, hint: models.length > 0 ? "A bigger one hears better and takes longer." : "No speech model is installed: rounds models add base" })}
            ${field({ label: "Language", name: "language", type: "select", options: LANGUAGES.map(([value, label]) => ({ value, label })) })}`,
        submit: ({ model, language }) => api.post(`${about(recording)}/transcribe`, { model: model || null, language: language || null }).then(() => true),
    });
    if (!done) return;
    changed();
    toast("It is in the queue.", { tone: "good" });
}
