import Web

/// The shapes of the views in the API.
enum InsightsSchemas {
    private static let count = Schema.integer(min: 0)
    private static let perhapsCount = Schema.nullable(.integer(min: 0))
    private static let percent = Schema.nullable(.number)
    static let perhapsText = Schema.nullable(.string)

    static let patterns = Schema.object(
        "EventPatterns", [.required("study", .array(of: .string)), .required("placement", .array(of: .string))])

    static let modules = Schema.object(
        "InsightsModules",
        [
            .required(
                "items",
                .array(
                    of: .object(
                        "InsightsModule",
                        [
                            .required("module", .string), .required("title", perhapsText),
                            .required("year", .nullable(.integer)), .required("students", count),
                            .required("rows", count), .required("firstDay", .nullable(.date)),
                            .required("lastDay", .nullable(.date)), .required("imports", count),
                            .required("marks", count.described("Rows that come from the register.")),
                            .required("change", count),
                        ]))),
            .required("threshold", .string), .required("smallCell", .integer(1...100)),
            .required("patterns", patterns),
        ])

    static let counts: [Schema.Property] = [
        .required("expected", perhapsCount), .required("attended", perhapsCount), .required("excused", perhapsCount),
        .required("absent", perhapsCount), .required("percentage", percent),
        .required("percentageWithoutExcused", percent),
    ]

    static let overall = Schema.object(
        "InsightsOverall",
        [.required("students", perhapsCount)] + counts + [
            .required("atOrBelow", perhapsCount), .required("withoutFigure", perhapsCount),
            .required("hidden", .boolean.described("Too few students are behind the figures.")),
        ])

    static let bins = Schema.array(
        of: .object(
            "InsightsBin",
            [
                .required("from", count), .required("to", count), .required("students", perhapsCount),
                .required("hidden", .boolean),
            ]))

    static let studentMembers: [Schema.Property] = [
        .required("id", .string), .required("firstName", .string), .required("surname", .string),
        .required("adviser", .string),
    ]

    static let rotation = Schema.nullable(
        .object(
            "InsightsRotation",
            [
                .required("group", .nullable(.integer)), .required("label", perhapsText),
                .required("pattern", perhapsText), .required("expectedDaysPerWeek", .nullable(.number)),
            ]))

    static let rowMembers: [Schema.Property] =
        studentMembers + [.required("email", perhapsText), .required("notes", perhapsText)] + counts + [
            .required("trend", percent.described("Points: the last 28 days against the 28 before.")),
            .required("atOrBelow", .boolean),
            .required("toReach", perhapsCount.described("Events in a row to attend until the threshold is reached.")),
            .required("spare", perhapsCount.described("Events that may be missed without falling under it.")),
            .required("selfCertifications", count), .required("placementDays", count),
            .required("rotation", rotation), .required("openFlags", count),
            .required("lastContact", .nullable(.date)),
        ]

    static let student = Schema.object("InsightsStudent", rowMembers)
    static let next = Schema.Property.required("next", perhapsText)

    static let parameters = Schema.object(
        "InsightsParameters",
        [
            .required("module", .string), .required("from", .nullable(.date)), .required("to", .nullable(.date)),
            .required("threshold", .string), .required("q", .string), .required("adviser", perhapsText),
            .required("group", .nullable(.integer)), .required("rotation", perhapsText),
            .required("pattern", perhapsText), .required("selfCertified", .boolean), .required("order", perhapsText),
        ])

    static let summary = Schema.object(
        "InsightsSummary",
        [
            .required("module", .string), .required("title", perhapsText), .required("change", count),
            .required("parameters", parameters), .required("overall", overall),
            .required("students", .array(of: student)), next, .required("distribution", bins),
            .required(
                "choices",
                .object([
                    .required("advisers", .array(of: .string)), .required("groups", .array(of: .integer)),
                    .required("rotations", .array(of: .string)), .required("patterns", .array(of: .string)),
                ])),
        ])

    static let problem = Schema.object(
        "InsightsRowProblem",
        [
            .required("record", count.described("From 1, the header not counted.")),
            .required("line", count), .required("column", perhapsText),
            .required("code", .enumeration(RowProblem.Code.allCases.map(\.rawValue))),
            .required("reason", .string), .required("value", perhapsText),
        ])

    static let accounting = Schema.object(
        "InsightsAccounting",
        [
            .required("rows", count.described("Always the sum of the six reasons that follow and of kept.")),
            .required("malformed", count), .required("blankStudentId", count), .required("badDate", count),
            .required("cancelled", count), .required("duplicatesMerged", count), .required("checkInsMerged", count),
            .required("unknownBooleans", count), .required("kept", count), .required("study", count),
            .required("encoding", .string), .required("delimiter", .string),
        ])

    static let importReport = Schema.object(
        "InsightsImport",
        [
            .required("id", .uuid), .required("name", .string),
            .required("kind", .enumeration(ImportKind.allCases.map(\.rawValue))),
            .required("module", .string.described("Empty where the file holds for every module.")),
            .required("bytes", count), .required("sha256", .string),
            .required("dateOrder", .nullable(.enumeration(DateOrder.allCases.map(\.rawValue)))),
            .required("importedAt", .instant), .required("importedByName", .string),
            .required("state", .enumeration(["stored", "same", "undone"])),
            .required("accounting", .nullable(accounting)),
            .required("problems", .array(of: problem).described("The first 100.")), .required("problemCount", count),
            .required("skipped", perhapsCount.described("Rows of a map or of notes without a student id.")),
            .required("students", perhapsCount), .required("firstDay", .nullable(.date)),
            .required("lastDay", .nullable(.date)),
        ])
}
