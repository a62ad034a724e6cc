/** Lights the sentence that is heard and keeps it in sight, gently, until the reader scrolls away. */

const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"]);

export class Follow {
    #player;
    #places;
    #button;
    /** @type {HTMLElement | null} */ #lit = null;
    /** @type {string | null} */ #litId = null;
    #isFollowing = true;

    /**
     * @param {import("./player.js").Player} player
     * @param {{ at: (seconds: number) => import("./transcript-model.js").Segment | null, element: (segment: import("./transcript-model.js").Segment) => HTMLElement | null }} places
     * @param {HTMLElement} button shown while the reader is elsewhere
     * @param {AbortSignal} signal
     */
    constructor(player, places, button, signal) {
        this.#player = player;
        this.#places = places;
        this.#button = button;
        player.addEventListener("time", () => this.light(), { signal });
        player.addEventListener("playing", () => this.#offer(), { signal });
        for (const type of ["wheel", "touchmove"]) window.addEventListener(type, () => this.leave(), { signal, passive: true });
        window.addEventListener("keydown", ({ key }) => SCROLL_KEYS.has(key) && !isInPlayer() && this.leave(), { signal });
        button.addEventListener("click", () => this.again(), { signal });
    }

    /** The sentence of the player's second. */
    get segment() {
        return this.#places.at(this.#player.time);
    }

    /** Blocks were drawn again. */
    refresh() {
        this.#litId = null;
        this.light();
    }

    light() {
        const segment = this.segment;
        if ((segment?.id ?? null) === this.#litId && (this.#lit?.isConnected || !segment)) return;
        this.#lit?.removeAttribute("aria-current");
        this.#litId = segment?.id ?? null;
        const shows = segment && (this.#player.isPlaying || this.#player.time > 0);
        this.#lit = shows ? this.#places.element(segment) : null;
        this.#lit?.setAttribute("aria-current", "true");
        if (this.#player.isPlaying && this.#isFollowing) this.#show(false);
    }

    leave() {
        if (!this.#isFollowing) return;
        this.#isFollowing = false;
        this.#offer();
    }

    again() {
        this.#isFollowing = true;
        this.#offer();
        this.#litId = null;
        this.light();
        this.#show(true);
    }

    /** @param {boolean} anyway also when it can be seen */
    #show(anyway) {
        if (!this.#lit) return;
        const { top, bottom } = this.#lit.getBoundingClientRect();
        const isInSight = top > window.innerHeight * 0.2 && bottom < window.innerHeight * 0.7;
        if (isInSight && !anyway) return;
        const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        this.#lit.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
    }

    #offer() {
        this.#button.hidden = this.#isFollowing || !this.#player.isPlaying;
    }
}

/** Arrows there move the recording, not the page. */
function isInPlayer() {
    return document.activeElement?.closest("r-player, .transcript") !== null;
}
