import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct DeviceTests {
    @Test("gaps show what was not heard, and close when it comes")
    func gaps() {
        var heard = HeardOperations()
        for seq in [1, 2, 5, 9, 5] as [Int64] { heard.hear(seq) }
        #expect(heard.storedGaps == "[[3,4],[6,8]]")
        for seq in [7, 3, 4] as [Int64] { heard.hear(seq) }
        #expect(heard.storedGaps == "[[6,6],[8,8]]")
        #expect(heard.heard == 9)
    }

    @Test("situation 17: a device that comes back under a new id learns up to which operation the old one was heard")
    func wipedDevice() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var old = TestDevice("old", school.ada)
            for student in school.students.prefix(3) { old.mark(session, student, .present, at: school.clock.now) }
            old.outbox.remove(at: 1)
            try await old.sync(school.store, at: school.clock.now)
            var new = TestDevice("new", school.ada)
            let answer = try await new.sync(school.store, at: school.clock.now)
            #expect(answer.isReset)
            let devices = try await school.database.read {
                try $0.fetchAll("SELECT \(RecordColumns.device) FROM device ORDER BY heard DESC")
            }
            #expect(devices.map { $0["id"].text } == [old.id, new.id])
            #expect(devices.first?["heard"].integer == 3)
            #expect(devices.first?["gaps"].text == "[[2,2]]")
        }
    }

    @Test("situation 8: what somebody captured is never sent under another name; it waits for its author")
    func anotherLogin() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var device = TestDevice("shared", school.ada)
            device.mark(session, school.students[0], .present, at: school.clock.now)
            let waiting = device.outbox
            device.user = school.ben
            let refused = try await device.sync(school.store, at: school.clock.now)
            #expect(refused.verdicts.map(\.code) == ["author_mismatch"])
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 0)
            device.outbox = waiting
            device.user = school.ada
            let accepted = try await device.sync(school.store, at: school.clock.now)
            #expect(accepted.verdicts.map(\.kind) == [.applied])
            #expect(try await school.mark(session, school.students[0])?.authorName == "Ada")
        }
    }

    @Test("unsent work that is sent from another device is heard as the first one's, which keeps its user")
    func sentFromElsewhere() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            try await ada.sync(school.store, at: school.clock.now)
            var shared = TestDevice("A", school.ben)
            let operation = shared.mark(session, school.students[0], .present, at: school.clock.now)
            let answer = try await school.store.sync(
                SyncRequest(device: id("elsewhere"), operations: [.operation(operation)]), by: school.ben)
            #expect(answer.verdicts.map(\.kind) == [.applied])
            #expect(answer.heard == HeardOperations())
            let device = ada.id
            let row = try await school.database.read {
                try $0.fetchOne("SELECT \(RecordColumns.device) FROM device WHERE id = \(device)")
            }
            #expect(row?["user_id"].text == school.ada.userID)
            #expect(row?["heard"].integer == 1)
        }
    }

    @Test("an id that was used for something else is refused instead of answered with a foreign verdict")
    func reusedID() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var device = TestDevice("A", school.ada)
            let first = device.mark(session, school.students[0], .present, at: school.clock.now)
            try await device.sync(school.store, at: school.clock.now)
            let forged = Operation(
                id: first.id, seq: 2, entity: .mark, key: first.key, fields: ["status": "absent"], stamp: first.stamp,
                capturedAt: first.capturedAt, author: first.author)
            let answer = try await school.store.sync(
                SyncRequest(device: device.id, operations: [.operation(forged)]), by: school.ada)
            #expect(answer.verdicts.map(\.code) == ["id_reused"])
            #expect(try await school.mark(session, school.students[0])?.status == .present)
        }
    }
}
