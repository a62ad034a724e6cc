package import Web

/// - Parameters:
///   - started: when the process began, for the uptime.
///   - isWell: whether every part that fails closed still works; asked often, so it must not do I/O.
package func addOperationsRoutes(
    to routes: inout Routes, version: String, started: ContinuousClock.Instant,
    isWell: @escaping @Sendable () -> Bool = { true }
) {
    let doc = Doc(
        "Whether the server runs", tag: "operations", id: "getHealth",
        answers: .object(
            "Health",
            [
                .required("status", .enumeration(["ok", "degraded"])), .required("version", .string),
                .required("uptime", .integer(min: 0).described("Seconds.")),
            ]))
    routes.probe("/health", doc) { _ in
        .json(
            Health(
                status: isWell() ? "ok" : "degraded", version: version,
                uptime: Int((ContinuousClock.now - started).components.seconds)))
    }
}

private struct Health: Encodable {
    let status: String
    let version: String
    let uptime: Int
}
