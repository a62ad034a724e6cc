import Foundation
import Kernel
import Persistence
import Sync
import TestSupport
import Testing
import Web

@testable import Register

@Suite struct ReceiptTests {
    @Test("a receipt is the same until a mark changes, can be checked, and cannot be forged")
    func receipt() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            _ = try await school.store.record([school.record(session, school.students[0], "present")], by: school.ada)
            let receipt = try await school.store.receipt(for: session, by: school.ada)
            #expect(receipt.count == 1)
            school.clock.advance(seconds: 100)
            #expect(try await school.store.receipt(for: session, by: school.ben) == receipt)
            #expect(try await school.store.check(receipt, by: school.ben) == ReceiptCheck(valid: true, current: true))

            let forged = SignedReceipt(
                id: receipt.id, session: receipt.session, count: 2, hash: receipt.hash, signature: receipt.signature,
                at: receipt.at)
            #expect(try await school.store.check(forged, by: school.ben) == ReceiptCheck(valid: false, current: false))
            // Whoever may not see the marks learns nothing about them.
            #expect(try await school.store.check(receipt, by: school.cleo) == ReceiptCheck(valid: true, current: false))

            _ = try await school.store.record([school.record(session, school.students[1], "absent")], by: school.ada)
            #expect(try await school.store.check(receipt, by: school.ada) == ReceiptCheck(valid: true, current: false))
            #expect(try await school.store.receipt(for: session, by: school.ada).id != receipt.id)
        }
    }

    @Test("a device computes the same hash from the records it agreed")
    func hash() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var device = TestDevice("A", school.ada)
            for student in school.students.prefix(5) { device.mark(session, student, .late, at: school.clock.now) }
            try await device.sync(school.store, at: school.clock.now)
            device.capture(.session, session, ["state": "closed"], at: school.clock.now)
            let receipt = try #require(try await device.sync(school.store, at: school.clock.now).receipts.first)
            let marks = try device.agreed.filter { $0.key.hasPrefix("mark ") }.values.map { record in
                let values = try #require(record.object)
                let versioned = try Versioned(
                    values: values, storedVersions: values["versions"]?.canonicalText ?? "{}")
                return Receipt.Mark(student: values["student"]?.string ?? "", versions: versioned.versions)
            }
            #expect(Receipt(session: session, marks: marks).hash == receipt.hash)
        }
    }

    @Test("the key is made once, for its owner only, and two starts agree on it")
    func keys() async throws {
        try await withTemporaryFolder { folder in
            let place = folder.appendingPathComponent("secrets")
            let first = try RegisterKeys.load(from: place)
            let second = try RegisterKeys.load(from: place)
            #expect(first.receipts == second.receipts)
            #expect(first.receipts != first.checkIn)
            let file = place.appendingPathComponent("register.key").path
            let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(permissions == 0o600)
            try Data([1, 2, 3]).write(to: place.appendingPathComponent("register.key"))
            #expect(throws: RegisterError.unusableKeyFile) { try RegisterKeys.load(from: place) }
        }
    }
}
