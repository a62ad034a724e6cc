/**
 * The server's answer, written in one transaction: verdicts, records, cursor. What is shown stays steady while pages are
 * still to come: a record whose verdict is here but whose new state is not keeps its present look until the last page.
 */
import { parseMarkKey } from "../sync/operation.js";
import { HybridClock, parseStamp } from "../sync/stamp.js";
import { agreedOf, project, rowId, rowOver } from "./records.js";
import { Rows } from "./rows.js";
import { inState, prune, waitingByTarget } from "./outbox.js";

/** @typedef {import("./outbox.js").Sync} Sync */
/** @typedef {import("./outbox.js").Entry} Entry */

/**
 * @param {any} transaction over `ROWS`, outbox, meta and receipts
 * @param {any} answer of POST /sync
 * @param {{ author: { id: string, name: string }, now: number }} by
 * @returns {Promise<{ entities: Set<string>, keys: Set<string>, waiting: number, rejected: number, flagged: Entry[] }>} waiting: what is left to send
 */
export async function absorb(transaction, answer, { author, now }) {
    /** @type {Sync} */
    const sync = await transaction.get("meta", "sync");
    const touched = { entities: new Set(), keys: new Set(), waiting: 0, rejected: 0, flagged: [] };
    if (sync.epoch && sync.epoch !== answer.epoch) await requeueAgreed(transaction);
    // also in the middle of another snapshot: what came with its first pages may be gone by now
    if (answer.reset && (await holdsRecords(transaction))) Object.assign(sync, { resetting: true, generation: sync.generation + 1 });
    await takeVerdicts(transaction, sync, answer.verdicts ?? [], touched, now);
    await requeueGaps(transaction, answer.device?.gaps ?? []);
    const waiting = await waitingByTarget(transaction);
    const rows = new Rows(transaction);
    await takeRecords(rows, sync, answer.records ?? [], waiting, touched, author.name);
    for (const receipt of answer.receipts ?? []) transaction.put("receipts", receipt);
    if (!answer.more) {
        await settle(transaction, rows, sync, waiting, touched, author.name, syncedSince(answer.serverTime));
        if (sync.resetting) await forgetOlder(rows, sync, waiting, touched, author.name);
        sync.resetting = false;
        sync.agreedAt = now;
        await prune(transaction, now);
    }
    rows.write();
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
    for (const operations of waiting.values()) touched.waiting += operations.length;
    return touched;
}

/**
 * False on a new device, where nothing can be left over from before a full snapshot.
 * @param {any} transaction
 */
async function holdsRecords(transaction) {
    const [records, sheets] = await Promise.all([transaction.all("records", null, undefined, 1), transaction.all("sheets", null, undefined, 1)]);
    return records.length + sheets.length > 0;
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
        const disputed = outcome === "conflict" || dispute !== null;
        if (first && (flags.length > 0 || disputed || outcome === "superseded")) after.note = 1;
        transaction.put("outbox", after);
        sync.unsettled.push(entry.target);
        if (rejected) touched.rejected += 1;
        else if (first && (flags.length > 0 || disputed)) touched.flagged.push(after);
    });
}

/** @param {Rows} rows @param {Sync} sync @param {any[]} records @param {Map<string, any[]>} waiting @param {any} touched @param {string} name */
async function takeRecords(rows, sync, records, waiting, touched, name) {
    const ids = records.map(({ entity, key }) => rowId(entity, key));
    await rows.load(ids);
    for (const [index, { entity, key, deleted, record }] of records.entries()) {
        const id = ids[index];
        const row = rowOver(entity, key, deleted ? null : record, waiting.get(id) ?? [], sync.generation, name);
        if (row) rows.put(row);
        else rows.remove(id);
        touched.entities.add(entity);
        touched.keys.add(id);
    }
    sync.unsettled = sync.unsettled.filter((id) => !touched.keys.has(id));
}

/**
 * Records that got a verdict and no new state.
 * @param {any} transaction
 * @param {Rows} rows
 * @param {Sync} sync
 * @param {Map<string, any[]>} waiting
 * @param {any} touched
 * @param {string} name
 * @param {string} since the first day of which all marks come by sync
 */
async function settle(transaction, rows, sync, waiting, touched, name, since) {
    const ids = [...new Set(sync.unsettled)];
    await rows.load([...ids, ...ids.filter(isMark).map(sessionOf)]);
    for (const id of ids) {
        const row = rows.get(id);
        if (!row?.agreed) continue;
        /** @type {Entry[]} */
        const entries = await transaction.all("outbox", "target", id);
        const known = agreedOf(row);
        // a mark that went out of view with its session is nothing to show, whoever made it
        const isRight = known ? isSynced(rows, id, since) : isMark(id) && !rows.get(sessionOf(id));
        const applied = entries.filter(({ state, verdict, settledAt }) => {
            if (isRight) return false;
            return state === "agreed" && verdict === "applied" && settledAt >= (sync.agreedAt ?? 0);
        });
        const operations = applied.toSorted((left, right) => left.seq - right.seq).map(({ operation }) => operation);
        const agreed = project(row.entity, row.key, known, operations, name);
        // of its own generation: a verdict does not make it part of a snapshot that did not name it
        const after = rowOver(row.entity, row.key, agreed, waiting.get(id) ?? [], row.generation, name);
        if (after) rows.put(after);
        else rows.remove(id);
        touched.entities.add(row.entity);
        touched.keys.add(id);
    }
    sync.unsettled = [];
}

/** One day less than the server's four weeks, so that no time zone makes a difference. */
const SYNCED = 27 * 86_400_000;

/** @param {string | undefined} serverTime */
function syncedSince(serverTime) {
    return new Date(serverTime ? Date.parse(serverTime) - SYNCED : 0).toISOString().slice(0, 10);
}

/** @param {string} id */
const isMark = (id) => id.startsWith("mark/");

/** @param {string} id of a mark */
const sessionOf = (id) => rowId("session", parseMarkKey(id.slice("mark/".length)).session);

/**
 * Whether whatever happens to a record comes by sync, so that what was heard of it last is right. Marks of older sessions come on demand.
 * @param {Rows} rows
 * @param {string} id
 * @param {string} since
 */
function isSynced(rows, id, since) {
    return !isMark(id) || (rows.get(sessionOf(id))?.record.date ?? "") >= since;
}

/**
 * What a complete snapshot did not name is gone, except for work that still waits.
 * @param {Rows} rows
 * @param {Sync} sync
 * @param {Map<string, any[]>} waiting
 * @param {any} touched
 * @param {string} name
 */
async function forgetOlder(rows, sync, waiting, touched, name) {
    await rows.loadAll();
    for (const { id, entity, key, generation } of rows.everything()) {
        if (generation === sync.generation) continue;
        const row = rowOver(entity, key, null, waiting.get(id) ?? [], sync.generation, name);
        if (row) rows.put(row);
        else rows.remove(id);
        touched.entities.add(entity);
        touched.keys.add(id);
    }
}
