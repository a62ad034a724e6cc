@testable import Jobs
import Kernel
import Persistence
import TestSupport
import Testing

/// Workers that die, pause past their lease and come back, in an order that a seed decides. Whatever happens, the pieces of
/// every job are each stored once and in order, and only by the worker that had the job when it stored them.
@Suite struct JobSimulationTests {
    private struct Worker {
        /// What this worker believes to be doing; it may have lost it.
        var job: RunningJob?
        var piece = 0
        var pausedUntil: Instant?
    }

    private static let pieces = 5

    @Test("Every piece of every job is stored exactly once", arguments: TestEngine.available)
    func exactlyOnce(engine: TestEngine) async throws {
        for seed in 1...(engine == .sqlite ? 12 : 4) as ClosedRange<UInt64> {
            try await withJobs(engine) { (store, clock) async throws in
                try await Self.simulate(store, clock, seed: seed)
            }
        }
    }

    private static func simulate(_ store: JobStore, _ clock: TestClock, seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var ids: [String] = []
        for number in 0..<6 { ids.append(try await store.enqueue(kind: "test", subject: "\(number)").id) }
        var workers = Array(repeating: Worker(), count: 3)
        var steps = 0
        while try await store.list().contains(where: { !$0.state.isFinished }) {
            steps += 1
            try #require(steps < 5_000, "seed \(seed) does not come to an end")
            clock.advance(.milliseconds(random.number(0...1_500)))
            let index = random.number(0...2)
            try await step(&workers[index], store, clock, &random)
        }
        for id in ids {
            let job = try await store.job(id)
            #expect(job.state == .succeeded || job.errorCode == "crashed_repeatedly", "seed \(seed)")
            let stored = try await store.pieces(id)
            #expect(stored == Array(1...pieces).filter { $0 <= stored.count }, "seed \(seed)")
            #expect(job.checkpoint == (stored.last.map(String.init)), "seed \(seed)")
            if job.state == .succeeded { #expect(stored.count == pieces, "seed \(seed)") }
            // pieces of one lease are together: no two workers wrote in turns
            let leases = try await store.database.read {
                try $0.fetchAll(String.self, "SELECT lease FROM piece WHERE job = \(id) ORDER BY number")
            }
            let runs = leases.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
            #expect(runs.count == Set(runs).count, "seed \(seed)")
        }
    }

    private static func step(
        _ worker: inout Worker, _ store: JobStore, _ clock: TestClock, _ random: inout SeededRandom
    ) async throws {
        if let until = worker.pausedUntil {
            guard until <= clock.now else { return }
            worker.pausedUntil = nil
        }
        guard let job = worker.job else {
            guard let claimed = try await store.claim() else { return }
            worker.job = claimed.running(store)
            worker.piece = claimed.job.checkpoint.flatMap(Int.init) ?? 0
            return
        }
        do {
            switch random.number(0...11) {
            case 0: worker.job = nil  // dies
            case 1: worker.pausedUntil = clock.now.adding(milliseconds: Int64(random.number(0...15_000)))
            case 2:
                try await store.giveBack(job.lease)
                worker.job = nil
            case 3, 4:
                guard try await store.renew([job.lease: nil], by: .seconds(6)).isEmpty else {
                    throw CancellationError()
                }
            case 5:
                try await store.fail(
                    job.lease, code: "busy", message: "", pauses: [.seconds(1), .seconds(1), .seconds(1)])
                worker.job = nil
            default:
                guard worker.piece < pieces else {
                    try await store.succeed(job.lease)
                    worker.job = nil
                    return
                }
                try await job.finish(piece: worker.piece + 1, of: pieces)
                worker.piece += 1
            }
        } catch is CancellationError {
            worker.job = nil
        }
    }
}
