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
        body: html`<p>Groups whose last day is on or before this day are archived, and open enrolments in them end with the group. Sessions, marks and reports stay as they are.</p>
            ${field({ label: "Ended by", name: "endedBy", type: "date", value: day, required: true })}
            <p class="muted" role="status" data-count>${sentence(groups, day)}</p>`,
        opened: (dialog) => {
            const input = /** @type {HTMLInputElement} */ (dialog.querySelector("[name=endedBy]"));
            input.addEventListener("input", () => {
                dialog.querySelector("[data-count]").textContent = sentence(groups, input.value);
            });
        },
        submit: async ({ endedBy }) => {
            if (!isDay(endedBy)) throw { errors: [{ field: "endedBy", message: "Enter a day that exists." }] };
            return api.post("/school/rollover", { endedBy });
        },
    });
    if (!answer) return;
    engine.now();
    toast("The year is rolled over. Import the new enrolments next.", { tone: "good" });
}

/**
 * @param {any[]} groups
 * @param {string} day
 */
function sentence(groups, day) {
    if (!isDay(day)) return "";
    const count = groups.filter((one) => one.lastDay <= day).length;
    return `${count} of ${groups.length} groups ended by ${plainDay(day)}.`;
}
