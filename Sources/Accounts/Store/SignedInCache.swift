import Synchronization
import Web

/// Who the live sign-ins belong to, remembered for a moment so that a request costs no query. Emptied by every change
/// made in this process; a change by another process is seen when the entry is too old.
final class SignedInCache: Sendable {
    private struct State {
        var generation = 0
        var entries: [String: (principal: Principal?, readAt: ContinuousClock.Instant)] = [:]
    }

    private static let capacity = 20_000

    private let age: Duration
    private let state = Mutex(State())

    init(milliseconds: Int) { age = .milliseconds(milliseconds) }

    /// - Parameter load: reads the store; its answer is not kept when a change came in between.
    func principal(of session: String, load: () async throws -> Principal?) async throws -> Principal? {
        let now = ContinuousClock.now
        let (known, generation) = state.withLock { ($0.entries[session], $0.generation) }
        if let known, now - known.readAt < age { return known.principal }
        let principal = try await load()
        state.withLock { state in
            guard state.generation == generation else { return }
            if state.entries.count >= Self.capacity { state.entries.removeAll() }
            state.entries[session] = (principal, now)
        }
        return principal
    }

    func clear() {
        state.withLock { state in
            state.generation += 1
            state.entries.removeAll()
        }
    }
}
