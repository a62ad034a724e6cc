/** A session as a ZIP of exactly what is ticked, and back in from one. */
import { html, path, render } from "../lib/html.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { progress } from "../elements/progress.js";
import { toast } from "../elements/toast.js";
import { address } from "../api.js";
import { navigate } from "../router.js";
import { upload } from "../upload.js";
import { plural, sentence } from "./words.js";

export const PARTS = [
    { id: "audio", label: "Recordings, as they were made" },
    { id: "transcript.txt", label: "Transcript as plain text" },
    { id: "transcript.srt", label: "Transcript as subtitles (SRT)" },
    { id: "transcript.vtt", label: "Transcript as subtitles (WebVTT)" },
    { id: "transcript.json", label: "Transcript with the time of every word (JSON)" },
    { id: "transcript.md", label: "Transcript as Markdown" },
    { id: "notes", label: "Your own notes" },
    { id: "ai-notes", label: "AI notes" },
    { id: "tags", label: "Tags" },
    { id: "questions", label: "Your questions and their answers" },
    { id: "study", label: "Flash cards and quiz" },
    { id: "attachments", label: "Attachments" },
];

/** @param {any} session */
export async function exportSession(session) {
    const body = html`<p class="muted">The archive lists every file with its size and SHA-256. With all boxes ticked another Rounds can take the session in as it is.</p>
        <fieldset class="stack tight"><legend class="label">What goes in</legend>${PARTS.map(({ id, label }) => field({ label, name: id, type: "checkbox", value: true }))}</fieldset>`;
    const chosen = await openDialog({
        title: `Export ${session.title}`,
        body,
        confirm: "Download the archive",
        submit: (values) => {
            const parts = PARTS.map(({ id }) => id).filter((id) => values[id]);
            if (parts.length === 0) throw new Error("Tick at least one.");
            return parts;
        },
    });
    if (!Array.isArray(chosen)) return;
    const link = document.createElement("a");
    link.href = address(`/scribe${path("sessions", session.id, "export")}`, { parts: chosen.join(",") });
    link.download = "";
    link.click();
    toast("The archive is on its way to your downloads.");
}

/** Asks for an archive, sends it, and goes to its session. */
export async function bringIn() {
    const body = html`${field({ label: "Archive of a session", name: "file", type: "file", accept: ".zip", hint: "A ZIP that a Rounds has exported. Every file in it is checked before anything counts.", required: true })}<div class="bring-in" role="status"></div>`;
    const made = await openDialog({ title: "Bring in a session", body, confirm: "Bring in", submit: (_, form) => send(form) });
    if (!made || made === true) return;
    const counts = Object.entries(made.created).filter(([, count]) => Number(count) > 0);
    toast(counts.length > 0 ? `Brought in: ${counts.map(([name, count]) => plural(Number(count), singular(name), name)).join(", ")}.` : "Brought in.", { tone: "good" });
    navigate(`/scribe/sessions/${encodeURIComponent(made.session)}`);
}

/** @param {string} name "recordings" */
function singular(name) {
    return name.replace(/ies$/, "y").replace(/s$/, "");
}

/** @param {HTMLFormElement} form @returns {Promise<any>} */
async function send(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]"));
    const [file] = input.files;
    if (!file) throw { errors: [{ field: "file", message: "Choose an archive." }] };
    const line = form.querySelector(".bring-in");
    const { signal } = new AbortController();
    const moved = (/** @type {number} */ sent, /** @type {number} */ total) => render(line, progress({ label: sent === total ? "Checking every file…" : "Sending…", value: sent === total ? undefined : Math.round((sent / total) * 100) }));
    try {
        return await upload("/scribe/import", file, { query: {}, progress: moved, signal });
    } catch (error) {
        line.replaceChildren();
        throw new Error(sentence(error), { cause: error });
    }
}
