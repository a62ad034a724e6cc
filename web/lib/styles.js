/** @type {Map<string, Promise<void>>} */
const loaded = new Map();

/**
 * Loads a page's own style sheet once. Its rules stand in `@layer pages`.
 * @param {string} address path of the site, like "/reports/reports.css"
 * @returns {Promise<void>} settles when the sheet applies; a sheet that cannot be had is no reason not to show the page
 */
export function stylesheet(address) {
    const known = loaded.get(address);
    if (known) return known;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    const ready = new Promise((resolve) => {
        link.addEventListener("load", () => resolve(undefined));
        link.addEventListener("error", () => resolve(undefined));
    });
    document.head.append(link);
    loaded.set(address, ready);
    return ready;
}
