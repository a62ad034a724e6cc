import HTTPTypes
import Kernel
package import Web

/// `/health` and what lies below it. `/health` and `/health/live` know without I/O; the others look.
package struct HealthRoutes: Sendable {
    private let version: String
    private let started: ContinuousClock.Instant
    private let monitor: HealthMonitor
    private let meters: Meters
    private let showsParts: Bool
    private let isWell: @Sendable () -> Bool

    /// - Parameters:
    ///   - started: when the process began, for the uptime.
    ///   - showsParts: false leaves the three addresses that a load balancer needs.
    ///   - isWell: whether every part that fails closed still works; asked often, so it must not do I/O.
    package init(
        version: String, started: ContinuousClock.Instant, monitor: HealthMonitor, meters: Meters,
        showsParts: Bool = true, isWell: @escaping @Sendable () -> Bool
    ) {
        self.version = version
        self.started = started
        self.monitor = monitor
        self.meters = meters
        self.showsParts = showsParts
        self.isWell = isWell
    }

    package func add(to routes: inout Routes) {
        routes.probe("/health", HealthDocs.health, handle: health)
        routes.probe("/health/live", HealthDocs.live) { _ in .json(["status": HealthStatus.ok]) }
        routes.open(.get, "/health/ready", HealthDocs.ready, handle: ready)
        guard showsParts else { return }
        let detailed = HealthDocs.parts("How every part of Rounds is.", "getDetailedHealth")
        routes.open(.get, "/health/detailed", detailed) { try await parts($0, nil) }
        let models = HealthDocs.parts("Speech model, rules, masking and OCR.", "getModelHealth")
        routes.open(.get, "/health/ai-models", models) { try await parts($0, Self.models) }
        let database = HealthDocs.parts("Whether the database takes and gives.", "getDatabaseHealth")
        routes.open(.get, "/health/database", database) { try await parts($0, ["database"]) }
        routes.open(.get, "/health/performance", HealthDocs.performance, handle: performance)
    }

    /// Names of the parts that `/health/ai-models` shows.
    package static let models: Set<String> = ["speech", "rubric", "scrubber", "ocr", "language"]

    private func health(_ call: OpenCall) async throws -> Reply {
        .object([
            "status": .string((isWell() ? HealthStatus.ok : .degraded).rawValue), "version": .string(version),
            "uptime": .integer((ContinuousClock.now - started).components.seconds),
        ])
    }

    private func ready(_ call: OpenCall) async throws -> Reply {
        let status = OverallHealth.of(await monitor.look(at: ["database"]))
        return .object(["status": .string(status.rawValue)], status: status == .down ? 503 : 200)
    }

    private func parts(_ call: OpenCall, _ names: Set<String>?) async throws -> Reply {
        try Operators.admit(call)
        let parts = await monitor.look(at: names)
        let status = OverallHealth.of(parts)
        return .object(
            [
                "status": .string(status.rawValue), "version": .string(version),
                "parts": .array(parts.map(\.document)),
            ], status: status == .down ? 503 : 200)
    }

    private func performance(_ call: OpenCall) async throws -> Reply {
        try Operators.admit(call)
        let readings = meters.readings()
        let queue = try await meters.queue()
        let windows = meters.requests?.summaries() ?? []
        let limits = AlertLimits.conditions(readings, windows.first { $0.window == 300 })
        let status: HealthStatus = limits.contains(where: \.isBroken) ? .degraded : .ok
        return .object([
            "status": .string(status.rawValue), "windows": .array(windows.map(\.document)),
            "queue": .object(queue.mapValues { .integer($0) }),
            "residentBytes": .perhaps(readings.residentBytes), "memoryUsed": .perhaps(readings.memoryUsed),
            "diskUsed": .perhaps(readings.diskUsed), "openFiles": .perhaps(readings.openFiles.map(Int64.init)),
            "processorSeconds": .perhaps(readings.processorSeconds),
        ])
    }
}

/// Who may see how the machine is: owner and administrator, and whoever sits at it.
enum Operators {
    static let roles: Set<Role> = [.owner, .administrator]

    /// - Throws: `unauthenticated` (401), `forbidden` (403)
    static func admit(_ call: OpenCall) throws {
        if let caller = call.caller, roles.contains(caller.role) { return }
        let isForwarded = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].contains { call.header($0) != nil }
        if !isForwarded, ["127.0.0.1", "::1"].contains(call.remoteAddress) { return }
        throw call.caller == nil ? WebError.unauthenticated : WebError.forbidden
    }
}

extension Reply {
    static func object(_ members: [String: JSONValue], status: Int = 200) -> Reply {
        .json(JSONValue.object(members), status: status)
    }
}

extension JSONValue {
    static func perhaps(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }
    static func perhaps(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }
}

extension PartHealth {
    var document: JSONValue {
        .object([
            "name": .string(name), "required": .bool(isRequired), "status": .string(status.rawValue),
            "ms": .number(milliseconds), "details": .object(details),
            "lastError": lastError.map {
                .object(["code": .string($0.code), "at": .string($0.at.rfc3339)])
            } ?? .null,
        ])
    }
}

extension RequestWindows.Summary {
    var document: JSONValue {
        func milliseconds(_ seconds: Double?) -> JSONValue {
            .perhaps(seconds.map { ($0 * 100_000).rounded() / 100 })
        }
        return .object([
            "seconds": .integer(Int64(window)), "requests": .integer(Int64(requests)), "rate": .number(rate),
            "errors": .integer(Int64(errors)), "errorRate": .perhaps(errorRate), "p50ms": milliseconds(p50),
            "p95ms": milliseconds(p95), "p99ms": milliseconds(p99),
        ])
    }
}
