/** Recording a session in the browser. One that a dead tab left behind goes on by itself as the next part of the same take. */
import { html, redraw, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { keep, recall } from "../lib/kept.js";
import { stylesheet } from "../lib/styles.js";
import { empty, notice, pageHead } from "../elements/markup.js";
import { fetched } from "../elements/fetched.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { setTitle } from "../router.js";
import { takes } from "../store/takes.js";
import { levelMeter } from "./level-meter.js";
import { isAllowed, microphones, problemWith } from "./microphones.js";
import { alive, BYTES_PER_SECOND, recorder } from "./recorder.js";
import { after, before, deviceField, frame, interrupted, running } from "./record-view.js";
import { sessionForRecording } from "./session-info.js";
import { takeSender } from "./take-sender.js";
import { mountTakes } from "./takes-panel.js";
import { goesOnByItself, roomLeft, whereItIs } from "./truth.js";
import { clock, sentence, spoken } from "./words.js";

const DEVICE = "scribe-microphone";
const ROOM_EVERY = 20_000;

export class Page {
    #host;
    #id;
    #abort = new AbortController();
    #refresh = debounce(() => this.#draw(), 100);
    /** @type {any} */ #session = null;
    /** The take that this page is about, from the first chunk until another one is begun. @type {string | null} */ #take = null;
    /** @type {any} what the server made of it */ #stored = null;
    /** @type {string | null} */ #problem = null;
    #device = "";
    #meter = levelMeter();
    #shape = "";
    /** @type {string | null} */ #room = null;
    #roomAt = -Infinity;
    /** Tried once on a visit: what a person stopped, or the browser refused, does not begin again. */
    #tried = false;

    /** @param {HTMLElement} host @param {Record<string, string>} params */
    constructor(host, { id }) {
        this.#host = host;
        this.#id = id;
    }

    // -- lifecycle

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/scribe/scribe.css");
        if (!me.may("recordSessions")) return render(this.#host, html`<section class="page">${pageHead({ title: "Record" })} ${empty({ title: "Your role does not reach here", text: "Sessions are recorded by those who teach them.", icon: "lock", always: true })}</section>`);
        render(this.#host, html`<section class="page">${pageHead({ title: "Record" })}<div></div></section>`);
        await fetched(this.#host.querySelector("section > div"), () => sessionForRecording(this.#id, signal), (session) => (this.#session = session), signal);
        if (signal.aborted || !this.#session) return undefined;
        return this.#begin(signal);
    }

    disconnect() {
        this.#abort.abort();
        this.#refresh.cancel();
        this.#meter.listen(null);
    }

    /** @param {AbortSignal} signal */
    async #begin(signal) {
        setTitle(`Record ${this.#session.title}`);
        render(this.#host, frame(this.#session));
        this.#device = (await recall(DEVICE)) ?? "";
        mountTakes(this.#host.querySelector(".record-waiting"), signal, { heading: "Also on this device", shownElsewhere: () => this.#shownTake });
        for (const source of [takes, recorder, takeSender]) source.addEventListener("change", this.#refresh, { signal });
        recorder.addEventListener("microphone", () => this.#meter.listen(recorder.stream), { signal });
        takeSender.addEventListener("stored", (event) => this.#hear(/** @type {CustomEvent} */ (event).detail), { signal });
        navigator.mediaDevices?.addEventListener?.("devicechange", () => this.#devices(), { signal });
        const on = (/** @type {string} */ name, /** @type {() => unknown} */ run) => listen(this.#host, "click", `.record-stage [data-do=${name}]`, run, signal);
        on("start", () => this.#start());
        on("pause", () => recorder.pause());
        on("resume", () => recorder.resume());
        on("stop", () => this.#stop());
        on("go-on", () => this.#goOn());
        on("finish", () => this.#finish());
        on("another", () => this.#another());
        listen(this.#host, "change", "[name=device]", (_, select) => this.#choose(select.value), signal);
        const tick = setInterval(() => this.#count(), 250);
        signal.addEventListener("abort", () => clearInterval(tick), { once: true });
        await this.#draw();
        await this.#byItself();
    }

    // -- what a person does

    /** @param {import("../store/takes.js").TakeView} [take] goes on with it */
    async #start(take) {
        this.#problem = null;
        this.#tried = true;
        try {
            await recorder.start({ session: this.#id, title: this.#session.title, device: this.#device, take });
            this.#take = recorder.take?.id ?? null;
            this.#stored = null;
        } catch (error) {
            this.#problem = problemWith(error);
        }
        await this.#draw();
        this.#devices();
    }

    async #stop() {
        await recorder.stop();
        takeSender.now();
        await this.#draw();
        /** @type {HTMLElement | null} */ (this.#host.querySelector(".record-stage :is(a, button)"))?.focus();
    }

    async #goOn() {
        const take = await this.#dead();
        if (take) await this.#start(take);
    }

    async #finish() {
        const take = await this.#dead();
        if (!take) return;
        this.#take = take.id;
        await takes.stop(take.id);
        takeSender.now();
    }

    /** What the card above the list is about. */
    get #shownTake() {
        return this.#shape === "before" ? null : this.#take;
    }

    #another() {
        this.#take = null;
        this.#stored = null;
        this.#shape = "";
        return this.#draw();
    }

    /** @param {string} device */
    async #choose(device) {
        this.#device = device;
        await keep(DEVICE, device);
        try {
            await recorder.use(device);
        } catch (error) {
            toast(problemWith(error), { tone: "bad" });
        }
    }

    // -- what happens by itself

    /** The take of this session whose recorder died. */
    async #dead() {
        const [list, living] = await Promise.all([takes.list(), alive()]);
        return list.findLast((take) => take.session === this.#id && take.state === "recording" && !living.has(take.id));
    }

    async #byItself() {
        const take = await this.#dead();
        if (!take || this.#tried || recorder.isActive || !goesOnByItself(take, Date.now()) || !(await isAllowed())) return;
        await this.#start(take);
        if (recorder.isActive) toast(`The recording goes on. ${clock(take.seconds)} from before are kept.`, { tone: "good" });
    }

    /** @param {{ take: string, recording: any }} detail */
    #hear({ take, recording }) {
        if (take !== this.#take) return;
        this.#stored = recording ?? {};
        this.#refresh();
    }

    // -- drawing

    async #draw() {
        const stage = this.#host.querySelector(".record-stage");
        if (!stage) return;
        const mine = recorder.isActive && recorder.take?.session === this.#id;
        if (mine) this.#take = recorder.take.id;
        const list = await takes.list().catch(() => []);
        const dead = await this.#dead();
        if (this.#abort.signal.aborted) return;
        const take = list.find(({ id }) => id === this.#take) ?? null;
        if (recorder.state === "starting" || mine) this.#drawRunning(stage, take);
        else if (this.#take && (take?.state === "stopped" || this.#stored)) {
            this.#shape = "after";
            redraw(stage, after(whereItIs(take, "stopped", takeSender.of(this.#take)), take, this.#id, this.#stored));
        } else if (dead) {
            this.#shape = "interrupted";
            this.#take = dead.id;
            redraw(stage, interrupted(dead, this.#problem ?? recorder.trouble));
            this.#devices();
        } else await this.#drawBefore(stage);
    }

    /** @param {Element} stage */
    async #drawBefore(stage) {
        const room = await this.#lookForRoom();
        const problem = this.#problem ?? takes.refusal ?? (recorder.kind && navigator.mediaDevices ? null : problemWith({ name: "NotSupportedError" }));
        const elsewhere = recorder.isActive ? `This tab records ${recorder.take?.title ?? "another session"}. Stop that first.` : null;
        this.#shape = "before";
        redraw(stage, before(this.#session.notice, room, elsewhere ?? problem));
        /** @type {HTMLButtonElement} */ (stage.querySelector("[data-do=start]")).disabled = Boolean(elsewhere ?? takes.refusal) || !recorder.kind;
        this.#devices();
    }

    /** @param {Element} stage @param {import("../store/takes.js").TakeView | null} take */
    #drawRunning(stage, take) {
        const { state } = recorder;
        if (state === "idle") return;
        const shape = `running ${state}`;
        if (this.#shape !== shape) {
            redraw(stage, running(state));
            this.#shape = shape;
            stage.querySelector(".record-meter").replaceChildren(this.#meter);
            this.#meter.listen(state === "paused" ? null : recorder.stream);
            this.#devices();
        }
        if (take) {
            const word = whereItIs(take, state === "paused" ? "paused" : "recording", takeSender.of(take.id));
            redraw(stage.querySelector(".record-where"), html`<span class="where" data-tone="${word.tone}">${word.text}</span>`);
        }
        const room = this.#room ? notice(this.#room, "warn") : html``;
        redraw(stage.querySelector(".record-trouble"), recorder.trouble ? notice(recorder.trouble, "bad") : room);
        this.#count();
        if (performance.now() - this.#roomAt > ROOM_EVERY) this.#lookForRoom();
    }

    /** Little room is said while there is some. */
    async #lookForRoom() {
        this.#roomAt = performance.now();
        const estimate = (await navigator.storage?.estimate?.().catch(() => ({}))) ?? {};
        this.#room = roomLeft(estimate, BYTES_PER_SECOND);
        return this.#room;
    }

    #count() {
        const place = this.#host.querySelector(".record-time");
        if (!place || !recorder.isActive) return;
        const text = clock(recorder.seconds);
        if (place.textContent === text) return;
        place.textContent = text;
        place.setAttribute("aria-label", `Recorded so far: ${spoken(recorder.seconds)}`);
    }

    async #devices() {
        const place = this.#host.querySelector(".record-device");
        if (!place) return;
        try {
            redraw(place, deviceField(await microphones(), this.#device));
        } catch (error) {
            render(place, html`<p class="muted small">${sentence(error)}</p>`);
        }
    }
}
