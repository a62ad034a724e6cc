/** Writes new sessions, one or one a week, to this device. */
import { addDays, isDay } from "../lib/dates.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { sessionId, WHOLE_DAY } from "../sync/identity.js";

/** More than a year of weeks is a typing error. */
const MOST = 60;

/**
 * @param {Record<string, any>} answers
 * @param {any[]} groups
 * @param {Map<string, any>} modules
 */
export async function create(answers, groups, modules) {
    const errors = problems(answers);
    if (errors.length > 0) throw { errors };
    const group = groups.find((one) => one.id === answers.group);
    const timezone = (await store.get("school", "school"))?.timezone;
    const module = modules.get(group.module);
    const teacher = me.is("teacher", "adviser") ? me.current.user.id : ((await store.children("teaching", group.id))[0]?.user ?? null);
    const days = [answers.date];
    for (let day = addDays(answers.date, 7); answers.until && day <= answers.until && days.length < MOST; day = addDays(day, 7)) days.push(day);
    const start = answers.whole ? null : answers.start;
    const period = start ?? WHOLE_DAY;
    const ids = await Promise.all(days.map((day) => sessionId(group.id, day, period)));
    const existing = await store.many("session", ids);
    const intents = days.map((date, index) => ({
        entity: /** @type {const} */ ("session"),
        key: ids[index],
        seen: {},
        fields: {
            group: group.id,
            module: group.module,
            date,
            period,
            ...(start ? { start } : {}),
            ...(start && answers.end ? { end: answers.end } : {}),
            title: answers.title || module?.title || group.name,
            kind: answers.kind,
            location: answers.location || null,
            teacher,
            state: "scheduled",
            origin: "hand",
            ...(timezone ? { timezone } : {}),
        },
    }));
    const fresh = intents.filter((_, index) => !existing[index]);
    if (fresh.length === 0) throw { errors: [{ field: "date", message: "This group already has a session at that time." }] };
    await store.capture(fresh);
    const already = intents.length - fresh.length;
    toast(`${fresh.length === 1 ? "The session is" : `${fresh.length} sessions are`} saved on this device.${already ? ` ${already} existed already.` : ""}`, { tone: "good" });
    return fresh[0].fields;
}

/** @param {Record<string, any>} answers */
function problems({ date, start, end, whole, until }) {
    const errors = [];
    if (!isDay(date)) errors.push({ field: "date", message: "Enter a day that exists." });
    if (!whole && !start) errors.push({ field: "start", message: "Enter the start, or choose a whole day." });
    if (!whole && start && end && end <= start) errors.push({ field: "end", message: "The end must come after the start." });
    if (until && !isDay(until)) errors.push({ field: "until", message: "Enter a day that exists." });
    else if (until && until < date) errors.push({ field: "until", message: "The repetition ends before it begins." });
    return errors;
}
