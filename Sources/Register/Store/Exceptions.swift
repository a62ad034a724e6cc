import Kernel
import Persistence
import Sync
import Web

extension RegisterStore {
    struct ExceptionFilter: Sendable {
        var student: String?
        var state: NoticeState?
        var from: CivilDate?
        var to: CivilDate?
    }

    /// Absence notices by first day, at most one row more than the page holds.
    func exceptions(
        _ caller: Principal, _ filter: ExceptionFilter, _ page: RosterPage
    ) async throws -> (rows: [Row], scope: Scope) {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var sql: SQL = """
                SELECT \(NoticeRecord.columns) FROM absence_notice
                WHERE deleted = 0 AND \(scope.student("student_id")) AND \(page.position(["first_day", "id"]))
                """
            if let student = filter.student { sql += " AND student_id = \(student)" }
            if let state = filter.state { sql += " AND state = \(state)" }
            if let from = filter.from { sql += " AND last_day >= \(from)" }
            if let to = filter.to { sql += " AND first_day <= \(to)" }
            let rows = try reader.fetchAll(sql + " ORDER BY first_day, id LIMIT \(page.limit + 1)")
            return (rows, scope)
        }
    }

    /// - Throws: `RegisterError.unknownException`, also for one out of the caller's view
    func exception(_ id: String, _ caller: Principal) async throws -> (row: Row, showsReasons: Bool) {
        try await database.read { [self] in try visibleException(id, caller, $0) }
    }

    /// - Parameter fields: of the operation; without `student`, the caller's own person.
    /// - Throws: `Rejection`
    func requestException(_ fields: [String: JSONValue], by caller: Principal) async throws -> Row {
        var fields = fields
        if fields["student"] == nil {
            guard let person = caller.personID else { throw Rejection.required("student") }
            fields["student"] = .string(person)
        }
        let complete = fields
        return try await database.write { [self] tx in
            let id = Identifier.v7()
            try perform(
                makeOperation(.exception, key: id, fields: complete, seen: [:], by: caller), by: caller, in: tx)
            return try exceptionRow(id, tx)
        }
    }

    /// Changes what is given of a notice; what a role may change is the engine's rule.
    /// - Parameter reason: why it was decided so, for the history
    /// - Throws: `RegisterError.unknownException`, `Rejection`
    func changeException(
        _ id: String, _ fields: [String: JSONValue], reason: String? = nil, by caller: Principal
    ) async throws -> (row: Row, showsReasons: Bool) {
        if fields["student"] != nil { throw Rejection.unknownField("student") }
        return try await database.write { [self] tx in
            let (before, _) = try visibleException(id, caller, tx)
            if !fields.isEmpty {
                let versions = try NoticeRecord(before).fields.versions
                let seen = versions.mapValues(\.operation).filter { fields[$0.key] != nil }
                try perform(
                    makeOperation(.exception, key: id, fields: fields, seen: seen, by: caller, reason: reason),
                    by: caller, in: tx)
            }
            return try visibleException(id, caller, tx)
        }
    }

    func visibleException(
        _ id: String, _ caller: Principal, _ reader: any Reader
    ) throws -> (row: Row, showsReasons: Bool) {
        let scope = try Scope.of(caller, reader)
        let sql: SQL = """
            SELECT \(NoticeRecord.columns) FROM absence_notice
            WHERE id = \(id) AND deleted = 0 AND \(scope.student("student_id"))
            """
        guard let row = try reader.fetchOne(sql) else { throw RegisterError.unknownException }
        return (row, scope.showsReasons(of: row["student_id"].text))
    }

    private func exceptionRow(_ id: String, _ reader: any Reader) throws -> Row {
        let sql: SQL = "SELECT \(NoticeRecord.columns) FROM absence_notice WHERE id = \(id)"
        guard let row = try reader.fetchOne(sql) else { throw RegisterError.unknownException }
        return row
    }
}
