/**
 * The only caller of `fetch` for `/api/v1`. Paths are given without that prefix: `api.get("/people", { query })`.
 *
 * A problem document becomes an `ApiError`; no answer at all becomes `Unreachable`. A 401 is answered by one refresh,
 * then by the event "signed-out" on `apiEvents`.
 */
import { deviceId } from "./lib/device.js";
import { keep, recall } from "./lib/kept.js";

const PREFIX = "/api/v1";
const TIMEOUT = 20_000;
const REFRESHED = "refreshed";
/** Their 401 says something about the password or the sign-in itself. */
const NEVER_RETRIED = new Set(["/auth/login", "/auth/refresh", "/auth/logout"]);

export const apiEvents = new EventTarget();

/** The server answered, and said no. `detail` is a sentence to show, `errors` name the fields. */
export class ApiError extends Error {
    /** @param {number} status @param {any} problem @param {number | null} retryAfter seconds */
    constructor(status, problem, retryAfter) {
        super(problem?.detail || problem?.title || `The server answered ${status}.`);
        this.name = "ApiError";
        this.status = status;
        /** @type {string} */
        this.code = problem?.code ?? `http_${status}`;
        this.detail = this.message;
        /** @type {{ field: string, code: string, message: string }[]} */
        this.errors = Array.isArray(problem?.errors) ? problem.errors : [];
        this.problem = problem;
        this.retryAfter = retryAfter;
    }
}

/** No answer came: no network, or none within the time. */
export class Unreachable extends Error {
    constructor() {
        super("The server cannot be reached.");
        this.name = "Unreachable";
        this.code = "unreachable";
        this.status = 0;
        this.detail = "The server cannot be reached. Check the connection and try again.";
        /** @type {{ field: string, code: string, message: string }[]} */
        this.errors = [];
    }
}

/**
 * @typedef {object} CallOptions
 * @property {Record<string, string | number | boolean | null | undefined>} [query]
 * @property {AbortSignal} [signal]
 * @property {number} [timeout] milliseconds
 * @property {Record<string, string>} [headers]
 */

/**
 * In a page from the document, in the service worker from the cookie store.
 * @param {string} name
 */
export async function cookie(name) {
    if (typeof document === "undefined") return (await /** @type {any} */ (self).cookieStore?.get(name))?.value ?? "";
    const pair = document.cookie.split("; ").find((text) => text.startsWith(`${name}=`));
    return pair ? decodeURIComponent(pair.slice(name.length + 1)) : "";
}

/** @param {string} path may have a query of its own, which stands as it is @param {CallOptions["query"]} [query] */
export function address(path, query = {}) {
    const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
    const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
    const joint = path.includes("?") ? "&" : "?";
    return `${path.startsWith("/api/") || path.startsWith("/health") ? "" : PREFIX}${path}${search ? `${joint}${search}` : ""}`;
}

/** @param {string} method @param {string} path @param {BodyInit | null} body @param {CallOptions} options */
async function exchange(method, path, body, options) {
    /** @type {Record<string, string>} */
    const headers = { Accept: "application/json, application/problem+json, */*;q=0.5", ...options.headers };
    if (method !== "GET") headers["X-CSRF-Token"] = await cookie("rounds_csrf");
    const Signal = /** @type {any} newer than the type checker's library */ (AbortSignal);
    const timeout = Signal.timeout(options.timeout ?? TIMEOUT);
    const signal = options.signal ? Signal.any([options.signal, timeout]) : timeout;
    /** @type {RequestInit} */
    const request = { method, headers, body, signal, credentials: "same-origin", cache: "no-store" };
    try {
        return await fetch(address(path, options.query), request);
    } catch (error) {
        if (options.signal?.aborted) throw error;
        throw new Unreachable();
    }
}

/**
 * Renews the sign-in. A refresh token may be used once, so one caller of one tab does it and the others see that it was done.
 * @param {number} since when the caller found its sign-in gone
 * @returns {Promise<boolean>} false when there is nothing to renew
 * @throws {Unreachable | ApiError} when the server could not say
 */
export async function renew(since) {
    const attempt = async () => {
        const last = (await recall(REFRESHED)) ?? 0;
        // one that lies ahead was noted before the clock was set back
        if (last > since && last <= Date.now()) return true;
        const body = JSON.stringify({ device: await deviceId() });
        const answer = await exchange("POST", "/auth/refresh", body, { headers: { "Content-Type": "application/json" } });
        if (answer.ok) await keep(REFRESHED, Date.now());
        if (answer.status === 429 || answer.status >= 500) throw await problemOf(answer);
        return answer.ok;
    };
    return navigator.locks ? navigator.locks.request("rounds-refresh", attempt) : attempt();
}

/** @param {string} method @param {string} path @param {BodyInit | null} body @param {CallOptions} options */
async function send(method, path, body, options) {
    const begun = Date.now();
    let response = await exchange(method, path, body, options);
    if (response.status === 401 && !NEVER_RETRIED.has(path)) {
        if (await renew(begun)) response = await exchange(method, path, body, options);
        if (response.status === 401) apiEvents.dispatchEvent(new Event("signed-out"));
    }
    if (response.ok) return response;
    throw await problemOf(response);
}

/** @param {Response} response */
async function problemOf(response) {
    let problem = null;
    try {
        problem = await response.json();
    } catch {
        // a proxy's own error page; the status is all there is
    }
    const wait = Number(response.headers.get("Retry-After"));
    return new ApiError(response.status, problem, Number.isFinite(wait) && wait > 0 ? wait : null);
}

/** @param {Response} response */
async function content(response) {
    if (response.status === 204) return null;
    const type = response.headers.get("Content-Type") ?? "";
    try {
        return type.includes("json") ? await response.json() : await response.text();
    } catch {
        throw new Unreachable();
    }
}

/** @param {string} method @returns {(path: string, value?: unknown, options?: CallOptions) => Promise<any>} */
function withBody(method) {
    return async (path, value, options = {}) => {
        const headers = { ...options.headers };
        if (value !== undefined) headers["Content-Type"] = "application/json";
        const body = value === undefined ? null : JSON.stringify(value);
        return content(await send(method, path, body, { ...options, headers }));
    };
}

export const api = {
    /** @param {string} path @param {CallOptions} [options] @returns {Promise<any>} */
    get: async (path, options = {}) => content(await send("GET", path, null, options)),
    /** A file of the server. @param {string} path @param {CallOptions} [options] @returns {Promise<Blob>} */
    bytes: async (path, options = {}) => (await send("GET", path, null, options)).blob(),
    post: withBody("POST"),
    put: withBody("PUT"),
    patch: withBody("PATCH"),
    delete: withBody("DELETE"),

    /**
     * Sends a file as the raw body.
     * @param {string} path
     * @param {Blob} file
     * @param {CallOptions & { method?: string }} [options]
     */
    upload: async (path, file, options = {}) => {
        const headers = { "Content-Type": file.type || "application/octet-stream", ...options.headers };
        return content(await send(options.method ?? "POST", path, file, { timeout: 120_000, ...options, headers }));
    },

    /**
     * All items of a cursor-paged list.
     * @param {string} path
     * @param {CallOptions} [options]
     * @returns {Promise<any[]>}
     */
    all: async (path, options = {}) => {
        const items = [];
        let cursor = null;
        do {
            const answer = await api.get(path, { ...options, query: { limit: 500, ...options.query, cursor } });
            items.push(...answer.items);
            cursor = answer.next;
        } while (cursor);
        return items;
    },
};
