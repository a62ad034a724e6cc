/** A file of unsent work, as `exportUnsent` writes it, read on this device or another. */
import { isIdentifier } from "../lib/identifier.js";
import { parseStamp } from "../sync/stamp.js";

/** @typedef {import("../sync/operation.js").Operation} Operation */

const LARGEST = 50_000_000;
const ENTITIES = new Set(["mark", "session", "exception"]);

/** The file is not what it should be; the message is a sentence for the user. */
export class UnsentFileError extends Error {}

/**
 * @param {File} file
 * @param {{ id: string, name: string }} user who is signed in
 * @returns {Promise<Operation[]>}
 * @throws {UnsentFileError} also when it is another person's: nobody sends work under another name
 */
export async function readUnsent(file, user) {
    const content = file.size <= LARGEST ? parse(await file.text()) : null;
    const lists = [content?.waiting, content?.attention];
    if (content?.format !== "rounds-unsent-1" || !lists.every(Array.isArray)) throw new UnsentFileError("This is no file of unsent work from Rounds.");
    const operations = [...content.waiting, ...content.attention.map((/** @type {any} */ entry) => entry?.operation)];
    if (!operations.every(isOperation)) throw new UnsentFileError("This file is damaged: not all that is in it can be read. Nothing was taken from it.");
    if (operations.some(({ author }) => author !== user.id)) {
        const name = typeof content.author?.name === "string" && content.author.name ? content.author.name : "somebody else";
        throw new UnsentFileError(`This is the work of ${name}, and only ${name} can send it. Sign in under that name and choose the file again.`);
    }
    return operations;
}

/** @param {string} text */
function parse(text) {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

/** @param {any} value */
function isOperation(value) {
    return (
        isIdentifier(value?.id) &&
        isIdentifier(value.author) &&
        ENTITIES.has(value.entity) &&
        typeof value.key === "string" &&
        Number.isInteger(value.seq) &&
        isMap(value.fields) &&
        isMap(value.seen) &&
        typeof value.capturedAt === "string" &&
        typeof value.stamp === "string" &&
        parseStamp(value.stamp) !== null
    );
}

/** @param {any} value */
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
