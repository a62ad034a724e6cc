/** Files on their way to the server, two at a time. A ZIP goes as a batch, everything else as a note. Refusals stay until they are put away. */
import { upload } from "../upload.js";
import { sentence } from "./words.js";

const AT_ONCE = 2;

/**
 * @typedef {{ key: number, name: string, file: File, options: Record<string, string>, state: "waiting" | "sending" | "refused", part: number, says: string }} Sent
 * @typedef {{ changed: () => void, note: (note: any, isAlone: boolean) => void, batch: (batch: any) => void }} Told
 */

export class Sending {
    /** @type {Sent[]} */ items = [];
    #told;
    #signal;
    #count = 0;
    /** How many were added since nothing was under way. */
    #run = 0;

    /** @param {Told} told @param {AbortSignal} signal */
    constructor(told, signal) {
        this.#told = told;
        this.#signal = signal;
    }

    /** @param {File[]} files @param {Record<string, string>} options */
    add(files, options) {
        if (!this.items.some(({ state }) => state !== "refused")) this.#run = 0;
        this.#run += files.length;
        for (const file of files) this.items.push({ key: (this.#count += 1), name: file.name, file, options, state: "waiting", part: 0, says: "" });
        this.#told.changed();
        this.#next();
    }

    /** @param {number} key */
    forget(key) {
        this.items = this.items.filter((one) => one.key !== key);
        this.#told.changed();
    }

    #next() {
        const busy = this.items.filter(({ state }) => state === "sending").length;
        for (const one of this.items.filter(({ state }) => state === "waiting").slice(0, AT_ONCE - busy)) this.#send(one);
    }

    /** @param {Sent} one */
    async #send(one) {
        one.state = "sending";
        const isArchive = /\.zip$/i.test(one.name);
        const progress = (/** @type {number} */ sent, /** @type {number} */ total) => {
            one.part = total > 0 ? sent / total : 1;
            this.#told.changed();
        };
        try {
            const query = isArchive ? { name: one.name } : { name: one.name, ...one.options };
            const answer = await upload(isArchive ? "/compliance/batches" : "/compliance/documents/files", one.file, { query, progress, signal: this.#signal });
            this.items = this.items.filter((each) => each !== one);
            if (isArchive) this.#told.batch(answer);
            else this.#told.note(answer.document, this.#run === 1);
        } catch (error) {
            if (this.#signal.aborted) return;
            one.state = "refused";
            one.says = sentence(error);
        }
        this.#told.changed();
        this.#next();
    }
}
