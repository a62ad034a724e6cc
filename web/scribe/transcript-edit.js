/** A sentence corrected where it stands. Enter keeps, Escape leaves it as it was. */
import { element, html, render } from "../lib/html.js";
import { notice } from "../elements/markup.js";
import { clock, sentence } from "./words.js";

/**
 * @param {HTMLElement} line of the sentence
 * @param {import("./transcript-model.js").Segment} segment
 * @param {(text: string, version: number) => Promise<void>} save throws `stale_version` with what somebody else wrote
 * @param {(focus: boolean) => void} over the line may be drawn again
 */
export function editSentence(line, segment, save, over) {
    if (line.querySelector(".segment-edit")) return;
    const body = /** @type {HTMLElement} */ (line.querySelector(".segment-body"));
    const form = /** @type {HTMLFormElement} */ (element(html`<form class="segment-edit stack tight" novalidate>
        <textarea rows="2" maxlength="10000" aria-label="Text of the sentence at ${clock(segment.start)}">${segment.text}</textarea>
        <div class="edit-says" role="alert"></div>
        <div class="row"><button type="submit" class="button primary small">Save</button><button type="button" class="button small" data-edit="leave">Cancel</button><span class="muted small">Enter saves, Escape leaves it; left empty, it says that nothing was said here</span></div>
    </form>`));
    const area = form.querySelector("textarea");
    const says = form.querySelector(".edit-says");
    let { version } = segment;
    let isOver = false;
    const end = () => {
        isOver = true;
        form.remove();
        body.hidden = false;
        over(true);
    };
    const send = async () => {
        const text = area.value.trim();
        if (text === segment.text && version === segment.version) return end();
        area.readOnly = true;
        try {
            await save(text, version);
            if (!isOver) end();
        } catch (error) {
            area.readOnly = false;
            const current = error.code === "stale_version" ? error.problem?.current : null;
            if (!current) return render(says, notice(sentence(error), "bad"));
            ({ version } = current);
            render(says, notice(`Somebody changed it meanwhile to: “${current.text}”. Save keeps yours; the other stays in the history.`, "warn"));
        }
        return undefined;
    };
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        send();
    });
    form.querySelector("[data-edit=leave]").addEventListener("click", end);
    area.addEventListener("keydown", (event) => {
        if (event.key === "Escape") end();
        else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            send();
        } else return;
        event.stopPropagation();
    });
    body.hidden = true;
    body.after(form);
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
}
