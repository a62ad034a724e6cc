/** One file on its way, and what became of it. */
import { html } from "../lib/html.js";
import { field } from "../elements/field.js";
import { badge, notice, segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { accounting, importLinks, problemList } from "./accounting.js";
import { viewAddress } from "./filters.js";
import { number, plural } from "./words.js";

const KINDS = { attendance: "Attendance", rotation: "Rotation map", notes: "Student notes" };

/** @param {import("./uploads.js").Upload} one @param {string[]} modules that are known @param {boolean} [folded] what is over takes one line */
export function uploadCard(one, modules, folded = false) {
    return html`<article class="card upload" data-upload="${one.id}" data-state="${one.state}" aria-label="${one.file.name}">
        <header class="row between">
            <h2>${icon("file")}<span>${one.file.name}</span> ${state(one)}</h2>
            <button type="button" class="icon-button" data-remove="${one.id}" aria-label="${["waiting", "sending", "reading"].includes(one.state) ? "Stop" : "Take off the list"}, ${one.file.name}">${icon("cross")}</button>
        </header>
        ${folded && one.result ? html`<details class="upload-rest"><summary>${gist(one)}</summary><div class="stack tight">${body(one, modules)}</div></details>` : body(one, modules)}
    </article>`;
}

/** @param {import("./uploads.js").Upload} one */
function state({ state: name, result }) {
    if (name === "done" && result.state === "same") return badge("Here already", "info", "check");
    if (name === "done") return html`${badge("Imported", "good", "check")} ${badge(KINDS[result.kind] ?? "File")} ${result.module && badge(`Module ${result.module}`, "accent")}`;
    if (name === "undone") return badge("Undone", "warn", "undo");
    if (name === "failed") return badge("Not imported", "bad", "cross");
    if (name === "question") return badge("One question", "warn", "info");
    return "";
}

/** @param {import("./uploads.js").Upload} one */
function gist({ result: { accounting: sums, state: made }, file }) {
    const rows = made !== "same" && sums?.rows !== undefined && `${number(sums.kept)} of ${plural(sums.rows, "row")} kept. `;
    return html`${rows}Details<span class="visually-hidden"> of ${file.name}</span>`;
}

/** @param {import("./uploads.js").Upload} one @param {string[]} modules */
function body(one, modules) {
    if (one.state === "waiting") return html`<p class="muted small">Waits for the file before it.</p>`;
    if (one.state === "sending" || one.state === "reading") return html`<div class="upload-progress"></div>`;
    if (one.state === "question") return question(one, modules);
    if (one.state === "failed") return failure(one);
    return result(one);
}

/** The sentence names all that its parts say. @param {any} error */
function isNamed({ code, detail }) {
    return code === "missing_columns" && Boolean(detail);
}

/** Whether the same file may fare better later. @param {any} error */
function isPassing({ status }) {
    return status === 0 || status === 401 || status === 429 || status >= 500;
}

/** @param {import("./uploads.js").Upload} one */
function failure({ id, error }) {
    const text = error.code === "unreachable" ? "The server cannot be reached, and an import needs it. The file stays chosen." : (error.detail ?? error.message);
    const more = (error.errors ?? []).map((each) => each.message).filter((message) => message && message !== text && !isNamed(error));
    return html`${notice(text, "bad")} ${more.length > 0 && html`<ul class="reasons">${more.map((message) => html`<li>${message}</li>`)}</ul>`}
        ${isPassing(error) && html`<p><button type="button" class="button small" data-retry="${id}">Try again</button></p>`}`;
}

/** @param {import("./uploads.js").Upload} one @param {string[]} modules */
function question({ id, error }, modules) {
    const send = html`<button type="submit" class="button primary">Import</button>`;
    if (error.code === "date_order_needed") {
        const options = [
            { value: "month", label: "Month first: 3/4 is 4 March" },
            { value: "day", label: "Day first: 3/4 is 3 April" },
        ];
        return html`<form class="stack tight" data-answer="${id}" novalidate>
            <p>${error.detail}</p>
            ${segmented({ legend: "How are its dates written?", name: "dateOrder", options, value: "month", hideLegend: false })}
            <p>${send}</p>
        </form>`;
    }
    if (error.code === "wrong_kind") {
        const options = Object.entries(KINDS).map(([value, label]) => ({ value, label }));
        return html`<form class="row answer-row" data-answer="${id}" novalidate>
            <p>${error.detail}</p>
            ${field({ label: "This file holds", name: "kind", type: "select", options })} ${send}
        </form>`;
    }
    return html`<form class="stack tight" data-answer="${id}" novalidate>
        <p>${error.detail}</p>
        <div class="row answer-row">${field({ label: "Module", name: "module", maxlength: 64, autocomplete: "off", hint: modules.length > 0 ? `Known so far: ${modules.join(", ")}` : "Its code, for instance 501" })} ${send}</div>
    </form>`;
}

/** @param {import("./uploads.js").Upload} one */
function result({ state: name, result: made }) {
    if (made.state === "same") return html`<p>This very file was imported before. Nothing changed.</p>`;
    const undo = name === "undone" ? html`<button type="button" class="button small" data-restore="${made.id}">${icon("undo")}Bring it back</button>` : html`<button type="button" class="button small" data-undo="${made.id}" aria-label="Undo ${made.name}">${icon("undo")}Undo</button>`;
    const see = name !== "undone" && made.kind === "attendance" && html`<a class="button primary small" href="${viewAddress("summary", { module: made.module })}">See who needs help</a>`;
    return html`${made.kind === "attendance" ? accounting(made) : other(made)} ${problemList(made)}
        <div class="row">${see} ${undo} ${importLinks(made)}</div>`;
}

/** @param {any} made */
function other(made) {
    const { accounting: sums, students } = made;
    const about = [`${KINDS[made.kind]} for ${made.module ? `module ${made.module}` : "every module"}`, students !== undefined && students !== null && plural(students, "student")].filter(Boolean).join(", ");
    return html`<p>${about}. ${sums?.rows !== undefined && html`<span class="muted">${number(sums.kept)} of ${plural(sums.rows, "row")} kept.</span>`}</p>`;
}
