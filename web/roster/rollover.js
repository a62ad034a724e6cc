/** Rolling over the year: groups that ended by a day are archived, with the number of them said before. */
import { html } from "../lib/html.js";
import { isDay, plainDay, today } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { store } from "../store/store.js";
import { engine } from "../sync/engine.js";

export async function rollover() {
    const groups = (await store.all("group")).filter((one) => !one.archived);
    const day = today((await store.get("school", "school"))?.timezone);
    const answer = await openDialog({
        title: "Roll over the year",
        confirm: "Archive them",
        body: html`<p>Groups whose last day is before this day are archived. Modules whose groups are all archived follow. Sessions, marks and reports stay as they are.</p>
            ${field({ label: "Ended before", name: "before", type: "date", value: day, required: true })}
            <p class="muted" role="status" data-count>${sentence(groups, day)}</p>`,
        opened: (dialog) => {
            const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[name=before]"));
            input.addEventListener("input", () => {
                dialog.querySelector("[data-count]").textContent = sentence(groups, input.value);
            });
        },
        submit: async ({ before }) => {
            if (!isDay(before)) throw { errors: [{ field: "before", message: "Enter a day that exists." }] };
            return api.post("/school/rollover", { before });
        },
    });
    if (!answer) return;
    engine.now();
    toast(`${answer.groups} groups and ${answer.modules} modules are archived. Import the new enrolments next.`, { tone: "good" });
}

/**
 * @param {any[]} groups
 * @param {string} day
 */
function sentence(groups, day) {
    if (!isDay(day)) return "";
    const count = groups.filter((one) => one.lastDay < day).length;
    return `${count} of ${groups.length} groups ended before ${plainDay(day)}.`;
}
