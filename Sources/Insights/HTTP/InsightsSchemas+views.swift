import Web

/// The shapes of the other views.
extension InsightsSchemas {
    private static let count = Schema.integer(min: 0)
    private static let percent = Schema.nullable(.number)
    private static let days = Schema.array(of: .date)
    private static let parametersMember = Schema.Property.required("parameters", parameters)

    private static let weekMembers: [Schema.Property] = [
        .required("year", .integer), .required("week", .integer(min: 1)), .required("firstDay", .date),
    ]

    private static let event = Schema.object(
        "InsightsEvent",
        [
            .required("at", .string.described("By the school's clock: 2025-09-01T09:00:00.")),
            .required("description", .string), .required("kind", .enumeration(["teaching", "placement", "study"])),
            .required("status", .enumeration(["attended", "excused", "absent"])), .required("reason", perhapsText),
            .required(
                "source",
                .either(
                    .object([.required("id", .uuid), .required("name", .string)]), .enumeration(["register"]))),
            .required("record", count.described("In its file, from 1; 0 in the register.")),
        ])

    private static let selfCertMembers: [Schema.Property] = [
        .required("count", count), .required("dates", days),
        .required(
            "reasons",
            .array(
                of: .object([
                    .required("at", .string), .required("description", .string), .required("reason", perhapsText),
                ]))),
    ]

    private static let placementMembers: [Schema.Property] = [
        .required("checkIns", count), .required("attendedCheckIns", count), .required("missed", count),
        .required("daysAttended", count), .required("dates", days),
        .required("weeks", .array(of: .string.described("Academic weeks as DD/MM/YYYY-DD/MM/YYYY."))),
        .required("daysExpected", .nullable(.number)),
    ]

    static let studentView = Schema.object(
        "InsightsStudentView",
        [
            parametersMember, .required("student", student), .required("moduleAverage", percent),
            .required(
                "cumulative",
                .array(
                    of: .object([
                        .required("at", .string), .required("percentage", .number), .required("description", .string),
                        .required("status", .enumeration(["attended", "excused", "absent"])),
                    ]))),
            .required(
                "moduleCumulative",
                .array(of: .object([.required("at", .date), .required("percentage", .number)]))),
            .required(
                "weeks", .array(of: .object(weekMembers + counts + [.required("modulePercentage", percent)]))),
            .required("absences", .array(of: event)),
            .required(
                "placement", .nullable(.object(placementMembers + [.required("absences", .array(of: event))]))),
            .required("selfCert", .nullable(.object(selfCertMembers))),
            .required("rows", .array(of: event)), .required("contacts", CareDocs.contactList),
            .required("flags", CareDocs.flagList),
        ])

    static let placements = Schema.object(
        "InsightsPlacements",
        [
            parametersMember,
            .required(
                "students",
                .array(of: .object(studentMembers + placementMembers + [.required("rotation", rotation)]))), next,
        ])

    static let selfCertification = Schema.object(
        "InsightsSelfCertification",
        [
            parametersMember, .required("students", .array(of: .object(studentMembers + selfCertMembers))), next,
            .required(
                "byWeek",
                .array(
                    of: .object(
                        weekMembers + [
                            .required("count", .nullable(.integer(min: 0))), .required("hidden", .boolean),
                        ]))),
        ])

    static let recent = Schema.object(
        "InsightsRecent",
        [
            parametersMember, .required("asOf", .date), .required("days", .integer(7...365)),
            .required(
                "students",
                .array(
                    of: .object(
                        studentMembers + [
                            .required("daysAttended", count), .required("checkIns", count),
                            .required("checkInsCapped", count), .required("lastDay", .nullable(.date)),
                        ]))), next,
        ])

    private static let totalMembers: [Schema.Property] =
        [.required("students", .nullable(.integer(min: 0)))] + counts + [
            .required("atOrBelow", .nullable(.integer(min: 0))),
            .required("withoutFigure", .nullable(.integer(min: 0))), .required("hidden", .boolean),
            .required("talkTo", .nullable(.integer(min: 0))),
        ]

    static let advisers = Schema.object(
        "InsightsAdvisers",
        [
            parametersMember,
            .required("advisers", .array(of: .object([.required("adviser", .string)] + totalMembers))),
            .required("overall", overall),
        ])

    static let adviser = Schema.object(
        "InsightsAdviser",
        [
            parametersMember, .required("adviser", .string), .required("totals", .object(totalMembers)),
            .required(
                "students",
                .array(
                    of: .object(
                        rowMembers + [
                            .required("spokenTo", .boolean.described("Within the last seven days.")),
                            .required(
                                "reasons",
                                .array(
                                    of: .object([
                                        .required(
                                            "code", .enumeration(Analysis.Reason.Code.allCases.map(\.rawValue))),
                                        .required("text", .string),
                                    ]))),
                        ]))), next,
        ])

    static let weekly = Schema.object(
        "InsightsWeekly",
        [
            parametersMember, .required("calendar", .enumeration(WeekCalendar.allCases.map(\.rawValue))),
            .required("weeks", .array(of: .object(weekMembers + counts + [.required("hidden", .boolean)]))),
            .required(
                "students",
                .array(
                    of: .object(
                        studentMembers + [
                            .required(
                                "cells",
                                .array(of: .nullable(.array(of: count).described("[attended, expected]"))))
                        ]))), next,
        ])

    private static let side = Schema.object([
        .required("module", .string), .required("from", .nullable(.date)), .required("to", .nullable(.date)),
        .required("overall", overall),
    ])

    private static let sideCounts = Schema.nullable(
        .object([.required("expected", count), .required("attended", count), .required("percentage", percent)]))

    static let compare = Schema.object(
        "InsightsComparison",
        [
            parametersMember, .required("left", side), .required("right", side),
            .required(
                "students",
                .array(
                    of: .object(
                        studentMembers + [
                            .required("left", sideCounts), .required("right", sideCounts),
                            .required("difference", percent),
                        ]))), next,
            .required("distribution", .object([.required("left", bins), .required("right", bins)])),
        ])

    private static let adviserLinks = Schema.array(
        of: .object(
            "AdviserLink",
            [
                .required("adviser", .string(max: 200).described("As the exports have it.")),
                .required("person", .uuid.described("A member of staff.")),
            ]), max: 2_000)

    static let settings = Schema.object(
        "InsightsSettings",
        [
            .required("threshold", .string), .required("smallCell", .integer(1...100)),
            .required("patterns", patterns), .required("adviserLinks", adviserLinks),
        ])

    static let settingsChange = Schema.object(
        "InsightsSettingsChange",
        [
            .optional("threshold", .string(max: 12)), .optional("smallCell", .integer(1...100)),
            .optional("patterns", patterns), .optional("adviserLinks", adviserLinks),
        ])

    static let samples = Schema.object(
        "InsightsSamples",
        [
            .required(
                "files",
                .array(
                    of: .object([
                        .required("name", .string),
                        .required("kind", .enumeration(ImportKind.allCases.map(\.rawValue))),
                    ])))
        ])
}
