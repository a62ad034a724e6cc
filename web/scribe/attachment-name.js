/** Another name for a handout. */
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { tried } from "./session-actions.js";

/** @param {any} attachment @param {(change: any) => Promise<any>} put */
export async function renameAttachment(attachment, put) {
    const name = await openDialog({
        title: "Rename the attachment",
        confirm: "Rename",
        body: field({ label: "Name", name: "name", value: attachment.name, maxlength: 255, required: true }),
        submit: async (answers) => {
            if (!answers.name) throw { errors: [{ field: "name", message: "Give it a name." }] };
            await put({ name: answers.name });
            return answers.name;
        },
    });
    if (name && name !== attachment.name) toast(`It is called ${name} now.`, { undo: tried(() => put({ name: attachment.name })) });
}
