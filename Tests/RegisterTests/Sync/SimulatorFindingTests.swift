import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

/// What the simulator found in the server, each as the smallest case.
@Suite struct SimulatorFindingTests {
    @Test("what a device sent before comes under another sign-in: it waits for its author, known or not")
    func knownUnderAnotherSignIn() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var device = TestDevice("shared", school.ada)
            device.mark(session, school.students[0], .present, at: school.clock.now)
            try await device.sync(school.store, at: school.clock.now, losingTheAnswer: true)
            device.user = school.ben
            let refused = try await device.sync(school.store, at: school.clock.now, losingTheAnswer: true)
            #expect(refused.verdicts.map(\.code) == ["author_mismatch"])
            device.user = school.ada
            let known = try await device.sync(school.store, at: school.clock.now)
            #expect(known.verdicts.map(\.original) == [.applied])
        }
    }

    @Test("applied without a change of value brings the mark all the same: the device shows what the server has")
    func appliedWithoutChange() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            try await ada.sync(school.store, at: school.clock.now)
            ada.mark(session, school.students[0], .present, at: school.clock.now)
            school.clock.advance(seconds: 60)
            let shown = ben.mark(session, school.students[0], .present, at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            // Ada's device hears of Ben's mark before it sends its own, which is the earlier one.
            let hers = ada.outbox
            ada.outbox = []
            try await ada.sync(school.store, at: school.clock.now)
            ada.outbox = hers
            let answer = try await ada.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.kind) == [.applied])
            let mark = try answer.records.first { $0["entity"] == "mark" }
            #expect(mark?["record"]?["versions"]?["status"]?["operation"] == .string(shown.id))
        }
    }

    @Test("a mark on a closed session that would change nothing: the mark comes again, or the operation gives way")
    func unchangedAfterClosing() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            try await ben.sync(school.store, at: school.clock.now)
            ada.mark(session, school.students[0], .present, at: school.clock.now)
            ada.capture(.session, session, ["state": "closed"], at: school.clock.now)
            try await ada.sync(school.store, at: school.clock.now)
            school.clock.advance(seconds: 60)
            ben.mark(session, school.students[0], .present, at: school.clock.now)
            ben.mark(session, school.students[1], nil, at: school.clock.now)
            let waiting = ben.outbox
            ben.outbox = []
            try await ben.sync(school.store, at: school.clock.now)
            ben.outbox = waiting
            let answer = try await ben.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.kind) == [.applied, .superseded])
            #expect(try answer.records.filter { $0["entity"] == "mark" }.count == 1)
            #expect(try await school.count("SELECT COUNT(*) FROM dispute") == 0)
        }
    }

    @Test("a device that does not know of a restore is told of it before its operations count")
    func epochFirst() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            let before = try await ada.sync(school.store, at: school.clock.now).epoch
            try await school.database.write { _ = try $0.beginEpoch() }
            let operation = ada.mark(session, school.students[0], .present, at: school.clock.now)
            func push(_ epoch: String?) async throws -> SyncAnswer {
                try await school.store.sync(
                    SyncRequest(device: ada.id, epoch: epoch, operations: [.operation(operation)]), by: school.ada)
            }
            let told = try await push(before)
            #expect(told.verdicts.isEmpty && told.isReset && told.epoch != before)
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 0)
            #expect(try await push(told.epoch).verdicts.map(\.kind) == [.applied])
        }
    }

    @Test("a device goes on from its own value, also where the one between, which it names, is gone with a restore")
    func ownEarlierValue() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            var fast = TestDevice("fast", school.ben)
            fast.skew = 90_000
            fast.mark(session, student, .late, at: school.clock.now)
            try await fast.sync(school.store, at: school.clock.now)
            var ada = TestDevice("A", school.ada)
            try await ada.sync(school.store, at: school.clock.now)
            ada.clock = HybridClock(device: ada.id)
            ada.mark(session, student, .absent, at: school.clock.now)
            let second = ada.mark(session, student, .present, at: school.clock.now)
            ada.outbox[1] = Operation(
                id: second.id, seq: second.seq, entity: second.entity, key: second.key, fields: second.fields,
                seen: ["status": Identifier.v7()], stamp: second.stamp, capturedAt: second.capturedAt,
                author: second.author)
            let answer = try await ada.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.kind) == [.applied, .applied])
            #expect(try await school.mark(session, student)?.status == .present)
        }
    }

    @Test("after a restore a value does not come back over what somebody who had seen it put in its place")
    func overtaken() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let student = school.students[0]
            var ada = TestDevice("A", school.ada)
            ada.skew = 172_800_000
            var ben = TestDevice("B", school.ben)
            ada.mark(session, student, .present, at: school.clock.now)
            ada.capture(.session, session, ["state": "closed"], at: school.clock.now)
            let hers = ada.outbox
            try await ada.sync(school.store, at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            school.clock.advance(seconds: 60)
            ben.capture(.session, session, ["state": "open"], at: school.clock.now)
            ben.mark(session, student, .absent, at: school.clock.now)
            let his = ben.outbox
            #expect(his.map(\.seen) == [["state": hers[1].id], ["status": hers[0].id]])
            // The older state has none of it, and Ben's device comes back first.
            ben.outbox = his
            try await ben.sync(school.store, at: school.clock.now)
            try await school.database.write { tx in
                _ = try tx.execute("DELETE FROM operation WHERE id IN \(list: hers.map(\.id))")
            }
            ada.outbox = hers
            let answer = try await ada.sync(school.store, at: school.clock.now)
            #expect(answer.verdicts.map(\.kind) == [.superseded, .superseded])
            #expect(try await school.mark(session, student)?.status == .absent)
            #expect(try await school.store.session(session, school.ada)["state"].text == "open")
            #expect(try await school.count("SELECT COUNT(*) FROM dispute") == 0)
        }
    }
}
