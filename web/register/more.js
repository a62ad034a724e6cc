/** Everything that the phone's tab bar has no room for, and the look of the app. */
import { html, render } from "../lib/html.js";
import { listen } from "../lib/events.js";
import { applyTheme, theme } from "../lib/theme.js";
import { icon } from "../elements/icons.js";
import { pageHead, segmented } from "../elements/markup.js";
import { workspaces } from "../elements/navigation.js";
import { me } from "../me.js";
import { signOut } from "../session.js";

export class Page {
    #host;
    #abort = new AbortController();

    /** @param {HTMLElement} host */
    constructor(host) {
        this.#host = host;
    }

    connect() {
        const { signal } = this.#abort;
        const looks = [
            { value: "auto", label: "As the device", icon: "contrast" },
            { value: "light", label: "Light", icon: "sun" },
            { value: "dark", label: "Dark", icon: "moon" },
        ];
        render(
            this.#host,
            html`<section class="page">
                ${pageHead({ title: "More", text: [me.current?.school, me.current?.user.name].filter(Boolean).join(" · ") })}
                ${workspaces().map(
                    ({ title, entries }) => html`<section class="stack tight">
                        <h2>${title}</h2>
                        <ul class="list">
                            ${entries.map((entry) => html`<li><a class="list-row" href="${entry.href}">${icon(entry.icon)}<span class="grow">${entry.label}</span>${icon("right")}</a></li>`)}
                        </ul>
                    </section>`,
                )}
                <section class="stack tight">
                    <h2>Look</h2>
                    ${segmented({ legend: "Look", name: "theme", options: looks, value: theme() })}
                </section>
                ${me.current?.mode === "server" && html`<p><button type="button" class="button" data-action="sign-out">${icon("signout")}Sign out</button></p>`}
            </section>`,
        );
        listen(this.#host, "change", "[name=theme]", (_, input) => applyTheme(input.value), signal);
        listen(this.#host, "click", "[data-action=sign-out]", () => signOut(), signal);
    }

    disconnect() {
        this.#abort.abort();
    }
}
