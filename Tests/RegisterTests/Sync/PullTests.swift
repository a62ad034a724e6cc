import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct PullTests {
    @Test("pages of any size add up to the whole, in order, each record once")
    func paging() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var whole = TestDevice("whole", school.ada)
            for student in school.students { whole.mark(session, student, .present, at: school.clock.now) }
            try await whole.sync(school.store, at: school.clock.now)

            var device = TestDevice("paged", school.ben)
            var pages = 0
            var received: [String] = []
            while true {
                let answer = try await device.sync(school.store, at: school.clock.now, limit: 37)
                #expect(answer.isReset == (pages == 0))
                if answer.isReset { #expect(answer.total == Int64(whole.agreed.count)) }
                received += try answer.records.map { "\($0["entity"]?.string ?? "") \($0["key"]?.string ?? "")" }
                pages += 1
                if !answer.hasMore { break }
            }
            #expect(pages > 5)
            #expect(received.count == Set(received).count)
            #expect(device.agreed == whole.agreed)
            let idle = try await device.sync(school.store, at: school.clock.now)
            #expect(try idle.records.isEmpty)
            #expect(!idle.isReset)
        }
    }

    @Test("a change of the groups somebody teaches starts the device anew, with what it may see now")
    func scopeChange() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var cleo = TestDevice("C", school.cleo)
            try await cleo.sync(school.store, at: school.clock.now)
            #expect(cleo.record("session", session) == nil)
            try await school.database.write { tx in
                try school.teach(school.cleo, school.group, try tx.nextChange(), tx)
            }
            let gained = try await cleo.sync(school.store, at: school.clock.now)
            #expect(gained.isReset)
            #expect(cleo.record("session", session) != nil)
            try await school.database.write { tx in
                try tx.execute(
                    """
                    UPDATE teaching SET deleted = 1, change = \(try tx.nextChange())
                    WHERE user_id = \(school.cleo.userID) AND group_id = \(school.group)
                    """)
            }
            #expect(try await cleo.sync(school.store, at: school.clock.now).isReset)
            #expect(cleo.record("session", session) == nil)
            #expect(cleo.count("person") == 1)
        }
    }

    @Test("a student who joins a group comes with the next sync, and goes when the enrolment is taken back")
    func enrolment() async throws {
        try await TestSchool.onEachEngine { school in
            var ada = TestDevice("A", school.ada)
            try await ada.sync(school.store, at: school.clock.now)
            #expect(ada.record("person", school.stranger) == nil)
            try await school.database.write { tx in
                try tx.execute(
                    """
                    INSERT INTO enrolment (\(RecordColumns.enrolment)) VALUES (\(id("joins")), \(school.group),
                        \(school.stranger), '2026-11-01', NULL, \(try tx.nextChange()), 0)
                    """)
            }
            let joined = try await ada.sync(school.store, at: school.clock.now)
            #expect(!joined.isReset)
            #expect(ada.record("person", school.stranger) != nil)
            try await school.database.write { tx in
                try tx.execute(
                    "UPDATE enrolment SET deleted = 1, change = \(try tx.nextChange()) WHERE id = \(id("joins"))")
            }
            try await ada.sync(school.store, at: school.clock.now)
            #expect(ada.record("person", school.stranger) == nil)
        }
    }

    @Test(
        "marks of sessions older than four weeks stay on the server", arguments: [(27, true), (28, true), (29, false)])
    func window(days: Int, isSent: Bool) async throws {
        try await TestSchool.onEachEngine { school in
            let day = try #require(CivilDate(TestSchool.today)).adding(days: -days)
            let session = try await school.makeSession(date: day.description)
            _ = try await school.store.record([school.record(session, school.students[0], "present")], by: school.ada)
            var ada = TestDevice("A", school.ada)
            try await ada.sync(school.store, at: school.clock.now)
            #expect(ada.record("session", session) != nil)
            #expect((ada.record("mark", "\(session):\(school.students[0])") != nil) == isSent)
        }
    }

    @Test("a cursor that is none of ours or of another epoch starts anew; a new year does not")
    func reset() async throws {
        try await TestSchool.onEachEngine { school in
            var ada = TestDevice("A", school.ada)
            try await ada.sync(school.store, at: school.clock.now)
            ada.cursor = "nonsense"
            #expect(try await ada.sync(school.store, at: school.clock.now).isReset)
            #expect(try await !ada.sync(school.store, at: school.clock.now).isReset)

            try await school.database.write { try $0.beginEpoch() }
            #expect(try await ada.sync(school.store, at: school.clock.now).isReset)

            var ben = TestDevice("B", school.ben)
            try await ben.sync(school.store, at: school.clock.now)
            _ = try await school.makeSession()
            try await ada.sync(school.store, at: school.clock.now)
            let rolled = try await school.store.rollOver(
                before: try #require(CivilDate("2027-01-01")), isPreview: false)
            #expect(rolled == Rollover(groups: 2, modules: 1))
            #expect(try await !ada.sync(school.store, at: school.clock.now).isReset)
            #expect(ada.record("group", school.group)?["archived"] == .bool(true))
            #expect(try await !ben.sync(school.store, at: school.clock.now).isReset)
            #expect(ben.agreed.keys.sorted() == ada.agreed.keys.sorted())
        }
    }

    @Test("a teacher is told the days of an absence and not why")
    func reasons() async throws {
        try await TestSchool.onEachEngine { school in
            let fields: [String: JSONValue] = [
                "category": "medical", "firstDay": "2026-11-20", "lastDay": "2026-11-22", "reason": "Operation",
            ]
            let notice = try await school.store.requestException(fields, by: school.student)["id"].text ?? ""
            var ada = TestDevice("A", school.ada)
            var sam = TestDevice("S", school.student)
            try await ada.sync(school.store, at: school.clock.now)
            try await sam.sync(school.store, at: school.clock.now)
            #expect(ada.record("exception", notice)?["lastDay"] == "2026-11-22")
            #expect(ada.record("exception", notice)?["reason"] == .null)
            #expect(sam.record("exception", notice)?["reason"] == "Operation")
        }
    }
}
