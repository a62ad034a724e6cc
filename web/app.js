/** The shell: navigation, status line, and the page between them. */
import "./elements/toast.js";
import "./elements/status-line.js";
import "./elements/banners.js";
import "./elements/first-fetch.js";
import "./scribe/recording-line.js";
import { html, render } from "./lib/html.js";
import { debounce } from "./lib/events.js";
import { applyTheme } from "./lib/theme.js";
import { brand, light, showCounts, sidebar, tabs } from "./elements/navigation.js";
import { toast } from "./elements/toast.js";
import { me } from "./me.js";
import { loadToday } from "./register/today-model.js";
import { addRoutes } from "./routes.js";
import { navigate, navigation, reload, start } from "./router.js";
import { begin } from "./session.js";
import { store } from "./store/store.js";
import { engine } from "./sync/engine.js";
import { watchUpdates } from "./updates.js";

/** @type {string | undefined} */
let lit;
let drawnFor = "";

function drawShell() {
    drawnFor = JSON.stringify(me.current);
    render(document.querySelector("#sidebar"), sidebar());
    render(document.querySelector("#tabs"), tabs());
    document.body.toggleAttribute("data-bare", me.current === null);
    light(lit);
    count();
}

const count = debounce(async () => {
    if (!store.user) return;
    const [{ attention }, disputes, notices, today] = await Promise.all([store.summary(), store.all("dispute"), store.all("exception"), me.is("teacher") ? loadToday() : null]);
    const requests = me.is("owner", "administrator", "director", "adviser") ? notices.filter(({ state }) => state === "requested").length : 0;
    const counts = { attention, requests, overdue: today?.overdue.length ?? 0, disputes: disputes.filter(({ settledAt }) => !settledAt).length };
    showCounts(counts);
    setBadge(Object.values(counts).reduce((sum, one) => sum + one, 0));
}, 400);

/**
 * On the icon of the installed app.
 * @param {number} sum
 */
async function setBadge(sum) {
    try {
        await navigator.setAppBadge?.(sum);
    } catch {
        // this browser shows none
    }
}

/** @param {import("./router.js").RouteOptions} options */
function allowed(options) {
    if (me.current || options.open) return null;
    const back = location.pathname === "/" ? "" : `?back=${encodeURIComponent(location.pathname + location.search)}`;
    return `/sign-in${back}`;
}

/** @param {any} event verdicts that a person should hear of at once */
function tellVerdicts({ detail: { rejected, flagged } }) {
    const open = { action: "Show", run: () => navigate("/sync") };
    if (rejected > 0) toast(rejected === 1 ? "The server refused one piece of work. It is kept here." : `The server refused ${rejected} pieces of work. They are kept here.`, { ...open, tone: "bad" });
    else if (flagged.some((/** @type {any} */ entry) => entry.flags.includes("late"))) toast("The register had been closed; your marks were added after closing.", open);
    else if (flagged.some((/** @type {any} */ entry) => entry.code === "amendment_proposed")) toast("The register is closed; your change is a proposal now.", { action: "Show", run: () => navigate("/conflicts") });
    else if (flagged.some((/** @type {any} */ entry) => entry.dispute)) toast("The same student was marked otherwise elsewhere. Both are kept; one tap settles it.", { action: "Show", run: () => navigate("/conflicts") });
    else if (flagged.some((/** @type {any} */ entry) => entry.flags.includes("clock_ahead"))) toast("This device's clock is ahead. The time at which the server heard your marks counts.", open);
}

async function main() {
    applyTheme();
    render(
        document.body,
        html`<a class="skip button" href="#main">Skip to the page</a>
            <div class="shell">
                <div id="sidebar"></div>
                <div>
                    <header class="topbar">${brand()}<r-status-line></r-status-line></header>
                    <r-banners></r-banners>
                    <r-recording-line></r-recording-line>
                    <main class="main" id="main" tabindex="-1"></main>
                </div>
            </div>
            <div id="tabs"></div>
            <r-toasts></r-toasts>`,
    );
    addRoutes();
    navigation.addEventListener("navigate", (event) => {
        lit = /** @type {CustomEvent} */ (event).detail.nav;
        light(lit);
    });
    store.addEventListener("change", () => count());
    engine.addEventListener("verdicts", tellVerdicts);
    await begin();
    drawShell();
    me.addEventListener("change", () => {
        if (drawnFor === JSON.stringify(me.current)) return;
        drawShell();
        reload();
    });
    watchUpdates();
    await start(document.querySelector("#main"), allowed);
}

main();
