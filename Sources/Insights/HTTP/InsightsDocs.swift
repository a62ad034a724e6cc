import Web

/// What the OpenAPI file says of the views.
enum InsightsDocs {
    static let modules = Doc(
        "Modules with attendance, and the settings that views begin with", tag: "insights", id: "listInsightsModules",
        answers: InsightsSchemas.modules)

    static let summary = view(
        "Students of a module with their figures, and the module as a whole", id: "getInsightsSummary",
        InsightsSchemas.summary)

    static let student = view(
        "One student of a module with every row behind the figures", id: "getInsightsStudent",
        InsightsSchemas.studentView,
        and: [.query("student", .string(max: 100), "Student number.", required: true)])

    static let placements = view(
        "Days on placement, with missed check-ins", id: "getInsightsPlacements", InsightsSchemas.placements)

    static let selfCertification = view(
        "Who certified their own absence, when, how often", id: "getInsightsSelfCertification",
        InsightsSchemas.selfCertification)

    static let recent = view(
        "Attended check-ins of the days that end on a date", id: "getInsightsRecent", InsightsSchemas.recent,
        and: [
            .query("asOf", .date, "Last of the days; the last day with a row, no later than today, when absent."),
            .query("days", .integer(7...365), "30 when absent."),
        ])

    static let advisers = view(
        "Advisers with the figures of their students", id: "getInsightsAdvisers", InsightsSchemas.advisers)

    static let adviser = view(
        "The students of an adviser, those to talk to first", id: "getInsightsAdviser", InsightsSchemas.adviser)

    static let weekly = view(
        "Students by weeks", id: "getInsightsWeekly", InsightsSchemas.weekly,
        and: [.query("calendar", .enumeration(WeekCalendar.allCases.map(\.rawValue)), "academic when absent.")])

    static let compare = view(
        "Two periods, or two modules, side by side", id: "getInsightsComparison", InsightsSchemas.compare,
        and: [
            .query("otherModule", .string(max: 64), "The same module when absent."),
            .query("otherFrom", .date, "First day of the other period."),
            .query("otherTo", .date, "Last day of the other period."),
        ])

    static let settings = Doc(
        "Settings of the analysis", tag: "insights", id: "getInsightsSettings", answers: InsightsSchemas.settings)

    static let changeSettings = Doc(
        "Changes settings of the analysis; what is absent stays", tag: "insights", id: "changeInsightsSettings",
        body: .json(InsightsSchemas.settingsChange), answers: InsightsSchemas.settings)

    static let samples = Doc(
        "Sample files to try the workspace with", tag: "insights", id: "listInsightsSamples",
        answers: InsightsSchemas.samples)

    static let sample = Doc(
        "One sample file", tag: "insights", id: "getInsightsSample", path: ["name": .string(max: 200)],
        answers: .file("application/octet-stream"))

    static func view(
        _ summary: String, id: String, _ answer: Schema, and more: [Parameter] = [], path: [String: Schema] = [:]
    ) -> Doc {
        Doc(
            summary, tag: "insights", id: id, query: ViewQuery.parameters + more, answers: answer,
            orFile: ViewReply.fileTypes, fails: [404])
    }
}
