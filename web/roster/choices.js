/** Groups and modules of this device as choices of a select. */
import { store } from "../store/store.js";
import { by, byId, groupLabel } from "./names.js";

/** @typedef {{ value: string, label: string }} Choice */

/**
 * @param {{ archived?: boolean }} which `archived`: those too
 * @returns {Promise<Choice[]>}
 */
export async function groupChoices({ archived = false } = {}) {
    const [groups, modules] = await Promise.all([store.all("group"), store.all("module")]);
    const codes = byId(modules);
    const shown = groups.filter((one) => archived || !one.archived);
    return shown.map((one) => ({ value: one.id, label: groupLabel(one, codes) })).toSorted(by("label"));
}

/**
 * @param {{ archived?: boolean }} which `archived`: those too
 * @returns {Promise<Choice[]>}
 */
export async function moduleChoices({ archived = false } = {}) {
    const shown = (await store.all("module")).filter((one) => archived || !one.archived);
    return shown.toSorted(by("code")).map((one) => ({ value: one.id, label: `${one.code} ${one.title}` }));
}

/**
 * Gives a select other choices when they changed, and keeps what is chosen: the first exchange may come after the page.
 * @param {HTMLSelectElement | null} select
 * @param {Choice[]} choices
 * @param {string} chosen
 */
export function fillSelect(select, choices, chosen) {
    if (!select) return;
    const shown = [...select.options];
    const same = shown.length === choices.length && choices.every(({ value, label }, index) => shown[index].value === value && shown[index].label === label);
    if (same) return;
    select.replaceChildren(...choices.map(({ value, label }) => new Option(label, value, false, value === chosen)));
}
