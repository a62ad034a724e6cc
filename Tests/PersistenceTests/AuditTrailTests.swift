import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct AuditTrailTests {
    static let now = Instant(milliseconds: 1_700_000_000_000)

    static func entry(_ number: Int) -> AuditEntry {
        AuditEntry(
            "document.view", "document/\(number)", number % 3 == 0 ? .refused : .done, by: number % 2 == 0 ? nil : "u1",
            ipAddress: "127.0.0.1", sessionID: "s1", requestID: "r\(number)", reason: number == 4 ? "a \"claim\"" : nil)
    }

    static func fill(_ database: Database, rows: Int = 6) async throws {
        try await database.write { tx in
            for number in 1...rows { try tx.audit(entry(number), at: now.adding(seconds: Int64(number))) }
        }
    }

    private static func verdict(_ database: Database) async throws -> AuditVerdict {
        try await database.verifyAuditTrail()
    }

    @Test("Rows follow on each other and can be read back", arguments: TestEngine.available)
    func chain(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            #expect(try await Self.verdict(database) == .intact(rows: 0, hash: AuditRow.beginning))
            try await Self.fill(database)
            let rows = try await database.read { try $0.auditRows() }
            #expect(rows.map(\.seq) == [1, 2, 3, 4, 5, 6])
            #expect(rows[0].previousHash == AuditRow.beginning && rows[5].previousHash == rows[4].hash)
            #expect(rows[3].reason == "a \"claim\"" && rows[2].outcome == "refused" && rows[1].userId == nil)
            #expect(try await Self.verdict(database) == .intact(rows: 6, hash: rows[5].hash))
            #expect(try await database.read { try $0.auditRows(after: 4) }.map(\.seq) == [5, 6])
        }
    }

    @Test("A row belongs to the transaction that it tells of", arguments: TestEngine.available)
    func transaction(engine: TestEngine) async throws {
        struct Undone: Error {}
        try await withDatabase(engine) { database in
            await #expect(throws: Undone.self) {
                try await database.write { tx in
                    try tx.audit(Self.entry(1), at: Self.now)
                    throw Undone()
                }
            }
            #expect(try await Self.verdict(database) == .intact(rows: 0, hash: AuditRow.beginning))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...20 {
                    group.addTask {
                        _ = try await database.write { try $0.audit(Self.entry(number), at: Self.now) }
                    }
                }
                try await group.waitForAll()
            }
            let rows = try await database.read { try $0.auditRows() }
            #expect(try await Self.verdict(database) == .intact(rows: 20, hash: rows[19].hash))
        }
    }

    private struct Tampering: Sendable {
        let sql: SQL
        let expected: AuditVerdict
    }

    private static let tamperings = [
        Tampering(sql: "UPDATE audit_entry SET user_id = 'u9' WHERE seq = 3", expected: .broken(at: 3, .edited)),
        Tampering(sql: "UPDATE audit_entry SET user_id = 'u9' WHERE seq = 2", expected: .broken(at: 2, .edited)),
        Tampering(sql: "UPDATE audit_entry SET reason = NULL WHERE seq = 4", expected: .broken(at: 4, .edited)),
        Tampering(
            sql: "UPDATE audit_entry SET timestamp = timestamp + 1 WHERE seq = 1", expected: .broken(at: 1, .edited)),
        Tampering(sql: "DELETE FROM audit_entry WHERE seq = 3", expected: .broken(at: 4, .gap)),
        Tampering(sql: "DELETE FROM audit_entry WHERE seq = 1", expected: .broken(at: 2, .gap)),
        Tampering(sql: "DELETE FROM audit_entry WHERE seq > 4", expected: .broken(at: 5, .cutOff)),
        Tampering(sql: "DELETE FROM audit_entry", expected: .broken(at: 1, .cutOff)),
        Tampering(
            sql: "UPDATE audit_entry SET seq = CASE seq WHEN 2 THEN 30 ELSE seq END", expected: .broken(at: 3, .gap)),
    ]

    @Test("Every edit, deletion, reordering and truncation is found", arguments: TestEngine.available)
    func tampering(engine: TestEngine) async throws {
        for one in Self.tamperings {
            try await withDatabase(engine) { database in
                try await Self.fill(database)
                try await database.write { try $0.execute(one.sql) }
                #expect(try await Self.verdict(database) == one.expected)
            }
        }
    }
}
