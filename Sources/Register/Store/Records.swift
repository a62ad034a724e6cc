import Kernel
import Persistence
import Sync
import Web

extension RegisterStore {
    static let mostRecords = 500

    struct RecordFilter: Sendable {
        var session: String?
        var student: String?
        var group: String?
        var from: CivilDate?
        var to: CivilDate?
    }

    /// Marks in the order of their days, at most one row more than the page holds.
    func records(_ caller: Principal, _ filter: RecordFilter, _ page: RosterPage) async throws -> [Row] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var sql: SQL = """
                SELECT \(MarkRecord.columns) FROM mark
                WHERE \(scope.row(group: "group_id", student: "student_id"))
                    AND \(page.position(["day", "session_id", "student_id"]))
                """
            if let session = filter.session { sql += " AND session_id = \(session)" }
            if let student = filter.student { sql += " AND student_id = \(student)" }
            if let group = filter.group { sql += " AND group_id = \(group)" }
            if let from = filter.from { sql += " AND day >= \(from)" }
            if let to = filter.to { sql += " AND day <= \(to)" }
            return try reader.fetchAll(sql + " ORDER BY day, session_id, student_id LIMIT \(page.limit + 1)")
        }
    }

    /// A mark as somebody at a connected screen sets it.
    struct NewRecord: Sendable {
        let key: MarkKey
        let fields: [String: JSONValue]
        /// What was on the screen, field → operation; nil stands for what is shown now.
        let seen: [String: String]?
        let fill: Bool
        let reason: String?
    }

    /// What became of one of them, and the mark as it is now.
    struct Recorded: Sendable {
        let key: MarkKey
        let verdict: Verdict
        let mark: Row?
    }

    /// - Throws: `Rejection` when a single record is refused; of several, each has its verdict.
    func record(_ records: [NewRecord], by caller: Principal) async throws -> [Recorded] {
        try await database.write { [self] tx in
            let before = try markRows(records.map(\.key), tx).mapValues { try MarkRecord($0) }
            let operations = records.map { record in
                // A fill has seen nothing by nature: with what is shown as seen it would replace it.
                let shown = record.fill ? [:] : before[record.key]?.fields.versions.mapValues(\.operation) ?? [:]
                return makeOperation(
                    .mark, key: record.key.description, fields: record.fields,
                    seen: (record.seen ?? shown).filter { record.fields[$0.key] != nil }, by: caller,
                    fill: record.fill, reason: record.reason)
            }
            let applied = try apply(operations, by: caller, as: .server, in: tx)
            if operations.count == 1, let rejection = applied.rejections[operations[0].id] { throw rejection }
            // Without the right to see a session its marks stay out of the answer too.
            let visible = zip(records, applied.verdicts).filter { $1.kind != .rejected }.map(\.0.key)
            let after = try markRows(visible, tx)
            return zip(records, applied.verdicts).map { Recorded(key: $0.key, verdict: $1, mark: after[$0.key]) }
        }
    }

    private func markRows(_ keys: [MarkKey], _ reader: any Reader) throws -> [MarkKey: Row] {
        let rows = try reader.fetchAll(
            """
            SELECT \(MarkRecord.columns) FROM mark WHERE session_id IN \(list: Set(keys.map(\.session)).sorted())
                AND student_id IN \(list: Set(keys.map(\.student)).sorted())
            """)
        let wanted = Set(keys)
        let found = rows.map { (MarkKey(session: $0[0].text ?? "", student: $0[1].text ?? ""), $0) }
        return Dictionary(found.filter { wanted.contains($0.0) }, uniquingKeysWith: { first, _ in first })
    }
}
