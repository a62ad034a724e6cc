import Dispatch
import Synchronization

/// A fixed number of serial queues for blocking work. A call waits for a free lane without holding a thread, first come,
/// first served; after `patience` it gets `unavailable`.
final class Lanes: Sendable {
    private struct Waiter: Sendable {
        let deadline: ContinuousClock.Instant
        let start: @Sendable (Int) -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var idle: [Int]
        var waiting: [Waiter] = []
        var isSweeping = false
        var isClosed = false
        var whenIdle: [CheckedContinuation<Void, Never>] = []
    }

    private let queues: [DispatchQueue]
    private let patience: Duration
    private let limit: Int
    private let state: Mutex<State>

    /// `limit`: how many calls may wait; the next one is refused at once.
    init(count: Int, patience: Duration, limit: Int = 2_048) {
        queues = (0..<count).map { DispatchQueue(label: "rounds.database.reader.\($0)") }
        self.patience = patience
        self.limit = limit
        state = Mutex(State(idle: Array((0..<count).reversed())))
    }

    func run<T: Sendable>(_ work: @escaping @Sendable (Int) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let start: @Sendable (Int) -> Void = { lane in
                self.queues[lane].async {
                    let result = Result { try work(lane) }
                    self.release(lane)
                    continuation.resume(with: result)
                }
            }
            self.submit(
                Waiter(deadline: .now + patience, start: start, fail: { continuation.resume(throwing: $0) }))
        }
    }

    /// Refuses new calls, lets waiting and running ones finish.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.idle.count == queues.count { return true }
                state.whenIdle.append(continuation)
                return false
            }
            if isIdle { continuation.resume() }
        }
    }

    private enum Verdict { case start(Int), wait(sweep: Bool), refuse }

    private func submit(_ waiter: Waiter) {
        let verdict: Verdict = state.withLock { state in
            if state.isClosed || state.waiting.count >= limit { return .refuse }
            if let lane = state.idle.popLast() { return .start(lane) }
            state.waiting.append(waiter)
            defer { state.isSweeping = true }
            return .wait(sweep: !state.isSweeping)
        }
        switch verdict {
        case .start(let lane): waiter.start(lane)
        case .wait(let sweep): if sweep { scheduleSweep(after: patience) }
        case .refuse: waiter.fail(PersistenceError.unavailable)
        }
    }

    private func release(_ lane: Int) {
        let (next, closing) = state.withLock { state -> (Waiter?, [CheckedContinuation<Void, Never>]) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), []) }
            state.idle.append(lane)
            guard state.idle.count == queues.count else { return (nil, []) }
            defer { state.whenIdle = [] }
            return (nil, state.whenIdle)
        }
        next?.start(lane)
        for waiter in closing { waiter.resume() }
    }

    /// One timer for all who wait: they stand in the order of their deadlines.
    private func scheduleSweep(after delay: Duration) {
        let nanoseconds = max(0, delay / .nanoseconds(1))
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { [weak self] in
            self?.sweep()
        }
    }

    private func sweep() {
        let now = ContinuousClock.now
        let (late, next) = state.withLock { state -> (ArraySlice<Waiter>, Duration?) in
            let late = state.waiting.prefix { $0.deadline <= now }
            state.waiting.removeFirst(late.count)
            state.isSweeping = !state.waiting.isEmpty
            return (late, state.waiting.first.map { $0.deadline - now })
        }
        for waiter in late { waiter.fail(PersistenceError.unavailable) }
        if let next { scheduleSweep(after: next) }
    }
}
