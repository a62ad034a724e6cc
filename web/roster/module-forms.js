/** The forms of a module and of a group. */
import { html, path } from "../lib/html.js";
import { addDays, today } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { api } from "../api.js";
import { engine } from "../sync/engine.js";

/**
 * @param {any} [module] the one to edit; without it a new one
 * @returns {Promise<any>}
 */
export function editModule(module) {
    return openDialog({
        title: module ? "Edit module" : "New module",
        confirm: module ? "Save" : "Create",
        body: html`${field({ label: "Code", name: "code", value: module?.code, required: true, maxlength: 40, hint: "Short and unique, for instance PT210", autocomplete: "off" })}
        ${field({ label: "Title", name: "title", value: module?.title, required: true, maxlength: 200, autocomplete: "off" })}`,
        submit: async (answers) => {
            const saved = module ? await api.patch(path("modules", module.id), answers) : await api.post("/modules", answers);
            engine.now();
            return saved;
        },
    });
}

/**
 * @param {{ module: any, group?: any }} what `group`: the one to edit
 * @returns {Promise<any>}
 */
export function editGroup({ module, group }) {
    const first = group?.firstDay ?? today();
    return openDialog({
        title: group ? "Edit group" : `New group of ${module.code}`,
        confirm: group ? "Save" : "Create",
        body: html`${field({ label: "Name", name: "name", value: group?.name, required: true, maxlength: 100, hint: "For instance Group A", autocomplete: "off" })}
            <div class="grid">
                ${field({ label: "First day", name: "firstDay", type: "date", value: first, required: true })}
                ${field({ label: "Last day", name: "lastDay", type: "date", value: group?.lastDay ?? addDays(first, 120), required: true })}
            </div>`,
        submit: async (answers) => {
            const saved = group ? await api.patch(path("groups", group.id), answers) : await api.post("/groups", { ...answers, module: module.id });
            engine.now();
            return saved;
        },
    });
}
