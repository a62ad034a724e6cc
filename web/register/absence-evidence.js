/** Evidence files of absence notices. They go straight to the server, as a device keeps no medical letters. */
import { html, path } from "../lib/html.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";

export const FILE_TYPES = "application/pdf,image/png,image/jpeg,.pdf,.png,.jpg,.jpeg";
const LARGEST = 10 * 1024 * 1024;
const PATIENCE = 30_000;

/**
 * A sentence when the file cannot be taken.
 * @param {File} file
 * @returns {string | null}
 */
export function evidenceProblem(file) {
    if (file.size > LARGEST) return `The file has ${(file.size / 1024 / 1024).toFixed(1)} MB; at most 10 MB can be kept.`;
    return /\.(pdf|png|jpe?g)$/i.test(file.name) ? null : "Choose a PDF or a picture (PNG, JPEG).";
}

/**
 * @param {string} id of the notice
 * @param {File} file
 */
async function upload(id, file) {
    await api.upload(path("attendance", "exceptions", id, "evidence"), file, { method: "PUT", query: { name: file.name } });
    engine.now();
}

/**
 * @param {string} id of the notice
 * @returns {Promise<boolean>}
 */
export async function addEvidence(id) {
    const answer = await openDialog({
        title: "Add evidence",
        confirm: "Upload",
        body: html`${field({ label: "File", name: "file", type: "file", accept: FILE_TYPES, required: true, hint: "PDF or picture, up to 10 MB. Those who may decide on the notice can read it." })}`,
        submit: async ({ file }) => {
            if (!(file instanceof File) || file.size === 0) throw { errors: [{ field: "file", message: "Choose a file." }] };
            const refused = evidenceProblem(file);
            if (refused) throw { errors: [{ field: "file", message: refused }] };
            await upload(id, file);
            return true;
        },
    });
    return answer === true;
}

/**
 * Uploads once the notice itself has reached the server, or says that it has to be done later.
 * @param {string} id of the notice
 * @param {File} file
 */
export function uploadWhenKnown(id, file) {
    const ended = new AbortController();
    const later = () => {
        ended.abort();
        toast("The notice is kept. Add the evidence to it when there is a connection.", { tone: "bad" });
    };
    const timer = setTimeout(later, PATIENCE);
    const attempt = async () => {
        const waiting = (await store.entriesOf("exception", id)).some((entry) => entry.state === "waiting");
        if (waiting || ended.signal.aborted) return;
        ended.abort();
        clearTimeout(timer);
        try {
            await upload(id, file);
            toast("The evidence is kept with the notice.", { tone: "good" });
        } catch (error) {
            toast(`The evidence was not taken: ${error.detail ?? error.message}`, { tone: "bad" });
        }
    };
    store.addEventListener("change", attempt, { signal: ended.signal });
    engine.now();
}
