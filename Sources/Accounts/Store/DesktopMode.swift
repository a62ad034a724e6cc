import Synchronization
import Web

/// Whether anybody has a password yet, as last read. Ends for good with the first account.
final class DesktopMode: Sendable {
    private struct State {
        var owner: Principal?
        var readAt = ContinuousClock.now
        var reading = false

        func isOlder(than age: Duration) -> Bool { owner != nil && ContinuousClock.now - readAt > age }
    }

    private let state = Mutex(State())

    /// The person at the machine; `nil` in server mode.
    var owner: Principal? { state.withLock(\.owner) }

    func set(owner: Principal?) {
        state.withLock { $0 = State(owner: owner) }
    }

    func end() { set(owner: nil) }

    /// Whether what was read is too old to let somebody in by it. Server mode never ends, so it is never too old.
    func isOlder(than age: Duration) -> Bool {
        state.withLock { $0.isOlder(than: age) }
    }

    /// The same for somebody who does not wait for the answer: true for one caller, until the reading is done.
    func claimsReading(olderThan age: Duration) -> Bool {
        state.withLock { state in
            guard state.isOlder(than: age), !state.reading else { return false }
            state.reading = true
            return true
        }
    }

    func gaveUpReading() { state.withLock { $0.reading = false } }
}
