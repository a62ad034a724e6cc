/// Units that timed minutes earn (Medicare Claims Processing Manual, chapter 5, 20.2.C).
///
/// All timed minutes of a day together earn one unit from 8 minutes and one more for every 15. Each service first gets one
/// for each full 15 minutes of its own; what is left of the total goes to the services with most minutes left over.
package struct EightMinuteRule: Sendable, Equatable {
    /// Of each service, in the order given.
    package let minutes: [Int]

    package init(_ minutes: [Int]) {
        self.minutes = minutes.map { max(0, $0) }
    }

    /// Units that so many timed minutes earn together.
    package static func units(_ minutes: Int) -> Int {
        minutes < 8 ? 0 : (minutes + 7) / 15
    }

    package var total: Int { minutes.reduce(0, +) }
    package var units: Int { Self.units(total) }

    /// What each service earns by its own full quarters of an hour.
    package var full: [Int] { minutes.map { $0 / 15 } }

    /// One way to share the units out; of services with equally many minutes left over the first ones get theirs.
    package var allocation: [Int] {
        var shares = full
        let rest = units - shares.reduce(0, +)
        let order = minutes.indices.sorted { one, other in
            let (left, right) = (minutes[one] % 15, minutes[other] % 15)
            return left != right ? left > right : one < other
        }
        for service in order.prefix(max(0, rest)) { shares[service] += 1 }
        return shares
    }

    /// Whether units, in the order of the services, are right: of services with equally many minutes left over either may
    /// get the unit.
    package func accepts(_ billed: [Int]) -> Bool {
        guard billed.count == minutes.count, billed.reduce(0, +) == units else { return false }
        var leastRaised = Int.max
        var mostPassed = -1
        for (service, full) in full.enumerated() {
            let left = minutes[service] % 15
            switch billed[service] - full {
            case 0: mostPassed = max(mostPassed, left)
            case 1: leastRaised = min(leastRaised, left)
            default: return false
            }
        }
        return leastRaised >= mostPassed
    }
}
