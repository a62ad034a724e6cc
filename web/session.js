/** Which user's work this browser shows and sends: opens the store, starts the engine, and ends both on sign-out. */
import { api, apiEvents } from "./api.js";
import { html } from "./lib/html.js";
import { ask, openDialog } from "./elements/dialog.js";
import { me } from "./me.js";
import { navigate } from "./router.js";
import { endLater } from "./signing-out.js";
import { store } from "./store/store.js";
import { takes } from "./store/takes.js";
import { engine } from "./sync/engine.js";
import { exportUnsent } from "./store/export.js";

/** Tells the other tabs who signed in or out: a tab that did not notice would go on showing a register that is gone. */
const tabs = new BroadcastChannel("rounds-session");

/** Begins with the user that the browser remembers, and follows every change of user. */
export async function begin() {
    me.addEventListener("change", () => follow());
    me.addEventListener("confirmed", () => confirmed());
    tabs.addEventListener("message", ({ data }) => hear(data));
    apiEvents.addEventListener("signed-out", () => me.expire());
    if (await me.recall()) {
        await follow();
        me.load();
    } else {
        await me.load();
        await following;
    }
}

function confirmed() {
    say({ signedIn: me.current.user.id });
    if (engine.state.phase === "signed-out") engine.now();
}

/** @param {{ signedIn?: string, signedOut?: string }} message to the other tabs, with the id of the user */
function say(message) {
    // a channel, not a window: there is no origin to name
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tabs.postMessage(message);
}

/** @param {{ signedIn?: string, signedOut?: string }} message of another tab, with the id of the user */
async function hear({ signedIn, signedOut }) {
    const own = me.current?.user.id;
    if (signedIn && (!own || (me.expired && own === signedIn))) await me.load();
    if (!signedOut || own !== signedOut) return;
    await leave();
}

/** Shows nobody's work any more. */
async function leave() {
    engine.stop();
    store.close();
    takes.close();
    await me.forget();
    navigate("/sign-in");
}

let following = Promise.resolve();

/** One change of user after the other. */
function follow() {
    following = following.then(match, match);
    return following;
}

async function match() {
    const user = me.current?.user;
    if (user && user.id === store.user?.id) return;
    engine.stop();
    if (!user) {
        store.close();
        takes.close();
        return;
    }
    await store.open(user);
    await takes.open(user);
    askPersistence();
    if (me.reads) engine.start(user);
}

/** Browsers may clear storage under pressure unless asked; the refusal is shown on the page of this device. */
async function askPersistence() {
    try {
        if (!(await navigator.storage.persisted())) await navigator.storage.persist();
    } catch {
        // shown as "cannot be told"
    }
}

/**
 * Warns first when work is unsent.
 * @returns {Promise<boolean>} whether the user is signed out now
 */
export async function signOut() {
    const { waiting, attention } = await store.summary();
    if (waiting + attention > 0 && !(await warn(waiting + attention))) return false;
    if (!(await leaveRecordings())) return false;
    try {
        await api.post("/auth/logout");
    } catch {
        const text = "The server cannot be reached, so the sign-in ends there as soon as it can be. Until then this browser shows nobody's work.";
        if (!(await ask({ title: "Sign out without a connection?", text, confirm: "Sign out here" }))) return false;
        await endLater();
    }
    const { id } = store.user;
    engine.stop();
    await store.forgetRecords();
    say({ signedOut: id });
    await leave();
    return true;
}

/** @param {number} count @returns {Promise<boolean>} whether to go on */
async function warn(count) {
    const one = count === 1;
    const body = html`<p>
            ${one ? "One piece of work has" : `${count} pieces of work have`} not been agreed with the server.
            ${one ? "It stays on this device and goes" : "They stay on this device and go"} out when you sign in here again. Nobody else can send ${one ? "it" : "them"}.
        </p>
        <p><button type="button" class="button" data-export>Save as a file</button></p>`;
    return (await openDialog({ title: "There is unsent work", body, confirm: "Sign out anyway", danger: true, opened: offerExport })) === true;
}

/** @returns {Promise<boolean>} whether to go on */
async function leaveRecordings() {
    if (document.body.hasAttribute("data-recording")) {
        await ask({ title: "A recording is running", text: "Stop it first; then you can sign out.", confirm: "Stay" });
        return false;
    }
    const waiting = await takes.list();
    if (waiting.length === 0) return true;
    const text = `${waiting.length === 1 ? "One recording is" : `${waiting.length} recordings are`} still on this device. What is here goes out when you sign in here again; nobody else can send it.`;
    return ask({ title: "A recording is not on the server yet", text, confirm: "Sign out anyway", danger: true });
}

/** @param {HTMLDialogElement} dialog */
function offerExport(dialog) {
    dialog.querySelector("[data-export]").addEventListener("click", () => exportUnsent());
}
