/**
 * Pages by address, over the History API.
 *
 *     route("/people/:id", () => import("./roster/person.js"), { title: "Person", nav: "/people" });
 *
 * A page module exports `class Page { constructor(host, params, query); connect(); disconnect() }`; `connect` may be
 * async. The router empties the host, sets the title, moves focus to the page's h1 and restores the scroll position
 * when going back. A page that learns its real title calls `setTitle(text)`.
 */
import { html, render } from "./lib/html.js";

/**
 * @typedef {{ title: string, nav?: string, open?: boolean }} RouteOptions
 *   `nav`: the navigation entry that is lit; `open`: may be shown without being signed in
 * @typedef {{ connect(): void | Promise<void>, disconnect(): void }} PageInstance
 * @typedef {{ Page: new (host: HTMLElement, params: Record<string, string>, query: URLSearchParams) => PageInstance }} PageModule
 * @typedef {{ pattern: RegExp, names: string[], load: () => Promise<any>, options: RouteOptions }} Route
 */

/** @type {Route[]} */
const routes = [];
/** @type {{ host: HTMLElement, allowed: (options: RouteOptions) => string | null } | null} */
let setting = null;
/** @type {PageInstance | null} */
let page = null;
let visit = 0;

export const navigation = new EventTarget();

/** @param {string} pattern @param {() => Promise<any>} load @param {RouteOptions} options */
export function route(pattern, load, options) {
    /** @type {string[]} */
    const names = [];
    const source = pattern.replace(/:([a-zA-Z]+)/g, (_, name) => {
        names.push(name);
        return "([^/]+)";
    });
    routes.push({ pattern: new RegExp(`^${source}/?$`), names, load, options });
}

/**
 * @param {HTMLElement} host
 * @param {(options: RouteOptions) => string | null} allowed gives the address to go to instead, or null
 */
export function start(host, allowed) {
    setting = { host, allowed };
    history.scrollRestoration = "manual";
    document.addEventListener("click", followLink);
    window.addEventListener("popstate", (event) => show({ scroll: event.state?.scroll ?? 0, focus: true }));
    return show({ scroll: 0, focus: false });
}

/** @param {string} address path and query of this site @param {{ replace?: boolean }} options */
export function navigate(address, { replace = false } = {}) {
    if (replace) history.replaceState({}, "", address);
    else {
        rememberScroll();
        history.pushState({}, "", address);
    }
    return show({ scroll: 0, focus: true });
}

/**
 * Changes the query without showing the page anew.
 * @param {Record<string, string | null | undefined>} values
 */
export function setQuery(values) {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(values)) {
        if (value) url.searchParams.set(name, value);
        else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
}

/**
 * Another address of the page that is shown, without showing it anew. Going back to a step shows the page of its address.
 * @param {string} address path and query of this site
 * @param {{ step?: boolean }} options `step`: the address so far stays in the history
 */
export function setAddress(address, { step = false } = {}) {
    if (address === location.pathname + location.search) return;
    if (step) {
        rememberScroll();
        history.pushState({}, "", address);
    } else history.replaceState(history.state, "", address);
}

/** @param {string} title */
export function setTitle(title) {
    document.title = `${title} · Rounds`;
}

/** Shows the present address again, for instance after signing in. */
export function reload() {
    return show({ scroll: 0, focus: true });
}

function rememberScroll() {
    history.replaceState({ ...history.state, scroll: window.scrollY }, "");
}

/** @param {MouseEvent} event */
function followLink(event) {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = /** @type {Element} */ (event.target)?.closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
    if (url.hash && url.pathname === location.pathname) return;
    event.preventDefault();
    navigate(url.pathname + url.search);
}

/** @param {string} pathname */
function match(pathname) {
    for (const candidate of routes) {
        const found = candidate.pattern.exec(pathname);
        if (!found) continue;
        const pairs = candidate.names.map((name, index) => [name, decodeURIComponent(found[index + 1])]);
        return { route: candidate, params: Object.fromEntries(pairs) };
    }
    return null;
}

/** @param {{ scroll: number, focus: boolean }} how */
async function show({ scroll, focus }) {
    if (!setting) return;
    const mine = (visit += 1);
    const found = match(location.pathname);
    const elsewhere = found ? setting.allowed(found.route.options) : null;
    if (elsewhere && elsewhere !== location.pathname) return navigate(elsewhere, { replace: true });
    const host = setting.host;
    navigation.dispatchEvent(new CustomEvent("navigate", { detail: { nav: found?.route.options.nav } }));
    try {
        const module = found ? await found.route.load() : await import("./register/not-found.js");
        if (mine !== visit) return;
        page?.disconnect();
        page = null;
        host.replaceChildren();
        document.body.removeAttribute("data-page");
        setTitle(found?.route.options.title ?? "Page not found");
        page = new module.Page(host, found?.params ?? {}, new URLSearchParams(location.search));
        await page.connect();
    } catch (error) {
        if (mine !== visit) return;
        showFailure(host, error);
    }
    if (mine !== visit) return;
    window.scrollTo(0, scroll);
    if (focus) focusHeading(host);
}

/** @param {HTMLElement} host */
function focusHeading(host) {
    const heading = host.querySelector("h1");
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
}

/** @param {HTMLElement} host @param {any} error */
function showFailure(host, error) {
    window.reportError(error);
    setTitle("Something went wrong");
    const offline = error instanceof TypeError && !navigator.onLine;
    render(
        host,
        html`<section class="page">
            <h1>${offline ? "This page is not on this device yet" : "This page could not be shown"}</h1>
            <p>${offline ? "It will open as soon as there is a connection." : (error?.detail ?? error?.message ?? "")}</p>
            <p><a class="button" href="/">Go to Today</a></p>
        </section>`,
    );
}
