import Synchronization

/// How much of what devices push is worked on at once. The defaults fit one writer that stores some 10,000 marks a
/// second: what is admitted is answered in about a tenth of a second, and the rest hears at once when to come again.
package struct PushLimits: Sendable {
    /// Pushes of which something is held: bodies that arrive, that wait or are worked on. The next one is refused unread.
    package var underWay = 256
    /// Bytes of bodies worked on at once. A push counts at least 4 KiB, and at most an eighth of this, so that eight of
    /// any size always work together; eighty marks are 32 KiB.
    package var bytesAtWork = 256 << 10
    /// Pushes that may wait for their turn, and for how long; then they are refused.
    package var waiting = 128
    package var patience = Duration.milliseconds(40)

    package init() {}
}

/// Lets pushes in and refuses (503 with Retry-After) what would have to wait for long, so that a crowd meets a quick "come
/// again" and no queue that grows.
///
/// A push takes its turn when its body is there: a phone on a weak network needs seconds to send one, and while it does,
/// or if it hangs up, nobody waits for it. When the line is full already the body is not read at all. One whose sender is
/// gone after the last byte is worked on all the same; when it comes again, its verdicts are there.
final class PushAdmission: Sendable {
    private struct State {
        var line: WorkLine
        var lastTicket = 0
        var waiters: [Int: Waiter] = [:]

        mutating func called(_ tickets: [Int]) -> [Waiter] { tickets.compactMap { waiters.removeValue(forKey: $0) } }
    }

    private typealias Waiter = CheckedContinuation<Void, any Error>

    private static let lightest = 4 << 10
    private static let alwaysTogether = 8

    private let limits: PushLimits
    private let underWay: Admission
    private let state: Mutex<State>

    init(_ limits: PushLimits) {
        self.limits = limits
        underWay = Admission(limit: limits.underWay)
        state = Mutex(State(line: WorkLine(capacity: limits.bytesAtWork, mostWaiting: limits.waiting)))
    }

    /// The whole of a push, from its head to its answer.
    /// - Throws: `overloaded` (503)
    func admit<T>(_ push: () async throws -> T) async throws -> T {
        try await underWay.admit(push)
    }

    /// The part of a push that comes after its body.
    /// - Throws: `overloaded` (503)
    func work<T>(
        receive: () async throws -> [UInt8], _ work: () async throws -> T
    ) async throws -> T {
        guard state.withLock({ $0.line.arrival(weight: Self.lightest) }) != .refused else { throw WebError.busy }
        let bytes = try await receive().count
        let weight = min(max(bytes, Self.lightest), limits.bytesAtWork / Self.alwaysTogether)
        try await begin(weight)
        defer { end(weight) }
        return try await work()
    }

    private func begin(_ weight: Int) async throws {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let arrival = state.withLock { state in
                    let arrival = state.line.arrive(ticket, weight: weight)
                    if arrival == .waits { state.waiters[ticket] = continuation }
                    return arrival
                }
                switch arrival {
                case .begins: continuation.resume()
                case .refused: continuation.resume(throwing: WebError.busy)
                case .waits:
                    Task {
                        try await Task.sleep(for: limits.patience)
                        giveUp(ticket, WebError.busy)
                    }
                    // one that was cancelled before it stood in the line has missed its handler
                    if Task.isCancelled { giveUp(ticket, CancellationError()) }
                }
            }
        } onCancel: {
            giveUp(ticket, CancellationError())
        }
    }

    /// Takes one out of the line; nothing when it works already or is gone.
    private func giveUp(_ ticket: Int, _ reason: any Error) {
        let (waiter, beginning) = state.withLock { state -> (Waiter?, [Waiter]) in
            guard let waiter = state.waiters.removeValue(forKey: ticket) else { return (nil, []) }
            return (waiter, state.called(state.line.giveUp(ticket)))
        }
        waiter?.resume(throwing: reason)
        for waiter in beginning { waiter.resume() }
    }

    private func end(_ weight: Int) {
        let beginning = state.withLock { state in state.called(state.line.leave(weight: weight)) }
        for waiter in beginning { waiter.resume() }
    }
}
