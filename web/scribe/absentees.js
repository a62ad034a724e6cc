/** For staff: who was absent, and who of them has opened what they missed. */
import { html, path } from "../lib/html.js";
import { dateTime } from "../lib/dates.js";
import { openDialog } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { sentence } from "./words.js";

/** @param {any} session */
export async function showAbsentees(session) {
    try {
        const { items } = await api.get(`/scribe${path("sessions", session.id, "catch-up")}`);
        await openDialog({ title: "Who was absent", body: items.length === 0 ? html`<p>Nobody is marked absent from this session.</p>` : list(items) });
    } catch (error) {
        toast(sentence(error), { tone: "bad" });
    }
}

/** @param {any[]} items */
function list(items) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Absent students"><table class="table"><thead><tr><th scope="col">Student</th><th scope="col">Mark</th><th scope="col">Pack opened</th></tr></thead><tbody>${items.map(row)}</tbody></table></div>
        <p class="muted small">A student sees what is shared with the session’s students.</p>`;
}

/** @param {any} one */
function row(one) {
    const mark = { absent: "Absent", excused: "Excused" }[one.status] ?? "No longer absent";
    return html`<tr><th scope="row">${one.name}</th><td>${mark}</td><td>${one.openedAt ? dateTime(one.openedAt) : "Not opened"}</td></tr>`;
}
