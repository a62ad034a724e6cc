import Foundation
@testable import Jobs
import Kernel
import Persistence
import TestSupport
import Testing

@Suite struct JobScheduleTests {
    struct Case: Sendable {
        let rule: JobSchedule.Rule
        let now: String
        let due: String
        init(_ rule: JobSchedule.Rule, _ now: String, _ due: String) {
            (self.rule, self.now, self.due) = (rule, now, due)
        }
    }

    static let three = CivilTime("03:00")!
    static let half = CivilTime("02:30")!

    /// In Berlin: clocks go forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00.
    @Test(
        "The last due time is the local one",
        arguments: [
            Case(.daily(at: three), "2026-01-10T02:00:00Z", "2026-01-10T02:00:00Z"),
            Case(.daily(at: three), "2026-01-10T01:59:59.999Z", "2026-01-09T02:00:00Z"),
            Case(.daily(at: three), "2026-07-10T12:00:00Z", "2026-07-10T01:00:00Z"),
            Case(.daily(at: half), "2026-03-29T01:29:00Z", "2026-03-28T01:30:00Z"),
            Case(.daily(at: half), "2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z"),
            Case(.daily(at: half), "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z"),
            Case(.daily(at: half), "2026-10-25T01:45:00Z", "2026-10-25T00:30:00Z"),
            Case(.weekly(on: 1, at: three), "2026-11-21T12:00:00Z", "2026-11-16T02:00:00Z"),
            Case(.weekly(on: 7, at: three), "2026-11-22T02:00:00Z", "2026-11-22T02:00:00Z"),
            Case(.monthly(on: 1, at: three), "2026-11-01T01:59:00Z", "2026-10-01T01:00:00Z"),
            Case(.monthly(on: 31, at: three), "2026-11-30T12:00:00Z", "2026-11-30T02:00:00Z"),
            Case(.monthly(on: 31, at: three), "2026-03-01T12:00:00Z", "2026-02-28T02:00:00Z"),
            Case(.monthly(on: 29, at: three), "2028-02-29T12:00:00Z", "2028-02-29T02:00:00Z"),
            Case(.monthly(on: 30, at: three), "2026-01-31T12:00:00Z", "2026-01-30T02:00:00Z"),
        ])
    func due(one: Case) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        let schedule = JobSchedule("s", kind: "test", rule: one.rule, zone: zone)
        let now = try #require(Instant(rfc3339: one.now))
        #expect(schedule.lastDue(now).rfc3339 == Instant(rfc3339: one.due)?.rfc3339)
    }

    @Test(
        "Each due time makes one job, however many servers look and how long nobody did",
        arguments: TestEngine.available)
    func once(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let schedule = JobSchedule("nightly", kind: "test", rule: .daily(at: Self.three), zone: .gmt)
            func look() async throws {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<8 { group.addTask { try await store.enqueueDue([schedule]) } }
                    try await group.waitForAll()
                }
            }
            func finishAll() async throws -> Int {
                var count = 0
                while let claimed = try await store.claim() {
                    #expect(claimed.job.subject == "nightly")
                    try await store.succeed(claimed.lease)
                    count += 1
                }
                return count
            }
            try await look()
            #expect(try await finishAll() == 0)
            for _ in 0..<3 {
                clock.advance(.seconds(86_400))
                try await look()
                #expect(try await finishAll() == 1)
                try await look()
                #expect(try await finishAll() == 0)
            }
            clock.advance(.seconds(10 * 86_400))
            try await look()
            #expect(try await finishAll() == 1)
            // one that is not done yet is the one for the next due time too
            clock.advance(.seconds(86_400))
            try await look()
            clock.advance(.seconds(86_400))
            try await look()
            #expect(try await finishAll() == 1)
        }
    }

    @Test("A worker does what is scheduled", arguments: TestEngine.available)
    func worker(engine: TestEngine) async throws {
        try await withJobs(engine) { (store, clock) async throws in
            let schedule = JobSchedule(
                "nightly", kind: "test", payload: "{\"a\":1}", rule: .daily(at: Self.three), zone: .gmt)
            try await store.enqueueDue([schedule])
            clock.advance(.seconds(86_400))
            try await withWorker(store, [TestHandler { _ in }], schedules: [schedule]) {
                let end = ContinuousClock.now + .seconds(20)
                while try await store.list().first?.state != .succeeded, .now < end {
                    try await Task.sleep(for: .milliseconds(5))
                }
            }
            let jobs = try await store.list()
            #expect(jobs.map(\.state) == [.succeeded] && jobs.first?.payload == "{\"a\":1}")
        }
    }
}
