/** Light, dark or as the device says; kept per browser. */
const KEY = "rounds.theme";

/** @returns {"auto" | "light" | "dark"} */
export function theme() {
    try {
        const kept = localStorage.getItem(KEY);
        return kept === "light" || kept === "dark" ? kept : "auto";
    } catch {
        return "auto";
    }
}

/** @param {string} [choice] */
export function applyTheme(choice = theme()) {
    try {
        localStorage.setItem(KEY, choice);
    } catch {
        // the choice lasts for this visit
    }
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
}
