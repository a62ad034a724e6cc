/** The page of a handout that somebody wants to see; the tab of the attachments takes it when it is shown. */

/** @typedef {{ attachment: string, page: number, quote?: string }} Wanted */

/** @type {Wanted | null} */
let wanted = null;

/** @param {Wanted} place */
export function wantPage(place) {
    wanted = place;
}

/** @returns {Wanted | null} once */
export function takeWanted() {
    const place = wanted;
    wanted = null;
    return place;
}
