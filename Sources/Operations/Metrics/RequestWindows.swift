/// The requests of the last quarter of an hour in slots of ten seconds. Pure: it is told what time it is.
package struct RequestWindows: Sendable {
    package struct Summary: Sendable, Equatable {
        /// In seconds.
        package let window: Int
        package let requests: Int
        /// Answers of 500 and above.
        package let errors: Int
        /// In seconds; nil without requests.
        package let p50: Double?
        package let p95: Double?
        package let p99: Double?

        package init(window: Int, requests: Int, errors: Int, p50: Double?, p95: Double?, p99: Double?) {
            self.window = window
            self.requests = requests
            self.errors = errors
            self.p50 = p50
            self.p95 = p95
            self.p99 = p99
        }

        /// Requests a second.
        package var rate: Double { Double(requests) / Double(window) }
        /// nil without requests.
        package var errorRate: Double? { requests == 0 ? nil : Double(errors) / Double(requests) }
    }

    private struct Slot {
        var number: Int64 = -1
        var times = LatencyHistogram()
        var errors = 0
    }

    private static let slotSeconds: Int64 = 10
    /// One more than fifteen minutes hold, for the slot that is not over.
    private static let slots = 91

    private var ring = Array(repeating: Slot(), count: slots)

    package init() {}

    /// - Parameter second: since any fixed moment
    package mutating func add(seconds: Double, isError: Bool, at second: Int64) {
        let number = second / Self.slotSeconds
        let index = Int(number % Int64(Self.slots))
        if ring[index].number != number { ring[index] = Slot(number: number) }
        ring[index].times.add(seconds)
        if isError { ring[index].errors += 1 }
    }

    /// - Parameter window: in seconds, at most 900
    package func summary(of window: Int, at second: Int64) -> Summary {
        let now = second / Self.slotSeconds
        let first = now - Int64(window) / Self.slotSeconds
        var times = LatencyHistogram()
        var errors = 0
        for slot in ring where slot.number > first && slot.number <= now {
            times.add(slot.times)
            errors += slot.errors
        }
        return Summary(
            window: window, requests: times.count, errors: errors, p50: times.percentile(0.5),
            p95: times.percentile(0.95), p99: times.percentile(0.99))
    }
}
