/**
 * Files on their way to the server, one after the other. They belong to the app, not to a page: who looks at another view
 * meanwhile finds them there. Event "change".
 */
import { path } from "../lib/html.js";
import { api } from "../api.js";
import { upload } from "../upload.js";
import { forgetChoices } from "./choices.js";

export const LARGEST = 2 * 1024 ** 3;
export const ACCEPTED = ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @typedef {object} Upload
 * @property {number} id
 * @property {File} file
 * @property {"waiting" | "sending" | "reading" | "question" | "done" | "failed" | "undone"} state reading: the server has all of it
 * @property {number} sent bytes
 * @property {{ module?: string, dateOrder?: string, kind?: string }} choice what a person added
 * @property {any} result
 * @property {any} error
 */

class Uploads extends EventTarget {
    /** @type {Upload[]} newest first */ list = [];
    #next = 1;
    #running = false;
    /** @type {{ id: number, abort: AbortController } | null} */ #current = null;

    /** @param {Iterable<File>} files */
    add(files) {
        for (const file of files) {
            /** @type {Upload} */
            const one = { id: (this.#next += 1), file, state: "waiting", sent: 0, choice: {}, result: null, error: null };
            if (file.size > LARGEST) Object.assign(one, { state: "failed", error: { code: "too_large", detail: "The file has more than 2 GB. Split it by module or year." } });
            this.list.unshift(one);
        }
        this.#tell();
        this.#run();
    }

    /** With what the server asked for. @param {number} id @param {Upload["choice"]} choice */
    again(id, choice = {}) {
        const one = this.#find(id);
        if (!one) return;
        Object.assign(one, { state: "waiting", error: null, sent: 0, choice: { ...one.choice, ...choice } });
        this.#tell();
        this.#run();
    }

    /** Takes it off the list; what is under way is stopped. @param {number} id */
    remove(id) {
        this.list = this.list.filter((one) => one.id !== id);
        if (this.#current?.id === id) this.#current.abort.abort();
        this.#tell();
    }

    /** @param {string} importId @param {"done" | "undone"} state */
    settle(importId, state) {
        for (const one of this.list) if (one.result?.id === importId) one.state = state;
        forgetChoices();
        this.#tell();
    }

    /** @param {number} id */
    #find(id) {
        return this.list.find((one) => one.id === id);
    }

    async #run() {
        if (this.#running) return;
        this.#running = true;
        let one;
        while ((one = this.list.findLast((each) => each.state === "waiting"))) await this.#send(one);
        this.#running = false;
    }

    /** @param {Upload} one */
    async #send(one) {
        const abort = new AbortController();
        this.#current = { id: one.id, abort };
        one.state = "sending";
        this.#tell();
        const progress = (/** @type {number} */ sent, /** @type {number} */ total) => {
            one.sent = sent;
            if (sent >= total) one.state = "reading";
            this.#tell();
        };
        try {
            one.result = await upload("/insights/imports", one.file, { query: { name: one.file.name, ...one.choice }, progress, signal: abort.signal });
            one.state = "done";
            forgetChoices();
        } catch (error) {
            one.error = error;
            one.state = ["module_needed", "date_order_needed", "wrong_kind"].includes(error.code) ? "question" : "failed";
        }
        this.#current = null;
        this.#tell();
    }

    #tell() {
        this.dispatchEvent(new Event("change"));
    }
}

export const uploads = new Uploads();

/** Takes an import back; the files come again with `restoreImport`. @param {string} id */
export async function undoImport(id) {
    await api.delete(`/insights${path("imports", id)}`, undefined, { timeout: 120_000 });
    uploads.settle(id, "undone");
}

/** @param {string} id */
export async function restoreImport(id) {
    await api.post(`/insights${path("imports", id)}/restore`, {}, { timeout: 120_000 });
    uploads.settle(id, "done");
}
