/** Questions that a register asks, and its keyboard. */
import { html } from "../lib/html.js";
import { ask, openDialog } from "../elements/dialog.js";

const SHORTCUTS = "rounds.shortcuts";

/** @param {number} unmarked @returns {Promise<boolean>} */
export function confirmClose(unmarked) {
    const text =
        unmarked === 0
            ? "Everybody is marked. Later changes become proposals that somebody accepts."
            : `${unmarked} ${unmarked === 1 ? "student is" : "students are"} unmarked and stay unmarked; nobody is counted as present by closing. Later changes become proposals that somebody accepts.`;
    return ask({ title: "Close this register?", text, confirm: "Close register" });
}

/** @returns {Promise<"propose" | "reopen" | null>} */
export async function confirmWhileClosed() {
    /** @type {"propose" | "reopen"} */
    let answer = "propose";
    const body = html`<p>A mark made now is kept as a proposal: it shows once somebody accepts it. Or open the register again and mark as before.</p>
        <p><button type="button" class="button" data-reopen>Reopen the register</button></p>`;
    const done = await openDialog({
        title: "This register is closed",
        body,
        confirm: "Propose the change",
        opened: (dialog, close) =>
            dialog.querySelector("[data-reopen]").addEventListener("click", () => {
                answer = "reopen";
                close(true);
            }),
    });
    return done ? answer : null;
}

/** Single keys may be switched off (WCAG 2.1.4). */
export function shortcutsOn() {
    try {
        return localStorage.getItem(SHORTCUTS) !== "off";
    } catch {
        return true;
    }
}

const KEYS = [
    ["P, L, A, E", "Present, late, absent, excused; then the next student"],
    ["↑ ↓", "The student above or below"],
    ["← →", "The status before or after; Enter or Space sets it"],
    ["R", "Remark and history of the student"],
    ["/", "Search"],
    ["U", "Undo"],
    ["?", "This help"],
];

export async function showKeyboard() {
    await openDialog({
        title: "Keyboard",
        body: html`<dl class="facts">
                ${KEYS.map(
                    ([keys, what]) =>
                        html`<dt><kbd>${keys}</kbd></dt>
                            <dd>${what}</dd>`,
                )}
            </dl>
            <label class="check"><input type="checkbox" name="on" ${shortcutsOn() && "checked"} /><span>Use single keys</span></label>`,
        opened: (dialog) =>
            dialog.querySelector("[name=on]").addEventListener("change", (event) => {
                localStorage.setItem(SHORTCUTS, /** @type {HTMLInputElement} */ (event.target).checked ? "on" : "off");
            }),
    });
}
