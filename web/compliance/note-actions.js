/** Renaming a note, putting it into an episode, and deleting it with a way back. */
import { html, path } from "../lib/html.js";
import { api } from "../api.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { toast } from "../elements/toast.js";
import { navigate } from "../router.js";
import { sentence } from "./words.js";

/** @param {any} note @returns {Promise<any>} null when dismissed */
export async function renameNote(note) {
    try {
        const { items } = await api.get("/compliance/episodes");
        const options = [{ value: "", label: "None" }, ...items.map((/** @type {any} */ one) => ({ value: one.id, label: one.label }))];
        const body = html`${field({ label: "Name", name: "name", value: note.name, required: true, maxlength: 200, hint: "Leave the patient's name out of it." })}
            ${field({ label: "Episode", name: "episode", type: "select", options, value: note.episode ?? "" })}`;
        return await openDialog({ title: "Rename or move", body, confirm: "Save", submit: ({ name, episode }) => api.patch(`/compliance${path("documents", note.id)}`, { name, episode: episode || null }) });
    } catch (error) {
        toast(sentence(error), { tone: "bad" });
        return null;
    }
}

/** @param {any} note @param {() => unknown} [changed] the list is shown otherwise */
export async function removeNote(note, changed = () => navigate("/compliance")) {
    const address = `/compliance${path("documents", note.id)}`;
    try {
        await api.delete(address);
    } catch (error) {
        return toast(sentence(error), { tone: "bad" });
    }
    await changed();
    const undo = async () => {
        try {
            await api.post(`${address}/restore`);
            if (location.pathname === "/compliance") changed();
        } catch (error) {
            toast(sentence(error), { tone: "bad" });
        }
    };
    return toast("The note is deleted. It can be brought back for seven days.", { undo });
}
