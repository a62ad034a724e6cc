/** One thing to do at the soonest of the moments asked for. Moments are of `performance.now()`: nobody can move that clock. */
export class SoonestTimer {
    #run;
    #due = Infinity;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

    /** @param {() => void} run */
    constructor(run) {
        this.#run = run;
    }

    /**
     * @param {number} moment
     * @returns {boolean} whether that is sooner than what was planned
     */
    at(moment) {
        if (moment >= this.#due) return false;
        this.cancel();
        this.#due = moment;
        this.#timer = setTimeout(
            () => {
                this.#due = Infinity;
                this.#run();
            },
            Math.max(0, moment - performance.now()),
        );
        return true;
    }

    cancel() {
        clearTimeout(this.#timer);
        this.#due = Infinity;
    }
}
