import Kernel
import TestSupport
import Testing

/// Situations 2 to 7 of the register's specification, over HTTP: work that meets other work.
@Suite struct SituationConcurrencyTests {
    @Test(
        "situation 2: a push whose reply is lost and that is repeated five times is agreed once",
        arguments: TestEngine.available)
    func repeatedPush(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine, students: 40) { school in
            let session = try await school.session()
            var phone = school.phone(of: try await school.teacher("Ada"))
            for student in school.students { phone.mark(session, student, "present") }
            let first = try await phone.push()
            #expect(first.kinds == Array(repeating: "applied", count: 40))
            for _ in 2...5 {
                #expect(try await phone.push().kinds == Array(repeating: "duplicate", count: 40))
            }
            let last = try await phone.sync()
            #expect(last.verdicts.allSatisfy { $0["original"] == "applied" })
            #expect(phone.outbox.isEmpty)
            #expect(last.count("mark") == 40)
            #expect(last["device"]?["heard"] == 40 && last["device"]?["gaps"] == [])
            #expect(try await school.marks(session).count == 40)
            for student in school.students.prefix(3) {
                #expect(try await school.history(session, student).count == 1)
            }
        }
    }

    @Test(
        "situation 3: two teachers disagree offline: both facts kept, one shown, a conflict listed, one tap settles it",
        arguments: TestEngine.available)
    func disagreement(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine) { school in
            let session = try await school.session()
            let student = school.students[0]
            var ada = school.phone(of: try await school.teacher("Ada"))
            var ben = school.phone(of: try await school.teacher("Ben"))
            ada.mark(session, student, "present")
            school.clock.advance(seconds: 5)
            ben.mark(session, student, "absent")
            // the later one arrives first, so the earlier one loses on arrival
            #expect(try await ben.sync().kinds == ["applied"])
            let lost = try await ada.sync()
            #expect(lost.kinds == ["conflict"])
            #expect(try await school.shown(session, student) == "absent")
            #expect(try await school.history(session, student).count == 2)

            let id = try #require(lost.verdicts[0]["dispute"]?.string)
            let listed = try await ada.client.get("/api/v1/attendance/disputes?open=true").json["items"]?.array ?? []
            #expect(listed.map { $0["id"]?.string } == [id])
            #expect(listed[0]["kept"]?["authorName"] == "Ben" && listed[0]["kept"]?["value"] == "absent")
            #expect(listed[0]["other"]?["authorName"] == "Ada" && listed[0]["other"]?["value"] == "present")
            #expect(listed[0]["kept"]?["at"]?.string != nil && listed[0]["other"]?["at"]?.string != nil)

            let settle = "/api/v1/attendance/disputes/\(id)/settle"
            let settled = try await ben.client.post(settle, ["choose": "other"])
            #expect(settled.status == 200 && settled["settledByName"] == "Ben")
            #expect(try await school.shown(session, student) == "present")
            #expect(try await ada.sync().record("dispute", id)?["settledAt"]?.string != nil)
            #expect(try await ada.client.get("/api/v1/attendance/disputes?open=true").json["items"] == [])
            #expect(try await school.history(session, student).count == 3)
            let again = try await ada.client.post(settle, ["choose": "kept"])
            #expect(again.status == 409 && again.code == "already_settled")
        }
    }

    @Test("situation 4: a phone whose clock is an hour ahead does not win every argument for an hour")
    func clockAhead() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            let student = school.students[0]
            var fast = school.phone(of: try await school.teacher("Ada"), minutesAhead: 60)
            var honest = school.phone(of: try await school.teacher("Ben"))
            fast.mark(session, student, "absent")
            #expect(try await fast.sync().verdicts.first?["flags"] == ["clock_ahead"])
            school.clock.advance(seconds: 60)
            honest.mark(session, student, "present")
            #expect(try await honest.sync().kinds == ["applied"])
            #expect(try await school.shown(session, student) == "present")
        }
    }

    @Test(
        "situation 5: one operation of a hundred names an unknown student: 99 applied, one rejected with a code",
        arguments: TestEngine.available)
    func poison(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine, students: 99) { school in
            let session = try await school.session()
            var phone = school.phone(of: try await school.teacher("Ada"))
            for student in school.students { phone.mark(session, student, "present") }
            let poison = phone.mark(session, Identifier.v7(), "present")
            phone.outbox.swapAt(41, 99)
            let answer = try await phone.push()
            #expect(answer.status == 200)
            #expect(answer.kinds.count { $0 == "applied" } == 99)
            let rejected = try #require(answer.verdicts.first { $0["verdict"] == "rejected" })
            #expect(rejected["id"]?.string == poison)
            #expect(rejected["code"] == "unknown_student")
            #expect(rejected["message"]?.string?.hasSuffix(".") == true)
            #expect(try await school.marks(session).count == 99)
        }
    }

    @Test(
        "situation 6: eight teachers push 100 marks each at the same instant: 800 stored, none answered with an error",
        arguments: TestEngine.available)
    func eightAtOnce(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine, students: 100) { school in
            var phones: [Phone] = []
            var sessions: [String] = []
            for number in 1...8 {
                sessions.append(try await school.session(start: "1\(number):00"))
                var phone = school.phone(of: try await school.teacher("Teacher \(number)"))
                for student in school.students { phone.mark(sessions[number - 1], student, "present") }
                phones.append(phone)
            }
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for phone in phones { group.addTask { try await phone.push() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.map(\.status) == Array(repeating: 200, count: 8))
            #expect(answers.flatMap(\.kinds) == Array(repeating: "applied", count: 800))
            for session in sessions { #expect(try await school.marks(session).count == 100) }
        }
    }

    @Test(
        "situation 7: closed by A while B is offline: B's marks from before merge as late, the one from after is a proposal",
        arguments: TestEngine.available)
    func closedMeanwhile(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine) { school in
            let session = try await school.session()
            var ada = school.phone(of: try await school.teacher("Ada"))
            var ben = school.phone(of: try await school.teacher("Ben"))
            for student in school.students.prefix(3) { ben.mark(session, student, "present") }
            school.clock.advance(seconds: 60)
            let opened = try await ada.sync().record("session", session)
            let state = try #require(opened?["versions"]?["state"]?["operation"])
            ada.capture("session", session, ["state": "closed"], seen: ["state": state])
            #expect(try await ada.sync().kinds == ["applied"])
            school.clock.advance(seconds: 60)
            ben.mark(session, school.students[3], "absent")

            let answer = try await ben.sync()
            #expect(answer.kinds == ["applied", "applied", "applied", "conflict"])
            #expect(answer.verdicts.prefix(3).allSatisfy { $0["flags"] == ["late"] })
            #expect(answer["receipts"]?.array?.first?["count"] == 3)
            #expect(answer.codes.last == "amendment_proposed")
            #expect(try await school.shown(session, school.students[0]) == "present")
            #expect(try await school.shown(session, school.students[3]) == "unmarked")

            let dispute = try #require(answer.verdicts.last?["dispute"]?.string)
            #expect(answer.record("dispute", dispute)?["kind"] == "amendment")
            let settled = try await ada.client.post(
                "/api/v1/attendance/disputes/\(dispute)/settle", ["choose": "other"])
            #expect(settled.status == 200)
            #expect(try await school.shown(session, school.students[3]) == "absent")
        }
    }
}
