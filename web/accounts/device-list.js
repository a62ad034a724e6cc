/** Devices that are signed in, this one first. */
import { html } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { badge } from "../elements/markup.js";
import { icon } from "../elements/icons.js";

/** @param {any[]} sessions */
export function deviceList(sessions) {
    const ordered = sessions.toSorted((left, right) => Number(right.current) - Number(left.current) || String(right.lastUsedAt).localeCompare(String(left.lastUsedAt)));
    return html`<ul class="list">
        ${ordered.map((one) => {
            const name = one.deviceName || "A device without a name";
            return html`<li class="list-row">
                ${icon("device")}
                <span class="grow"><strong>${name}</strong> ${one.current && badge("This device", "accent")}<br /><span class="muted small">Signed in ${dateTime(one.createdAt)}, last used ${dateTime(one.lastUsedAt)}</span></span>
                ${!one.current && html`<button type="button" class="button small" data-action="end" data-id="${one.id}" data-name="${name}" aria-label="Sign out ${name}, last used ${dateTime(one.lastUsedAt)}">Sign out</button>`}
            </li>`;
        })}
    </ul>`;
}
