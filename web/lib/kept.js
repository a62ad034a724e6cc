/**
 * What a browser remembers whoever uses it: who signed in last, and its own id. On the disk when `keep` returns: local storage
 * gets there seconds later, and a browser that is killed before would ask for a sign-in that needs a network. Where nothing can be kept, it
 * lasts as long as the page.
 */
const STORE = "kept";
/** @type {Map<string, any>} */
const unkept = new Map();
/** @type {Promise<IDBDatabase> | null} */
let opening = null;

/** @param {string} key @returns {Promise<any>} undefined when there is none */
export function recall(key) {
    return inStore("readonly", (store) => store.get(key), () => unkept.get(key));
}

/** @param {string} key @param {any} value */
export function keep(key, value) {
    return inStore("readwrite", (store) => store.put(value, key), () => unkept.set(key, value));
}

/** @param {string} key */
export function forget(key) {
    return inStore("readwrite", (store) => store.delete(key), () => unkept.delete(key));
}

/**
 * What is kept, or else `value` from now on; two tabs that ask at once get the same.
 * @template T
 * @param {string} key
 * @param {T} value
 * @returns {Promise<T>}
 */
export async function recallOrKeep(key, value) {
    await inStore(
        "readwrite",
        (store) => store.getKey(key),
        () => unkept.has(key) || unkept.set(key, value),
        (store, found) => found ?? store.put(value, key),
    );
    return recall(key);
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @param {() => any} otherwise where the browser keeps nothing
 * @param {(store: IDBObjectStore, found: any) => any} [then] in the same transaction
 * @returns {Promise<any>} the request's result, once the transaction is on the disk
 */
async function inStore(mode, ask, otherwise, then) {
    try {
        const database = await open();
        return await new Promise((resolve, reject) => {
            const transaction = database.transaction(STORE, mode, { durability: "strict" });
            const store = transaction.objectStore(STORE);
            const request = ask(store);
            if (then) request.addEventListener("success", () => then(store, request.result));
            transaction.addEventListener("complete", () => resolve(request.result));
            transaction.addEventListener("abort", () => reject(transaction.error));
        });
    } catch {
        return otherwise();
    }
}

function open() {
    opening ??= new Promise((resolve, reject) => {
        const request = indexedDB.open("rounds", 1);
        request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
        request.addEventListener("success", () => {
            const database = request.result;
            database.addEventListener("versionchange", () => database.close());
            database.addEventListener("close", () => (opening = null));
            resolve(database);
        });
        request.addEventListener("error", () => reject(request.error));
    });
    // a browser that could not open it may do so later
    opening.catch(() => (opening = null));
    return opening;
}
