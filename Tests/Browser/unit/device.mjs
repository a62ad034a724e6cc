/** A device in this process: what a browser has and node lacks, and a store over memory, the app's own way out where a browser keeps nothing. */

const rank = (key) => (Array.isArray(key) ? 2 : typeof key === "string" ? 1 : 0);

/** The order of keys in IndexedDB, as far as the store uses it: numbers, texts, arrays. */
function compare(left, right) {
    if (rank(left) !== rank(right)) return Math.sign(rank(left) - rank(right));
    if (!Array.isArray(left)) return left < right ? -1 : left > right ? 1 : 0;
    for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
        const order = compare(left[index], right[index]);
        if (order !== 0) return order;
    }
    return Math.sign(left.length - right.length);
}

class KeyRange {
    constructor(lower, upper, lowerOpen = false, upperOpen = false) {
        Object.assign(this, { lower, upper, lowerOpen, upperOpen });
    }

    static bound(...bounds) {
        return new KeyRange(...bounds);
    }

    includes(key) {
        const [low, high] = [compare(key, this.lower), compare(key, this.upper)];
        return (this.lowerOpen ? low > 0 : low >= 0) && (this.upperOpen ? high < 0 : high <= 0);
    }
}

Object.assign(globalThis, { IDBKeyRange: KeyRange, indexedDB: { cmp: compare }, self: globalThis });
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "node" }, configurable: true });

const { absorb } = await import("../../../web/store/snapshot.js");
const { capture, inState, newSync } = await import("../../../web/store/outbox.js");
const { MemoryDatabase } = await import("../../../web/store/memory.js");
const { Rows, ROWS } = await import("../../../web/store/rows.js");

export const ADA = { id: "0190a000-0000-7000-8000-00000000000a", name: "Ada" };
export const SESSION = "0190a000-0000-7000-8000-000000000001";
export const EPOCH = "0190a000-0000-7000-8000-0000000000e1";
const SERVER = "0190a000-0000-7000-8000-0000000000f1";
const ALL = [...ROWS, "outbox", "meta", "receipts"];

export const student = (number) => `0190a000-0000-7000-8000-${String(number).padStart(12, "0")}`;
export const markOf = (number) => `${SESSION}:${student(number)}`;

/** A mark as the server sends it. */
export function serverMark(number, status, operation = `0190a000-0000-7000-9000-${String(number).padStart(12, "0")}`) {
    const version = { operation, order: `0193450b6b00-0000-${SERVER}`, author: "b", authorName: "Ben", device: SERVER, at: "2026-11-21T09:00:00.000Z", fill: false };
    const record = { session: SESSION, student: student(number), status, minutesLate: null, remark: null, author: "b", authorName: "Ben", flags: [], versions: { status: version } };
    return { entity: "mark", key: markOf(number), change: number, deleted: false, record };
}

/** An answer to a push and pull; nothing in it unless it is given. */
export function answer(members = {}) {
    const device = { heard: 0, gaps: [] };
    return { protocol: 2, epoch: EPOCH, verdicts: [], records: [], receipts: [], reset: false, more: false, cursor: "c", device, ...members };
}

export const applied = ({ id }) => ({ id, verdict: "applied", original: null, code: null, message: null, flags: [], dispute: null });

export class Device {
    database = new MemoryDatabase();
    now = Date.parse("2026-11-21T09:00:00Z");

    static async make() {
        const device = new Device();
        await device.database.write(["meta"], async (transaction) => transaction.put("meta", newSync()));
        return device;
    }

    /** @returns the entries of these marks: student number → fields */
    async mark(fields) {
        const intents = Object.entries(fields).map(([number, of]) => ({ entity: "mark", key: markOf(number), fields: typeof of === "string" ? { status: of } : of }));
        return this.database.write(ALL, (transaction) => capture(transaction, intents, ADA, (this.now += 1000)));
    }

    absorb(members) {
        return this.database.write(ALL, (transaction) => absorb(transaction, answer(members), { author: ADA, now: (this.now += 1000) }));
    }

    /** A full snapshot of these marks. */
    reset(...records) {
        return this.absorb({ reset: true, records });
    }

    row(id) {
        return this.database.read(ROWS, async (transaction) => {
            const rows = new Rows(transaction);
            await rows.load([id]);
            return rows.get(id);
        });
    }

    async status(number) {
        return (await this.row(`mark/${markOf(number)}`))?.record.status;
    }

    entries(state) {
        return this.database.read(["outbox"], (transaction) => inState(transaction, state));
    }

    sync() {
        return this.database.read(["meta"], (transaction) => transaction.get("meta", "sync"));
    }
}
