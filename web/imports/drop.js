/** Files dropped anywhere on the page. The veil shows where they may go; the file picker does the same by keyboard. */

/**
 * @param {HTMLElement} veil shown while a file hovers
 * @param {(file: File) => void} take
 * @param {AbortSignal} signal
 */
export function acceptDrops(veil, take, signal) {
    acceptFiles(veil, ([file]) => take(file), signal);
}

/**
 * @param {HTMLElement} veil shown while files hover
 * @param {(files: File[]) => void} take at least one
 * @param {AbortSignal} signal
 */
export function acceptFiles(veil, take, signal) {
    let depth = 0;
    const show = (/** @type {boolean} */ shown) => {
        veil.hidden = !shown;
        if (!shown) depth = 0;
    };
    const on = (/** @type {"dragenter" | "dragover" | "dragleave" | "drop"} */ type, /** @type {(event: DragEvent) => void} */ handle) =>
        window.addEventListener(
            type,
            (event) => {
                if (!carriesFiles(event)) return;
                event.preventDefault();
                handle(event);
            },
            { signal },
        );
    on("dragenter", () => {
        depth += 1;
        show(true);
    });
    on("dragover", (event) => {
        event.dataTransfer.dropEffect = "copy";
    });
    on("dragleave", () => {
        depth -= 1;
        if (depth <= 0) show(false);
    });
    on("drop", (event) => {
        show(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) take(files);
    });
}

/** @param {DragEvent} event */
function carriesFiles(event) {
    return [...(event.dataTransfer?.types ?? [])].includes("Files");
}
