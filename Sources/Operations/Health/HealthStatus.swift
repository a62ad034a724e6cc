package import Kernel

/// How a part is. Ordered from well to worst.
package enum HealthStatus: String, Sendable, Codable, CaseIterable, Comparable {
    case ok
    /// An optional part that nobody has installed; that is no fault.
    case notInstalled = "not_installed"
    case degraded
    case down

    package static func < (left: HealthStatus, right: HealthStatus) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .ok: 0
        case .notInstalled: 1
        case .degraded: 2
        case .down: 3
        }
    }
}

/// What a look at a part has found.
package struct PartFinding: Sendable, Equatable {
    package let status: HealthStatus
    /// Stable code of what is wrong; no value of a row and no path.
    package let error: String?
    package let details: [String: JSONValue]

    package init(_ status: HealthStatus, error: String? = nil, details: [String: JSONValue] = [:]) {
        self.status = status
        self.error = error
        self.details = details
    }
}

/// A part of the program that can tell how it is. Features give theirs; `Rounds` joins them.
package protocol HealthPart: Sendable {
    var name: String { get }
    /// Whether Rounds is of no use without it: then it may be down for all.
    var isRequired: Bool { get }
    /// An error counts as down, with the code of its `Failure`.
    func look() async throws -> PartFinding
}

/// A part as the answer shows it.
package struct PartHealth: Sendable, Equatable {
    package let name: String
    package let isRequired: Bool
    package let status: HealthStatus
    package let milliseconds: Double
    package let lastError: LastError?
    package let details: [String: JSONValue]

    package struct LastError: Sendable, Equatable {
        package let code: String
        package let at: Instant
    }
}

package enum OverallHealth {
    /// The worst of them, where an optional part that is down makes the whole degraded only and one that is not
    /// installed makes nothing worse.
    package static func of(_ parts: [PartHealth]) -> HealthStatus {
        parts.reduce(.ok) { worst, part in
            switch part.status {
            case .ok, .notInstalled: worst
            case .degraded: max(worst, .degraded)
            case .down: max(worst, part.isRequired ? .down : .degraded)
            }
        }
    }
}
