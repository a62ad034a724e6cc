import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct DisagreementTests {
    @Test("situation 3: two teachers who mark differently offline keep both facts, see one, and settle with one tap")
    func disagreement() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            let first = ada.mark(session, student, .present, at: school.clock.now)
            school.clock.advance(seconds: 5)
            let second = ben.mark(session, student, .absent, at: school.clock.now)

            // The later one arrives first, so the earlier one loses on arrival.
            try await ben.sync(school.store, at: school.clock.now)
            let lost = try #require(try await ada.sync(school.store, at: school.clock.now).verdicts.first)
            #expect(lost.kind == .conflict)
            #expect(try await school.mark(session, student)?.status == .absent)

            let dispute = try #require(lost.dispute)
            let listed = try #require(ada.record("dispute", dispute))
            #expect(listed["kept"]?["operation"]?.string == second.id)
            #expect(listed["kept"]?["authorName"]?.string == "Ben")
            #expect(listed["other"]?["operation"]?.string == first.id)
            #expect(listed["other"]?["value"] == "present")

            let settled = try await school.store.settle(dispute, choosing: .other, by: school.ben)
            #expect(settled["settled_by_name"].text == "Ben")
            #expect(try await school.mark(session, student)?.status == .present)
            try await ada.sync(school.store, at: school.clock.now)
            #expect(ada.record("dispute", dispute)?["settledAt"]?.string != nil)
            #expect(ada.record("mark", "\(session):\(student)")?["status"] == "present")
            let history = try await school.store.history(session: session, student: student, school.ada)
            #expect(history.count == 3)
            await #expect(throws: RegisterError.alreadySettled) {
                _ = try await school.store.settle(dispute, choosing: .kept, by: school.ada)
            }
        }
    }

    @Test("situation 3: of three who disagree one answer ends every disagreement over the field")
    func severalDisagreements() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            var devices = [school.ada, school.ben, school.owner].map { TestDevice($0.name, $0) }
            let statuses: [MarkStatus] = [.present, .absent, .late]
            for index in devices.indices {
                devices[index].mark(session, student, statuses[index], at: school.clock.now)
                school.clock.advance(seconds: 5)
            }
            for index in [2, 1, 0] { try await devices[index].sync(school.store, at: school.clock.now) }
            try await devices[1].sync(school.store, at: school.clock.now)
            let open = devices[1].agreed.filter { $0.key.hasPrefix("dispute") }.values.compactMap { $0["id"]?.string }
            #expect(open.count == 2)
            let key = "\(session):\(student)"
            devices[1].capture(.mark, key, ["status": "present"], at: school.clock.now, settles: open)
            let answer = try await devices[1].sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.kind) == [.applied])
            #expect(try await school.count("SELECT COUNT(*) FROM dispute WHERE settled_at IS NULL") == 0)
            #expect(try await school.mark(session, student)?.status == .present)
            #expect(try await school.store.history(session: session, student: student, school.ada).count == 4)
        }
    }
}
