/** The states of absence notices as a choice, and what stands where there are none. */
import { html, render } from "../lib/html.js";
import { empty } from "../elements/markup.js";
import { STATES } from "./absence-words.js";

/**
 * The choice of a state with how many notices are in it; only the numbers change when it is drawn again.
 * @param {Element} host
 * @param {any[]} notices
 * @param {string} chosen
 */
export function drawStates(host, notices, chosen) {
    const count = (/** @type {string} */ state) => notices.filter((one) => one.state === state).length;
    const options = [...Object.entries(STATES).map(([value, { label }]) => ({ value, label, count: count(value) })), { value: "all", label: "All", count: notices.length }];
    if (host.childElementCount > 0) {
        for (const option of options) host.querySelector(`[data-state="${option.value}"]`).textContent = String(option.count);
        return;
    }
    render(
        host,
        html`<fieldset class="segmented">
            <legend class="visually-hidden">State</legend>
            <div class="segmented-options">
                ${options.map(
                    (one) => html`<label
                        ><input type="radio" name="state" value="${one.value}" ${one.value === chosen && "checked"} /><span
                            >${one.label} <small class="muted" data-state="${one.value}">${one.count}</small></span
                        ></label
                    >`,
                )}
            </div>
        </fieldset>`,
    );
}

/**
 * @param {string} state
 * @param {string} question
 */
export function nothing(state, question) {
    if (question) return empty({ title: "Nobody matches", text: "Search by name or student number, or choose another state.", icon: "search" });
    if (state === "requested") return empty({ title: "Nothing waits for a decision", text: "Requests of students and of the office appear here, with a badge in the navigation.", icon: "check" });
    return empty({ title: "No notices here", text: "A notice says which days, why, and may carry evidence such as a doctor's letter.", icon: "absences" });
}
