import Dispatch
import Logging
import Synchronization

/// One write: the body, and how to tell its caller.
struct WriteJob: Sendable {
    /// Runs the body and answers what delivers its value.
    let run: @Sendable (any WriteSession) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
}

/// The one writer of a database. Writes that wait together share one transaction and therefore one fsync: each body runs
/// in its own savepoint, then one COMMIT, and only then does any caller hear anything, failures included. A body that
/// failed because it saw a row of its neighbour ("exists already") must not say so before that row is durable.
final class GroupCommit: Sendable {
    private struct State {
        var waiting: [WriteJob] = []
        var isDraining = false
        var isClosed = false
    }

    /// The jobs of one transaction with what came of each so far.
    private struct Group {
        var jobs: [WriteJob]
        var outcomes: [Result<@Sendable () -> Void, any Error>] = []
        var actions: [@Sendable () -> Void] = []
        var highestChange: Int64?
    }

    /// A group ends with this many bodies, or with the first that would start after this time: enough for two or three
    /// pushes of a class to share an fsync, which takes 4 ms or, on a busy disk, 20; short enough that the first of the
    /// group does not wait long for the last.
    private static let groupLimit = 64
    private static let groupTime = Duration.milliseconds(16)
    private static let waitingLimit = 8_192
    private static let attempts = 3

    private let backend: any Backend
    private let committed: @Sendable (Int64) -> Void
    private let logger: Logger
    private let queue = DispatchQueue(label: "rounds.database.writer")
    private let state = Mutex(State())

    init(backend: any Backend, logger: Logger, committed: @escaping @Sendable (Int64) -> Void) {
        self.backend = backend
        self.logger = logger
        self.committed = committed
    }

    func submit(_ job: WriteJob) {
        let (accepted, wake) = state.withLock { state -> (Bool, Bool) in
            if state.isClosed || state.waiting.count >= Self.waitingLimit { return (false, false) }
            state.waiting.append(job)
            defer { state.isDraining = true }
            return (true, !state.isDraining)
        }
        if !accepted { job.fail(PersistenceError.unavailable) }
        if wake { queue.async { self.drain() } }
    }

    /// Runs blocking work that is no group (a migration) while no group runs.
    func alone<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                let isClosed = self.state.withLock { $0.isClosed }
                continuation.resume(
                    with: Result { if isClosed { throw PersistenceError.unavailable } else { try work() } })
            }
        }
    }

    /// Refuses new writes, lets those that wait finish.
    func close() async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.isClosed = true }
            // A drain that is under way or about to start stands before this on the serial queue.
            queue.async { continuation.resume() }
        }
    }

    private func drain() {
        while let first = next() {
            var group = Group(jobs: [first])
            do {
                try transact(&group) { self.nextOfGroup() }
                finish(group)
            } catch Setback.undone {
                for job in group.jobs { runAlone(job) }
            } catch {
                // Without a connection or the lock the next in line would only wait in vain one after the other.
                while group.jobs.count < Self.groupLimit, let other = nextOfGroup() { group.jobs.append(other) }
                fail(group, error)
            }
        }
    }

    /// For a body whose group was undone by another member, by a deadlock or by a lost connection.
    private func runAlone(_ job: WriteJob) {
        for attempt in 1...Self.attempts {
            var group = Group(jobs: [job])
            do {
                try transact(&group) { nil }
                return finish(group)
            } catch Setback.undone where attempt < Self.attempts {
                continue
            } catch {
                return fail(group, error)
            }
        }
    }

    /// Runs a group to its commit. When it throws, nothing was stored (or nobody knows, which is an error to all too).
    private func transact(_ group: inout Group, more: () -> WriteJob?) throws {
        try backend.withWriter { session in
            session.log.clear()
            do {
                try session.begin()
                let start = ContinuousClock.now
                while true {
                    let job = group.jobs[group.outcomes.count]
                    let outcome = Result { try session.savepoint { try job.run(session) } }
                    if let setback = session.setback { throw setback }
                    group.outcomes.append(outcome)
                    guard group.jobs.count < Self.groupLimit, .now - start < Self.groupTime, let next = more() else {
                        break
                    }
                    group.jobs.append(next)
                }
                try session.commit()
            } catch {
                session.rollback()
                throw error
            }
            group.actions = session.log.actions
            group.highestChange = session.log.highestChange
        }
    }

    private func finish(_ group: Group) {
        for action in group.actions { action() }
        if let change = group.highestChange { committed(change) }
        for (job, outcome) in zip(group.jobs, group.outcomes) {
            switch outcome {
            case .success(let deliver): deliver()
            case .failure(let error): job.fail(error)
            }
        }
    }

    private func fail(_ group: Group, _ error: any Error) {
        let reason = (error as? Setback)?.reason ?? error
        logger.warning(
            "A group of writes was not stored",
            metadata: ["writes": "\(group.jobs.count)", "reason": "\((reason as? PersistenceError)?.code ?? "fault")"])
        for job in group.jobs { job.fail(reason) }
    }

    private func next() -> WriteJob? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.isDraining = false
                return nil
            }
            return state.waiting.removeFirst()
        }
    }

    private func nextOfGroup() -> WriteJob? {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }
}
