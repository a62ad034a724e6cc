/** Accounts: who may sign in and as what. The first one ends the time without sign-in. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { stylesheet } from "../lib/styles.js";
import { badge, notice, pageHead } from "../elements/markup.js";
import { icon } from "../elements/icons.js";
import { fetched } from "../elements/fetched.js";
import { table } from "../elements/table.js";
import { toast } from "../elements/toast.js";
import { api } from "../api.js";
import { me } from "../me.js";
import { managersOnly, ROLES, roleName } from "./roles.js";
import { editAccount, firstAccount, newAccount } from "./account-forms.js";

export class Page {
    #host;
    /** @type {any[]} */ #accounts = [];
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    async connect() {
        const { signal } = this.#abort;
        if (!me.manages) return render(this.#host, managersOnly("Accounts"));
        await stylesheet("/accounts/accounts.css");
        render(this.#host, this.#frame());
        listen(this.#host, "click", "[data-action=new]", () => this.#create(), signal);
        listen(this.#host, "click", "[data-action=edit]", (_, button) => this.#edit(button.dataset.id), signal);
        listen(this.#host, "click", "[data-action=disable]", (_, button) => this.#disable(button.dataset.id), signal);
        await this.#load();
    }

    disconnect() {
        this.#abort.abort();
    }

    async #create() {
        if (me.current?.mode === "desktop") return this.#first();
        const account = await newAccount();
        if (!account) return;
        toast(`${account.name} may sign in now.`, { tone: "good" });
        await this.#load();
    }

    async #first() {
        const made = await firstAccount();
        if (!made) return;
        toast("The first account exists. Rounds asks everybody to sign in from now on.", { tone: "good" });
        await me.load();
    }

    /** @param {string} id */
    async #edit(id) {
        const account = this.#accounts.find((one) => one.id === id);
        if (!(await editAccount(account))) return;
        toast("Saved.");
        await this.#load();
    }

    /**
     * @param {string} id
     * @param {boolean} [disabled]
     */
    async #disable(id, disabled = !this.#accounts.find((one) => one.id === id).disabled) {
        try {
            const account = await api.patch(`/accounts/${encodeURIComponent(id)}`, { disabled });
            toast(disabled ? `${account.name} can no longer sign in.` : `${account.name} may sign in again.`, { undo: () => this.#disable(id, !disabled) });
            await this.#load();
        } catch (error) {
            toast(error.detail ?? error.message, { tone: "bad" });
        }
    }

    async #load() {
        const host = /** @type {HTMLElement} */ (this.#host.querySelector("#accounts"));
        await fetched(host, () => api.all("/accounts"), (accounts) => this.#draw(host, accounts), this.#abort.signal);
    }

    #frame() {
        const desktop = me.current?.mode === "desktop";
        const actions = html`<button type="button" class="button primary" data-action="new">${icon("plus")}${desktop ? "Make the first account" : "New account"}</button>`;
        const text = "Rounds runs on this computer for you alone. The first account is yours, as owner; from then on everybody signs in.";
        return html`<section class="page">
            ${pageHead({ title: "Accounts", text: "Who may sign in, and as what.", actions })} ${desktop && notice(text, "info")}
            <div id="accounts"></div>
            <details class="card">
                <summary><h2 class="inline-heading">What each role may do</h2></summary>
                <dl class="role-list">${ROLES.map((role) => html`<div><dt>${role.label}</dt><dd>${role.may}</dd></div>`)}</dl>
            </details>
        </section>`;
    }

    /**
     * @param {HTMLElement} host
     * @param {any[]} accounts
     */
    #draw(host, accounts) {
        this.#accounts = accounts;
        const rows = table();
        host.replaceChildren(rows);
        rows.configure({
            caption: "Accounts",
            hideCaption: true,
            columns: [
                { key: "name", label: "Name", sort: true, primary: true },
                { key: "email", label: "E-mail", sort: true, cell: (row) => row.email ?? "–" },
                { key: "role", label: "Role", sort: true, value: (row) => roleName(row.role), cell: (row) => roleName(row.role) },
                { key: "disabled", label: "State", sort: true, value: (row) => Number(row.disabled), cell: (row) => (row.disabled ? badge("Disabled") : badge("May sign in", "good", "check")) },
                { key: "actions", label: "Change", align: "end", cell: buttons },
            ],
            sorted: { key: "name" },
            empty: { title: "No accounts yet", text: "Everybody who takes a register, advises or looks something up needs an account of their own.", icon: "account" },
        });
        rows.rows = accounts;
    }
}

/** @param {any} row */
function buttons(row) {
    if (me.current?.mode === "desktop") return html`<span class="muted small">this computer</span>`;
    const own = row.id === me.current?.user.id;
    const owner = row.role === "owner" && !me.is("owner");
    if (owner) return html`<span class="muted small">owners only</span>`;
    return html`<span class="row end-row">
        <button type="button" class="button quiet small" data-action="edit" data-id="${row.id}" aria-label="Edit ${row.name}">Edit</button>
        ${!own &&
        html`<button type="button" class="button quiet small" data-action="disable" data-id="${row.id}" aria-label="${row.disabled ? "Enable" : "Disable"} ${row.name}">${row.disabled ? "Enable" : "Disable"}</button>`}
    </span>`;
}
