import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

/// An adviser who teaches a group too: two views of the school in one account.
@Suite struct AdviserScopeTests {
    private static func teachingAdviser(_ school: TestSchool) async throws {
        try await school.database.write { tx in
            try school.teach(school.adviser, school.otherGroup, try tx.nextChange(), tx)
        }
    }

    @Test("takes the registers of the groups taught and no others, and sees advisees and taught students")
    func both() async throws {
        try await TestSchool.onEachEngine { school in
            let advised = try await school.makeSession()
            _ = try await school.store.record([school.record(advised, school.students[0], "late")], by: school.ada)
            var abe = TestDevice("Abe", school.adviser)
            try await abe.sync(school.store, at: school.clock.now)
            #expect(abe.count("person") == 1)
            try await Self.teachingAdviser(school)

            let fields: [String: JSONValue] = [
                "group": .string(school.otherGroup), "date": .string(TestSchool.today), "period": "day",
                "state": "open",
            ]
            let taught = SessionIdentity.id(
                group: school.otherGroup, date: try #require(CivilDate(TestSchool.today)), period: "day")
            abe.capture(.session, taught, fields, at: school.clock.now)
            abe.mark(taught, school.stranger, .present, at: school.clock.now)
            abe.mark(advised, school.students[0], .present, at: school.clock.now)
            let answer = try await abe.sync(school.store, at: school.clock.now)
            #expect(answer.isReset)
            #expect(answer.verdicts.map(\.code) == [nil, nil, "unknown_session"])
            #expect(abe.record("person", school.students[0]) != nil && abe.record("person", school.stranger) != nil)
            #expect(abe.count("person") == 2)
            #expect(abe.record("mark", "\(advised):\(school.students[0])")?["status"] == "late")
            #expect(abe.record("mark", "\(taught):\(school.stranger)")?["status"] == "present")
            #expect(try await school.store.register(of: taught, school.adviser).lines.count == 1)
            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.register(of: advised, school.adviser)
            }
        }
    }

    @Test("an advisee who leaves the taught group stays in view; somebody else goes")
    func leaving() async throws {
        try await TestSchool.onEachEngine { school in
            try await school.database.write { tx in
                try school.teach(school.adviser, school.group, try tx.nextChange(), tx)
            }
            var abe = TestDevice("Abe", school.adviser)
            try await abe.sync(school.store, at: school.clock.now)
            #expect(abe.count("person") == 101)
            try await school.database.write { tx in
                let change = try tx.nextChange()
                for student in school.students.prefix(2) {
                    try tx.execute(
                        "UPDATE enrolment SET deleted = 1, change = \(change) WHERE id = \(id("enrolment \(student)"))")
                }
            }
            try await abe.sync(school.store, at: school.clock.now)
            #expect(abe.record("person", school.students[0]) != nil)
            #expect(abe.record("person", school.students[1]) == nil)
        }
    }

    @Test("sees why an advisee was absent and only the days of a taught student, and decides on advisees alone")
    func reasons() async throws {
        try await TestSchool.onEachEngine { school in
            try await Self.teachingAdviser(school)
            var notices: [String] = []
            for student in [school.students[0], school.stranger] {
                let fields: [String: JSONValue] = [
                    "student": .string(student), "category": "medical", "firstDay": "2026-11-20",
                    "lastDay": "2026-11-21", "reason": "Operation",
                ]
                notices.append(try await school.store.requestException(fields, by: school.owner)["id"].text ?? "")
            }
            var abe = TestDevice("Abe", school.adviser)
            try await abe.sync(school.store, at: school.clock.now)
            #expect(abe.record("exception", notices[0])?["reason"] == "Operation")
            #expect(abe.record("exception", notices[1])?["reason"] == .null)
            #expect(abe.record("exception", notices[1])?["lastDay"] == "2026-11-21")
            let advisee = try await school.store.exception(notices[0], school.adviser)
            let taught = try await school.store.exception(notices[1], school.adviser)
            #expect(advisee.showsReasons && !taught.showsReasons)
            _ = try await school.store.changeException(notices[0], ["state": "approved"], by: school.adviser)
            await #expect(throws: Rejection.unknownException) {
                _ = try await school.store.changeException(notices[1], ["state": "approved"], by: school.adviser)
            }
        }
    }

    @Test("hears of disagreements in the groups taught and of no others")
    func disputes() async throws {
        try await TestSchool.onEachEngine { school in
            try await Self.teachingAdviser(school)
            for (group, student, teacher) in [
                (school.group, school.students[1], school.ada), (school.otherGroup, school.stranger, school.cleo),
            ] {
                let session = try await school.store.makeSession(
                    ["group": .string(group), "date": .string(TestSchool.today), "start": "15:00"], by: teacher)
                let id = session.row["id"].text ?? ""
                var one = TestDevice("one \(group)", teacher)
                var other = TestDevice("other \(group)", school.owner)
                one.mark(id, student, .present, at: school.clock.now)
                other.mark(id, student, .absent, at: school.clock.now)
                try await one.sync(school.store, at: school.clock.now)
                try await other.sync(school.store, at: school.clock.now)
            }
            var abe = TestDevice("Abe", school.adviser)
            try await abe.sync(school.store, at: school.clock.now)
            #expect(abe.count("dispute") == 1)
            #expect(try await school.count("SELECT COUNT(*) FROM dispute") == 2)
        }
    }
}
