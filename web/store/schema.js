/** What lies in a user's database on this device, and how an older one becomes a newer one with everything in it. */
import { countMarked } from "./rows.js";

/** @typedef {{ name: string, keyPath: string, indexes: Record<string, string | string[]> }} StoreSchema */

export const VERSION = 2;

/** @type {StoreSchema[]} */
export const SCHEMA = [
    // few indexes: every write pays for each. id "entity/key"; record is what is shown; agreed stands only beside waiting work: what the server said without it
    { name: "records", keyPath: "id", indexes: { parent: ["entity", "parent"], date: ["entity", "date"] } },
    // all marks of a session
    { name: "sheets", keyPath: "session", indexes: { marked: ["session", "marked"] } },
    // operations of this user on this device; state waiting, agreed or attention; note 1 until a person has read its flags
    { name: "outbox", keyPath: "id", indexes: { state: ["state", "seq"], target: "target", settled: ["state", "settledAt"], note: "note" } },
    { name: "receipts", keyPath: "id", indexes: { session: "session" } },
    { name: "meta", keyPath: "name", indexes: {} },
];

/**
 * Inside the transaction of "upgradeneeded".
 * @param {IDBDatabase} database
 * @param {IDBTransaction} transaction
 * @param {number} from its version, 0 for a new one
 */
export function upgrade(database, transaction, from) {
    for (const { name, keyPath, indexes } of SCHEMA) {
        if (database.objectStoreNames.contains(name)) continue;
        const made = database.createObjectStore(name, { keyPath });
        for (const [index, path] of Object.entries(indexes)) made.createIndex(index, path);
    }
    if (from === 1) gatherMarks(transaction);
}

/**
 * In version 1 each mark was a row of "records".
 * @param {IDBTransaction} transaction
 */
function gatherMarks(transaction) {
    const records = transaction.objectStore("records");
    const marks = IDBKeyRange.bound("mark/", "mark0", false, true);
    const request = records.getAll(marks);
    request.addEventListener("success", () => {
        const sheets = new Map();
        for (const { record, generation, agreed } of request.result) {
            const { session, student } = record;
            if (!sheets.has(session)) sheets.set(session, { session, marked: 0, marks: {} });
            sheets.get(session).marks[student] = agreed ? { record, generation, agreed } : { record, generation };
        }
        for (const sheet of sheets.values()) transaction.objectStore("sheets").put({ ...sheet, marked: countMarked(sheet) });
        records.delete(marks);
    });
}
