/** The tokens of the present theme as colours that a chart can use, and what all charts have in common. */
import { shortMonths } from "../lib/dates.js";

const TOKENS = ["ink", "ink-muted", "line", "line-strong", "surface", "raised", "sunken", "accent", "accent-soft", "present", "late", "absent", "absent-soft", "excused"];

/** @typedef {Record<string, string> & { font: string, dark: boolean }} Look colours by the name of their token, `-` left out and the next letter large */

/**
 * @param {HTMLElement} host
 * @param {boolean} printing paper is white whatever the screen is
 * @returns {Look}
 */
export function look(host, printing) {
    const probe = document.createElement("span");
    // where motion is reduced every element has a short transition, which would answer with the colour before
    probe.style.setProperty("transition", "none", "important");
    if (printing) probe.style.colorScheme = "light";
    host.append(probe);
    /** @type {any} */
    const result = { font: getComputedStyle(host).fontFamily };
    for (const token of TOKENS) {
        probe.style.color = `var(--${token})`;
        result[token.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = getComputedStyle(probe).color;
    }
    if (printing) result.surface = "rgb(255, 255, 255)";
    probe.remove();
    return result;
}

/**
 * @param {Look} colours
 * @param {number} width of the place, in pixels
 */
export function commonLayout(colours, width) {
    const axis = {
        gridcolor: colours.line,
        linecolor: colours.lineStrong,
        zerolinecolor: colours.lineStrong,
        tickcolor: colours.lineStrong,
        tickfont: { color: colours.inkMuted },
        title: { font: { color: colours.inkMuted }, standoff: 8 },
        automargin: true,
        fixedrange: false,
    };
    const isTouch = matchMedia("(pointer: coarse)").matches;
    return {
        autosize: true,
        font: { family: colours.font, size: width < 480 ? 11 : 12, color: colours.ink },
        paper_bgcolor: colours.surface,
        plot_bgcolor: colours.surface,
        margin: { l: 8, r: 12, t: 8, b: 8, pad: 2 },
        hoverlabel: { bgcolor: colours.raised, bordercolor: colours.lineStrong, font: { color: colours.ink, family: colours.font }, align: "left" },
        legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom", font: { color: colours.inkMuted } },
        // a finger scrolls the page; the buttons zoom
        dragmode: isTouch ? false : "zoom",
        xaxis: axis,
        yaxis: axis,
    };
}

/** Months as the pages write them. */
export function written() {
    return { locale: "rounds", locales: { rounds: { format: { shortMonths: shortMonths() } } } };
}

/**
 * Text for a chart, which would otherwise read tags in it.
 * @param {unknown} text
 */
export function plain(text) {
    return String(text ?? "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * Both deep, the second one winning.
 * @param {any} base
 * @param {any} over
 */
export function merged(base, over) {
    const result = { ...base };
    for (const [name, value] of Object.entries(over ?? {})) {
        const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
        result[name] = isObject ? merged(base?.[name] ?? {}, value) : value;
    }
    return result;
}
