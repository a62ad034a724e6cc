/** Devices that the server has heard from: one's own, or everybody's for those who look after the school. */
import { html } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { badge } from "../elements/markup.js";
import { me } from "../me.js";

const SHOWN = 200;

/** @param {[number, number][]} gaps */
export function gapText(gaps) {
    return gaps.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(", ");
}

/** @param {any[] | null} devices @param {string} own */
export function drawDevices(devices, own) {
    if (!devices || devices.length === 0) return html``;
    const recent = devices.toSorted((left, right) => (left.lastSeen < right.lastSeen ? 1 : -1)).slice(0, SHOWN);
    const whose = me.manages ? "everybody's" : "yours";
    return html`<h2>Devices the server has heard from</h2>
        <p class="muted">
            These are ${whose}. A device counts what is done on it; the server knows up to which number it heard. What was done after
            that and is lost with the device, or with its browser's data, never arrived. A device whose data was wiped comes back under another id.
        </p>
        <ul class="list" aria-label="Devices the server has heard from">
            ${recent.map(
                (device) => html`<li class="list-row" data-device="${device.id}">
                    <div class="grow">
                        <p><strong>${device.name ?? "Device"}</strong> ${device.id === own && badge("This one", "accent")}</p>
                        <p class="muted small">${device.userName} · <span class="mono">…${device.id.slice(-6)}</span></p>
                    </div>
                    <div class="end small">
                        <p>${device.heard === 0 ? "nothing done here yet" : `heard up to number ${device.heard}`}${device.gaps.length > 0 && `, missing ${gapText(device.gaps)}`}</p>
                        <p class="muted">last ${dateTime(device.lastSeen)}</p>
                    </div>
                </li>`,
            )}
        </ul>
        ${devices.length > recent.length && html`<p class="muted">and ${devices.length - recent.length} that were seen longer ago.</p>`}`;
}
