import Web

/// The shapes of imports in the API.
enum ImportSchemas {
    private static let count = Schema.object([
        .required("created", .integer(min: 0)), .required("updated", .integer(min: 0)),
        .required("unchanged", .integer(min: 0)),
    ])

    private static let finding = Schema.object(
        "ImportFinding",
        [
            .optional("file", .string.described("The file inside an archive.")),
            .required("outcome", .enumeration(ImportReport.Outcome.allCases.map(\.rawValue))),
            .optional("field", .string.described("The column to blame.")),
            .required("code", .string.described("Stable: the rule, or why the row was refused.")),
            .required("message", .string), .required("count", .integer(min: 1)),
            .required("lines", .array(of: .integer(min: 1)).described("At most 100; rows.csv has all.")),
        ])

    static let report = Schema.object(
        "ImportReport",
        [
            .optional("id", .uuid.described("Absent in a preview.")), .required("preview", .boolean),
            .required("kind", .enumeration(ImportKind.allCases.map(\.rawValue))),
            .optional("explanation", .string.described("Why the file was taken for this kind, when none was stated.")),
            .required(
                "file",
                .object([
                    .optional("name", .string), .required("bytes", .integer(min: 0)), .required("sha256", .string),
                    .optional("encoding", .enumeration(["utf-8", "utf-16", "windows-1252"])),
                    .optional("delimiter", .enumeration([",", ";", "tab"])),
                ])),
            .required(
                "rows",
                .object([
                    .required("read", .integer(min: 0).described("The sum of all others.")),
                    .required("added", .integer(min: 0)), .required("updated", .integer(min: 0)),
                    .required("unchanged", .integer(min: 0)), .required("merged", .integer(min: 0)),
                    .required("ignored", .integer(min: 0)), .required("refused", .integer(min: 0)),
                ])),
            .required(
                "records",
                .object([
                    .required("people", count), .required("modules", count), .required("groups", count),
                    .required("enrolments", count), .required("sessions", count), .required("marks", count),
                ])),
            .required("findings", .array(of: finding)), .required("notes", .array(of: .string)),
            .required("at", .instant), .required("by", .uuid), .required("byName", .string),
            .optional("undoneAt", .instant),
        ])

    static let file: [String] = [
        "application/octet-stream", "text/csv", "text/calendar", "text/plain", "application/zip",
        "application/x-zip-compressed", "application/csv", "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/tab-separated-values",
    ]

    static let parameters: [Parameter] = [
        .query(
            "kind", .enumeration(["auto"] + ImportKind.allCases.map(\.rawValue)),
            "What the file holds; auto, the default, tells it from the content."),
        .query("name", .string(max: 255), "The file's name; an attendance export takes its module from it."),
        .query("preview", .boolean, "Answer what would happen and write nothing."),
        .query("module", .string(max: 64), "Module code, where the file names none."),
        .query("group", .string(max: 200), "Id or name of the group, where the file names none."),
    ]
}
