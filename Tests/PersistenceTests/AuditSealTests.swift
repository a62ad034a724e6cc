import Foundation
import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct AuditSealTests {
    /// A database with a seal, and the same one as somebody without the key opens it.
    private func withSealed(
        _ engine: TestEngine, _ body: (DatabaseLocation, AuditSeal) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let seal = try AuditSeal(folder: folder)
            try await withDatabaseLocation(engine) { location in
                try await open(location, seal) { try await AuditTrailTests.fill($0) }
                try await body(location, seal)
            }
        }
    }

    private func open<T>(
        _ location: DatabaseLocation, _ seal: AuditSeal?, _ body: (Database) async throws -> T
    ) async throws -> T {
        let database = try await Database.open(location, auditSeal: seal)
        let value = try await body(database)
        await database.close()
        return value
    }

    @Test(
        "A trail written anew without the key is found, and stays found when Rounds goes on",
        arguments: TestEngine.available)
    func foreign(engine: TestEngine) async throws {
        try await withSealed(engine) { location, seal in
            // without a seal this is exactly what an intruder could write
            try await open(location, nil) { try await AuditTrailTests.fill($0, rows: 1) }
            try await open(location, seal) { database in
                #expect(try await database.verifyAuditTrail() == .broken(at: 7, .foreign))
                try await AuditTrailTests.fill(database, rows: 2)
                #expect(try await database.verifyAuditTrail() == .broken(at: 8, .foreign))
                #expect(
                    try await database.read { try $0.auditRows(after: 7) }.map(\.action).first == AuditRow.foreignEnd)
            }
        }
    }

    @Test("A trail written anew beyond the anchor is found where the anchor stands", arguments: TestEngine.available)
    func rewritten(engine: TestEngine) async throws {
        try await withSealed(engine) { location, seal in
            let anchor = try #require(seal.anchor())
            #expect(anchor.seq == 6)
            // the same rows under other numbers of requests, chained and hashed as they should be
            try await open(location, nil) { database in
                try await database.write { tx in
                    try tx.execute("DELETE FROM audit_entry")
                    try tx.execute("UPDATE audit_head SET seq = 0, hash = \(AuditRow.beginning)")
                    for number in 11...18 { try tx.audit(AuditTrailTests.entry(number), at: AuditTrailTests.now) }
                }
            }
            try await open(location, seal) { database in
                let found = try await database.read { try $0.verifyAuditTrail(seal, anchor: anchor) }
                #expect(found == .broken(at: 6, .foreign))
            }
        }
    }

    @Test("A trail goes on after a restart, and the file beside the key with it", arguments: TestEngine.available)
    func reopened(engine: TestEngine) async throws {
        try await withSealed(engine) { location, seal in
            try await open(location, seal) { database in
                try await AuditTrailTests.fill(database, rows: 3)
                let rows = try await database.read { try $0.auditRows() }
                #expect(rows.count == 9)
                #expect(try await database.verifyAuditTrail() == .intact(rows: 9, hash: rows[8].hash))
            }
            #expect(seal.anchor()?.seq == 9)
        }
    }

    private static func requester(isChange: Bool = true) -> Requester {
        Requester(
            userID: "u1", ipAddress: "127.0.0.1", sessionID: "s1", requestID: "r1", action: "changeNote",
            resource: "/notes/{id}", isChange: isChange)
    }

    @Test("A request that changes something is a row, unless the store has said more", arguments: TestEngine.available)
    func requests(engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await Requester.$current.withValue(Self.requester()) {
                try await database.write { try $0.addNote("n1") }
                try await database.write { tx in
                    try tx.addNote("n2")
                    try tx.audit("note.add", "note/n2", at: AuditTrailTests.now)
                }
                // asks only; changes nothing; is undone
                _ = try await database.write { try $0.integer("SELECT COUNT(*) FROM note") }
                _ = try await database.write { try $0.execute("UPDATE note SET body = 'x' WHERE id = 'none'") }
                try? await database.write { tx in
                    try tx.addNote("n3")
                    throw Refused()
                }
                // what is written and answered at once
                _ = try await database.write { tx in
                    try tx.fetchAll(String.self, "UPDATE note SET body = 'y' WHERE id = 'n1' RETURNING id")
                }
            }
            try await Requester.$current.withValue(Self.requester(isChange: false)) {
                try await database.write { try $0.addNote("n4") }
            }
            try await database.write { try $0.addNote("n5") }

            let rows = try await database.read { try $0.auditRows() }
            #expect(rows.map(\.action) == ["changeNote", "note.add", "changeNote"])
            #expect(rows.map(\.resource) == ["/notes/{id}", "note/n2", "/notes/{id}"])
            #expect(
                rows.allSatisfy {
                    $0.userId == "u1" && $0.requestId == "r1" && $0.sessionId == "s1" && $0.ipAddress == "127.0.0.1"
                })
        }
    }
}
