import Kernel
import Persistence
import Sync
package import Web

extension RegisterStore {
    /// Imports, the latest first.
    func imports(before cursor: String?, limit: Int) async throws -> (items: [ImportReport], next: String?) {
        let rows = try await database.read { reader in
            let position: SQL = cursor.map { "id < \($0)" } ?? "1 = 1"
            return try reader.fetchAll(
                "SELECT report, undone_at FROM import WHERE \(position) ORDER BY id DESC LIMIT \(limit + 1)"
            ).map(Self.stored)
        }
        let items = rows.prefix(limit).map { $0.shortened() }
        return (items, rows.count > limit ? items.last?.id : nil)
    }

    /// - Throws: `not_found`
    package func importReport(_ id: String) async throws -> ImportReport {
        let row = try await database.read { try $0.fetchOne("SELECT report, undone_at FROM import WHERE id = \(id)") }
        guard let row else { throw ImportError.unknownImport }
        return try Self.stored(row)
    }

    private static func stored(_ row: Row) throws -> ImportReport {
        var report = try StoredJSON.value(ImportReport.self, row[0].text)
        report.undoneAt = row[1].integer.map(Instant.init(milliseconds:))
        return report
    }

    /// Takes an import back: what it made goes, what it changed is as before, its marks are unmarked with their history.
    /// - Throws: `not_found`, `import_undone`, `import_in_use` with what rests on it
    package func undoImport(_ id: String, by caller: Principal) async throws -> ImportReport {
        let now = clock.now()
        try await database.write { tx in
            guard let row = try tx.fetchOne("SELECT undo, undone_at FROM import WHERE id = \(id)") else {
                throw ImportError.unknownImport
            }
            guard row[1].isNull else { throw ImportError.alreadyUndone }
            let undo = try StoredJSON.value(ImportUndo.self, row[0].text)
            let obstacles = try undo.obstacles(import: id, tx)
            guard obstacles.isEmpty else { throw ImportError.inUse(obstacles) }
            try self.unmark(undo, import: id, by: caller, tx)
            try undo.restore(tx)
            try tx.execute("UPDATE import SET undone_at = \(now) WHERE id = \(id)")
        }
        return try await importReport(id)
    }

    /// Marks of the import become unmarked, or what an earlier import said, by operations like any other.
    private func unmark(
        _ undo: ImportUndo, import id: String, by caller: Principal, _ tx: any Transaction
    ) throws {
        let rows = try tx.fetchAll(
            "SELECT \(MarkRecord.columns) FROM mark WHERE device_id = \(id) AND status IS NOT NULL ORDER BY session_id, student_id"
        )
        let marks = try rows.map(MarkRecord.init)
        guard !marks.isEmpty else { return }
        let now = clock.now()
        let earlier = Dictionary(undo.marks.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let states = try closedStates(Set(marks.map(\.key.session)), tx)
        var pen = ImportPen(import: id, author: caller.userID, now: now)
        try push(
            states.keys.sorted().map { pen.write(.session, $0, ["state": "open"], seen: states[$0]) }, by: caller, tx)
        let operations = marks.map { mark in
            let key = mark.key.description
            let seen = mark.fields.versions["status"].map { ["status": $0.operation] }
            guard let before = earlier[key] else {
                return pen.write(.mark, key, ["status": .null], seen: seen, reason: "import undone")
            }
            var other = ImportPen(import: before.device, author: caller.userID, now: now)
            return other.write(
                .mark, key, ["status": .string(before.status.rawValue)], seen: seen, reason: "import undone")
        }
        try push(operations, by: caller, tx)
        let open = try closedStates(Set(states.keys), tx, state: .open)
        try push(
            open.keys.sorted().map { pen.write(.session, $0, ["state": "closed"], seen: open[$0]) }, by: caller, tx)
    }

    /// Those of the sessions that are in a state, with the operation that set it.
    private func closedStates(
        _ ids: Set<String>, _ tx: any Transaction, state: SessionState = .closed
    ) throws -> [String: [String: String]] {
        let sessions = try inParts(ids.sorted()) { ids in
            try tx.fetchAll("SELECT \(SessionRecord.columns) FROM session WHERE id IN \(list: ids)").map(
                SessionRecord.init)
        }
        var states: [String: [String: String]] = [:]
        for session in sessions where session.state == state {
            states[session.id] = session.fields.versions["state"].map { ["state": $0.operation] } ?? [:]
        }
        return states
    }
}
