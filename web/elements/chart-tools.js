/** Zoom without a mouse, and a chart as a picture file. */
import { merged, plain, written } from "./chart-look.js";
import { toast } from "./toast.js";

const STEP = 0.3;
/** Height of the title of a saved picture, which on the page stands above the chart. */
const HEAD = 76;

/**
 * @param {any} library
 * @param {any} canvas
 * @param {string} way in, out
 */
export function zoom(library, canvas, way) {
    const range = canvas?.layout?.xaxis?.range;
    if (!library || !range) return;
    const isTime = typeof range[0] === "string";
    const [first, last] = range.map((/** @type {any} */ end) => (isTime ? Date.parse(`${end.replace(" ", "T").padEnd(11, "T").replace(/T$/, "T00:00:00")}Z`) : end));
    const change = (last - first) * (way === "in" ? STEP / 2 : -STEP / 2 / (1 - STEP));
    const written = (/** @type {number} */ end) => (isTime ? new Date(end).toISOString().slice(0, 19) : end);
    library.relayout(canvas, { "xaxis.range": [written(first + change), written(last - change)] });
}

/**
 * @param {any} library
 * @param {any} canvas
 * @param {import("./chart.js").ChartContent} content
 * @param {string} format png, svg
 */
export async function save(library, canvas, content, format) {
    if (!library) return;
    const width = Math.max(900, canvas.clientWidth);
    try {
        const height = Math.round((content.height ?? 260) * 1.2) + HEAD;
        await library.downloadImage(picture(canvas, content, height), { format, filename: content.file, width, height, scale: format === "png" ? 2 : 1 });
    } catch {
        toast("The picture could not be made.", { tone: "bad" });
    }
}

/**
 * The chart with its title and what it is about.
 * @param {any} canvas
 * @param {import("./chart.js").ChartContent} content
 * @param {number} height in pixels
 */
function picture(canvas, { title, subject }, height) {
    const text = `<b>${plain(title)}</b>${subject ? `<br><span style="font-size:13px">${plain(subject)}</span>` : ""}`;
    const head = { text, x: 0, xref: "container", xanchor: "left", y: 1 - 26 / height, yref: "container", yanchor: "top", pad: { l: 12 }, font: { size: 17 } };
    const { layout, data } = canvas;
    return { data, config: written(), layout: merged(layout, { title: head, margin: { t: HEAD + (layout.margin?.t ?? 0) } }) };
}
