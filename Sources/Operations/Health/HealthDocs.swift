import Web

/// The health addresses in the OpenAPI file.
enum HealthDocs {
    static let statuses = Schema.enumeration(HealthStatus.allCases.map(\.rawValue))

    static let health = Doc(
        "Whether the server runs", tag: "operations", id: "getHealth",
        answers: .object(
            "Health",
            [
                .required("status", .enumeration(["ok", "degraded"])), .required("version", .string),
                .required("uptime", .integer(min: 0).described("Seconds.")),
            ]))

    private static let part = Schema.object(
        "HealthPart",
        [
            .required("name", .string), .required("required", .boolean), .required("status", statuses),
            .required("ms", .number.described("How long the look took.")),
            .required(
                "lastError",
                .nullable(.object([.required("code", .string), .required("at", .instant)]))
                    .described("The last one since the start, also when the part is well again.")),
            .required("details", .map(of: .any)),
        ])

    private static let parts = Schema.object(
        "PartsHealth",
        [
            .required("status", statuses), .required("version", .string), .required("parts", .array(of: part)),
        ])

    static func parts(_ summary: String, _ id: String) -> Doc {
        Doc(
            summary + " Administrators, or from this computer.", tag: "operations", id: id, answers: parts,
            fails: [401])
    }

    static let live = Doc(
        "Whether the process answers", tag: "operations", id: "getLive",
        answers: .object([.required("status", .enumeration(["ok"]))]))

    static let ready = Doc(
        "Whether requests can be sent here: 200, or 503", tag: "operations", id: "getReady",
        answers: .object("Ready", [.required("status", statuses)]))

    private static let window = Schema.object(
        "RequestWindow",
        [
            .required("seconds", .integer), .required("requests", .integer), .required("rate", .number),
            .required("errors", .integer), .required("errorRate", .nullable(.number)),
            .required("p50ms", .nullable(.number)), .required("p95ms", .nullable(.number)),
            .required("p99ms", .nullable(.number)),
        ])

    static let performance = Doc(
        "Response times, rates and errors of real requests. Administrators, or from this computer.",
        tag: "operations", id: "getPerformance",
        answers: .object(
            "Performance",
            [
                .required("status", statuses),
                .required("windows", .array(of: window).described("One, five and fifteen minutes; null without data.")),
                .required("queue", .map(of: .integer).described("Jobs by state.")),
                .required("residentBytes", .nullable(.integer)), .required("memoryUsed", .nullable(.number)),
                .required("diskUsed", .nullable(.number)), .required("openFiles", .nullable(.integer)),
                .required("processorSeconds", .nullable(.number)),
            ]), fails: [401])

    static let metrics = Doc(
        "Everything that is counted, as Prometheus reads it. With the metrics token, or administrators.",
        tag: "operations", id: "getMetrics", answers: .file("text/plain"), fails: [401, 404])
}
