package import Kernel

/// Something that may be wrong, measured now.
package struct AlertCondition: Sendable, Equatable {
    /// Stable: `memory`, `response_time`.
    package let name: String
    package let isBroken: Bool
    /// What was measured, in the unit of the limit: a part of 1, seconds, a number.
    package let value: Double
    package let limit: Double

    package init(_ name: String, value: Double, limit: Double, isBroken: Bool) {
        self.name = name
        self.value = value
        self.limit = limit
        self.isBroken = isBroken
    }
}

/// Gives the conditions of one part of the program. What cannot be measured now is left out: it is neither broken nor
/// mended.
package protocol AlertSource: Sendable {
    func conditions(at now: Instant) async throws -> [AlertCondition]
}

/// The limits of the specification; a value at the limit is not beyond it.
package enum AlertLimits {
    package static let memory = 0.85
    /// In seconds, of the last five minutes.
    package static let responseTime = 30.0
    package static let errorRate = 0.05
    /// Fewer requests say nothing about a rate.
    package static let leastRequests = 20
    package static let disk = 0.90
    /// In one hour; this many are too many.
    package static let failedSignIns = 20.0
    /// In seconds: the first job of the queue has waited so long and nothing runs.
    package static let queueWait = 900.0

    package static func conditions(
        _ readings: MachineReadings, _ requests: RequestWindows.Summary?
    ) -> [AlertCondition] {
        var found: [AlertCondition] = []
        func add(_ name: String, _ value: Double?, _ limit: Double) {
            guard let value else { return }
            found.append(AlertCondition(name, value: value, limit: limit, isBroken: value > limit))
        }
        add("memory", readings.memoryUsed, memory)
        add("disk", readings.diskUsed, disk)
        guard let requests else { return found }
        // a server that nobody asks any more is neither slow nor failing
        add("response_time", requests.p95 ?? 0, responseTime)
        add("error_rate", requests.requests < leastRequests ? 0 : requests.errorRate, errorRate)
        return found
    }

    package static func failedSignIns(_ count: Int) -> AlertCondition {
        AlertCondition(
            "failed_sign_ins", value: Double(count), limit: failedSignIns, isBroken: Double(count) >= failedSignIns)
    }

    /// - Parameter seconds: how long the first job that may begin has waited; 0 when none waits or one runs
    package static func queue(waiting seconds: Double) -> AlertCondition {
        AlertCondition("queue_stuck", value: seconds, limit: queueWait, isBroken: seconds > queueWait)
    }
}
