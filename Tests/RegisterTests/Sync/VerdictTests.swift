import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct VerdictTests {
    /// One operation of every outcome, in one device's outbox.
    private static func everyOutcome(
        _ school: TestSchool, _ session: String, _ closed: String
    ) async throws -> TestDevice {
        var ben = TestDevice("B", school.ben)
        ben.mark(session, school.students[0], .absent, at: school.clock.now.adding(seconds: 30))
        ben.mark(session, school.students[1], .late, at: school.clock.now)
        try await ben.sync(school.store, at: school.clock.now)
        var ada = TestDevice("A", school.ada)
        ada.mark(session, school.students[2], .present, at: school.clock.now)
        ada.mark(session, school.students[0], .present, at: school.clock.now)
        ada.mark(session, school.students[1], .present, at: school.clock.now, fill: true)
        ada.mark(closed, school.students[0], .present, at: school.clock.now)
        ada.mark(session, id("nobody"), .present, at: school.clock.now)
        ada.mark(id("no session"), school.students[0], .present, at: school.clock.now)
        return ada
    }

    @Test("a verdict never changes: whatever happened meanwhile, the same operation gets the same answer")
    func replay() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let closed = try await school.makeSession(start: "11:00")
            _ = try await school.store.changeSession(closed, ["state": "closed"], by: school.ben)
            school.clock.advance(seconds: 60)
            var ada = try await Self.everyOutcome(school, session, closed)
            let first = try await ada.sync(school.store, at: school.clock.now, losingTheAnswer: true).verdicts
            #expect(first.map(\.kind) == [.applied, .conflict, .superseded, .conflict, .rejected, .rejected])
            #expect(
                first.map(\.code) == [
                    nil, "concurrent", nil, "amendment_proposed", "unknown_student", "unknown_session",
                ])

            // The world goes on: everything that was refused or lost would now come out otherwise.
            for student in school.students.prefix(3) {
                _ = try await school.store.record([school.record(session, student, "excused")], by: school.ben)
            }
            _ = try await school.store.changeSession(closed, ["state": "open"], by: school.ben)
            try await school.database.write { tx in
                try tx.execute(
                    """
                    INSERT INTO person (\(RecordColumns.person)) VALUES (\(id("nobody")), 'student', 'late', 'Given',
                        'Late', NULL, NULL, NULL, NULL, 0, \(try tx.nextChange()), 0)
                    """)
            }
            let history = try await school.count("SELECT COUNT(*) FROM operation")
            let again = try await ada.sync(school.store, at: school.clock.now).verdicts
            for (before, after) in zip(first, again) {
                #expect(after.id == before.id && after.code == before.code && after.message == before.message)
                #expect(after.flags == before.flags && after.dispute == before.dispute)
                let isRefused = before.kind == .rejected
                #expect(after.kind == (isRefused ? .rejected : .duplicate))
                #expect(after.original == (isRefused ? nil : before.kind))
            }
            #expect(try await school.count("SELECT COUNT(*) FROM operation") == history)
            #expect(try await school.mark(session, school.students[0])?.status == .excused)
        }
    }

    @Test("what was refused comes in when it is captured anew, as 'try again' does; both stand in the history")
    func capturedAnew() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var cleo = TestDevice("C", school.cleo)
            cleo.mark(session, school.students[0], .present, at: school.clock.now)
            #expect(try await cleo.sync(school.store, at: school.clock.now).verdicts.map(\.code) == ["unknown_session"])
            try await school.database.write { tx in
                try school.teach(school.cleo, school.group, try tx.nextChange(), tx)
            }
            cleo.mark(session, school.students[0], .present, at: school.clock.now)
            let answer = try await cleo.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.kind) == [.applied])
            #expect(answer.heard == HeardOperations(heard: 2), "what was refused was heard: it leaves no gap")
            let device = cleo.id
            #expect(try await school.count("SELECT COUNT(*) FROM operation WHERE device_id = \(device)") == 2)
        }
    }

    @Test("the same operation twice in one push is one")
    func twiceInOnePush() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            ada.mark(session, school.students[0], .present, at: school.clock.now)
            ada.mark(session, id("nobody"), .present, at: school.clock.now)
            ada.outbox += ada.outbox
            let verdicts = try await ada.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.kind) == [.applied, .rejected, .duplicate, .rejected])
            let device = ada.id
            #expect(try await school.count("SELECT COUNT(*) FROM operation WHERE device_id = \(device)") == 2)
        }
    }
}
