import Synchronization

/// Tells listeners the highest committed change. Coalesced: a listener that is slow hears only the newest.
final class ChangeSignal: Sendable {
    private struct State {
        var highest: Int64 = 0
        var listeners: [Int: AsyncStream<Int64>.Continuation] = [:]
        var nextListener = 0
        var isClosed = false
    }

    private let state = Mutex(State())

    func publish(_ change: Int64) {
        // Yielding under the lock keeps the numbers of every listener in order; it never runs foreign code.
        state.withLock { state in
            guard change > state.highest else { return }
            state.highest = change
            for listener in state.listeners.values { listener.yield(change) }
        }
    }

    func listen() -> AsyncStream<Int64> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int64.self, bufferingPolicy: .bufferingNewest(1))
        let number: Int? = state.withLock { state in
            guard !state.isClosed else { return nil }
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        guard let number else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    func close() {
        let listeners = state.withLock { state in
            state.isClosed = true
            defer { state.listeners = [:] }
            return state.listeners.values.map { $0 }
        }
        for listener in listeners { listener.finish() }
    }
}
