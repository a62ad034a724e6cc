/** What is done to one sentence: corrected, given to a speaker, tagged, linked to. Everything can be taken back. */
import { path } from "../lib/html.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { editSentence } from "./transcript-edit.js";
import { askHistory, askSpeaker, askTag } from "./transcript-dialogs.js";
import { TAGS, wordOf } from "./tag-words.js";
import { clock, sentence } from "./words.js";

/** @typedef {import("./transcript-model.js").Segment} Segment */

export class SegmentActions {
    #tab;
    #context;

    /** @param {import("./transcript-tab.js").Tab} tab @param {import("./tabs.js").SessionContext} context */
    constructor(tab, context) {
        this.#tab = tab;
        this.#context = context;
    }

    /** @param {string} what edit, speaker, history, link @param {Segment | null} segment */
    async run(what, segment) {
        if (!segment || (what !== "link" && !this.#tab.mayEdit)) return;
        try {
            await { edit: () => this.#edit(segment), speaker: () => this.#speaker(segment), history: () => this.#history(segment), link: () => this.#link(segment) }[what]();
        } catch (error) {
            this.#told(error);
        }
    }

    /** @param {any} error */
    #told(error) {
        toast(error.code === "stale_version" ? "Somebody changed this sentence meanwhile. Look at it, and try again." : sentence(error), { tone: "bad" });
        if (error.code === "stale_version") this.#context.reload();
    }

    // -- words

    /** @param {Segment} segment */
    #edit(segment) {
        const line = this.#tab.line(segment);
        if (!line) return;
        line.querySelector(".segment-tools")?.setAttribute("hidden", "");
        editSentence(line, segment, (text, version) => this.#write(segment, text, version), () => {
            line.querySelector(".segment-tools")?.removeAttribute("hidden");
            const latest = this.#tab.transcript.items[segment.position];
            this.#tab.changed(latest);
            this.#tab.focus(latest);
        });
    }

    /** @param {Segment} segment as it was @param {string} text @param {number} version */
    async #write(segment, text, version) {
        const changed = await this.#patch(segment, { text, version });
        const undo = async () => {
            try {
                this.#tab.changed(await this.#patch(changed, { text: segment.text, version: changed.version }));
            } catch (error) {
                this.#told(error);
            }
        };
        toast("Saved. What stood there is in the history.", { undo });
    }

    /** The answer carries no tags of others when it comes from a change; those on the screen stay. @param {Segment} segment @param {object} fields @returns {Promise<Segment>} */
    async #patch(segment, fields) {
        const changed = await api.patch(`/scribe${path("segments", segment.id)}`, fields);
        const kept = this.#tab.transcript.items[segment.position] ?? segment;
        const whole = { ...kept, ...changed, tags: changed.tags?.length ? changed.tags : kept.tags };
        this.#tab.transcript.replace(whole);
        return whole;
    }

    /** @param {Segment} segment */
    async #history(segment) {
        const text = await askHistory(segment);
        if (text === null) return;
        await this.#write(segment, text, segment.version);
        this.#tab.changed(this.#tab.transcript.items[segment.position]);
    }

    // -- speakers

    /** @param {Segment} segment */
    async #speaker(segment) {
        const { speakers } = this.#tab.transcript;
        const answer = await askSpeaker(segment, speakers);
        if (!answer || answer === true) return;
        if (answer.everywhere) await this.#nameSpeaker(segment.speaker, answer.name);
        else {
            const known = speakers.find(({ name }) => name.toLowerCase() === answer.name.toLowerCase());
            const key = known?.key ?? nextKey(speakers);
            const changed = await this.#patch(segment, { speaker: key, version: segment.version });
            if (!known) await this.#nameSpeaker(key, answer.name);
            toast(`${answer.name} says this.`, { undo: () => this.#patch(changed, { speaker: segment.speaker, version: changed.version }).then(() => this.#context.reload(), (error) => this.#told(error)) });
        }
        await this.#context.reload();
    }

    /** @param {string} key @param {string} name */
    async #nameSpeaker(key, name) {
        await api.put(`/scribe${path("recordings", this.#context.recording.id, "speakers", key)}`, { name });
    }

    // -- tags

    /** @param {Segment | null} segment @param {string | null} label null: asks which */
    async tag(segment, label) {
        if (!segment || !this.#tab.mayTag) return;
        const used = [...new Set(this.#tab.transcript.items.flatMap((one) => one?.tags.map((tag) => tag.label) ?? []))];
        const answer = label ? { label, shared: false } : await askTag(segment, used.filter((one) => !TAGS.some((tag) => tag.label === one)), this.#tab.mayEdit);
        if (!answer || answer === true) return;
        const mine = segment.tags.find((tag) => tag.mine && tag.label === answer.label);
        if (mine) return this.untag(mine.id, segment);
        try {
            const made = await api.post(`/scribe${path("recordings", this.#context.recording.id, "tags")}`, { start: segment.start, end: segment.end, label: answer.label, shared: answer.shared });
            this.#show(segment, [...latest(this.#tab, segment).tags, { ...made, mine: true }]);
            toast(`${wordOf(answer.label)}: ${clock(segment.start)}.`, { undo: () => this.untag(made.id, segment, false) });
        } catch (error) {
            this.#told(error);
        }
    }

    /** @param {string} id @param {Segment} segment @param {boolean} [tell] */
    async untag(id, segment, tell = true) {
        const { tags } = latest(this.#tab, segment);
        const gone = tags.find((tag) => tag.id === id);
        try {
            await api.delete(`/scribe${path("tags", id)}`);
            this.#show(segment, tags.filter((tag) => tag.id !== id));
            if (tell && gone) toast(`The tag ${wordOf(gone.label)} is gone.`, { undo: () => this.#retag(id, segment, gone) });
        } catch (error) {
            this.#told(error);
        }
    }

    /** @param {string} id @param {Segment} segment @param {import("./transcript-model.js").SegmentTag} tag */
    async #retag(id, segment, tag) {
        try {
            await api.post(`/scribe${path("tags", id, "restore")}`, {});
            this.#show(segment, [...latest(this.#tab, segment).tags, tag]);
        } catch (error) {
            this.#told(error);
        }
    }

    /** @param {Segment} segment @param {Segment["tags"]} tags */
    #show(segment, tags) {
        this.#tab.changed({ ...latest(this.#tab, segment), tags });
        this.#tab.tagsChanged();
    }

    // -- links

    /** @param {Segment} segment */
    async #link(segment) {
        const address = new URL(path("scribe", "sessions", this.#context.session.id), location.origin);
        address.searchParams.set("recording", this.#context.recording.id);
        address.searchParams.set("at", String(segment.start));
        try {
            await navigator.clipboard.writeText(address.href);
            toast(`The link to ${clock(segment.start)} is copied.`);
        } catch {
            toast(address.href);
        }
    }
}

/** @param {import("./transcript-tab.js").Tab} tab @param {Segment} segment */
function latest(tab, segment) {
    return tab.transcript.items[segment.position] ?? segment;
}

/** Speakers are letters, as the server names them: "Speaker A". @param {{ key: string }[]} speakers */
function nextKey(speakers) {
    for (let number = 0; ; number += 1) {
        const key = String.fromCharCode(65 + (number % 26)) + (number < 26 ? "" : String(Math.floor(number / 26)));
        if (!speakers.some((one) => one.key === key)) return key;
    }
}
