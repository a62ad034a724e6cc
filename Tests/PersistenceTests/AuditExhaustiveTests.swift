import Foundation
import Kernel
import Persistence
import Testing
import TestSupport

/// Every way to touch a trail of 200 rows, one after the other.
@Suite struct AuditExhaustiveTests {
    private static let rows = 200

    /// The rows as they lie in the table, and the state of the check before each of them: what stands before a row that
    /// was touched is as it was.
    private static func trail() async throws -> (stored: [[SQLValue]], before: [AuditCheck]) {
        try await withDatabase(.sqlite) { database in
            try await AuditTrailTests.fill(database, rows: rows)
            let stored = try await database.read { reader in
                try reader.rows(
                    """
                    SELECT seq, user_id, action, resource, outcome, timestamp, ip_address, session_id, request_id, reason,
                        previous_hash, hash
                    FROM audit_entry ORDER BY seq
                    """
                ).values
            }
            var check = AuditCheck()
            let before = stored.map { values in
                defer { if let row = AuditRow(stored: values) { #expect(check.add(row) == nil) } }
                return check
            }
            return (stored, before)
        }
    }

    private static func isFound(_ values: [SQLValue], after check: AuditCheck) -> Bool {
        guard let row = AuditRow(stored: values) else { return true }
        var check = check
        return check.add(row) != nil
    }

    @Test("Every edit of every column of every row is found")
    func edits() async throws {
        let (stored, before) = try await Self.trail()
        var tried = 0
        for (place, values) in stored.enumerated() {
            for column in values.indices {
                for other in Self.others(than: values[column]) {
                    var edited = values
                    edited[column] = other
                    tried += 1
                    #expect(Self.isFound(edited, after: before[place]), "row \(place + 1), column \(column): \(other)")
                }
            }
        }
        #expect(tried > 200 * 12 * 2)
    }

    private static func others(than value: SQLValue) -> [SQLValue] {
        switch value {
        case .integer(let number): [.integer(number + 1), .integer(number - 1), .text(String(number)), .null]
        case .text(let text):
            [.text(text + " "), .text(String(text.dropFirst())), .text(text.uppercased() + "x"), .null]
        default: [.text(""), .text("u2"), .integer(0)]
        }
    }

    @Test("Every deletion is found, also when the later rows are numbered anew")
    func deletions() async throws {
        let (stored, before) = try await Self.trail()
        for place in stored.indices.dropLast() {
            var next = stored[place + 1]
            #expect(Self.isFound(next, after: before[place]))
            next[0] = stored[place][0]
            #expect(Self.isFound(next, after: before[place]))
            next[10] = stored[place][10]
            #expect(Self.isFound(next, after: before[place]))
        }
    }

    @Test("Every pair of rows that change places is found")
    func reordering() async throws {
        let (stored, before) = try await Self.trail()
        for place in stored.indices {
            for other in (place + 1)..<stored.endIndex {
                var moved = stored[other]
                moved[0] = stored[place][0]
                #expect(Self.isFound(moved, after: before[place]), "\(place + 1) and \(other + 1)")
            }
        }
    }

    @Test("Every truncation is found, also when the head is put back", arguments: TestEngine.available)
    func truncations(engine: TestEngine) async throws {
        struct Undone: Error {}
        try await withTemporaryFolder { folder in
            let seal = try AuditSeal(folder: folder)
            try await withDatabaseLocation(engine) { location in
                let database = try await Database.open(location, auditSeal: seal)
                try await AuditTrailTests.fill(database, rows: 150)
                let (old, oldSignature) = try await database.read { reader in
                    (try reader.auditRows(after: 149)[0], try reader.text("SELECT signature FROM audit_head"))
                }
                try await AuditTrailTests.fill(database, rows: 50)
                await database.close()
                let anchor = seal.anchor()
                #expect(anchor?.seq == 200)

                try await withOpenDatabase(location) { database in
                    await #expect(throws: Undone.self) {
                        try await database.write { tx in
                            #expect(try tx.verifyAuditTrail(seal, anchor: anchor).isIntact)
                            for kept in stride(from: Self.rows - 1, through: 0, by: engine == .sqlite ? 1 : 10) {
                                try tx.execute("DELETE FROM audit_entry WHERE seq > \(kept)")
                                let last = Int64(kept + 1)
                                #expect(try tx.verifyAuditTrail(seal, anchor: anchor) == .broken(at: last, .cutOff))
                                guard kept % 30 == 0 || engine == .postgres else { continue }
                                // somebody who knows how a row is hashed, and not the key
                                try tx.execute(
                                    """
                                    UPDATE audit_head SET seq = \(kept), hash = COALESCE(
                                        (SELECT hash FROM audit_entry WHERE seq = \(kept)), \(AuditRow.beginning))
                                    """)
                                #expect(try tx.verifyAuditTrail(seal, anchor: nil).isIntact == false)
                                guard kept == 150 else { continue }
                                // with the signature of that time: only the file beside the key tells
                                try tx.execute("UPDATE audit_head SET signature = \(oldSignature)")
                                #expect(try tx.verifyAuditTrail(seal, anchor: nil).isIntact, "\(old.seq)")
                                #expect(
                                    try tx.verifyAuditTrail(seal, anchor: anchor) == .broken(at: last, .cutOff))
                            }
                            throw Undone()
                        }
                    }
                }
            }
        }
    }
}

extension AuditVerdict {
    fileprivate var isIntact: Bool { if case .intact = self { true } else { false } }
}
