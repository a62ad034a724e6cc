import Kernel
import Sync

/// Which cases a run met, so that a green run is known to have proven something.
package struct Coverage: Sendable {
    package private(set) var cases: [String: Int] = [:]

    package init() {}

    init(_ state: FinalState) {
        for answered in state.log.answered {
            note(answered.told.verdict == "duplicate" ? "duplicate" : answered.told.outcome)
            if let code = answered.told.code { note(code) }
            for flag in answered.told.flags { note(flag) }
        }
        let refused = Set(state.history.filter { $0.verdict == "rejected" }.map(\.operation.id))
        for told in Set(state.log.acknowledged.filter { $0.outcome != "rejected" }.map(\.id))
        where refused.contains(told) {
            note("agreed, then refused after a restore")
        }
        for (name, count) in state.log.met { note(name, count) }
        for captured in state.log.captured.values {
            if captured.operation.fill { note("fill") }
            if !captured.operation.settles.isEmpty { note("settling") }
        }
        for device in state.log.wiped where state.devices[device]?.gaps.isEmpty == false { note("gap left by a wipe") }
    }

    mutating func note(_ name: String, _ count: Int = 1) {
        cases[name, default: 0] += count
    }

    package static func += (left: inout Coverage, right: Coverage) {
        left.cases.merge(right.cases, uniquingKeysWith: +)
    }

    /// What the runs of `make test` must have met between them.
    package static let wanted = Set([
        "applied", "duplicate", "superseded", "conflict", "rejected", "concurrent", "amendment_proposed",
        "excused_by_notice", "unknown_session", "forbidden", "author_mismatch", "already_decided", "session_cancelled",
        "late", "not_enrolled", "clock_ahead", "fill", "settling", "answered 401", "answered 503",
    ]).union(Fault.allCases.map(\.rawValue))
}
