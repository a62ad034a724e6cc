/**
 * Who uses this browser, known without a network too: the last answer of `/me` is kept on the device (no secrets).
 * `me.current` is null when nobody is signed in. Event "change" when it becomes somebody else.
 */
import { api, ApiError } from "./api.js";

/**
 * @typedef {{ id: string, name: string, role: "owner" | "administrator" | "director" | "teacher" | "adviser" | "clinician" | "student" | "auditor", personId: string | null, email: string | null }} User
 * @typedef {{ mode: "desktop" | "server", user: User, school: string, version?: string }} Me
 */

const KEY = "rounds.me";

class Identity extends EventTarget {
    /** @type {Me | null} */ current = null;
    /** Whether the server has said so in this visit. */
    confirmed = false;

    /** What the device remembers, at once. */
    recall() {
        try {
            this.current = JSON.parse(localStorage.getItem(KEY) ?? "null");
        } catch {
            this.current = null;
        }
        return this.current;
    }

    /** Asks the server. Out of reach, what the device remembers stands. */
    async load() {
        try {
            const answer = await api.get("/me", { timeout: 8_000 });
            this.confirmed = true;
            this.#become(answer.signedIn === false || !answer.user ? null : answer);
        } catch (error) {
            if (error instanceof ApiError && error.status === 401) this.#become(null);
        }
        return this.current;
    }

    /** @param {...string} roles */
    is(...roles) {
        return this.current !== null && roles.includes(this.current.user.role);
    }

    /** Owner and administrator may set up the school. */
    get manages() {
        return this.is("owner", "administrator");
    }

    /** May mark somebody, somewhere. */
    get marks() {
        return this.is("owner", "administrator", "teacher");
    }

    get isStudent() {
        return this.is("student");
    }

    forget() {
        this.#become(null);
    }

    /** @param {any} answer */
    #become(answer) {
        const before = JSON.stringify(this.current);
        const { mode, user, version } = answer ?? {};
        const school = typeof answer?.school === "string" ? answer.school : (answer?.school?.name ?? "");
        this.current = answer ? { mode, user, school, version } : null;
        const after = JSON.stringify(this.current);
        try {
            if (answer) localStorage.setItem(KEY, after);
            else localStorage.removeItem(KEY);
        } catch {
            // without local storage the next offline start asks to sign in again
        }
        if (before !== after) this.dispatchEvent(new Event("change"));
    }
}

export const me = new Identity();
