/**
 * What a person did on this device to one record. It names only the fields that were touched and, for each, the
 * operation whose value was on the screen. Twin of `Sources/Sync/Operation.swift`.
 */

/** @typedef {"session" | "mark" | "exception"} Entity */
/** @typedef {string | number | null} FieldValue */

/**
 * @typedef {object} Operation
 * @property {string} id UUIDv7; pushing it twice changes nothing
 * @property {number} seq counts the operations of one device from 1
 * @property {Entity} entity
 * @property {string} key
 * @property {Record<string, FieldValue>} fields touched fields only
 * @property {Record<string, string>} seen field → id of the operation whose value was on the screen
 * @property {string} stamp
 * @property {string} capturedAt RFC 3339
 * @property {string} author user id
 * @property {boolean} [fill] "mark remaining": gives way to anything its author had not seen
 * @property {string[]} [settles] disputes that this operation ends
 * @property {string | null} [reason]
 */

/**
 * @typedef {object} FieldVersion
 * @property {string} operation id of the operation that set the value
 * @property {string} order its place among all operations on this field
 * @property {string} author
 * @property {string} [authorName]
 * @property {string} device
 * @property {string} at RFC 3339
 * @property {boolean} fill set by a fill that saw no earlier value
 */

/** @typedef {Record<string, FieldVersion>} Versions */
/** @typedef {{values: Record<string, FieldValue>, versions: Versions}} VersionedRecord */

/**
 * The device that made an operation: the last part of its stamp.
 * @param {Operation} operation
 * @returns {string}
 */
export function deviceOf(operation) {
    return operation.stamp.slice(18);
}

/**
 * What `seen` must say for these fields when the record is on the screen as given.
 * @param {Versions} versions
 * @param {string[]} fields
 * @returns {Record<string, string>}
 */
export function seenVersions(versions, fields) {
    /** @type {Record<string, string>} */
    const seen = {};
    for (const field of fields) {
        if (versions[field]) seen[field] = versions[field].operation;
    }
    return seen;
}

/**
 * The key of a mark: there is one per student and session, whoever makes it.
 * @param {string} session
 * @param {string} student
 * @returns {string}
 */
export function markKey(session, student) {
    return `${session}:${student}`;
}

/**
 * @param {string} key
 * @returns {{session: string, student: string}}
 */
export function parseMarkKey(key) {
    return { session: key.slice(0, 36), student: key.slice(37) };
}
