/**
 * Where recordings wait on this device, beside the user's records: a database of its own, so that a full one never stands in
 * the way of a mark.
 */

export const VERSION = 1;

/** @type {import("./schema.js").StoreSchema[]} */
export const SCHEMA = [
    // a recording as a person sees it, from Record to Stop
    { name: "takes", keyPath: "id", indexes: {} },
    // id "take/00": one run of the recorder; a killed tab begins the next
    { name: "parts", keyPath: "id", indexes: {} },
    // id "take/00/000000000000": bytes from that offset of the part on
    { name: "chunks", keyPath: "id", indexes: {} },
    // uploads of files that a reload broke off: by what the file is known again
    { name: "files", keyPath: "upload", indexes: {} },
];

/** @param {IDBDatabase} database */
export function upgrade(database) {
    for (const { name, keyPath } of SCHEMA) if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, { keyPath });
}

/** @param {string} take @param {number} part */
export const partId = (take, part) => `${take}/${String(part).padStart(2, "0")}`;

/** @param {string} part its id @param {number} offset */
export const chunkId = (part, offset) => `${part}/${String(offset).padStart(12, "0")}`;

/** Everything below an id. @param {string} id */
export const below = (id) => IDBKeyRange.bound(`${id}/`, `${id}0`, false, true);

/** @param {string} chunk its id @returns {number} */
export const offsetOf = (chunk) => Number(chunk.slice(chunk.lastIndexOf("/") + 1));
