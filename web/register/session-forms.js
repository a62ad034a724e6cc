/** Making and changing sessions. What a session is (group, day, start) makes its id, so two devices make the same one. */
import { html } from "../lib/html.js";
import { shortDay, timeRange } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { store } from "../store/store.js";
import { groupChoices } from "../roster/choices.js";
import { byId } from "../roster/names.js";
import { markable } from "./markable.js";
import { create } from "./session-making.js";
import { KINDS } from "./session-words.js";

/**
 * @param {{ group?: string, day: string }} preset
 * @returns {Promise<any>} fields of the first session made, or null
 */
export async function newSession({ group, day }) {
    const groups = (await store.all("group")).filter((one) => !one.archived);
    const modules = byId(await store.all("module"));
    const mayMark = await markable();
    const options = (await groupChoices()).filter(({ value }) => mayMark(value));
    if (options.length === 0) {
        await openDialog({ title: "New session", body: html`<p>A session belongs to a group, and there is none yet that you may use. Groups are made under Modules and groups, or come with an import.</p>` });
        return null;
    }
    return openDialog({
        title: "New session",
        confirm: "Create",
        wide: true,
        body: html`${field({ label: "Group", name: "group", type: "select", options, value: group || options[0].value })}
            <div class="grid">
                ${field({ label: "Day", name: "date", type: "date", value: day, required: true })} ${field({ label: "Start", name: "start", type: "time", value: "09:00" })}
                ${field({ label: "End", name: "end", type: "time", value: "10:00" })}
            </div>
            ${field({ label: "Whole day, without times", name: "whole", type: "checkbox" })} ${details()}
            ${field({ label: "Repeat weekly until", name: "until", type: "date", hint: "Empty for a single session." })}`,
        opened: wireWholeDay,
        submit: (answers) => create(answers, groups, modules),
    });
}

/**
 * @param {any} session
 * @returns {Promise<any>}
 */
export async function editSession(session) {
    const timed = session.start !== null && session.start !== undefined;
    const teachings = await store.children("teaching", session.group);
    return openDialog({
        title: `${session.title}, ${shortDay(session.date)} ${timeRange(session)}`,
        confirm: "Save",
        body: html`${details(session)} ${timed && field({ label: "End", name: "end", type: "time", value: session.end })}
            ${field({ label: "Teacher", name: "teacher", type: "select", options: teachers(session, teachings), value: session.teacher ?? "" })}
            <p class="muted small">Day, start and group say which session this is. To move it, cancel it and make another.</p>`,
        submit: async (answers) => {
            const wanted = { title: answers.title, kind: answers.kind, location: answers.location || null, teacher: answers.teacher || null, ...(timed ? { end: answers.end || null } : {}) };
            if (!wanted.title) throw { errors: [{ field: "title", message: "Give the session a title." }] };
            if (wanted.end && wanted.end <= session.start) throw { errors: [{ field: "end", message: "The end must come after the start." }] };
            const fields = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== (session[name] ?? null)));
            if (Object.keys(fields).length === 0) return true;
            await store.capture([{ entity: "session", key: session.id, fields }]);
            toast("Saved on this device.", { tone: "good" });
            return true;
        },
    });
}

/** @param {any} [session] */
function details(session) {
    return html`<div class="grid">
        ${field({ label: "Title", name: "title", value: session?.title, maxlength: 200, required: Boolean(session), hint: session ? "" : "Empty for the module's title" })}
        ${field({ label: "Kind", name: "kind", type: "select", options: KINDS, value: session?.kind ?? "lecture" })}
        ${field({ label: "Place", name: "location", value: session?.location, maxlength: 200 })}
    </div>`;
}

/**
 * @param {any} session
 * @param {any[]} teachings
 */
function teachers(session, teachings) {
    const known = teachings.map((one) => ({ value: one.user, label: one.userName }));
    if (session.teacher && !known.some((one) => one.value === session.teacher)) known.push({ value: session.teacher, label: session.teacherName ?? "Somebody else" });
    return [{ value: "", label: "Not said" }, ...known];
}

/** @param {HTMLDialogElement} dialog */
function wireWholeDay(dialog) {
    const box = /** @type {HTMLInputElement} */ (dialog.querySelector("input[name=whole]"));
    box.addEventListener("change", () => {
        for (const name of ["start", "end"]) {
            /** @type {HTMLElement} */ (dialog.querySelector(`r-field[name=${name}]`)).hidden = box.checked;
        }
    });
}
