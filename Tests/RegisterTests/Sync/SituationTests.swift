import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

/// The situations of the specification that the server has to bring out right, by their numbers there.
@Suite struct SituationTests {
    @Test("situation 2: a push whose reply is lost and that is repeated five times stores every mark once")
    func repeatedPush() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var device = TestDevice("A", school.ada)
            for student in school.students { device.mark(session, student, .present, at: school.clock.now) }
            for _ in 1...5 {
                let answer = try await device.sync(school.store, at: school.clock.now, losingTheAnswer: true)
                #expect(answer.verdicts.count == 100)
            }
            let answer = try await device.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.allSatisfy { $0.kind == .duplicate && $0.original == .applied })
            #expect(device.outbox.isEmpty)
            #expect(device.count("mark") == 100)
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 100)
            #expect(try await school.count("SELECT COUNT(*) FROM operation WHERE entity = 'mark'") == 100)
            #expect(answer.heard == HeardOperations(heard: 100))
        }
    }

    @Test("situation 4: a phone whose clock is an hour ahead does not win every argument for an hour")
    func clockAhead() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            var fast = TestDevice("fast", school.ada)
            fast.skew = 3_600_000
            var honest = TestDevice("honest", school.ben)
            fast.mark(session, student, .absent, at: school.clock.now)
            let answer = try await fast.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.first?.flags == [.clockAhead])

            school.clock.advance(seconds: 60)
            honest.mark(session, student, .present, at: school.clock.now)
            let later = try await honest.sync(school.store, at: school.clock.now)
            #expect(later.verdicts.first?.kind == .applied)
            #expect(try await school.mark(session, student)?.status == .present)
        }
    }

    @Test("situation 5: one operation of a hundred names an unknown student: 99 applied, one rejected with a code")
    func poisonousOperation() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var device = TestDevice("A", school.ada)
            for (index, student) in school.students.enumerated() {
                device.mark(session, index == 41 ? id("nobody") : student, .present, at: school.clock.now)
            }
            let answer = try await device.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.count { $0.kind == .applied } == 99)
            #expect(answer.verdicts[41].kind == .rejected)
            #expect(answer.verdicts[41].code == "unknown_student")
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 99)
        }
    }

    @Test("situation 6: eight teachers push 100 marks each at the same instant: all 800 are stored, none gets an error")
    func manyAtOnce() async throws {
        try await TestSchool.onEachEngine { school in
            let teachers = (1...8).map { TestSchool.teacher("T\($0)") }
            try await school.database.write { tx in
                let change = try tx.nextChange()
                for teacher in teachers { try school.teach(teacher, school.group, change, tx) }
            }
            var sessions: [String] = []
            for (index, teacher) in teachers.enumerated() {
                sessions.append(try await school.makeSession(start: "1\(index):00", by: teacher))
            }
            let made = sessions
            let kinds = try await withThrowingTaskGroup(of: [Verdict.Kind].self) { group in
                for (index, teacher) in teachers.enumerated() {
                    group.addTask {
                        var device = TestDevice("T\(index)", teacher)
                        for student in school.students {
                            device.mark(made[index], student, .present, at: school.clock.now)
                        }
                        return try await device.sync(school.store, at: school.clock.now).verdicts.map(\.kind)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(kinds.count == 800)
            #expect(kinds.allSatisfy { $0 == .applied })
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 800)
        }
    }

    @Test(
        "situation 7: marks captured before somebody else closed the session merge as late; those after are proposals")
    func closedMeanwhile() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            try await ada.sync(school.store, at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            for student in school.students.prefix(3) { ben.mark(session, student, .present, at: school.clock.now) }
            school.clock.advance(seconds: 60)
            ada.capture(.session, session, ["state": "closed"], at: school.clock.now)
            let closing = try await ada.sync(school.store, at: school.clock.now)
            #expect(closing.verdicts.first?.kind == .applied)
            #expect(closing.receipts.first?.count == 0)
            school.clock.advance(seconds: 60)
            ben.mark(session, school.students[3], .absent, at: school.clock.now)

            let answer = try await ben.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.prefix(3).allSatisfy { $0.kind == .applied && $0.flags == [.late] })
            #expect(answer.receipts.first?.count == 3)
            let proposed = try #require(answer.verdicts.last)
            #expect(proposed.kind == .conflict)
            #expect(proposed.code == "amendment_proposed")
            #expect(try await school.mark(session, school.students[3]) == nil)

            let dispute = try #require(proposed.dispute)
            #expect(ben.record("dispute", dispute)?["kind"] == "amendment")
            _ = try await school.store.settle(dispute, choosing: .other, by: school.ada)
            #expect(try await school.mark(session, school.students[3])?.status == .absent)
        }
    }

    @Test("situation 9: a teacher of another group can neither read nor write the session, by any route")
    func anotherGroup() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            var ada = TestDevice("A", school.ada)
            ada.mark(session, student, .present, at: school.clock.now)
            try await ada.sync(school.store, at: school.clock.now)

            var cleo = TestDevice("C", school.cleo)
            cleo.mark(session, student, .absent, at: school.clock.now)
            cleo.capture(.session, session, ["state": "closed"], at: school.clock.now)
            let fields: [String: JSONValue] = ["group": .string(school.group), "date": "2026-11-23", "period": "10:00"]
            let made = SessionIdentity.id(
                group: school.group, date: try #require(CivilDate("2026-11-23")), period: "10:00")
            cleo.capture(.session, made, fields, at: school.clock.now)
            let answer = try await cleo.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.code) == ["unknown_session", "unknown_session", "unknown_group"])
            #expect(cleo.count("mark") == 0)
            #expect(cleo.count("session") == 0)
            #expect(cleo.count("person") == 1)
            #expect(try await school.mark(session, student)?.status == .present)

            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.session(session, school.cleo)
            }
            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.register(of: session, school.cleo)
            }
            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.history(session: session, student: student, school.cleo)
            }
            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.receipt(for: session, by: school.cleo)
            }
            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.changeSession(session, ["state": "closed"], by: school.cleo)
            }
            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.checkInCode(for: session, school.cleo)
            }
            await #expect(throws: Rejection.unknownSession) {
                _ = try await school.store.record([school.record(session, student, "absent")], by: school.cleo)
            }
            // What was refused is in nobody's history of the mark.
            #expect(try await school.store.history(session: session, student: student, school.ada).count == 1)
        }
    }

    @Test("situation 10: a student cannot mark anybody, including themselves")
    func student() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var device = TestDevice("S", school.student)
            for student in school.students.prefix(2) { device.mark(session, student, .present, at: school.clock.now) }
            device.capture(.session, session, ["state": "closed"], at: school.clock.now)
            let answer = try await device.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.allSatisfy { $0.kind == .rejected && $0.code == "forbidden" })
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 0)
            // Of the others a student sees nothing.
            #expect(device.count("person") == 1)
        }
    }

    @Test("situation 11: markup and formulas in names and remarks stay what they are")
    func hostileText() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let remark = "<img src=x onerror=alert(1)> '; DROP TABLE mark; --"
            var device = TestDevice("A", school.ada)
            device.capture(
                .mark, "\(session):\(school.students[0])", ["status": "present", "remark": .string(remark)],
                at: school.clock.now)
            try await device.sync(school.store, at: school.clock.now)
            #expect(device.record("mark", "\(session):\(school.students[0])")?["remark"]?.string == remark)
        }
    }

    @Test("situation 12: a whole-day session made twice for one group and day is one session, and stays closed")
    func wholeDay() async throws {
        try await TestSchool.onEachEngine { school in
            let day = try #require(CivilDate(TestSchool.today))
            let session = SessionIdentity.id(group: school.group, date: day, period: SessionIdentity.wholeDay)
            let fields: [String: JSONValue] = [
                "group": .string(school.group), "date": .string(TestSchool.today), "period": "day", "start": nil,
                "title": "Ward round", "kind": "placement", "state": "open",
            ]
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ada.capture(.session, session, fields, at: school.clock.now)
            school.clock.advance(seconds: 10)
            ada.capture(.session, session, ["state": "closed"], at: school.clock.now)
            school.clock.advance(seconds: 10)
            var second = fields
            second["location"] = "Ward 3"
            ben.capture(.session, session, second, at: school.clock.now)
            ben.mark(session, school.students[0], .present, at: school.clock.now)
            try await ada.sync(school.store, at: school.clock.now)
            let answer = try await ben.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.first?.kind == .applied)
            #expect(answer.verdicts.last?.code == "amendment_proposed")
            #expect(try await school.count("SELECT COUNT(*) FROM session") == 1)
            #expect(ben.record("session", session)?["location"] == "Ward 3")
            #expect(ben.record("session", session)?["state"] == "closed")
        }
    }
}

extension TestSchool {
    func record(_ session: String, _ student: String, _ status: String) -> RegisterStore.NewRecord {
        RegisterStore.NewRecord(
            key: MarkKey(session: session, student: student), fields: ["status": .string(status)], seen: nil,
            fill: false, reason: nil)
    }
}
