/** What a file may hold, and what its columns are called at least. */

export const KINDS = [
    { value: "people", label: "People", needs: "number, family name and given name (or name); further: e-mail, stage, adviser, kind" },
    { value: "modules", label: "Modules", needs: "code and title" },
    { value: "groups", label: "Groups and enrolments", needs: "module and group; with a student number it enrols; further: first day, last day" },
    { value: "timetable", label: "Timetable", needs: "module, date, start; further: end, group, title, kind, room, teacher" },
    { value: "oneroster", label: "OneRoster 1.2", needs: "the ZIP archive of the standard, or one of its CSV files" },
    { value: "icalendar", label: "Calendar", needs: "an .ics file; its events become sessions of one module" },
    { value: "attendance", label: "Attendance export", needs: "student number, start date and time, event or register type; makes people, the module, sessions and marks" },
];

export const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.zip,.ics,text/csv,text/calendar,application/zip";
export const LARGEST = 50 * 1024 * 1024;

/** @param {string} kind */
export function kindName(kind) {
    return KINDS.find((one) => one.value === kind)?.label ?? kind;
}
