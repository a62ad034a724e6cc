/**
 * Civil days ("2026-11-21") and moments (RFC 3339), calculated without the device's time zone and shown in the reader's
 * way of writing. A session's day is the school's; see `today`.
 */

const DAY = 86_400_000;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function format(options) {
    const language = document.documentElement.lang || "en";
    const locale = navigator.languages.find((one) => one.split("-")[0] === language.split("-")[0] && one.includes("-")) ?? (language === "en" ? "en-GB" : language);
    const key = locale + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, options));
    return formats.get(key);
}

/** @param {string} day */
function instant(day) {
    return new Date(`${day}T00:00:00Z`);
}

/**
 * A day that exists, written YYYY-MM-DD, from 1900 to 2199 as on the server: a year that is half typed is none.
 * @param {string | null | undefined} text
 */
export function isDay(text) {
    if (!/^(19|2[01])\d\d-\d\d-\d\d$/.test(text ?? "")) return false;
    const date = instant(text);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * The day it is at the school.
 * @param {string} [timezone] of the school; the device's where it is not known yet
 */
export function today(timezone) {
    const options = /** @type {const} */ ({ year: "numeric", month: "2-digit", day: "2-digit" });
    try {
        return new Intl.DateTimeFormat("en-CA", { ...options, timeZone: timezone || undefined }).format(new Date());
    } catch {
        return new Intl.DateTimeFormat("en-CA", options).format(new Date());
    }
}

/** @param {string} day @param {number} count */
export function addDays(day, count) {
    return new Date(instant(day).getTime() + count * DAY).toISOString().slice(0, 10);
}

/**
 * ISO weekday, Monday is 1.
 * @param {string} day
 */
export function weekday(day) {
    return instant(day).getUTCDay() || 7;
}

/**
 * The Monday of a day's week.
 * @param {string} day
 */
export function monday(day) {
    return addDays(day, 1 - weekday(day));
}

/** @param {string} first @param {string} last */
export function daysBetween(first, last) {
    return Math.round((instant(last).getTime() - instant(first).getTime()) / DAY);
}

/**
 * "Tuesday 3 November", with the year when it is another one than now.
 * @param {string} day
 */
export function longDay(day) {
    if (!isDay(day)) return day ?? "";
    const year = day.slice(0, 4) === today().slice(0, 4) ? undefined : "numeric";
    return format({ weekday: "long", day: "numeric", month: "long", year, timeZone: "UTC" }).format(instant(day));
}

/**
 * "Tue 3 Nov", with the year when it is another one than now.
 * @param {string} day
 */
export function shortDay(day) {
    if (!isDay(day)) return day ?? "";
    const year = day.slice(0, 4) === today().slice(0, 4) ? undefined : "numeric";
    return format({ weekday: "short", day: "numeric", month: "short", year, timeZone: "UTC" }).format(instant(day));
}

/**
 * "3 Nov 2026".
 * @param {string | null | undefined} day
 */
export function plainDay(day) {
    if (!isDay(day)) return day ?? "";
    return format({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(instant(day));
}

/**
 * "3 Nov", where the year is known.
 * @param {string | null | undefined} day
 */
export function briefDay(day) {
    if (!isDay(day)) return day ?? "";
    return format({ day: "numeric", month: "short", timeZone: "UTC" }).format(instant(day));
}

/** "Jan" to "Dec". */
export function shortMonths() {
    return Array.from({ length: 12 }, (_, month) => format({ month: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2026, month, 1))));
}

/**
 * "3 – 9 Nov 2026"; one day stands alone.
 * @param {string} first
 * @param {string} last
 */
export function dayRange(first, last) {
    if (first === last || !isDay(first) || !isDay(last)) return plainDay(first);
    return format({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).formatRange(instant(first), instant(last));
}

/**
 * A moment where the reader is: "3 Nov 2026, 14:05", with 24 hours as sessions have.
 * @param {string | number | null | undefined} moment RFC 3339 or milliseconds
 */
export function dateTime(moment) {
    if (moment === null || moment === undefined || Number.isNaN(new Date(moment).getTime())) return "";
    return format({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(moment));
}

/**
 * "09:00–10:30", or "All day" without a start.
 * @param {{ start?: string | null, end?: string | null }} session
 */
export function timeRange({ start, end }) {
    if (!start) return "All day";
    return end ? `${start}–${end}` : start;
}
