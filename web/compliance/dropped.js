/** Files let go over the page, with whatever is inside of dropped folders. */
const MOST = 2_000;

/**
 * @param {HTMLElement} veil shown while files hover
 * @param {(files: File[]) => void} take at least one
 * @param {AbortSignal} signal
 */
export function acceptFolders(veil, take, signal) {
    let depth = 0;
    const show = (/** @type {boolean} */ shown) => {
        veil.hidden = !shown;
        if (!shown) depth = 0;
    };
    const on = (/** @type {"dragenter" | "dragover" | "dragleave" | "drop"} */ type, /** @type {(event: DragEvent) => void} */ handle) =>
        window.addEventListener(
            type,
            (event) => {
                if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
                event.preventDefault();
                handle(event);
            },
            { signal },
        );
    on("dragenter", () => show((depth += 1) > 0));
    on("dragover", (event) => {
        event.dataTransfer.dropEffect = "copy";
    });
    on("dragleave", () => {
        depth -= 1;
        if (depth <= 0) show(false);
    });
    on("drop", async (event) => {
        show(false);
        const files = await filesOf(event.dataTransfer);
        if (files.length > 0 && !signal.aborted) take(files);
    });
}

/** @param {DataTransfer} transfer its list is empty once this has waited, so entries are taken first */
async function filesOf(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.some(({ isDirectory }) => isDirectory)) return [...transfer.files];
    /** @type {File[]} */
    const files = [];
    for (const entry of entries) await walk(entry, files);
    return files;
}

/** @param {any} entry @param {File[]} files */
async function walk(entry, files) {
    if (files.length >= MOST || isHidden(entry.name)) return;
    if (entry.isFile) files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    if (!entry.isDirectory) return;
    const reader = entry.createReader();
    for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) return;
        for (const one of some) await walk(one, files);
    }
}

/** What systems leave behind in folders. @param {string} name */
export function isHidden(name) {
    return name.startsWith(".") || name === "Thumbs.db" || name === "desktop.ini";
}
