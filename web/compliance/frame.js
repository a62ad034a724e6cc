/** What stands around every page of Compliance: the way between its parts, and the answer to a role that does not reach here. */
import { html } from "../lib/html.js";
import { empty, pageHead } from "../elements/markup.js";
import { me } from "../me.js";

/** @type {{ href: string, label: string, show: () => boolean }[]} */
const PARTS = [
    { href: "/compliance", label: "Notes", show: () => me.may("reviewNotes") },
    { href: "/compliance/episodes", label: "Episodes", show: () => me.may("reviewNotes") },
    { href: "/compliance/trends", label: "Trends", show: () => me.may("reviewNotes") || me.may("seeTeamNotes") },
    { href: "/compliance/rules", label: "Rules and manual", show: () => mayOpen() },
    { href: "/compliance/cases", label: "Teaching cases", show: () => me.may("studyCases") },
    { href: "/compliance/logbook", label: "Logbook", show: () => me.may("reviewNotes") && me.reads },
    { href: "/compliance/rubrics", label: "Rubrics", show: () => me.may("manageRubrics") },
    { href: "/compliance/settings", label: "Settings", show: () => me.may("reviewNotes") || me.may("manageRubrics") },
];

/** Whether any part of Compliance is there for this user. */
export function mayOpen() {
    return me.may("reviewNotes") || me.may("seeTeamNotes") || me.may("manageRubrics") || me.may("studyCases");
}

/** Where Compliance begins for this user. */
export function firstPart() {
    if (me.may("reviewNotes")) return "/compliance";
    if (me.may("manageRubrics")) return "/compliance/rubrics";
    return me.may("studyCases") ? "/compliance/cases" : "/compliance";
}

/** @param {string} current address of the part */
export function parts(current) {
    const shown = PARTS.filter(({ show }) => show());
    if (shown.length < 2) return "";
    return html`<r-parts class="part-tabs no-print"><nav aria-label="Compliance"><ul>${shown.map(({ href, label }) => html`<li><a href="${href}" ${href === current && html`aria-current="page"`}>${label}</a></li>`)}</ul></nav></r-parts>`;
}

/** On a narrow screen the parts are a strip; the one that is open is on the screen. */
class Parts extends HTMLElement {
    connectedCallback() {
        const current = /** @type {HTMLElement | null} */ (this.querySelector("[aria-current]"));
        if (current) this.scrollLeft = current.offsetLeft - this.offsetLeft - (this.clientWidth - current.offsetWidth) / 2;
    }
}
customElements.define("r-parts", Parts);

/** @param {string} title */
export function outOfReach(title) {
    const text = "Notes are read by who wrote them. Ask an administrator for a role that reviews notes, or for a teaching case.";
    return html`<section class="page">${pageHead({ title })} ${empty({ title: "Your role does not reach here", text, icon: "lock", always: true })}</section>`;
}

/**
 * @param {string} current address of the part
 * @param {{ title: unknown, text?: unknown, actions?: unknown, back?: { href: string, label: string } }} head
 * @param {unknown} body markup
 */
export function page(current, head, body) {
    return html`<section class="page compliance">${pageHead(head)} ${parts(current)} ${body}</section>`;
}
