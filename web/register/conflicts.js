/** Disagreements that a person settles: both sides with author and time, one tap each. */
import { html, path, redraw } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { empty, pageHead } from "../elements/markup.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { store } from "../store/store.js";
import { parseMarkKey } from "../sync/operation.js";
import { settle } from "./actions.js";
import { disputeBox } from "./dispute-box.js";
import { sessionName } from "./operation-text.js";
import { statusNames } from "./register-view.js";
import { fullName } from "./roll.js";

export class Page {
    #host;
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 80);
    /** @type {any[]} */ #disputes = [];
    /** What was chosen here: it stays in its place until the page is left, and can be chosen otherwise. @type {Map<string, "kept" | "other">} */
    #chosen = new Map();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/register/register.css");
        if (signal.aborted) return;
        store.addEventListener("change", () => this.#refresh(), { signal });
        listen(this.#host, "click", "[data-settle]", (_, button) => this.#settle(button), signal);
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
        this.#refresh.cancel();
    }

    /** @param {HTMLElement} button */
    async #settle({ dataset: { settle: id, side } }) {
        const dispute = this.#disputes.find((one) => one.id === id);
        if (!dispute || this.#chosen.get(id) === side) return;
        const record = await store.get(entityOf(dispute), dispute.key);
        const open = this.#disputes.filter((one) => !this.#chosen.has(one.id));
        const before = this.#chosen.get(id);
        this.#chosen.set(id, /** @type {"kept" | "other"} */ (side));
        await store.capture([settle({ ...dispute, entity: entityOf(dispute) }, dispute[side].value, record, open)]);
        toast(before ? "Changed. Both answers stay in the history." : "Settled. Both answers stay in the history; tap the other one to change it.");
    }

    async #draw() {
        const [all, settling, school, { device }] = await Promise.all([store.all("dispute"), store.settling(), store.get("school", "school"), store.summary()]);
        const open = all.filter(({ id, settledAt }) => !settledAt && !settling.has(id));
        const chosen = this.#disputes.filter(({ id }) => this.#chosen.has(id));
        this.#disputes = [...open.filter(({ id }) => !this.#chosen.has(id)), ...chosen].toSorted((left, right) => (left.openedAt < right.openedAt ? 1 : -1));
        const left = this.#disputes.length - chosen.length;
        const titles = await Promise.all(this.#disputes.map(titleOf));
        if (this.#abort.signal.aborted) return;
        const names = statusNames(school);
        const none = empty({ title: "No disagreement", text: "When two people mark the same student differently, both answers are kept and shown here until somebody chooses.", icon: "check" });
        redraw(
            this.#host,
            html`<section class="page">
                ${pageHead({ title: "Conflicts", text: left > 0 ? `${left} to settle. Nothing was lost; one tap decides what is shown.` : "" })}
                ${this.#disputes.length === 0 && none}
                ${this.#disputes.map((dispute, index) => html`<article class="card stack tight"><h2>${titles[index]}</h2>${disputeBox(dispute, names, !me.may(dispute.session ? "takeRegister" : "decideAbsences"), { device, chosen: this.#chosen.get(dispute.id) })}${dispute.session && html`<p><a href="${path("sessions", dispute.session)}">Open the register</a></p>`}</article>`)}
            </section>`,
        );
    }
}

/** @param {any} dispute */
function entityOf(dispute) {
    return dispute.entity ?? (dispute.session ? "mark" : "exception");
}

/** @param {any} dispute */
async function titleOf(dispute) {
    if (entityOf(dispute) !== "mark") {
        const notice = await store.get("exception", dispute.key);
        return `Absence notice of ${fullName(await store.get("person", notice?.student ?? ""))}`;
    }
    const { session: id, student } = parseMarkKey(dispute.key);
    const [session, person] = await Promise.all([store.get("session", id), store.get("person", student)]);
    return `${fullName(person)} · ${session ? sessionName(session) : "session"}`;
}
