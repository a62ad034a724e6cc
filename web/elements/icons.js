/** Line icons on a 24-pixel grid, drawn with the colour of the text. They are decoration: the words stand beside them. */
import { html } from "../lib/html.js";

const PATHS = {
    today: "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4",
    sessions: "M4 6h16M4 12h16M4 18h10",
    people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-3.3 2.7-6 6-6s6 2.7 6 6M16 4.5a3.2 3.2 0 0 1 0 6M18 14.5c1.8.9 3 2.9 3 5.5",
    absences: "M6 3h9l4 4v14H6zM15 3v4h4M9.5 12h6M9.5 16h4",
    reports: "M4 20h16M7 16v-4M12 16V6M17 16v-7",
    insights: "M4 4v16h16M8 15l3.5-4 3 2.5L20 7M16.5 7H20v3.5",
    imports: "M12 4v11M8 11l4 4 4-4M4 19h16",
    export: "M12 15V4M8 8l4-4 4 4M4 19h16",
    modules: "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",
    school: "M12 4 2.5 9 12 14l9.5-5zM6 11.5V16c1.6 1.6 3.6 2.4 6 2.4s4.4-.8 6-2.4v-4.5",
    sync: "M20 12a8 8 0 0 1-14 5.3L4 15M4 12a8 8 0 0 1 14-5.3L20 9M4 20v-5h5M20 4v5h-5",
    conflict: "M12 3.5 22 20.5H2zM12 10v5M12 17.8v.2",
    account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.7-6.5 7.5-6.5s6.9 2.5 7.5 6.5",
    more: "M6.2 12a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0ZM13.2 12a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0ZM20.2 12a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0Z",
    search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l4.5 4.5",
    check: "M5 12.5l4.5 4.5L19 7.5",
    clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5l3.5 2",
    cross: "M6 6l12 12M18 6L6 18",
    shield: "M12 3l8 3v6c0 4.5-3.3 7.6-8 9-4.7-1.4-8-4.5-8-9V6z",
    undo: "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6v1",
    lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    unlock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2",
    history: "M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.8",
    note: "M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19z",
    plus: "M12 5v14M5 12h14",
    minus: "M5 12h14",
    device: "M5 5h14v10H5zM3 19h18",
    cloud: "M7 18.5a4.5 4.5 0 0 1-.5-9A6 6 0 0 1 18 10.2a4.2 4.2 0 0 1-.5 8.3z",
    offline: "M4 4l16 16M7 18.5h9.5M6.5 9.5a4.5 4.5 0 0 0 .5 9M10 6.3A6 6 0 0 1 18 10.2a4.2 4.2 0 0 1 2.5 6.3",
    info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5M12 7.8v.2",
    sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4",
    moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
    contrast: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 3.5v17",
    right: "M9 5l7 7-7 7",
    left: "M15 5l-7 7 7 7",
    down: "M5 9l7 7 7-7",
    print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
    signout: "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
    receipt: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
    code: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2",
    group: "M12 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6 20c0-3.3 2.7-6 6-6s6 2.7 6 6M5 9.5a2.3 2.3 0 1 0 0-4.6M19 9.5a2.3 2.3 0 1 1 0-4.6M2 17c0-2.2 1.2-3.8 3-4.5M22 17c0-2.2-1.2-3.8-3-4.5",
    filter: "M4 6h16M7 12h10M10 18h4",
    trash: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
    file: "M6 3h9l4 4v14H6zM15 3v4h4",
    keyboard: "M3 7h18v10H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M8 14h8",
};

/** @param {keyof typeof PATHS | string} name */
export function icon(name) {
    const path = PATHS[name] ?? PATHS.info;
    return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"></path></svg>`;
}
