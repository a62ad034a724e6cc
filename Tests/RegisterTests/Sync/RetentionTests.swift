import Kernel
import Persistence
import Testing
import Web

@testable import Register

@Suite struct RetentionTests {
    private static let day: Int64 = 86_400

    private static func remove(_ enrolment: String, _ school: TestSchool) async throws {
        try await school.database.write { tx in
            try tx.execute("UPDATE enrolment SET deleted = 1, change = \(try tx.nextChange()) WHERE id = \(enrolment)")
        }
    }

    private static func removals(_ school: TestSchool) async throws -> Int {
        try await school.count("SELECT COUNT(*) FROM enrolment WHERE deleted = 1")
    }

    @Test("removals are remembered for ninety days; who was away for longer starts anew, nobody else does")
    func horizon() async throws {
        try await TestSchool.onEachEngine { school in
            var present = TestDevice("present", school.ada)
            var away = TestDevice("away", school.ben)
            try await present.sync(school.store, at: school.clock.now)
            try await away.sync(school.store, at: school.clock.now)
            try await Self.remove(id("enrolment \(school.students[0])"), school)
            #expect(try await school.store.forgetOldRemovals() == 0)
            try await present.sync(school.store, at: school.clock.now)
            #expect(present.record("person", school.students[0]) == nil)

            school.clock.advance(seconds: 89 * Self.day)
            #expect(try await school.store.forgetOldRemovals() == 0)
            #expect(try await Self.removals(school) == 1)
            try await Self.remove(id("enrolment \(school.students[1])"), school)
            school.clock.advance(seconds: Self.day)
            #expect(try await school.store.forgetOldRemovals() == 1)
            #expect(try await Self.removals(school) == 1, "the younger removal stays")

            #expect(try await !present.sync(school.store, at: school.clock.now).isReset)
            #expect(try await away.sync(school.store, at: school.clock.now).isReset)
            for device in [present, away] {
                #expect(device.record("person", school.students[0]) == nil)
                #expect(device.record("person", school.students[1]) == nil)
                #expect(device.count("person") == 99)
            }
        }
    }

    @Test("a device that starts anew behind the horizon comes to an end, page by page")
    func startingAnewInPages() async throws {
        try await TestSchool.onEachEngine { school in
            try await Self.remove(id("enrolment \(school.students[0])"), school)
            _ = try await school.makeSession()
            try await school.store.forgetOldRemovals()
            school.clock.advance(seconds: 91 * Self.day)
            #expect(try await school.store.forgetOldRemovals() == 1)

            var device = TestDevice("new", school.ada)
            var pages = 0
            repeat {
                let answer = try await device.sync(school.store, at: school.clock.now, limit: 20)
                pages += 1
                #expect(answer.isReset == (pages == 1))
                if !answer.hasMore { break }
            } while pages < 100
            #expect(pages < 100, "every page is the first one again")
            #expect(device.count("person") == 100)
        }
    }

    @Test("a page that ended inside a forgotten change starts anew, one that ended after it goes on")
    func cursors() {
        let whole = SyncCursor(epoch: "e", scope: "s", change: 7)
        #expect(!whole.misses(removalsThrough: 7) && whole.misses(removalsThrough: 8))
        let part = SyncCursor(epoch: "e", scope: "s", change: 7, rank: 3, key: "k")
        #expect(!part.misses(removalsThrough: 6) && part.misses(removalsThrough: 7))
        let anew = SyncCursor(epoch: "e", scope: "s", change: 2, rank: 3, key: "k", startedAt: 9)
        #expect(!anew.misses(removalsThrough: 9) && anew.misses(removalsThrough: 10))
    }

    @Test("many starts in a row note the sequence once, and a rollover forgets nothing")
    func quiet() async throws {
        try await TestSchool.onEachEngine { school in
            for _ in 1...5 {
                try await school.store.forgetOldRemovals()
                _ = try await school.makeSession(start: "1\(Int.random(in: 0...9)):00")
                school.clock.advance(seconds: 60)
            }
            #expect(try await school.count("SELECT COUNT(*) FROM retention_point") == 1)
            try await Self.remove(id("enrolment \(school.students[0])"), school)
            _ = try await school.store.rollOver(before: try #require(CivilDate("2027-01-01")), isPreview: false)
            #expect(try await Self.removals(school) == 1)
        }
    }
}
