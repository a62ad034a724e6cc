import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

/// What becomes of marks that a device still holds when their student, enrolment or session went away meanwhile.
@Suite struct RemovalTests {
    enum Removed: String, CaseIterable, CustomTestStringConvertible {
        case enrolment, enrolmentForgotten, personArchived, personRemoved, session, sessionCancelled
        var testDescription: String { rawValue }
    }

    @Test(
        "a waiting mark is kept and flagged, or refused with a code: never dropped",
        arguments: [
            (Removed.enrolment, Verdict.Kind.applied, nil as String?, [MarkFlag.notEnrolled]),
            (.enrolmentForgotten, .rejected, "not_in_group", []), (.personArchived, .applied, nil, []),
            (.personRemoved, .rejected, "unknown_student", []), (.session, .rejected, "unknown_session", []),
            (.sessionCancelled, .rejected, "session_cancelled", []),
        ])
    func waiting(removed: Removed, kind: Verdict.Kind, code: String?, flags: [MarkFlag]) async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[1]
            var ada = TestDevice("A", school.ada)
            ada.mark(session, student, .present, at: school.clock.now)
            try await Self.remove(removed, session, student, school)
            let verdict = try #require(try await ada.sync(school.store, at: school.clock.now).verdicts.first)
            #expect(verdict.kind == kind && verdict.code == code && verdict.flags == flags)
            let device = ada.id
            #expect(try await school.count("SELECT COUNT(*) FROM operation WHERE device_id = \(device)") == 1)
            #expect(verdict.kind == .applied || verdict.message?.hasSuffix(".") == true)
        }
    }

    private static func remove(
        _ removed: Removed, _ session: String, _ student: String, _ school: TestSchool
    ) async throws {
        let enrolment = id("enrolment \(student)")
        switch removed {
        case .enrolment, .enrolmentForgotten:
            try await school.database.write { tx in
                try tx.execute(
                    "UPDATE enrolment SET deleted = 1, change = \(try tx.nextChange()) WHERE id = \(enrolment)")
            }
            guard removed == .enrolmentForgotten else { return }
            try await school.store.forgetOldRemovals()
            school.clock.advance(seconds: 91 * 86_400)
            #expect(try await school.store.forgetOldRemovals() == 1)
        case .personArchived: _ = try await school.store.changePerson(student, ["archived": .bool(true)])
        case .personRemoved: try await school.store.removePerson(student)
        case .session:
            try await school.database.write { tx in
                try tx.execute("UPDATE session SET deleted = 1, change = \(try tx.nextChange()) WHERE id = \(session)")
            }
        case .sessionCancelled:
            _ = try await school.store.changeSession(session, ["state": "cancelled"], by: school.ben)
        }
    }

    @Test("a session that was taken back comes back when a device that made it offline syncs, with its marks")
    func sessionMadeAgain() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            let fields: [String: JSONValue] = [
                "group": .string(school.group), "date": .string(TestSchool.today), "period": "09:00", "state": "open",
            ]
            ada.capture(.session, session, fields, at: school.clock.now)
            ada.mark(session, school.students[1], .present, at: school.clock.now)
            try await Self.remove(.session, session, school.students[1], school)
            let verdicts = try await ada.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.kind) == [.applied, .applied])
            #expect(ada.record("session", session) != nil)
            #expect(try await school.mark(session, school.students[1])?.status == .present)
        }
    }

    @Test("somebody with marks is not removed, and stays on the registers when archived")
    func marked() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[1]
            _ = try await school.store.record([school.record(session, student, "present")], by: school.ada)
            await #expect(throws: RosterError.hasRecords("marks")) {
                try await school.store.removePerson(student)
            }
            _ = try await school.store.changePerson(student, ["archived": .bool(true)])
            let view = try await school.store.register(of: session, school.ada)
            #expect(view.lines.first { $0.person["id"].text == student }?.shown == .present)
        }
    }

    @Test("a device is told to forget somebody whose enrolment was taken back, and keeps their mark under the session")
    func toldToForget() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[1]
            var ada = TestDevice("A", school.ada)
            ada.mark(session, student, .present, at: school.clock.now)
            try await ada.sync(school.store, at: school.clock.now)
            try await Self.remove(.enrolment, session, student, school)
            let answer = try await ada.sync(school.store, at: school.clock.now)
            #expect(!answer.isReset)
            #expect(ada.record("person", student) == nil)
            #expect(ada.record("mark", "\(session):\(student)")?["status"] == "present")
        }
    }
}
