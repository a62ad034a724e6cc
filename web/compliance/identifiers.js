/** What each kind of identifier is called, beside its mask. */

/** @type {Record<string, string>} */
const TYPES = {
    NAME: "name",
    GEO: "place",
    DATE: "date",
    AGE_OVER_89: "age over 89",
    PHONE: "telephone number",
    FAX: "fax number",
    EMAIL: "e-mail address",
    SSN: "social security number",
    MRN: "record number",
    PLAN_ID: "health plan number",
    ACCOUNT: "account number",
    LICENSE: "licence number",
    VEHICLE: "vehicle",
    DEVICE: "device number",
    URL: "web address",
    IP: "network address",
    BIOMETRIC: "biometric identifier",
    PHOTO: "photograph",
    OTHER_ID: "other identifying code",
    FACILITY: "care facility",
};

/** @param {{ type: string, confidence?: number }} span */
export function identifierText({ type, confidence }) {
    const sure = confidence === undefined || confidence >= 0.8 ? "" : ", masked to be on the safe side";
    return `Masked ${TYPES[type] ?? "identifier"}${sure}`;
}

/**
 * How many of each kind, the commonest first.
 * @param {any[]} spans
 * @returns {{ name: string, count: number }[]}
 */
export function identifierCounts(spans) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { type } of spans) counts.set(type, (counts.get(type) ?? 0) + 1);
    return [...counts].toSorted(([, left], [, right]) => right - left).map(([type, count]) => ({ name: TYPES[type] ?? "identifier", count }));
}
