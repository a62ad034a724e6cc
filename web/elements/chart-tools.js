/** Zoom without a mouse, and a chart as a picture file. */
import { toast } from "./toast.js";

const STEP = 0.3;

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
        await library.downloadImage(canvas, { format, filename: content.file, width, height: Math.round((content.height ?? 260) * 1.2), scale: format === "png" ? 2 : 1 });
    } catch {
        toast("The picture could not be made.", { tone: "bad" });
    }
}
