/** The roles as people read them, and what stands where a role does not reach. */
import { html } from "../lib/html.js";
import { empty, pageHead } from "../elements/markup.js";

/** @type {{ value: string, label: string, may: string }[]} */
export const ROLES = [
    { value: "owner", label: "Owner", may: "Everything, including other owners" },
    { value: "administrator", label: "Administrator", may: "People, groups, imports, settings and accounts" },
    { value: "director", label: "Director", may: "Reads every register and report, decides absence notices" },
    { value: "teacher", label: "Teacher", may: "Takes the registers of the groups they teach, records and shares their sessions" },
    { value: "adviser", label: "Adviser", may: "Reads the records of their students, decides their absence notices, and takes the registers of groups they teach" },
    { value: "clinician", label: "Clinician", may: "Clinical notes only, no registers" },
    { value: "student", label: "Student", may: "Their own record, absence requests and check-in, and what is shared of their sessions" },
    { value: "auditor", label: "Auditor", may: "The audit trail only, no registers" },
];

/** @param {string} role */
export function roleName(role) {
    return ROLES.find((one) => one.value === role)?.label ?? role;
}

/**
 * A page for those who set up the school, seen by somebody else.
 * @param {string} title of the page
 */
export function managersOnly(title) {
    const actions = html`<a class="button" href="/">Go to Today</a>`;
    const text = "Owners and administrators set up the school. Ask one of them if something here should change.";
    return html`<section class="page">${pageHead({ title })}${empty({ title: "Your role does not reach here", text, icon: "lock", actions, always: true })}</section>`;
}
