/**
 * What a session's page has under its player: one line for each tab, in their order. A tab is a module with
 *
 *     export class Tab {
 *         constructor(host, context) {}      // an empty element, and what `SessionContext` says
 *         async mount() {}                   // draws, begins to listen
 *         unmount() {}                       // stops whatever mount began
 *     }
 *
 * It is fetched when it is first shown, mounted each time it is, and unmounted when another one is, or the page goes.
 */

/**
 * @typedef {object} SessionContext what a tab may use; `session` and `recording` are the latest at any time
 * @property {any} session as `GET /scribe/sessions/{id}` answers
 * @property {any} recording the chosen one of `session.recordings`, or null
 * @property {import("./player.js").Player} player
 * @property {URLSearchParams} query of the address with which the page was opened: `at`, `page`, `attachment` and others
 * @property {EventTarget} events "session" (it was read again), "recording" (another one is chosen), "jump" (detail: seconds; a place was asked for), "news" (something changed at the server)
 * @property {(recording: string | null, at: number | null, options?: { play?: boolean }) => void} open a second of a recording: chooses it and plays there
 * @property {(tab: string) => Promise<void>} show another tab
 * @property {() => Promise<void>} reload reads the session again
 */

/** @typedef {{ mount(): void | Promise<void>, unmount(): void }} TabInstance */

/** @type {{ id: string, label: string, icon: string, load: () => Promise<{ Tab: new (host: HTMLElement, context: SessionContext) => TabInstance }>, isFor?: (context: SessionContext) => boolean }[]} */
export const TABS = [
    { id: "transcript", label: "Transcript", icon: "wave", load: () => import("./transcript-tab.js") },
    { id: "notes", label: "Your notes", icon: "note", load: () => import("./notes-tab.js") },
    { id: "ai-notes", label: "AI notes", icon: "spark", load: () => import("./ai-notes-tab.js") },
    { id: "questions", label: "Questions", icon: "question", load: () => import("./questions-tab.js") },
    { id: "study", label: "Study", icon: "study", load: () => import("./study-tab.js") },
    { id: "attachments", label: "Attachments", icon: "file", load: () => import("./attachments-tab.js") },
];
