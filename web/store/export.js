/** Unsent work as a file: every operation that waits or needs attention, as it would be sent. */
import { store } from "./store.js";

/** @returns {Promise<number>} how many operations are in the file */
export async function exportUnsent() {
    const [waiting, attention, sync] = await Promise.all([store.entries("waiting"), store.entries("attention"), store.syncState()]);
    const content = {
        format: "rounds-unsent-1",
        exportedAt: new Date().toISOString(),
        device: sync.device,
        author: store.user,
        waiting: waiting.map(({ operation }) => operation),
        attention: attention.map(({ operation, code, message }) => ({ operation, code, message })),
    };
    const blob = new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `rounds-unsent-${content.exportedAt.slice(0, 19).replaceAll(":", "")}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return waiting.length + attention.length;
}
