/** What a session is called, with or without a network. */
import { path } from "../lib/html.js";
import { keep, recall } from "../lib/kept.js";
import { api } from "../api.js";
import { store } from "../store/store.js";

const NOTICE = "scribe-notice";
/** Until the server has said the school's own. */
const USUAL = "This session is recorded for the people who take this module. Say so to everybody in the room before you begin, and stop when somebody asks you to. A recording is deleted on request.";

/** The session as this device knows it. @param {string} id @returns {Promise<any>} null when it does not */
export async function knownSession(id) {
    try {
        return (await store.get("session", id)) ?? null;
    } catch {
        return null;
    }
}

/**
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<{ id: string, title: string, date: string, startTime: string | null, endTime: string | null, module: string, notice: string, mayRecord: boolean }>}
 * @throws when neither the server nor this device knows it
 */
export async function sessionForRecording(id, signal) {
    const local = await knownSession(id);
    try {
        const session = await api.get(`/scribe${path("sessions", id)}`, { signal, timeout: local ? 4_000 : 20_000 });
        if (session.notice) await keep(NOTICE, session.notice);
        return { ...session, module: session.module?.code ?? "", notice: session.notice ?? USUAL };
    } catch (error) {
        const isNew = local && (error.status === 404 || error.status === 0 || error.status >= 500);
        if (!isNew) throw error;
        const module = (await store.get("module", local.module))?.code ?? "";
        return { id, title: local.title, date: local.date, startTime: local.start ?? null, endTime: local.end ?? null, module, notice: (await recall(NOTICE)) ?? USUAL, mayRecord: true };
    }
}

/**
 * A session as far as this device knows it, for its page without a network: notes can be written, nothing can be heard.
 * @param {string} id
 * @returns {Promise<any>} null when this device does not know it
 */
export async function sessionAway(id) {
    const local = await knownSession(id);
    if (!local) return null;
    const { code = "", title = "" } = (await store.get("module", local.module).catch(() => null)) ?? {};
    const nothing = { recordings: [], attachments: [], archived: false, absent: false, mayEdit: false, mayRecord: false };
    return { ...nothing, id, title: local.title, date: local.date, startTime: local.start ?? null, endTime: local.end ?? null, module: { id: local.module, code, title }, group: null, isAway: true };
}
