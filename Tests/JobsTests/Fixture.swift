import Foundation
@testable import Jobs
import Kernel
import Logging
import Persistence
import Synchronization
import TestSupport
import Testing

/// A clock that tests set.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_790_000_000_000))

    var wall: WallClock { WallClock(now: { self.now }) }
    var now: Instant { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 = $0.adding(duration) } }
}

/// What handlers of these tests leave behind.
let jobsSchema =
    jobsMigrations + [
        Migration(name: "test-0001 pieces") { tx in
            try tx.execute("CREATE TABLE piece (job TEXT NOT NULL, number BIGINT NOT NULL, lease TEXT)")
        }
    ]

func withJobs(
    _ engine: TestEngine, clock: TestClock = TestClock(), _ body: (JobStore, TestClock) async throws -> Void
) async throws {
    try await withDatabase(engine, migrations: jobsSchema) { database in
        try await body(JobStore(database: database, clock: clock.wall), clock)
    }
}

extension JobStore {
    func claim(_ kind: String = "test") async throws -> ClaimedJob? {
        try await claim(kinds: [kind], holder: "holder", lease: .seconds(6))
    }

    func pieces(_ job: String) async throws -> [Int] {
        try await database.read {
            try $0.fetchAll(Int.self, "SELECT number FROM piece WHERE job = \(job) ORDER BY number")
        }
    }

    /// Waits until a job is as wanted; gives up after twenty seconds, for the test to say what it found.
    func wait(_ id: String, until isDone: (Job) -> Bool) async throws -> Job {
        let end = ContinuousClock.now + .seconds(20)
        while true {
            let job = try await job(id)
            if isDone(job) || .now > end { return job }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

extension ClaimedJob {
    func running(_ store: JobStore) -> RunningJob {
        RunningJob(job: job, store: store, lease: lease, leaseTime: .seconds(6), reports: JobReports())
    }
}

extension RunningJob {
    /// A finished piece: its row and the state after it.
    func finish(piece number: Int, of count: Int) async throws {
        let (id, token) = (job.id, lease.token)
        try await checkpoint("\(number)", progress: Double(number) / Double(count)) { tx in
            try tx.execute("INSERT INTO piece VALUES (\(id), \(number), \(token))")
        }
    }
}

enum TestFailure: Failure, Equatable {
    case refused, busy

    var code: String { "\(self)" }
    var kind: FailureKind { self == .busy ? .unavailable(retryAfter: 1) : .invalid }
    var sentence: String { "It was \(self)." }
}

/// A handler made of a closure.
struct TestHandler: JobHandler {
    static let kind = "test"
    var lane = JobLane.ordinary
    var pauses: [Duration] = [.milliseconds(20), .milliseconds(20)]
    let body: @Sendable (RunningJob) async throws -> Void

    func run(_ job: RunningJob) async throws { try await body(job) }

    /// Leaves a row with the number of tries.
    func failed(_ job: Job, in tx: any Transaction) throws {
        try tx.execute("INSERT INTO piece VALUES (\(job.id), \(-job.attempts), \(job.errorCode))")
    }
}

struct SpeechHandler: JobHandler {
    static let kind = "speech"
    var lane: JobLane { .speech }
    let body: @Sendable (RunningJob) async throws -> Void

    func run(_ job: RunningJob) async throws { try await body(job) }
}

extension JobTiming {
    static var quick: JobTiming {
        var timing = JobTiming()
        timing.lease = .seconds(20)
        timing.renewal = .milliseconds(100)
        timing.look = .milliseconds(50)
        timing.settle = .milliseconds(5)
        timing.grace = .milliseconds(300)
        return timing
    }
}

let quiet = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

/// Runs a worker beside the body and stops it, as a server does.
func withWorker(
    _ store: JobStore, _ handlers: [any JobHandler], schedules: [JobSchedule] = [], timing: JobTiming = .quick,
    _ body: () async throws -> Void
) async throws {
    let worker = JobWorker(store: store, handlers: handlers, schedules: schedules, timing: timing, logger: quiet)
    let running = Task { try await worker.run() }
    do { try await body() } catch {
        running.cancel()
        try await running.value
        throw error
    }
    running.cancel()
    try await running.value
}
