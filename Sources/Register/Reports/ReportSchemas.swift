import Web

enum ReportSchemas {
    static let report = Schema.object(
        "Report",
        [
            .required("name", .string), .required("formula", .string.described("How the figures are computed.")),
            .required(
                "parameters",
                .object([
                    .required("from", .date), .required("to", .date), .required("group", .nullable(.uuid)),
                    .required("module", .nullable(.uuid)),
                ])),
            .required(
                "columns",
                .array(
                    of: .object([
                        .required("key", .string), .required("title", .string), .required("hidden", .boolean),
                    ]))),
            .required("rows", .array(of: .map(of: .any)).described("Values by the keys of the columns.")),
            .required("totals", .map(of: .any)),
        ])

    static let tally = Schema.object(
        "Tally",
        [
            .required("present", .integer), .required("late", .integer), .required("absent", .integer),
            .required("excused", .integer), .required("unmarked", .integer), .required("attended", .integer),
            .required("expected", .integer), .required("rate", .nullable(.number)),
        ])

    static let record = Schema.object(
        "StudentRecord",
        [
            .required("person", RosterSchemas.person), .required("from", .date), .required("to", .date),
            .required("formula", .string), .required("totals", tally),
            .required(
                "sessions",
                .array(
                    of: .object(
                        "StudentRecordEntry",
                        [
                            .required("session", .uuid), .required("date", .date), .required("start", .nullable(.time)),
                            .required("module", .string), .required("group", .string), .required("title", .string),
                            .required("status", .enumeration(ShownStatus.allCases.map(\.rawValue))),
                            .required("byNotice", .boolean), .required("minutesLate", .nullable(.integer)),
                            .required("remark", .nullable(.string)),
                            .required(
                                "catchUpOpenedAt",
                                .nullable(.instant).described("When the student first opened what was missed.")),
                        ]))),
        ])
}
