/** A session made by hand, offline too: its id follows from group, day and start, so two devices make the same one. */
import { html, path } from "../lib/html.js";
import { isDay, today } from "../lib/dates.js";
import { openDialog } from "../elements/dialog.js";
import { field } from "../elements/field.js";
import { navigate } from "../router.js";
import { sessionId, WHOLE_DAY } from "../sync/identity.js";
import { store } from "../store/store.js";
import { me } from "../me.js";

const KINDS = ["lecture", "seminar", "lab", "placement", "clinic", "self-study"];

/**
 * Asks, writes to this device and opens the register.
 * @param {{ group?: string, date?: string }} preset
 */
export async function newSession(preset = {}) {
    const [groups, modules, school] = await Promise.all([store.all("group"), store.all("module"), store.get("school", "school")]);
    const byId = new Map(modules.map((module) => [module.id, module]));
    const options = groups
        .filter(({ archived }) => !archived)
        .map((group) => ({ value: group.id, label: [byId.get(group.module)?.code, byId.get(group.module)?.title, group.name].filter(Boolean).join(" · ") }))
        .toSorted((left, right) => left.label.localeCompare(right.label));
    const id = await openDialog({
        title: "New session",
        confirm: options.length > 0 ? "Create and open" : undefined,
        body: options.length === 0 ? html`<p>There is no group on this device that you could take a register of.</p>` : form(options, { date: today(school?.timezone), ...preset }),
        submit: (values) => create(values, { groups, byId, school }),
    });
    if (typeof id === "string") navigate(path("sessions", id));
}

/** @param {{ value: string, label: string }[]} options @param {{ group?: string, date?: string }} preset */
function form(options, preset) {
    return html`${field({ label: "Group", name: "group", type: "select", options, value: preset.group })}
        ${field({ label: "Date", name: "date", type: "date", value: preset.date, required: true })}
        <div class="grid">
            ${field({ label: "Start", name: "start", type: "time", hint: "Empty for the whole day" })}
            ${field({ label: "End", name: "end", type: "time", hint: "After the start" })}
        </div>
        ${field({ label: "Title", name: "title", maxlength: 200, hint: "Empty: the module's title" })}
        ${field({ label: "Kind", name: "kind", type: "select", options: KINDS.map((kind) => ({ value: kind, label: kind })) })}
        ${field({ label: "Location", name: "location", maxlength: 200 })}`;
}

/**
 * Errors as showErrors wants them.
 * @param {string} name
 * @param {string} message
 */
function wrong(name, message) {
    return Object.assign(new Error(message), { errors: [{ field: name, code: "invalid", message }], detail: message });
}

/** @param {Record<string, string>} values @param {{ groups: any[], byId: Map<string, any>, school: any }} known */
async function create(values, { groups, byId, school }) {
    const { group: groupId, date, start, end, kind, location } = values;
    if (!isDay(date)) throw wrong("date", "The date must be a day that exists.");
    if (end && !start) throw wrong("start", "A session with an end has a start.");
    if (end && end <= start) throw wrong("end", "The end may not come before the start.");
    const group = groups.find((one) => one.id === groupId);
    const title = values.title || byId.get(group.module)?.title || group.name;
    const period = start || WHOLE_DAY;
    const key = await sessionId(groupId, date, period);
    if (await store.get("session", key)) return key;
    const timezone = school?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const fields = { group: groupId, module: group.module, date, period, start: start || null, end: end || null, title, kind, timezone, location: location || null };
    await store.capture([{ entity: "session", key, fields: me.is("teacher") ? { ...fields, teacher: me.current.user.id } : fields, seen: {} }]);
    return key;
}
