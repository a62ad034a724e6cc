package import Foundation
package import Kernel
package import Persistence

/// What to look for in the audit trail; nil asks for nothing.
package struct AuditFilter: Sendable {
    package var user: String?
    package var action: String?
    /// The resource itself, or what it begins with when it ends with `*`.
    package var resource: String?
    package var outcome: String?
    package var request: String?
    package var from: Instant?
    package var to: Instant?

    package init() {}
}

/// Shows, checks and exports the audit trail.
package struct AuditStore: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    /// Rows that a filter lets through, the newest first, before a number.
    package func rows(_ filter: AuditFilter, before: Int64?, limit: Int) async throws -> [AuditRow] {
        try await database.read { reader in
            try reader.auditRows(where: filter.condition, before: before ?? .max, limit: limit)
        }
    }

    package func verify() async throws -> AuditVerdict { try await database.verifyAuditTrail() }

    /// Writes the whole trail to a file: see `AuditExport`. The file is there when it is complete.
    /// - Returns: rows written
    package func export(to url: URL) async throws -> Int64 {
        let draft = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: draft) }
        guard
            FileManager.default.createFile(atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = try? FileHandle(forWritingTo: draft)
        else { throw AuditError.notWritable(url.lastPathComponent) }
        let rows = try await database.read { try AuditExport.write($0, to: file) }
        do {
            try file.synchronize()
            try file.close()
        } catch {
            throw AuditError.notWritable(url.lastPathComponent)
        }
        guard rename(draft.path, url.path) == 0 else { throw AuditError.notWritable(url.lastPathComponent) }
        return rows
    }
}

extension AuditFilter {
    /// As a condition of SQL, for both engines.
    var condition: SQL {
        var sql: SQL = "1 = 1"
        if let user { sql += " AND user_id = \(user)" }
        if let action { sql += " AND action = \(action)" }
        if let outcome { sql += " AND outcome = \(outcome)" }
        if let request { sql += " AND request_id = \(request)" }
        if let from { sql += " AND timestamp >= \(from)" }
        if let to { sql += " AND timestamp < \(to)" }
        switch resource {
        case let start? where start.hasSuffix("*"):
            let start = String(start.dropLast())
            sql += " AND substr(resource, 1, CAST(\(start.unicodeScalars.count) AS INTEGER)) = \(start)"
        case let whole?: sql += " AND resource = \(whole)"
        case nil: break
        }
        return sql
    }
}

package enum AuditError: Failure, Equatable {
    case notWritable(String)
    case broken(at: Int64, AuditVerdict.Fault)

    package var code: String {
        switch self {
        case .notWritable: "file_not_writable"
        case .broken: "audit_trail_broken"
        }
    }

    package var kind: FailureKind { .conflict }

    package var sentence: String {
        switch self {
        case .notWritable(let name): "The file \(name) cannot be written."
        case .broken(let row, .gap): "The audit trail is broken: a row before row \(row) is missing."
        case .broken(let row, .chain):
            "The audit trail is broken: row \(row) does not follow on the row before it; rows were moved or replaced."
        case .broken(let row, .edited): "The audit trail is broken: row \(row) is not as it was written."
        case .broken(let row, .cutOff): "The audit trail is broken: it was cut off before row \(row)."
        case .broken(let row, .foreign):
            "The audit trail is broken: its end at row \(row) was not written with this installation's key."
        }
    }
}
