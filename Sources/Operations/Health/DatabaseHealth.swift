import Foundation
import Kernel
package import Persistence

/// Writes to the database, reads it back, and tells how large things are.
package struct DatabaseHealth: HealthPart {
    package let name = "database"
    package let isRequired = true
    private let database: Database
    /// The file of SQLite; nil with PostgreSQL.
    private let file: URL?

    package init(database: Database, location: DatabaseLocation) {
        self.database = database
        file = if case .sqlite(let path) = location { URL(fileURLWithPath: path) } else { nil }
    }

    package func look() async throws -> PartFinding {
        let mark = Identifier.v7()
        try await database.write { try $0.setMeta("health_probe", mark) }
        let (read, count, newest) = try await database.read { reader in
            (
                try reader.meta("health_probe"), try reader.integer("SELECT COUNT(*) FROM schema_migration"),
                try reader.text("SELECT name FROM schema_migration ORDER BY applied_at DESC, name DESC LIMIT 1")
            )
        }
        // another server may have written a later mark in between; identifiers of version 7 grow
        guard let read, read >= mark else { return PartFinding(.down, error: "probe_not_read_back") }
        var details: [String: JSONValue] = [
            "engine": .string(database.engine.rawValue), "migrations": count.map { .integer($0) } ?? .null,
            "schemaVersion": newest.map { .string($0) } ?? .null, "replicaLagSeconds": .null, "walBytes": .null,
            "freeBytes": .null,
        ]
        guard let file else { return PartFinding(.ok, details: details) }
        let folder = file.deletingLastPathComponent()
        details["walBytes"] = Self.size(file.path + "-wal").map { .integer($0) } ?? .null
        details["freeBytes"] = MachineReadings.now(folder: folder).diskFreeBytes.map { .integer($0) } ?? .null
        return PartFinding(.ok, details: details)
    }

    private static func size(_ path: String) -> Int64? {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
        return size?.int64Value
    }
}
