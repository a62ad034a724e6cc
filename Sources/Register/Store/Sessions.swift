package import Kernel
package import Persistence
import Sync
package import Web

extension RegisterStore {
    struct SessionFilter: Sendable {
        var from: CivilDate?
        var to: CivilDate?
        var group: String?
        var module: String?
        var state: SessionState?
    }

    /// In the order of their days and times, at most one row more than the page holds.
    func sessions(_ caller: Principal, _ filter: SessionFilter, _ page: RosterPage) async throws -> [Row] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var sql: SQL = """
                SELECT \(SessionRecord.columns) FROM session WHERE deleted = 0 AND \(scope.group("group_id"))
                    AND \(page.position(["date", "period", "id"]))
                """
            if let from = filter.from { sql += " AND date >= \(from)" }
            if let to = filter.to { sql += " AND date <= \(to)" }
            if let group = filter.group { sql += " AND group_id = \(group)" }
            if let module = filter.module { sql += " AND module_id = \(module)" }
            if let state = filter.state { sql += " AND state = \(state)" }
            return try reader.fetchAll(sql + " ORDER BY date, period, id LIMIT \(page.limit + 1)")
        }
    }

    /// - Throws: `RegisterError.unknownSession`, also for a session out of the caller's view
    func session(_ id: String, _ caller: Principal) async throws -> Row {
        try await database.read { [self] reader in
            try requireSession(id, caller, reader)
            return try sessionRow(id, reader)
        }
    }

    /// Makes a session, or finds the one that was made of the same group, day and period.
    /// - Throws: `Rejection`
    func makeSession(
        _ fields: [String: JSONValue], by caller: Principal
    ) async throws -> (row: Row, isNew: Bool) {
        var fields = fields
        if fields["period"] == nil {
            fields["period"] = .string(
                SessionIdentity.period(start: try FieldCheck.time(fields["start"] ?? .null, "start")))
        }
        guard let slot = try SessionFields.statedSlot(fields) else { throw Rejection.required("group") }
        let complete = fields
        return try await database.write { [self] tx in
            let id = slot.sessionID
            let known = try tx.text("SELECT id FROM session WHERE id = \(id) AND deleted = 0")
            let operation = makeOperation(.session, key: id, fields: complete, seen: [:], by: caller)
            try perform(operation, by: caller, in: tx)
            return (try sessionRow(id, tx), known == nil)
        }
    }

    /// Changes what is given: title, kind, end, timezone, location, teacher, state.
    /// - Throws: `Rejection`, also for a session of a group that the caller does not teach
    package func changeSession(_ id: String, _ fields: [String: JSONValue], by caller: Principal) async throws -> Row {
        for field in fields.keys.sorted() where !SessionFields.editable.contains(field) {
            throw Rejection.unknownField(field)
        }
        return try await database.write { [self] tx in
            try requireSession(id, caller, tx)
            if !fields.isEmpty {
                let current = try SessionRecord(try sessionRow(id, tx))
                let seen = current.fields.versions.mapValues(\.operation).filter { fields[$0.key] != nil }
                try perform(
                    makeOperation(.session, key: id, fields: fields, seen: seen, by: caller), by: caller, in: tx)
            }
            return try sessionRow(id, tx)
        }
    }

    func sessionRow(_ id: String, _ reader: any Reader) throws -> Row {
        let sql: SQL = "SELECT \(SessionRecord.columns) FROM session WHERE id = \(id) AND deleted = 0"
        guard let row = try reader.fetchOne(sql) else { throw RegisterError.unknownSession }
        return row
    }
}
