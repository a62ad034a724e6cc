import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

/// Closing is an operation like any other: it has an order, it may be concurrent, and it is taken back by another one.
@Suite struct ClosingTests {
    private static func close(_ device: inout TestDevice, _ session: String, _ state: JSONValue, _ school: TestSchool) {
        device.capture(.session, session, ["state": state], at: school.clock.now)
    }

    private static func state(_ session: String, _ school: TestSchool) async throws -> String? {
        try await school.store.session(session, school.ada)["state"].text
    }

    @Test("reopening lets marks in that were captured between closing and reopening, and closing again flags them")
    func reopened() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            try await ada.sync(school.store, at: school.clock.now)
            Self.close(&ada, session, "closed", school)
            school.clock.advance(seconds: 60)
            ben.mark(session, school.students[0], .present, at: school.clock.now)
            school.clock.advance(seconds: 60)
            Self.close(&ada, session, "open", school)
            try await ada.sync(school.store, at: school.clock.now)
            #expect(try await Self.state(session, school) == "open")
            #expect(try await ben.sync(school.store, at: school.clock.now).verdicts.map(\.kind) == [.applied])

            ben.mark(session, school.students[1], .present, at: school.clock.now)
            school.clock.advance(seconds: 60)
            Self.close(&ada, session, "closed", school)
            try await ada.sync(school.store, at: school.clock.now)
            let late = try await ben.sync(school.store, at: school.clock.now).verdicts
            #expect(late.map(\.kind) == [.applied] && late.map(\.flags) == [[.late]])
        }
    }

    @Test(
        "two who close at the same time close once; the later moment counts, whichever arrives first",
        arguments: [true, false])
    func closedTwice(laterFirst: Bool) async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var early = TestDevice("early", school.ada)
            var later = TestDevice("later", school.ben)
            var third = TestDevice("third", school.owner)
            for index in 0..<3 {
                if index == 0 { try await early.sync(school.store, at: school.clock.now) }
                if index == 1 { try await later.sync(school.store, at: school.clock.now) }
                if index == 2 { try await third.sync(school.store, at: school.clock.now) }
            }
            Self.close(&early, session, "closed", school)
            school.clock.advance(seconds: 60)
            third.mark(session, school.students[0], .present, at: school.clock.now)
            school.clock.advance(seconds: 60)
            Self.close(&later, session, "closed", school)
            if laterFirst { try await later.sync(school.store, at: school.clock.now) }
            let verdict = try #require(try await early.sync(school.store, at: school.clock.now).verdicts.first)
            if !laterFirst { try await later.sync(school.store, at: school.clock.now) }
            #expect(verdict.kind == .applied && verdict.dispute == nil)
            let between = try #require(try await third.sync(school.store, at: school.clock.now).verdicts.first)
            #expect(between.kind == .applied && between.flags == [.late])
        }
    }

    @Test(
        "who reopens what they saw closed is right, whatever their clock says; who closes without having seen it is ordered by time",
        arguments: [(-172_800_000, "open"), (0, "open")] as [(Int64, String)])
    func reopeningWins(skew: Int64, state: String) async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ben.skew = skew
            try await ada.sync(school.store, at: school.clock.now)
            Self.close(&ada, session, "closed", school)
            try await ada.sync(school.store, at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            Self.close(&ben, session, "open", school)
            #expect(try await ben.sync(school.store, at: school.clock.now).verdicts.map(\.kind) == [.applied])
            #expect(try await Self.state(session, school) == state)

            // Cleo's phone had seen neither; its closing is of an hour before, so the reopening stands.
            var owner = TestDevice("O", school.owner)
            owner.capture(
                .session, session, ["state": "closed"], at: school.clock.now.adding(seconds: -3600), blind: true)
            #expect(try await owner.sync(school.store, at: school.clock.now).verdicts.map(\.kind) == [.superseded])
            #expect(try await Self.state(session, school) == "open")
            #expect(try await school.store.history(session: session, student: school.students[0], school.ada).isEmpty)
        }
    }

    @Test("a mark agreed before a closing arrives stays as it is, although the closing was captured earlier")
    func closingArrivesLast() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            try await ada.sync(school.store, at: school.clock.now)
            Self.close(&ada, session, "closed", school)
            school.clock.advance(seconds: 60)
            ben.mark(session, school.students[0], .present, at: school.clock.now)
            #expect(try await ben.sync(school.store, at: school.clock.now).verdicts.map(\.kind) == [.applied])
            let receipt = try #require(try await ada.sync(school.store, at: school.clock.now).receipts.first)
            #expect(receipt.count == 1)
            #expect(try await school.mark(session, school.students[0])?.status == .present)
        }
    }

    /// The server cannot know when a wrong clock was right. What it promises: nothing is dropped, and a device that has seen
    /// the closing is never taken for one that had not.
    @Test(
        "marks captured before the closing by a wrong clock are flagged late or proposed, never dropped",
        arguments: [
            (Int64(0), [MarkFlag.late], nil as String?), (-3_600_000, [.late], nil), (90_000, [], "amendment_proposed"),
            (3_600_000, [.clockAhead], "amendment_proposed"),
        ])
    func skewed(skew: Int64, flags: [MarkFlag], code: String?) async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ben.skew = skew
            try await ada.sync(school.store, at: school.clock.now)
            ben.mark(session, school.students[0], .present, at: school.clock.now)
            school.clock.advance(seconds: 60)
            Self.close(&ada, session, "closed", school)
            try await ada.sync(school.store, at: school.clock.now)
            school.clock.advance(seconds: 60)
            let verdict = try #require(try await ben.sync(school.store, at: school.clock.now).verdicts.first)
            #expect(verdict.flags == flags && verdict.code == code)
            let history = try await school.store.history(
                session: session, student: school.students[0], school.ada)
            #expect(history.count == 1)
            ben.mark(session, school.students[1], .present, at: school.clock.now)
            let after = try #require(try await ben.sync(school.store, at: school.clock.now).verdicts.first)
            #expect(after.code == "amendment_proposed", "Ben had seen it closed")
        }
    }

    @Test("a phone that is a minute ahead closes when it closes: marks made after that are proposals, also elsewhere")
    func closedByAFastClock() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            ada.skew = 90_000
            var ben = TestDevice("B", school.ben)
            try await ada.sync(school.store, at: school.clock.now)
            ben.mark(session, school.students[0], .present, at: school.clock.now)
            school.clock.advance(seconds: 1)
            Self.close(&ada, session, "closed", school)
            try await ada.sync(school.store, at: school.clock.now)
            school.clock.advance(seconds: 20)
            ben.mark(session, school.students[1], .present, at: school.clock.now)
            let verdicts = try await ben.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.flags) == [[.late], []])
            #expect(verdicts.map(\.code) == [nil, "amendment_proposed"])

            // A server that was started since knows no stamps; whoever saw the closing is still after it.
            let restarted = RegisterStore(
                database: school.database, clock: school.clock.wall,
                keys: RegisterKeys(secret: Array(repeating: 7, count: 32)))
            var cleo = TestDevice("O", school.owner)
            try await cleo.sync(restarted, at: school.clock.now)
            cleo.mark(session, school.students[2], .present, at: school.clock.now)
            let after = try await cleo.sync(restarted, at: school.clock.now).verdicts
            #expect(after.map(\.code) == ["amendment_proposed"])
        }
    }

    @Test("a disagreement is settled after the closing too, with either answer", arguments: ["present", "absent"])
    func settledAfterClosing(choice: String) async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ada.mark(session, student, .present, at: school.clock.now)
            ben.mark(session, student, .absent, at: school.clock.now.adding(seconds: 5))
            try await ben.sync(school.store, at: school.clock.now)
            let dispute = try #require(try await ada.sync(school.store, at: school.clock.now).verdicts.first?.dispute)
            _ = try await school.store.changeSession(session, ["state": "closed"], by: school.ada)
            try await ada.sync(school.store, at: school.clock.now)
            // Beside the answer nothing else gets past the closing.
            ada.capture(
                .mark, "\(session):\(student)", ["status": .string(choice), "remark": "by the way"],
                at: school.clock.now, settles: [dispute])
            #expect(
                try await ada.sync(school.store, at: school.clock.now).verdicts.map(\.code) == ["amendment_proposed"])
            ada.capture(
                .mark, "\(session):\(student)", ["status": .string(choice)], at: school.clock.now, settles: [dispute])
            #expect(try await ada.sync(school.store, at: school.clock.now).verdicts.map(\.kind) == [.applied])
            #expect(ada.record("dispute", dispute)?["settledByName"] == "Ada")
            #expect(try await school.mark(session, student)?.status?.rawValue == choice)
            #expect(try await school.mark(session, student)?.fields["remark"] == nil)
        }
    }

    @Test("a disagreement in a closed session is settled over the single route as well")
    func settledByRoute() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            ada.mark(session, school.students[0], .present, at: school.clock.now)
            ben.mark(session, school.students[0], .absent, at: school.clock.now.adding(seconds: 5))
            try await ben.sync(school.store, at: school.clock.now)
            let dispute = try #require(try await ada.sync(school.store, at: school.clock.now).verdicts.first?.dispute)
            _ = try await school.store.changeSession(session, ["state": "closed"], by: school.ada)
            let settled = try await school.store.settle(dispute, choosing: .kept, by: school.ben)
            #expect(settled["settled_by_name"].text == "Ben")
            #expect(try await school.count("SELECT COUNT(*) FROM dispute WHERE settled_at IS NULL") == 0)
        }
    }
}
