/**
 * What a server vouches for: these marks of this session, made by these operations. The device recomputes the hash from
 * its own records and so sees whether the server has what it shows. Twin of `Sources/Sync/Receipt.swift`.
 */
import { hex } from "../lib/identifier.js";

/** @typedef {import("./operation.js").VersionedRecord} VersionedRecord */
/** @typedef {VersionedRecord & {student: string}} ReceiptMark */

const FIELDS = ["status", "minutesLate", "remark"];

/**
 * Canonical JSON (RFC 8785): `["rounds-receipt-1", session, count, [mark, …]]` with marks in the order of student
 * ids, each `[student, status, minutesLate, remark, [operation of status, of minutesLate, of remark]]`, null where never
 * set.
 * @param {string} session
 * @param {ReceiptMark[]} marks
 * @returns {string}
 */
export function receiptText(session, marks) {
    const sorted = marks.toSorted((one, other) => (one.student < other.student ? -1 : 1));
    return JSON.stringify(["rounds-receipt-1", session, marks.length, sorted.map(canonicalMark)]);
}

/**
 * SHA-256 of the canonical text, lowercase hexadecimal.
 * @param {string} session
 * @param {ReceiptMark[]} marks
 * @returns {Promise<string>}
 */
export async function receiptHash(session, marks) {
    const bytes = new TextEncoder().encode(receiptText(session, marks));
    return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** @param {ReceiptMark} mark */
function canonicalMark({ student, values, versions }) {
    const value = (/** @type {string} */ field) => (versions[field] ? values[field] ?? null : null);
    return [student, ...FIELDS.map(value), FIELDS.map((field) => versions[field]?.operation ?? null)];
}
