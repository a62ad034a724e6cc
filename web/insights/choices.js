/** What the filters of a module can be set to, asked for once a minute at most. */
import { api } from "../api.js";

const FRESH = 60_000;
/** @type {Map<string, { at: number, choices: Promise<any> }>} */
const known = new Map();

/** @param {string} module @param {AbortSignal} signal @returns {Promise<any>} empty where they cannot be had */
export async function choicesOf(module, signal) {
    const found = known.get(module);
    if (found && performance.now() - found.at < FRESH) return found.choices;
    const choices = api.get("/insights/summary", { query: { module, limit: 1 }, signal }).then(
        (answer) => answer.choices ?? {},
        () => {
            known.delete(module);
            return {};
        },
    );
    known.set(module, { at: performance.now(), choices });
    return choices;
}

/** After an import there may be others. */
export function forgetChoices() {
    known.clear();
}
