/**
 * The server's answer, written in one transaction: verdicts, records, cursor. What is shown stays steady while pages are
 * still to come: a record whose verdict is here but whose new state is not keeps its present look until the last page.
 */
import { HybridClock, parseStamp } from "../sync/stamp.js";
import { agreedOf, project, rowId, rowOver } from "./records.js";
import { inState, prune, waitingByTarget } from "./outbox.js";

/** @typedef {import("./outbox.js").Sync} Sync */
/** @typedef {import("./outbox.js").Entry} Entry */

/**
 * @param {any} transaction over records, outbox, meta and receipts
 * @param {any} answer of POST /sync
 * @param {{ author: { id: string, name: string }, now: number }} by
 * @returns {Promise<{ entities: Set<string>, keys: Set<string>, rejected: number, flagged: Entry[] }>}
 */
export async function absorb(transaction, answer, { author, now }) {
    /** @type {Sync} */
    const sync = await transaction.get("meta", "sync");
    const touched = { entities: new Set(), keys: new Set(), rejected: 0, flagged: [] };
    if (sync.epoch && sync.epoch !== answer.epoch) await requeueAgreed(transaction);
    if (answer.reset && !sync.resetting) Object.assign(sync, { resetting: true, generation: sync.generation + 1 });
    await takeVerdicts(transaction, sync, answer.verdicts ?? [], touched, now);
    await requeueGaps(transaction, answer.device?.gaps ?? []);
    const waiting = await waitingByTarget(transaction);
    takeRecords(transaction, sync, answer.records ?? [], waiting, touched, author.name);
    for (const receipt of answer.receipts ?? []) transaction.put("receipts", receipt);
    if (!answer.more) {
        await settle(transaction, sync, waiting, touched, author.name);
        if (sync.resetting) await forgetOlder(transaction, sync, waiting, touched, author.name);
        sync.resetting = false;
        sync.agreedAt = now;
        await prune(transaction, now);
    }
    const stamp = typeof answer.serverStamp === "string" ? parseStamp(answer.serverStamp) : null;
    if (stamp) {
        const clock = new HybridClock(sync.device, sync.clock);
        clock.observe(answer.serverStamp, now);
        sync.clock = clock.last;
    }
    sync.epoch = answer.epoch;
    sync.cursor = answer.cursor;
    sync.heard = answer.device?.heard ?? sync.heard;
    sync.gaps = answer.device?.gaps ?? [];
    transaction.put("meta", sync);
    return touched;
}

/**
 * A new epoch may lack what the old one had agreed to; telling it twice changes nothing.
 * @param {any} transaction
 */
async function requeueAgreed(transaction) {
    for (const entry of await inState(transaction, "agreed")) transaction.put("outbox", { ...entry, state: "waiting" });
}

/**
 * Operations that the server has not heard of although it heard later ones.
 * @param {any} transaction
 * @param {[number, number][]} gaps
 */
async function requeueGaps(transaction, gaps) {
    if (gaps.length === 0) return;
    for (const entry of await inState(transaction, "agreed")) {
        if (gaps.some(([first, last]) => entry.seq >= first && entry.seq <= last)) transaction.put("outbox", { ...entry, state: "waiting" });
    }
}

/** @param {any} transaction @param {Sync} sync @param {any[]} verdicts @param {any} touched @param {number} now */
async function takeVerdicts(transaction, sync, verdicts, touched, now) {
    const entries = await transaction.many("outbox", verdicts.map(({ id }) => id));
    verdicts.forEach((verdict, index) => {
        /** @type {Entry | undefined} */
        const entry = entries[index];
        // another's operation goes on waiting for its author
        if (!entry || verdict.code === "author_mismatch") return;
        const outcome = verdict.verdict === "duplicate" ? (verdict.original ?? "applied") : verdict.verdict;
        const rejected = outcome === "rejected";
        const { code = null, message = null, flags = [], dispute = null } = verdict;
        /** @type {Entry} */
        const after = { ...entry, state: rejected ? "attention" : "agreed", settledAt: now, verdict: outcome, code, message, flags, dispute };
        const first = entry.state === "waiting" && entry.settledAt === undefined;
        if (first && (flags.length > 0 || outcome === "conflict" || outcome === "superseded")) after.note = 1;
        transaction.put("outbox", after);
        sync.unsettled.push(entry.target);
        if (rejected) touched.rejected += 1;
        else if (first && (flags.length > 0 || outcome === "conflict")) touched.flagged.push(after);
    });
}

/** @param {any} transaction @param {Sync} sync @param {any[]} records @param {Map<string, any[]>} waiting @param {any} touched @param {string} name */
function takeRecords(transaction, sync, records, waiting, touched, name) {
    const arrived = new Set();
    for (const { entity, key, deleted, record } of records) {
        const id = rowId(entity, key);
        arrived.add(id);
        const row = rowOver(entity, key, deleted ? null : record, waiting.get(id) ?? [], sync.generation, name);
        if (row) transaction.put("records", row);
        else transaction.delete("records", id);
        touched.entities.add(entity);
        touched.keys.add(id);
    }
    sync.unsettled = sync.unsettled.filter((id) => !arrived.has(id));
}

/**
 * Records that got a verdict and no new state.
 * @param {any} transaction
 * @param {Sync} sync
 * @param {Map<string, any[]>} waiting
 * @param {any} touched
 * @param {string} name
 */
async function settle(transaction, sync, waiting, touched, name) {
    const ids = [...new Set(sync.unsettled)];
    const rows = await transaction.many("records", ids);
    for (const [index, id] of ids.entries()) {
        const row = rows[index];
        if (!row?.agreed) continue;
        /** @type {Entry[]} */
        const entries = await transaction.all("outbox", "target", id);
        const applied = entries.filter(({ state, verdict, settledAt }) => state === "agreed" && verdict === "applied" && settledAt >= (sync.agreedAt ?? 0));
        const operations = applied.toSorted((left, right) => left.seq - right.seq).map(({ operation }) => operation);
        const agreed = project(row.entity, row.key, agreedOf(row), operations, name);
        const after = rowOver(row.entity, row.key, agreed, waiting.get(id) ?? [], sync.generation, name);
        if (after) transaction.put("records", after);
        else transaction.delete("records", id);
        touched.entities.add(row.entity);
        touched.keys.add(id);
    }
    sync.unsettled = [];
}

/**
 * What a complete snapshot did not name is gone, except for work that still waits.
 * @param {any} transaction
 * @param {Sync} sync
 * @param {Map<string, any[]>} waiting
 * @param {any} touched
 * @param {string} name
 */
async function forgetOlder(transaction, sync, waiting, touched, name) {
    const rows = await transaction.all("records", null);
    for (const { id, entity, key, generation } of rows) {
        if (generation === sync.generation) continue;
        const row = rowOver(entity, key, null, waiting.get(id) ?? [], sync.generation, name);
        if (row) transaction.put("records", row);
        else transaction.delete("records", id);
        touched.entities.add(entity);
        touched.keys.add(id);
    }
}
