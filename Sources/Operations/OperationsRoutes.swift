package import Web

/// - Parameter started: when the process began, for the uptime.
package func addOperationsRoutes(to routes: inout Routes, version: String, started: ContinuousClock.Instant) {
    let doc = Doc(
        "Whether the server runs", tag: "operations", id: "getHealth",
        answers: .object(
            "Health",
            [
                .required("status", .enumeration(["ok"])), .required("version", .string),
                .required("uptime", .integer(min: 0).described("Seconds.")),
            ]))
    routes.probe("/health", doc) { _ in
        .json(Health(version: version, uptime: Int((ContinuousClock.now - started).components.seconds)))
    }
}

private struct Health: Encodable {
    var status = "ok"
    let version: String
    let uptime: Int
}
