import Foundation
@testable import Jobs
import Kernel
import Persistence
import Synchronization
import TestSupport
import Testing

private final class Log: Sendable {
    private let state = Mutex<[String]>([])
    var entries: [String] { state.withLock { $0 } }
    func add(_ entry: String) { state.withLock { $0.append(entry) } }
}

/// Time passes here, so these use the real clock.
private func withRealJobs(_ engine: TestEngine, _ body: (JobStore) async throws -> Void) async throws {
    try await withDatabase(engine, migrations: jobsSchema) { (database) async throws in
        try await body(JobStore(database: database))
    }
}

@Suite struct JobWorkerTests {
    @Test("A job is done, piece by piece", arguments: TestEngine.available)
    func done(engine: TestEngine) async throws {
        try await withRealJobs(engine) { (store) async throws in
            let handler = TestHandler { job in
                for piece in 1...3 { try await job.finish(piece: piece, of: 3) }
                try await job.report(progress: 1, message: "All three.")
            }
            try await withWorker(store, [handler]) {
                let id = try await store.enqueue(kind: "test", subject: "a", payload: "{}").id
                let job = try await store.wait(id) { $0.state.isFinished }
                #expect(job.state == .succeeded && job.progress == 1 && job.message == "All three.")
                #expect(job.attempts == 1 && job.startedAt != nil && job.finishedAt != nil && job.place == nil)
                #expect(try await store.pieces(id) == [1, 2, 3])
            }
        }
    }

    @Test(
        "What cannot pass fails at once, what may is tried again, each with its code", arguments: TestEngine.available)
    func failures(engine: TestEngine) async throws {
        struct Nameless: Error {}
        try await withRealJobs(engine) { (store) async throws in
            let handler = TestHandler { job in
                switch job.job.subject {
                case "refused": throw TestFailure.refused
                case "busy": throw TestFailure.busy
                case "twice": if job.job.attempts < 3 { throw TestFailure.busy }
                default: throw Nameless()
                }
            }
            try await withWorker(store, [handler]) {
                let expected: [(String, JobState, String?, Int)] = [
                    ("refused", .failed, "refused", 1), ("busy", .failed, "busy", 3), ("twice", .succeeded, nil, 3),
                    ("nameless", .failed, "internal_error", 3),
                ]
                for (subject, state, code, attempts) in expected {
                    let id = try await store.enqueue(kind: "test", subject: subject).id
                    let job = try await store.wait(id) { $0.state.isFinished }
                    #expect(job.state == state && job.errorCode == code && job.attempts == attempts, "\(subject)")
                    // rows that tell how the work stands are written with the last failure and with no other
                    #expect(try await store.pieces(id) == (state == .failed ? [-attempts] : []), "\(subject)")
                }
            }
        }
    }

    @Test("A cancelled job's handler is stopped, and another can begin", arguments: TestEngine.available)
    func cancel(engine: TestEngine) async throws {
        try await withRealJobs(engine) { (store) async throws in
            let log = Log()
            let handler = SpeechHandler { job in
                log.add("begin \(job.job.subject)")
                if job.job.subject == "endless" {
                    do { try await Task.sleep(for: .seconds(60)) } catch { log.add("stopped") }
                    try await job.finish(piece: 1, of: 1)
                }
            }
            try await withWorker(store, [handler]) {
                let endless = try await store.enqueue(kind: "speech", subject: "endless").id
                let next = try await store.enqueue(kind: "speech", subject: "next").id
                _ = try await store.wait(endless) { $0.state == .running }
                #expect(try await store.job(next).place == 1)
                try await store.cancel(endless)
                #expect(try await store.wait(next) { $0.state.isFinished }.state == .succeeded)
                #expect(log.entries == ["begin endless", "stopped", "begin next"])
                #expect(try await store.job(endless).state == .cancelled)
                #expect(try await store.pieces(endless) == [])
            }
        }
    }

