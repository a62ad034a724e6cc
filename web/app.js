/** The shell: navigation, status line and the page between them. */
import "./elements/toast.js";
import { html, render } from "./lib/html.js";
import { applyTheme } from "./lib/theme.js";
import { brand, light, sidebar, tabs } from "./elements/navigation.js";
import { me } from "./me.js";
import { addRoutes } from "./routes.js";
import { navigation, reload, start } from "./router.js";

/** @type {string | undefined} */
let lit;

function drawShell() {
    render(document.querySelector("#sidebar"), sidebar());
    render(document.querySelector("#tabs"), tabs());
    document.body.toggleAttribute("data-bare", me.current === null);
    light(lit);
}

/** @param {import("./router.js").RouteOptions} options */
function allowed(options) {
    if (me.current || options.open) return null;
    const back = location.pathname === "/" ? "" : `?back=${encodeURIComponent(location.pathname + location.search)}`;
    return `/sign-in${back}`;
}

async function main() {
    applyTheme();
    render(
        document.body,
        html`<a class="skip button" href="#main">Skip to the page</a>
            <div class="shell">
                <div id="sidebar"></div>
                <div>
                    <div class="topbar">${brand()}</div>
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
    if (!me.recall()) await me.load();
    else me.load();
    drawShell();
    me.addEventListener("change", () => {
        drawShell();
        reload();
    });
    await start(document.querySelector("#main"), allowed);
}

main();
