/**
 * Reads protocol 2, which says once what repeats: the names of members per run of records, names of people and times in a table
 * of texts. Gives the records as protocol 1 has them. `docs/api/register.md` describes the form; `Tests/Vectors/sync/compact.json`
 * holds both readers to it.
 */

/** @typedef {{ entity: string, key: string, change: number, deleted: boolean, record: any }} ChangedRecord */

/**
 * @param {any} answer of protocol 1 or 2
 * @returns {ChangedRecord[]}
 */
export function recordsOf({ records = [], texts }) {
    return texts ? records.flatMap((/** @type {any} */ run) => (run.gone ? removals(run) : rowsOf(run, texts))) : records;
}

/** @param {any} run @returns {ChangedRecord[]} */
function removals({ entity, gone }) {
    return gone.map(([change, key]) => ({ entity, key, change, deleted: true, record: null }));
}

/** @param {any} run @param {string[]} texts @returns {ChangedRecord[]} */
function rowsOf({ entity, key: keyNames, columns, coded, rows }, texts) {
    const inTable = columns.map((/** @type {string} */ column) => coded.includes(column));
    const versions = columns.indexOf("versions");
    return rows.map(([change, key, ...values]) => {
        /** @type {any} */
        const record = {};
        const parts = keyNames.length > 1 ? key.split(":") : [key];
        for (let index = 0; index < keyNames.length; index += 1) record[keyNames[index]] = parts[index];
        for (let index = 0; index < columns.length; index += 1) {
            const value = values[index];
            record[columns[index]] = inTable[index] && value !== null ? texts[value] : value;
        }
        if (versions >= 0) record.versions = expanded(record.versions, texts);
        return { entity, key, change, deleted: false, record };
    });
}

/**
 * @param {any} versions a list of `[field, operation, order, author, authorName, device, at, fill]`, or as protocol 1 has them
 * @param {string[]} texts
 */
function expanded(versions, texts) {
    if (!Array.isArray(versions)) return versions;
    /** @type {any} */
    const members = {};
    for (const [field, operation, order, author, authorName, device, at, fill] of versions) {
        members[field] = {
            operation,
            order: `${order}-${texts[device]}`,
            author: texts[author],
            authorName: texts[authorName],
            device: texts[device],
            at: texts[at],
            fill: fill === 1,
        };
    }
    return members;
}