    @Test("Speech runs one at a time, other work two at a time and beside it", arguments: TestEngine.available)
    func lanes(engine: TestEngine) async throws {
        struct Count { var now = 0, most = 0 }
        try await withRealJobs(engine) { (store) async throws in
            let counts = Mutex<[String: Count]>([:])
            let body: @Sendable (RunningJob) async throws -> Void = { job in
                let kind = job.job.kind
                counts.withLock {
                    $0[kind, default: Count()].now += 1
                    $0[kind]!.most = max($0[kind]!.most, $0[kind]!.now)
                }
                // the first of the ordinary ones waits for a second beside it; a slow machine only takes longer
                let end = ContinuousClock.now + .seconds(20)
                while kind == "test", counts.withLock({ $0[kind]!.most }) < 2, .now < end {
                    try await Task.sleep(for: .milliseconds(5))
                }
                try await Task.sleep(for: .milliseconds(60))
                counts.withLock { $0[kind]!.now -= 1 }
            }
            try await withWorker(store, [TestHandler(body: body), SpeechHandler(body: body)]) {
                var ids: [String] = []
                for number in 0..<6 {
                    ids.append(try await store.enqueue(kind: "test", subject: "\(number)").id)
                    if number < 3 { ids.append(try await store.enqueue(kind: "speech", subject: "\(number)").id) }
                }
                for id in ids { #expect(try await store.wait(id) { $0.state.isFinished }.state == .succeeded) }
            }
            #expect(counts.withLock { $0["speech"]?.most } == 1)
            #expect(counts.withLock { $0["test"]?.most } == 2)
        }
    }

    @Test(
        "A server that stops gives its jobs back, and another goes on from the checkpoint",
        arguments: TestEngine.available)
    func stop(engine: TestEngine) async throws {
        try await withRealJobs(engine) { (store) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            let slow = TestHandler { job in
                try await job.finish(piece: 1, of: 2)
                try await Task.sleep(for: .seconds(60))
            }
            try await withWorker(store, [slow]) { _ = try await store.wait(id) { $0.checkpoint == "1" } }
            #expect(try await store.job(id).state == .queued)
            let rest = TestHandler { job in
                #expect(job.job.checkpoint == "1")
                try await job.finish(piece: 2, of: 2)
            }
            try await withWorker(store, [rest]) { _ = try await store.wait(id) { $0.state.isFinished } }
            #expect(try await store.job(id).state == .succeeded)
            #expect(try await store.pieces(id) == [1, 2])
        }
    }

    @Test(
        "A handler that will not stop does not hold the server, and writes nothing more",
        arguments: TestEngine.available)
    func stubborn(engine: TestEngine) async throws {
        try await withRealJobs(engine) { (store) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            let (log, gate) = (Log(), AsyncStream.makeStream(of: Void.self))
            let deaf = TestHandler { job in
                // a task of its own does not hear of the cancellation
                await Task { for await _ in gate.stream {} }.value
                do { try await job.finish(piece: 1, of: 1) } catch { log.add("refused") }
            }
            try await withWorker(store, [deaf]) { _ = try await store.wait(id) { $0.state == .running } }
            #expect(try await store.job(id).state == .queued)
            gate.continuation.finish()
            let end = ContinuousClock.now + .seconds(20)
            while log.entries.isEmpty, .now < end { try await Task.sleep(for: .milliseconds(5)) }
            #expect(log.entries == ["refused"])
            #expect(try await store.pieces(id) == [])
        }
    }

    @Test("Several workers on one database do each job once", arguments: TestEngine.available)
    func many(engine: TestEngine) async throws {
        try await withTwoWorkers(engine, TestHandler { try await $0.finish(piece: 1, of: 1) }) { (store) async throws in
            var ids: [String] = []
            for number in 0..<20 { ids.append(try await store.enqueue(kind: "test", subject: "\(number)").id) }
            for id in ids {
                let job = try await store.wait(id) { $0.state.isFinished }
                #expect(job.state == .succeeded && job.attempts == 1)
                #expect(try await store.pieces(id) == [1])
            }
        }
    }

    @Test("A job that takes longer than its lease stays where it is", arguments: TestEngine.available)
    func long(engine: TestEngine) async throws {
        let handler = TestHandler { job in
            try await Task.sleep(for: .milliseconds(1_500))
            try await job.finish(piece: 1, of: 1)
        }
        var timing = JobTiming.quick
        timing.lease = .seconds(1)
        try await withTwoWorkers(engine, handler, timing: timing) { (store) async throws in
            // a machine that stands still for a second loses a lease; not three times in a row
            var attempts: [Int] = []
            while attempts.count < 3, attempts.last != 1 {
                let id = try await store.enqueue(kind: "test", subject: "long").id
                let job = try await store.wait(id) { $0.state.isFinished }
                #expect(job.state == .succeeded)
                #expect(try await store.pieces(id) == [1])
                attempts.append(job.attempts)
            }
            #expect(attempts.last == 1)
        }
    }

    @Test("A job that kills every process ends, and says so in its rows too", arguments: TestEngine.available)
    func poison(engine: TestEngine) async throws {
        try await withRealJobs(engine) { (store) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            for _ in 0..<JobStore.crashLimit {
                // taken, and never heard of again
                #expect(try await store.claim(kinds: ["test"], holder: "dead", lease: .zero) != nil)
            }
            try await withWorker(store, [TestHandler { _ in Issue.record("It was begun once more.") }]) {
                let job = try await store.wait(id) { $0.state.isFinished }
                #expect(job.state == .failed && job.errorCode == "crashed_repeatedly")
            }
            #expect(try await store.pieces(id) == [-JobStore.crashLimit])
        }
    }

    @Test("Working off the queue does what is ready, and only that", arguments: TestEngine.available)
    func workOff(engine: TestEngine) async throws {
        try await withRealJobs(engine) { (store) async throws in
            let handler = TestHandler { try await $0.finish(piece: 1, of: 1) }
            let worker = JobWorker(store: store, handlers: [handler], timing: .quick, logger: quiet)
            let ids = [
                try await store.enqueue(kind: "test", subject: "a").id,
                try await store.enqueue(kind: "test", subject: "b").id,
                try await store.enqueue(kind: "unknown", subject: "a").id,
            ]
            try await worker.workOff(only: ids[1])
            #expect(try await ids.asyncMap { try await store.job($0).state } == [.queued, .succeeded, .queued])
            try await worker.workOff()
            #expect(try await ids.asyncMap { try await store.job($0).state } == [.succeeded, .succeeded, .queued])
        }
    }
}

/// Two servers of one database; the body asks the first.
private func withTwoWorkers(
    _ engine: TestEngine, _ handler: TestHandler, timing: JobTiming = .quick, _ body: (JobStore) async throws -> Void
) async throws {
    try await withDatabaseLocation(engine) { location in
        try await withOpenDatabase(location) { (first) async throws in
            try await first.migrate(jobsSchema)
            try await withOpenDatabase(location) { (second) async throws in
                let here = JobStore(database: first)
                try await withWorker(here, [handler], timing: timing) {
                    try await withWorker(JobStore(database: second), [handler], timing: timing) { try await body(here) }
                }
            }
        }
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async throws -> [T] {
        var answers: [T] = []
        for element in self { answers.append(try await body(element)) }
        return answers
    }
}
