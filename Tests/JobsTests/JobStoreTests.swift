@testable import Jobs
import Kernel
import Persistence
import TestSupport
import Testing

@Suite struct JobStoreTests {
    @Test("Two starts of the same job are one job, until it is finished", arguments: TestEngine.available)
    func sameJob(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, _) async throws in
            let first = try await store.enqueue(kind: "test", subject: "a", owner: "u", payload: "{\"n\":1}")
            #expect(first.state == .queued && first.owner == "u" && first.place == 1 && first.attempts == 0)
            let second = try await store.enqueue(kind: "test", subject: "a", payload: "{\"n\":2}")
            #expect(second == first)
            #expect(try await store.enqueue(kind: "other", subject: "a").id != first.id)
            let claimed = try #require(try await store.claim())
            #expect(try await store.enqueue(kind: "test", subject: "a").id == first.id)
            try await store.succeed(claimed.lease)
            let third = try await store.enqueue(kind: "test", subject: "a")
            #expect(third.id != first.id)
            #expect(try await store.jobs(subject: "a").filter { $0.kind == "test" }.map(\.id) == [third.id, first.id])
        }
    }

    @Test("Starts that come at once are one job", arguments: TestEngine.available)
    func atOnce(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, _) async throws in
            let ids = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<40 { group.addTask { try await store.enqueue(kind: "test", subject: "a").id } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        }
    }

    @Test("A job that was asked for in a transaction that failed is not there", arguments: TestEngine.available)
    func rollback(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, _) async throws in
            await #expect(throws: TestFailure.refused) {
                try await store.database.write { (tx) throws in
                    try store.enqueue(kind: "test", subject: "a", in: tx)
                    throw TestFailure.refused
                }
            }
            #expect(try await store.list() == [])
        }
    }

    @Test("Jobs are done in the order in which they came, and know their place", arguments: TestEngine.available)
    func order(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            for subject in ["a", "b", "c"] {
                try await store.enqueue(kind: "test", subject: subject)
                clock.advance(.milliseconds(1))
            }
            try await store.enqueue(kind: "test", subject: "later", notBefore: clock.now.adding(seconds: 60))
            #expect(try await store.list().map(\.place) == [1, 2, 3, 4])
            #expect(try await store.claim()?.job.subject == "a")
            #expect(try await store.list().map(\.subject) == ["a", "b", "c", "later"])
            #expect(try await store.list().map(\.place) == [nil, 1, 2, 3])
            #expect(try await store.claim()?.job.subject == "b")
            #expect(try await store.claim("other") == nil)
            #expect(try await store.claim()?.job.subject == "c")
            #expect(try await store.claim() == nil)
            clock.advance(.seconds(5))
            #expect(try await store.claim() == nil)
        }
    }

    @Test(
        "A dead worker's job is taken over after its lease and goes on from its checkpoint",
        arguments: TestEngine.available)
    func takeOver(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            let dead = try #require(try await store.claim()).running(store)
            try await dead.finish(piece: 1, of: 4)
            clock.advance(.milliseconds(5_999))
            #expect(try await store.claim() == nil)
            clock.advance(.milliseconds(1))
            let next = try #require(try await store.claim())
            #expect(next.job.id == id && next.job.checkpoint == "1" && next.job.attempts == 2)
            #expect(next.job.progress == 0.25)

            // the dead one was only asleep: nothing that it does now has an effect
            await #expect(throws: CancellationError.self) { try await dead.finish(piece: 2, of: 4) }
            await #expect(throws: CancellationError.self) { try await dead.report(progress: 0.9) }
            await #expect(throws: CancellationError.self) { try await dead.write { _ in } }
            await #expect(throws: CancellationError.self) { try await store.succeed(dead.lease) }
            await #expect(throws: CancellationError.self) { try await store.giveBack(dead.lease) }
            await #expect(throws: CancellationError.self) {
                try await store.fail(dead.lease, code: "x", message: "x", pauses: [])
            }
            #expect(try await store.renew([dead.lease: nil, next.lease: nil], by: .seconds(6)) == [dead.lease])
            #expect(try await store.lost(among: [dead.lease, next.lease]) == [dead.lease])
            #expect(try await store.pieces(id) == [1])
            #expect(try await store.job(id).state == .running)
        }
    }

    @Test("Renewing keeps a job, and takes the last report along", arguments: TestEngine.available)
    func renewal(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            let mine = try #require(try await store.claim())
            for step in 1...5 {
                clock.advance(.seconds(4))
                let report = JobReport(progress: Double(step) / 10, message: "step \(step)")
                #expect(try await store.renew([mine.lease: report], by: .seconds(6)) == [])
                #expect(try await store.claim() == nil)
            }
            let job = try await store.job(id)
            #expect(job.progress == 0.5 && job.message == "step 5")
        }
    }

    @Test("Cancelling ends a queued and a running job at once, a finished one not", arguments: TestEngine.available)
    func cancel(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let queued = try await store.enqueue(kind: "test", subject: "a")
            #expect(try await store.cancel(queued.id).state == .cancelled)
            #expect(try await store.claim() == nil)
            let second = try await store.enqueue(kind: "test", subject: "a")
            let running = try #require(try await store.claim()).running(store)
            #expect(try await store.cancel(second.id).finishedAt == clock.now)
            await #expect(throws: CancellationError.self) { try await running.finish(piece: 1, of: 1) }
            try await store.enqueue(kind: "test", subject: "a")
            let third = try #require(try await store.claim())
            try await store.succeed(third.lease)
            #expect(try await store.cancel(third.job.id).state == .succeeded)
            await #expect(throws: JobError.unknownJob) { try await store.cancel("nothing") }

            let (fourth, fifth) = (
                try await store.enqueue(kind: "test", subject: "gone"),
                try await store.enqueue(kind: "other", subject: "gone")
            )
            try await store.database.write { try store.cancel(subject: "gone", in: $0) }
            #expect(try await store.job(fourth.id).state == .cancelled)
            #expect(try await store.job(fifth.id).state == .cancelled)
        }
    }

    @Test(
        "An error is tried again after growing pauses, and a finished piece forgives", arguments: TestEngine.available)
    func failures(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            let pauses: [Duration] = [.seconds(5), .seconds(30)]
            for round in 0..<2 {
                for pause in pauses {
                    let lease = try #require(try await store.claim()).lease
                    try await store.fail(lease, code: "busy", message: "It was busy.", pauses: pauses)
                    #expect(try await store.job(id).state == .queued)
                    clock.advance(pause - .milliseconds(1))
                    #expect(try await store.claim() == nil)
                    clock.advance(.milliseconds(1))
                }
                let claimed = try #require(try await store.claim())
                if round == 0 {
                    try await claimed.running(store).finish(piece: 1, of: 2)
                    try await store.giveBack(claimed.lease)
                } else {
                    try await store.fail(claimed.lease, code: "busy", message: "It was busy.", pauses: pauses)
                }
            }
            let job = try await store.job(id)
            #expect(job.state == .failed && job.errorCode == "busy" && job.message == "It was busy.")
            #expect(job.finishedAt == clock.now && job.attempts == 6)
        }
    }

    @Test("A job that kills its workers ends, one that gets on in between does not", arguments: TestEngine.available)
    func poison(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            for piece in 1...20 {
                let claimed = try #require(try await store.claim())
                if piece.isMultiple(of: 4) { try await claimed.running(store).finish(piece: piece, of: 100) }
                clock.advance(.seconds(7))
            }
            #expect(try await store.pieces(id) == [4, 8, 12, 16, 20])
            // the last one crashed too, after its piece
            for _ in 1..<JobStore.crashLimit {
                #expect(try await store.claim() != nil)
                clock.advance(.seconds(7))
            }
            let behind = try await store.enqueue(kind: "test", subject: "b").id
            #expect(try await store.claim()?.job.id == behind)
            let job = try await store.job(id)
            #expect(job.state == .failed && job.errorCode == "crashed_repeatedly" && job.finishedAt != nil)
        }
    }

    @Test("What is given back is taken at once and counts as no crash", arguments: TestEngine.available)
    func givenBack(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, _) async throws in
            let id = try await store.enqueue(kind: "test", subject: "a").id
            for _ in 0..<20 { try await store.giveBack(try #require(try await store.claim()).lease) }
            #expect(try await store.job(id).state == .queued)
        }
    }

    @Test("Old finished jobs are forgotten, unfinished ones never", arguments: TestEngine.available)
    func sweep(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let old = try await store.enqueue(kind: "test", subject: "a").id
            try await store.cancel(old)
            let waiting = try await store.enqueue(kind: "test", subject: "b").id
            clock.advance(.seconds(100))
            let young = try await store.enqueue(kind: "test", subject: "c").id
            try await store.cancel(young)
            #expect(try await store.sweep(olderThan: clock.now.adding(seconds: -50)) == 1)
            #expect(try await store.list().map(\.id) == [waiting, young])
            await #expect(throws: JobError.unknownJob) { try await store.job(old) }
        }
    }

    @Test(
        "Progress stays between 0 and 1, whatever a handler says",
        arguments: [(Double.nan, 0.0), (-1, 0), (7, 1), (.infinity, 0)])
    func progress(said: Double, kept: Double) async throws {
        #expect(JobReport(progress: said, message: nil).progress == kept)
    }
}
