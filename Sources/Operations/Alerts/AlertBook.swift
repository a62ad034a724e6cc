package import Kernel

/// What is told of an alert.
package struct AlertEvent: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable { case raised, repeated, resolved }

    package let kind: Kind
    package let name: String
    package let value: Double
    package let limit: Double
    package let at: Instant

    package init(_ kind: Kind, _ condition: AlertCondition, at now: Instant) {
        self.kind = kind
        name = condition.name
        value = condition.value
        limit = condition.limit
        at = now
    }
}

/// Which alerts stand open. Pure: conditions and the time go in, what is to be told comes out. An alert is raised once,
/// repeated every fifteen minutes while it lasts, and resolved; a condition that is not measured changes nothing.
package struct AlertBook: Sendable, Equatable {
    package struct Open: Sendable, Equatable {
        package let raisedAt: Instant
        package var toldAt: Instant

        package init(raisedAt: Instant, toldAt: Instant) {
            self.raisedAt = raisedAt
            self.toldAt = toldAt
        }
    }

    package static let repetition: Int64 = 15 * 60 * 1000

    package private(set) var open: [String: Open]

    package init(open: [String: Open] = [:]) { self.open = open }

    package mutating func evaluate(_ conditions: [AlertCondition], at now: Instant) -> [AlertEvent] {
        conditions.compactMap { condition in
            guard condition.isBroken else {
                guard open.removeValue(forKey: condition.name) != nil else { return nil }
                return AlertEvent(.resolved, condition, at: now)
            }
            guard let known = open[condition.name] else {
                open[condition.name] = Open(raisedAt: now, toldAt: now)
                return AlertEvent(.raised, condition, at: now)
            }
            guard now.milliseconds - known.toldAt.milliseconds >= Self.repetition else { return nil }
            open[condition.name]?.toldAt = now
            return AlertEvent(.repeated, condition, at: now)
        }
    }
}
