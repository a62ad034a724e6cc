import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct MarkRuleTests {
    @Test("status, minutes and remark merge field by field; a remark survives somebody else's status")
    func fieldByField() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let key = "\(session):\(school.students[0])"
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ada.capture(.mark, key, ["remark": "left early"], at: school.clock.now)
            school.clock.advance(seconds: 5)
            ben.capture(.mark, key, ["status": "late", "minutesLate": 7], at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            let answer = try await ada.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.first?.kind == .applied)
            #expect(answer.verdicts.first?.dispute == nil)
            let mark = try #require(ada.record("mark", key))
            #expect(mark["status"] == "late")
            #expect(mark["minutesLate"] == 7)
            #expect(mark["remark"] == "left early")
            #expect(mark["authorName"] == "Ben")
            #expect(mark["versions"]?["remark"]?["authorName"] == "Ada")
        }
    }

    @Test("minutes set by one teacher beside 'absent' of another are kept and never shown, counted or exported")
    func minutesBesideAbsent() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            let key = "\(session):\(student)"
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ada.capture(.mark, key, ["status": "late", "minutesLate": 7], at: school.clock.now)
            ben.mark(session, student, .absent, at: school.clock.now.adding(seconds: 5))
            try await ada.sync(school.store, at: school.clock.now)
            let dispute = try #require(try await ben.sync(school.store, at: school.clock.now).verdicts.first?.dispute)
            let day = try #require(CivilDate(TestSchool.today))
            func facts() async throws -> AttendanceFacts.Mark? {
                try await school.store.facts(FactsQuery(from: day, to: day), school.ada).facts.marks[session]?[student]
            }
            #expect(try await facts()?.status == .absent)
            #expect(try await facts()?.minutesLate == nil)
            #expect(ben.record("mark", key)?["minutesLate"] == 7, "the fact stays, with its author")

            _ = try await school.store.settle(dispute, choosing: .other, by: school.ada)
            #expect(try await facts()?.status == .late)
            #expect(try await facts()?.minutesLate == 7)
        }
    }

    @Test("an edit of what was seen applies, however far behind the clock is")
    func seenWins() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ben.skew = -172_800_000
            ada.mark(session, school.students[0], .absent, at: school.clock.now)
            try await ada.sync(school.store, at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            ben.mark(session, school.students[0], .present, at: school.clock.now)
            let verdicts = try await ben.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.kind) == [.applied])
            #expect(try await school.mark(session, school.students[0])?.status == .present)
        }
    }

    @Test("mark all present gives way to marks and to an approved absence notice, without a dispute")
    func fill() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let fields: [String: JSONValue] = [
                "category": "medical", "firstDay": "2026-11-20", "lastDay": "2026-11-21", "state": "approved",
                "student": .string(school.students[1]),
            ]
            _ = try await school.store.requestException(fields, by: school.owner)
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ada.mark(session, school.students[0], .excused, at: school.clock.now)
            try await ada.sync(school.store, at: school.clock.now)
            school.clock.advance(seconds: 60)
            for student in school.students.prefix(3) {
                ben.mark(session, student, .present, at: school.clock.now, fill: true)
            }
            let answer = try await ben.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.kind) == [.superseded, .superseded, .applied])
            #expect(answer.verdicts[1].code == "excused_by_notice")
            #expect(try await school.count("SELECT COUNT(*) FROM dispute") == 0)

            let view = try await school.store.register(of: session, school.ada)
            let shown = Dictionary(uniqueKeysWithValues: view.lines.map { ($0.person["id"].text ?? "", $0.shown) })
            #expect(shown[school.students[0]] == .excused)
            #expect(shown[school.students[1]] == .excused)
            #expect(shown[school.students[2]] == .present)
            #expect(shown[school.students[3]] == .unmarked)
            #expect(shown[school.leaver] == nil)

            // What was filled gives way to a later single mark of somebody who had not seen it.
            ada.mark(session, school.students[2], .absent, at: school.clock.now.adding(seconds: -30))
            try await ada.sync(school.store, at: school.clock.now)
            #expect(try await school.mark(session, school.students[2])?.status == .absent)
        }
    }

    @Test("a mark of somebody who left before the day is kept and flagged; of a stranger it is refused")
    func notEnrolled() async throws {
        try await TestSchool.onEachEngine { school in
            let before = try await school.makeSession(date: "2026-11-10")
            let after = try await school.makeSession(date: "2026-11-11")
            var ada = TestDevice("A", school.ada)
            ada.mark(before, school.leaver, .present, at: school.clock.now)
            ada.mark(after, school.leaver, .present, at: school.clock.now)
            ada.mark(after, school.stranger, .present, at: school.clock.now)
            let verdicts = try await ada.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.kind) == [.applied, .applied, .rejected])
            #expect(verdicts.map(\.flags) == [[], [.notEnrolled], []])
            #expect(verdicts[2].code == "not_in_group")
            #expect(try await school.mark(after, school.leaver)?.flags == [.notEnrolled])
        }
    }

    @Test(
        "values that cannot be are refused with a sentence that names the field",
        arguments: [
            (["status": "asleep"], "unknown_status"), (["status": 1], "unknown_status"),
            (["minutesLate": 601], "invalid_minutes"), (["minutesLate": -1], "invalid_minutes"),
            (["minutesLate": "5"], "invalid_minutes"), (["remark": 5], "malformed"), (["grade": "A"], "unknown_field"),
            (["remark": .string(String(repeating: "é", count: 501))], "remark_too_long"),
        ] as [([String: JSONValue], String)])
    func values(fields: [String: JSONValue], code: String) {
        #expect { try MarkFields.check(fields) } throws: { error in
            guard let rejection = error as? Rejection, let field = rejection.field else { return false }
            return rejection.code == code && rejection.sentence.lowercased().contains(field.prefix(6).lowercased())
        }
    }

    @Test("a remark of 500 characters and all marks' bounds are fine")
    func bounds() throws {
        try MarkFields.check([
            "status": nil, "minutesLate": 600, "remark": .string(String(repeating: "é", count: 500)),
        ])
    }

    @Test("a cancelled session takes no marks")
    func cancelled() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            _ = try await school.store.changeSession(session, ["state": "cancelled"], by: school.ada)
            await #expect(throws: Rejection.sessionCancelled) {
                _ = try await school.store.record(
                    [school.record(session, school.students[0], "present")], by: school.ada)
            }
        }
    }

    @Test("online marks go the same way: one that is refused is an error, of many each has its verdict")
    func online() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let records = [
                school.record(session, school.students[0], "present"), school.record(session, id("nobody"), "present"),
                school.record(session, school.students[1], "asleep"),
            ]
            let recorded = try await school.store.record(records, by: school.ada)
            #expect(recorded.map(\.verdict.code) == [nil, "unknown_student", "unknown_status"])
            #expect(recorded[0].mark?["status"].text == "present")
            await #expect(throws: Rejection.unknownStatus) {
                _ = try await school.store.record([records[2]], by: school.ada)
            }
            // A second teacher at a connected screen replaces what is shown, without a dispute.
            _ = try await school.store.record([school.record(session, school.students[0], "absent")], by: school.ben)
            #expect(try await school.mark(session, school.students[0])?.status == .absent)
            #expect(try await school.count("SELECT COUNT(*) FROM dispute") == 0)
            let history = try await school.store.history(session: session, student: school.students[0], school.ada)
            #expect(history.map { $0["author_name"].text } == ["Ada", "Ben"])
            #expect(history.last?["replaced"].text == "{\"status\":\"present\"}")
        }
    }
}
