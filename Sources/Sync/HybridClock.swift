package import Kernel

/// One device's source of stamps. They rise even when the wall clock stands still or steps back, and pass every stamp that
/// was observed, so an operation is ordered after all its author had seen.
package struct HybridClock: Sendable, Equatable {
    package let device: String
    /// The last stamp given out or observed; keep it to go on after a restart.
    package private(set) var last: Stamp

    package init(device: String, last: Stamp? = nil) {
        self.device = device
        self.last = Stamp(milliseconds: last?.milliseconds ?? 0, counter: last?.counter ?? 0, device: device)
    }

    /// The stamp of a new operation.
    package mutating func tick(now: Instant) -> Stamp {
        let physical = Stamp(milliseconds: now.milliseconds, counter: 0, device: device)
        last = physical.milliseconds > last.milliseconds ? physical : last.next(on: device)
        return last
    }

    /// Takes note of another clock's stamp; the answer is greater than it and than everything before.
    @discardableResult
    package mutating func observe(_ other: Stamp, now: Instant) -> Stamp {
        let seen = Stamp(milliseconds: other.milliseconds, counter: other.counter, device: device)
        last = max(last, seen)
        return tick(now: now)
    }
}
