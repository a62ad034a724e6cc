/**
 * Who uses this browser, known without a network too: the last answer of `/me` is kept on the device (no secrets).
 * `me.current` is null when nobody has signed in here. When a session runs out the user stays, with `me.expired`: work goes
 * on on this device and is sent after signing in. Events: "change" (somebody else, or expired), "confirmed" (the server
 * says it is so).
 */
import { api, ApiError, renew } from "./api.js";
import { forget, keep, recall } from "./lib/kept.js";
import { ended } from "./signing-out.js";

/**
 * @typedef {{ id: string, name: string, role: "owner" | "administrator" | "director" | "teacher" | "adviser" | "clinician" | "student" | "auditor", personId: string | null, email: string | null }} User
 * @typedef {{ mode: "desktop" | "server", user: User, school: string, can: Record<string, boolean>, version?: string }} Me
 */

const KEY = "me";

class Identity extends EventTarget {
    /** @type {Me | null} */ current = null;
    expired = false;

    /** What the device remembers, without asking the server. */
    async recall() {
        this.current = (await recall(KEY)) ?? null;
        return this.current;
    }

    /** Asks the server. Out of reach, what the device remembers stands. */
    async load() {
        const begun = Date.now();
        if (!(await ended())) return this.current;
        try {
            let answer = await api.get("/me", { timeout: 8_000 });
            if (!isSignedIn(answer) && this.current) answer = await this.#refreshed(answer, begun);
            if (isSignedIn(answer)) await this.#become(answer);
            else if (this.current && this.current.mode === answer.mode) this.expire();
            else await this.forget();
        } catch (error) {
            if (error instanceof ApiError && error.status === 401) this.expire();
        }
        return this.current;
    }

    /** The server no longer knows the session; the user and the work stay. */
    expire() {
        if (!this.current || this.expired) return;
        this.expired = true;
        this.dispatchEvent(new Event("change"));
    }

    /** Signs out of this browser. */
    async forget() {
        if (!this.current) return;
        this.current = null;
        this.expired = false;
        await forget(KEY);
        this.dispatchEvent(new Event("change"));
    }

    /** @param {...string} roles */
    is(...roles) {
        return this.current !== null && roles.includes(this.current.user.role);
    }

    /** Owner and administrator may set up the school. */
    get manages() {
        return this.is("owner", "administrator");
    }

    /**
     * What the server lets this user do; hidden here what it would refuse.
     * @param {"takeRegister" | "readRegister" | "requestAbsence" | "decideAbsences" | "checkIn" | "seeReports" | "manageSchool" | "manageAccounts" | "seeInsights" | "seeCohorts" | "manageInsights" | "seeSessions" | "recordSessions" | "studySessions" | "reviewNotes" | "seeTeamNotes" | "manageRubrics" | "studyCases"} permission
     */
    may(permission) {
        return this.current?.can?.[permission] === true;
    }

    /** May mark somebody, somewhere. */
    get marks() {
        return this.may("takeRegister");
    }

    /** Has a register to read at all. */
    get reads() {
        return this.may("readRegister");
    }

    get isStudent() {
        return this.is("student");
    }

    /**
     * The access cookie may have run out while the refresh cookie has not.
     * @param {any} answer
     * @param {number} begun when it was asked for
     */
    async #refreshed(answer, begun) {
        return (await renew(begun)) ? api.get("/me", { timeout: 8_000 }) : answer;
    }

    /** @param {any} answer */
    async #become({ mode, user, school, can, version }) {
        const before = JSON.stringify(this.current) + this.expired;
        const name = typeof school === "string" ? school : (school?.name ?? "");
        // The order of an object's members means nothing and differs from answer to answer.
        this.current = { mode, user: ordered(user), school: name, can: ordered(can ?? {}), version };
        this.expired = false;
        if (before !== JSON.stringify(this.current) + this.expired) {
            await keep(KEY, this.current);
            this.dispatchEvent(new Event("change"));
        }
        this.dispatchEvent(new Event("confirmed"));
    }
}

/** @param {any} answer */
function isSignedIn(answer) {
    return answer?.signedIn !== false && Boolean(answer?.user);
}

/**
 * @template {object} T
 * @param {T} members
 * @returns {T}
 */
function ordered(members) {
    return /** @type {T} */ (Object.fromEntries(Object.entries(members).toSorted(([left], [right]) => (left < right ? -1 : 1))));
}

export const me = new Identity();
