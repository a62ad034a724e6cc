/** The rarer things one does with a register. */
import { ask } from "../elements/dialog.js";
import { toast } from "../elements/toast.js";
import { store } from "../store/store.js";
import { sessionState } from "./actions.js";
import { showCheckIn } from "./check-in-code.js";
import { showReceipts } from "./receipts.js";
import { showKeyboard } from "./register-dialogs.js";

/** @param {string} action @param {import("./roll.js").Roll} roll @param {() => void} reload */
export async function chooseFromMenu(action, roll, reload) {
    if (action === "print") return window.print();
    if (action === "keyboard") return showKeyboard();
    if (action === "receipt") return showReceipts(roll.session.id);
    if (action === "check-in") return showCheckIn(roll.session);
    if (action !== "cancel") return undefined;
    const text = "Marks that were made stay in the history. The session leaves every report.";
    if (!(await ask({ title: "Cancel this session?", text, confirm: "Cancel session", cancel: "Keep it", danger: true }))) return undefined;
    await store.capture([sessionState(roll.session, "cancelled")]);
    const { id, state } = roll.session;
    toast("Session cancelled.", { undo: async () => store.capture([sessionState(await store.get("session", id), state)]) });
    return reload();
}
