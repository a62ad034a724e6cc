/** Everybody, as far as this user may know them: search, filter, add. Works without a network on what is on this device. */
import { html, path, render } from "../lib/html.js";
import { debounce, listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { avatar, badge, pageHead, segmented } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { field } from "../elements/field.js";
import { table } from "../elements/table.js";
import { toast } from "../elements/toast.js";
import { me } from "../me.js";
import { navigate, setQuery } from "../router.js";
import { store } from "../store/store.js";
import { fillSelect } from "./choices.js";
import { by, byName, found, fullName } from "./names.js";
import { editPerson } from "./person-form.js";

const KINDS = [
    { value: "student", label: "Students" },
    { value: "staff", label: "Staff" },
    { value: "archived", label: "Archived" },
];

export class Page {
    #host;
    #filter;
    #table = table();
    #abort = new AbortController();

    /**
     * @param {HTMLElement} host
     * @param {Record<string, string>} _params
     * @param {URLSearchParams} query
     */
    constructor(host, _params, query) {
        this.#host = host;
        this.#filter = { q: query.get("q") ?? "", kind: query.get("kind") ?? "student", stage: query.get("stage") ?? "" };
    }

    async connect() {
        const { signal } = this.#abort;
        await stylesheet("/roster/roster.css");
        render(this.#host, this.#frame());
        this.#host.querySelector("#people").append(this.#table);
        const filter = debounce(() => this.#filtered(), 120);
        listen(this.#host, "input", ".filters input[type=search]", filter, signal);
        listen(this.#host, "change", ".filters input, .filters select", () => this.#filtered(), signal);
        listen(this.#host, "submit", "form", (event) => event.preventDefault(), signal);
        listen(this.#host, "click", "[data-action=add]", () => this.#add(), signal);
        store.addEventListener("change", (event) => event.detail.entities.has("person") && this.#draw(), { signal });
        await this.#draw();
    }

    disconnect() {
        this.#abort.abort();
    }

    async #add() {
        const person = await editPerson();
        if (!person) return;
        toast(`${fullName(person)} was added.`);
        navigate(path("people", person.id));
    }

    #filtered() {
        const form = /** @type {HTMLFormElement} */ (this.#host.querySelector("form"));
        const data = new FormData(form);
        this.#filter = { q: String(data.get("q")).trim(), kind: String(data.get("kind")), stage: String(data.get("stage")) };
        setQuery({ ...this.#filter, kind: this.#filter.kind === "student" ? null : this.#filter.kind });
        this.#draw();
    }

    #frame() {
        const actions =
            me.manages &&
            html`<a class="button" href="/imports">${icon("imports")}Import</a>
                <button type="button" class="button primary" data-action="add">${icon("plus")}Add person</button>`;
        return html`<section class="page">
            ${pageHead({ title: "People", actions })}
            <form class="filters" role="search" aria-label="People">
                ${segmented({ legend: "Which people", name: "kind", options: KINDS, value: this.#filter.kind })}
                ${field({ label: "Name, number or e-mail", name: "q", type: "search", value: this.#filter.q })}
                ${field({ label: "Stage", name: "stage", type: "select", options: [{ value: "", label: "All stages" }], value: "" })}
            </form>
            <p class="muted small" role="status" id="people-count"></p>
            <div id="people"></div>
        </section>`;
    }

    async #draw() {
        const people = await store.all("person");
        if (this.#abort.signal.aborted) return;
        const { q, kind, stage } = this.#filter;
        const ofKind = people.filter((one) => (kind === "archived" ? one.archived : one.kind === kind && !one.archived));
        this.#fillStages(ofKind);
        const rows = ofKind.filter((one) => (!stage || one.stage === stage) && found(q, one.givenName, one.familyName, one.number, one.email)).toSorted(byName);
        this.#host.querySelector("#people-count").textContent = rows.length === ofKind.length ? `${rows.length} in all` : `${rows.length} of ${ofKind.length}`;
        this.#table.configure({
            caption: KINDS.find((one) => one.value === kind)?.label ?? "People",
            hideCaption: true,
            columns: columns(kind),
            href: (row) => path("people", row.id),
            empty: this.#nothing(people.length, q || stage),
        });
        this.#table.rows = rows;
    }

    /** @param {any[]} people */
    #fillStages(people) {
        const select = /** @type {HTMLSelectElement} */ (this.#host.querySelector("select[name=stage]"));
        const stages = [...new Set(people.map((one) => one.stage).filter(Boolean))].map((stage) => ({ stage })).toSorted(by("stage"));
        const wanted = ["", ...stages.map((one) => one.stage)];
        /** @type {HTMLElement} */ (select.closest("r-field")).hidden = stages.length === 0;
        fillSelect(select, wanted.map((stage) => ({ value: stage, label: stage || "All stages" })), this.#filter.stage);
    }

    /**
     * @param {number} known
     * @param {string} filtered
     */
    #nothing(known, filtered) {
        if (filtered) return { title: "Nobody matches", text: "Try fewer letters, or another kind or stage.", icon: "search" };
        if (this.#filter.kind === "archived") return { title: "Nobody is archived", text: "Who leaves the school is archived: out of the lists, with every mark kept.", icon: "people" };
        const actions = me.manages && html`<a class="button primary" href="/imports">Import a list</a>`;
        const text = "People come from a list (CSV, Excel or OneRoster) or are added one by one. Students belong to groups, and a session's register lists its group.";
        return { title: known ? "Nobody here yet" : "No people yet", text, icon: "people", actions };
    }
}

/** @param {string} kind */
function columns(kind) {
    return [
        { key: "name", label: "Name", sort: true, primary: true, value: (row) => `${row.familyName} ${row.givenName}`, cell: (row) => html`<span class="person">${avatar(row)}<span>${fullName(row)}</span></span>` },
        { key: "number", label: "Number", sort: true, cell: (row) => html`<span class="mono">${row.number}</span>` },
        ...(kind === "staff" ? [] : [{ key: "stage", label: "Stage", sort: true, cell: (row) => row.stage ?? "–" }]),
        ...(kind === "student" ? [{ key: "adviserName", label: "Adviser", sort: true, cell: (row) => row.adviserName ?? "–" }] : []),
        ...(kind === "archived" ? [{ key: "kind", label: "Kind", cell: (row) => badge(row.kind === "staff" ? "Staff" : "Student") }] : []),
        { key: "email", label: "E-mail", cell: (row) => row.email ?? "–" },
    ];
}
