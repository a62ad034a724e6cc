import Synchronization
import Web

/// Whether anybody has a password yet, as last read. Ends for good with the first account.
final class DesktopMode: Sendable {
    private struct State {
        var owner: Principal?
        var readAt = ContinuousClock.now
        var reading = false
    }

    private let state = Mutex(State())

    /// The person at the machine; `nil` in server mode.
    var owner: Principal? { state.withLock(\.owner) }

    func set(owner: Principal?) {
        state.withLock { $0 = State(owner: owner) }
    }

    func end() { set(owner: nil) }

    /// True when what was read is older than `age` and this caller should read again.
    func claimsReading(age: Duration) -> Bool {
        state.withLock { state in
            guard state.owner != nil, !state.reading, ContinuousClock.now - state.readAt > age else { return false }
            state.reading = true
            return true
        }
    }

    func gaveUpReading() { state.withLock { $0.reading = false } }
}
