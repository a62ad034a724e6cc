/** What a report is asked for: read from the address bar, shown as a form, checked, sent. */
import { html } from "../lib/html.js";
import { addDays, dayRange, isDay, longDay, today } from "../lib/dates.js";
import { field } from "../elements/field.js";
import { store } from "../store/store.js";
import { fillSelect, groupChoices, moduleChoices } from "../roster/choices.js";

/** @typedef {{ from: string, to: string, date: string, group: string, module: string }} Parameters */

const DAYS = 28;

/**
 * @param {URLSearchParams} query
 * @param {import("./definitions.js").Report} report
 * @returns {Promise<Parameters>}
 */
export async function readParameters(query, report) {
    const now = today((await store.get("school", "school"))?.timezone);
    const day = (/** @type {string} */ name, /** @type {string} */ otherwise) => (isDay(query.get(name)) ? query.get(name) : otherwise);
    const to = day("to", now);
    const from = report.parameters.includes("day") ? addDays(to, -DAYS) : day("from", addDays(to, -DAYS));
    return { from, to, date: to, group: query.get("group") ?? "", module: query.get("module") ?? "" };
}

/**
 * Only what the report takes.
 * @param {import("./definitions.js").Report} report
 * @param {Parameters} values
 * @returns {Record<string, string>}
 */
export function asked(report, values) {
    /** @type {Record<string, string>} */
    const result = {};
    if (report.parameters.includes("period")) Object.assign(result, { from: values.from, to: values.to });
    if (report.parameters.includes("day")) Object.assign(result, { from: values.date, to: values.date });
    if (report.parameters.includes("module") && values.module) result.module = values.module;
    if (report.parameters.includes("group") && values.group) result.group = values.group;
    return result;
}

/**
 * @param {import("./definitions.js").Report} report
 * @param {Parameters} values
 * @returns {{ field: string, message: string }[]}
 */
export function problems(report, values) {
    const days = report.parameters.includes("day") ? ["date"] : ["from", "to"];
    const errors = days.filter((name) => !isDay(values[name])).map((name) => ({ field: name, message: "Enter a day that exists." }));
    if (errors.length === 0 && days.length === 2 && values.from > values.to) errors.push({ field: "to", message: "The last day lies before the first." });
    return errors;
}

/**
 * @param {import("./definitions.js").Report} report
 * @param {Parameters} values
 */
export function parameterFields(report, values) {
    const wanted = (/** @type {any} */ name) => report.parameters.includes(name);
    return html`${wanted("period") &&
    html`${field({ label: "From", name: "from", type: "date", value: values.from })}${field({ label: "To", name: "to", type: "date", value: values.to })}`}
    ${wanted("day") && field({ label: "Day", name: "date", type: "date", value: values.date })}
    ${wanted("module") && field({ label: "Module", name: "module", type: "select" })} ${wanted("group") && field({ label: "Group", name: "group", type: "select" })}`;
}

/**
 * The choices of module and group, archived ones too.
 * @param {HTMLElement} host
 * @param {Parameters} values
 */
export async function fillChoices(host, values) {
    const [groups, modules] = await Promise.all([groupChoices({ archived: true }), moduleChoices({ archived: true })]);
    fillSelect(host.querySelector("select[name=module]"), [{ value: "", label: "All modules" }, ...modules], values.module);
    fillSelect(host.querySelector("select[name=group]"), [{ value: "", label: "All groups" }, ...groups], values.group);
}

/**
 * The parameters in words, for the caption and the printed page.
 * @param {Record<string, string>} values
 */
export async function inWords(values) {
    const [group, module] = await Promise.all([values.group ? store.get("group", values.group) : null, values.module ? store.get("module", values.module) : null]);
    const when = values.from === values.to ? longDay(values.from) : dayRange(values.from, values.to);
    return [when, module?.code, group?.name].filter(Boolean).join(" · ");
}
