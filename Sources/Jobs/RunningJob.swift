import Kernel
package import Persistence
import Synchronization

/// How far a job is.
struct JobReport: Sendable, Equatable {
    let progress: Double
    let message: String?

    /// - Parameter progress: cut to 0…1; what is no number is 0
    init(progress: Double, message: String?) {
        self.progress = progress.isFinite ? min(max(progress, 0), 1) : 0
        self.message = message
    }
}

/// A job in the hands of its handler.
package struct RunningJob: Sendable {
    /// As it was when this worker took it, with the checkpoint to go on from.
    package let job: Job
    let store: JobStore
    let lease: JobLease
    let leaseTime: Duration
    let reports: JobReports

    /// Says how far the work is. May be called as often as one likes: it is written twice a second at most, and the last
    /// one within a renewal of the lease. Throws `CancellationError` when the job was cancelled or is not ours any more.
    package func report(progress: Double, message: String? = nil) async throws {
        try Task.checkCancellation()
        let report = JobReport(progress: progress, message: message)
        guard reports.isTime(for: report) else { return }
        try await write { [store, lease] tx in try store.write(report, lease, tx) }
    }

    /// Stores the rows of a finished piece together with the state to go on from after a crash; all or nothing, and
    /// nothing when the job was cancelled or another worker has it: then it throws `CancellationError`.
    @discardableResult
    package func checkpoint<T: Sendable>(
        _ state: String, progress: Double, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        let report = JobReport(progress: progress, message: nil)
        reports.forget()
        return try await write { [store, lease, leaseTime] tx in
            let value = try body(tx)
            let until = store.clock.now().adding(leaseTime)
            try store.checkpoint(state, progress: report.progress, lease, until: until, tx)
            return value
        }
    }

    /// Stores rows without a checkpoint, only while the job is ours.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await store.database.write { [store, lease] tx in
            try store.check(lease, tx)
            return try body(tx)
        }
    }
}

/// Keeps a talkative handler from writing more than a reader can see.
final class JobReports: Sendable {
    private struct State {
        var waiting: JobReport?
        var lastWritten: ContinuousClock.Instant?
    }

    private static let interval = Duration.milliseconds(500)
    private let state = Mutex(State())

    /// Whether a report shall be written now; if not it waits.
    func isTime(for report: JobReport) -> Bool {
        state.withLock { state in
            if let last = state.lastWritten, .now - last < Self.interval {
                state.waiting = report
                return false
            }
            state.lastWritten = .now
            state.waiting = nil
            return true
        }
    }

    /// The report that waits, for the renewal to take along.
    func take() -> JobReport? {
        state.withLock { state in
            defer { state.waiting = nil }
            return state.waiting
        }
    }

    func forget() { state.withLock { $0.waiting = nil } }
}
