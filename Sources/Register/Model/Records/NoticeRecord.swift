import Kernel
import Persistence
import Sync

/// An absence notice as the engine changes it.
struct NoticeRecord: Sendable {
    let id: String
    let student: String
    var fields: Versioned
    var requestedBy: String
    var requestedByName: String
    var requestedAt: Instant
    var decidedBy: String?
    var decidedByName: String?
    var decidedAt: Instant?
    var deleted = false

    var state: NoticeState { fields["state"].flatMap(NoticeState.init) ?? .requested }

    /// Without the evidence, which is read by its own route only.
    static let columns: SQL = """
        id, student_id, category, first_day, last_day, reason, state, requested_by, requested_by_name, requested_at,
        decided_by, decided_by_name, decided_at, evidence_name, evidence_size, versions, change, deleted
        """

    init(id: String, student: String, requestedBy: String, name: String, at: Instant) {
        self.id = id
        self.student = student
        fields = Versioned()
        self.requestedBy = requestedBy
        requestedByName = name
        requestedAt = at
    }

    /// - Parameter row: of `columns`, in that order.
    init(_ row: Row) throws {
        id = row[0].text ?? ""
        student = row[1].text ?? ""
        fields = try Versioned(
            values: [
                "category": row[2].json, "firstDay": row[3].json, "lastDay": row[4].json, "reason": row[5].json,
                "state": row[6].json,
            ], storedVersions: row[15].text ?? "{}")
        requestedBy = row[7].text ?? ""
        requestedByName = row[8].text ?? ""
        requestedAt = Instant(milliseconds: row[9].integer ?? 0)
        decidedBy = row[10].text
        decidedByName = row[11].text
        decidedAt = row[12].integer.map(Instant.init(milliseconds:))
        deleted = row[17].integer == 1
    }

    func upsert(change: Int64) -> SQL {
        """
        INSERT INTO absence_notice (id, student_id, category, first_day, last_day, reason, state, requested_by,
            requested_by_name, requested_at, decided_by, decided_by_name, decided_at, versions, change, deleted)
        VALUES (\(id), \(student), \(fields["category"] ?? AbsenceCategory.other.rawValue), \(fields["firstDay"] ?? ""),
            \(fields["lastDay"] ?? ""), \(fields["reason"]), \(state), \(requestedBy), \(requestedByName),
            \(requestedAt), \(decidedBy), \(decidedByName), \(decidedAt), \(fields.storedVersions), \(change),
            \(deleted))
        ON CONFLICT (id) DO UPDATE SET category = excluded.category, first_day = excluded.first_day,
            last_day = excluded.last_day, reason = excluded.reason, state = excluded.state,
            decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name,
            decided_at = excluded.decided_at, versions = excluded.versions, change = excluded.change,
            deleted = excluded.deleted
        """
    }
}
