/** Every fact about one mark: who, when, old, new, device. From the server when it is there, else what this device knows. */
import { api } from "../api.js";
import { html } from "../lib/html.js";
import { badge } from "../elements/markup.js";
import { store } from "../store/store.js";
import { deviceName } from "../lib/device.js";
import { valueWord } from "./dispute-box.js";

/**
 * @typedef {{ field: string, before?: any, after: any, authorName: string, deviceName: string, at: string, outcome?: string }} Fact
 * @typedef {{ complete: boolean, facts: Fact[] }} History
 */

const OUTCOMES = { waiting: "Waiting", attention: "Refused", rejected: "Refused", superseded: "Not shown", conflict: "Disputed" };

/** @param {string} session @param {import("./roll.js").RollRow} row @returns {Promise<History>} */
export async function loadHistory(session, row) {
    const own = await ownFacts(session, row.id);
    const waiting = own.filter(({ outcome }) => outcome === "waiting" || outcome === "attention");
    try {
        const answer = await api.get("/attendance/records/history", { query: { session, student: row.id }, timeout: 6_000 });
        return { complete: true, facts: [...waiting, ...answer.items.toReversed().flatMap(fromServer)] };
    } catch {
        return { complete: false, facts: own.length > 0 ? own : fromVersions(row.mark) };
    }
}

/** @param {any} item @returns {Fact[]} */
function fromServer(item) {
    const { authorName, capturedAt, verdict, changes } = item;
    const deviceName = item.deviceName ?? "";
    return changes.map((/** @type {any} */ change) => ({ field: change.field, before: change.old, after: change.new, authorName, deviceName, at: capturedAt, outcome: verdict }));
}

/** @param {string} session @param {string} student @returns {Promise<Fact[]>} */
async function ownFacts(session, student) {
    const entries = await store.entriesOf("mark", `${session}:${student}`);
    return entries.toReversed().flatMap(({ operation, state, verdict }) =>
        Object.entries(operation.fields).map(([name, after]) => ({
            field: name,
            after,
            authorName: store.user.name,
            deviceName: `${deviceName()} (this device)`,
            at: operation.capturedAt,
            outcome: state === "agreed" ? verdict : state,
        })),
    );
}

/** @param {any} mark @returns {Fact[]} */
function fromVersions(mark) {
    return Object.entries(mark?.versions ?? {}).map(([name, version]) => ({
        field: name,
        after: mark[name],
        authorName: version.authorName ?? mark.authorName ?? "",
        deviceName: "",
        at: version.at,
    }));
}

const FIELDS = { status: "Status", minutesLate: "Minutes late", remark: "Remark" };

/** @param {History} history @param {Record<string, string>} names @param {(moment: string) => string} when */
export function drawHistory({ complete, facts }, names, when) {
    if (facts.length === 0) return html`<p class="muted">Nothing was set yet.</p>`;
    return html`${!complete && html`<p class="muted small">The server cannot be reached; this is what this device knows.</p>`}
        <ol class="facts-list">
            ${facts.map((fact) => {
                const word = (/** @type {any} */ value) => valueWord(fact, value ?? null, names);
                const outcome = OUTCOMES[fact.outcome ?? ""];
                return html`<li>
                    <span><strong>${FIELDS[fact.field] ?? fact.field}</strong> ${fact.before !== undefined && html`${word(fact.before)} → `}${word(fact.after)} ${outcome && badge(outcome, "warn")}</span>
                    <span class="muted small">${fact.authorName} · ${when(fact.at)}${fact.deviceName && ` · ${fact.deviceName}`}</span>
                </li>`;
            })}
        </ol>`;
}
