import Kernel
import Persistence
import Sync
import Web

extension RegisterStore {
    /// The side of a disagreement that somebody chooses.
    enum Choice: String, Sendable, CaseIterable {
        case kept, other
    }

    func disputes(
        _ caller: Principal, isOpen: Bool?, session: String?, _ page: RosterPage
    ) async throws -> [Row] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var sql: SQL = """
                SELECT \(RecordColumns.dispute) FROM dispute
                WHERE \(scope.dispute(caller)) AND \(page.position(["id"]))
                """
            if let isOpen { sql += isOpen ? " AND settled_at IS NULL" : " AND settled_at IS NOT NULL" }
            if let session { sql += " AND session_id = \(session)" }
            return try reader.fetchAll(sql + " ORDER BY id LIMIT \(page.limit + 1)")
        }
    }

    /// Settles a disagreement, and every other one over the same field: one answer ends them all.
    ///
    /// `kept` confirms what is shown now, even if it changed since; `other` puts the other value in its place.
    /// - Throws: `RegisterError.unknownDispute`, `.alreadySettled`, `Rejection`
    func settle(_ id: String, choosing choice: Choice, by caller: Principal) async throws -> Row {
        try await database.write { [self] tx in
            let row = try disputeRow(id, caller, tx)
            guard row["settled_at"].isNull else { throw RegisterError.alreadySettled }
            guard let entity = row["entity"].text.flatMap(Operation.Entity.init), let key = row["entity_key"].text,
                let field = row["field"].text, let current = try fields(of: entity, key, tx)
            else { throw RegisterError.unknownDispute }
            let other = try JSONParser.value(row["other"].text ?? "null")["value"] ?? .null
            let shown = current.values[field] ?? .null
            let same = try tx.texts(
                """
                SELECT id FROM dispute WHERE entity = \(entity.rawValue) AND entity_key = \(key) AND field = \(field)
                    AND settled_at IS NULL ORDER BY id
                """)
            let operation = makeOperation(
                entity, key: key, fields: [field: choice == .kept ? shown : other],
                seen: current.versions[field].map { [field: $0.operation] } ?? [:], by: caller, settles: same)
            try perform(operation, by: caller, in: tx)
            return try disputeRow(id, caller, tx)
        }
    }

    private func disputeRow(_ id: String, _ caller: Principal, _ reader: any Reader) throws -> Row {
        let scope = try Scope.of(caller, reader)
        let sql: SQL = "SELECT \(RecordColumns.dispute) FROM dispute WHERE id = \(id) AND \(scope.dispute(caller))"
        guard let row = try reader.fetchOne(sql) else { throw RegisterError.unknownDispute }
        return row
    }

    /// What a record shows now; for a mark that was never made, nothing.
    private func fields(of entity: Operation.Entity, _ key: String, _ reader: any Reader) throws -> Versioned? {
        switch entity {
        case .mark:
            guard let key = MarkKey(key) else { return nil }
            let row = try reader.fetchOne(
                """
                SELECT \(MarkRecord.columns) FROM mark
                WHERE session_id = \(key.session) AND student_id = \(key.student)
                """)
            return try row.map { try MarkRecord($0).fields } ?? Versioned()
        case .exception:
            return try reader.fetchOne("SELECT \(NoticeRecord.columns) FROM absence_notice WHERE id = \(key)").map {
                try NoticeRecord($0).fields
            }
        case .session: return nil
        }
    }
}
