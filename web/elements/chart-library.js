/**
 * Plotly, fetched when the first chart is drawn. The content security policy refuses inline styles and stays as it is: what
 * the library would write as a `style` attribute of an SVG element goes through the element's style object, which a script may
 * always set, and its style rules go into a sheet of ours (docs/decisions/0012-charts-under-the-policy.md).
 */

const LIBRARY = "/vendor/plotly.min.js";
/** Where the library puts its rules if it finds it, and the id by which it believes the styles of maps to be there. */
const SHEET_ID = "plotly.js-style-global";
const MAP_STYLES_ID = "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53";

/** @type {Promise<any> | null} */
let loading = null;

/** @returns {Promise<any>} rejects where it cannot be had; the next call tries again */
export function plotly() {
    loading ??= load();
    loading.catch(() => (loading = null));
    return loading;
}

async function load() {
    keepToThePolicy();
    await Promise.all([chartStyles(), ready(script())]);
    return /** @type {any} */ (window).Plotly;
}

/** @type {Promise<unknown> | null} */
let styles = null;

/** The sheet of charts; a page with charts awaits it, so that nothing moves when the drawing comes. */
export function chartStyles() {
    styles ??= ready(sheet()).catch(() => (styles = null));
    return styles;
}

/** @param {HTMLElement} element */
function ready(element) {
    return new Promise((resolve, reject) => {
        element.addEventListener("load", () => resolve(undefined));
        element.addEventListener("error", () => {
            element.remove();
            reject(new Error("The drawing part of charts could not be fetched."));
        });
        document.head.append(element);
    });
}

function script() {
    const script = document.createElement("script");
    script.src = LIBRARY;
    return script;
}

function sheet() {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.id = SHEET_ID;
    link.href = "/elements/chart.css";
    return link;
}

let kept = false;

function keepToThePolicy() {
    if (kept) return;
    kept = true;
    const marker = document.createElement("meta");
    marker.id = MAP_STYLES_ID;
    document.head.append(marker);
    const set = Element.prototype.setAttribute;
    /** @this {SVGElement} @param {string} name @param {string} value */
    SVGElement.prototype.setAttribute = function setAttribute(name, value) {
        if (name === "style") this.style.cssText = value;
        else set.call(this, name, value);
    };
}
