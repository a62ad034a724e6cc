import Kernel
import Persistence
import Sync

/// A session as the engine changes it.
struct SessionRecord: Sendable {
    let id: String
    let moduleID: String
    let slot: SessionSlot
    let origin: SessionOrigin
    var fields: Versioned
    var teacherName: String?
    /// The order of the operation that closed it; nil while it is not closed.
    var closingOrder: Stamp?
    var closedAt: Instant?
    var deleted: Bool

    var state: SessionState { fields["state"].flatMap(SessionState.init) ?? .scheduled }
    var group: String { slot.group }
    var date: CivilDate { slot.date }

    static let columns: SQL = """
        id, module_id, group_id, title, kind, date, start_time, end_time, timezone, location, teacher_id, teacher_name,
        state, origin, period, versions, closing_order, closed_at, change, deleted
        """

    init(
        id: String, moduleID: String, slot: SessionSlot, origin: SessionOrigin, fields: Versioned
    ) {
        self.id = id
        self.moduleID = moduleID
        self.slot = slot
        self.origin = origin
        self.fields = fields
        deleted = false
    }

    /// - Parameter row: of `columns`, in that order.
    init(_ row: Row) throws {
        guard let date = CivilDate(row[5].text ?? ""), let period = row[14].text,
            let slot = SessionSlot(group: row[2].text ?? "", date: date, period: period)
        else { throw PersistenceError.unreadable }
        id = row[0].text ?? ""
        moduleID = row[1].text ?? ""
        self.slot = slot
        origin = row[13].text.flatMap(SessionOrigin.init) ?? .hand
        fields = try Versioned(
            values: [
                "title": row[3].json, "kind": row[4].json, "end": row[7].json, "timezone": row[8].json,
                "location": row[9].json, "teacher": row[10].json, "state": row[12].json,
            ], storedVersions: row[15].text ?? "{}")
        teacherName = row[11].text
        closingOrder = row[16].text.flatMap(Stamp.init)
        closedAt = row[17].integer.map(Instant.init(milliseconds:))
        deleted = row[19].integer == 1
    }

    func upsert(change: Int64) -> SQL {
        """
        INSERT INTO session (\(Self.columns)) VALUES (\(id), \(moduleID), \(group), \(fields["title"] ?? ""),
            \(fields["kind"] ?? SessionKind.lecture.rawValue), \(date), \(slot.start), \(fields["end"]),
            \(fields["timezone"] ?? "UTC"), \(fields["location"]), \(fields["teacher"]), \(teacherName), \(state),
            \(origin), \(slot.period), \(fields.storedVersions), \(closingOrder?.text), \(closedAt), \(change),
            \(deleted))
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind, end_time = excluded.end_time,
            timezone = excluded.timezone, location = excluded.location, teacher_id = excluded.teacher_id,
            teacher_name = excluded.teacher_name, state = excluded.state, versions = excluded.versions,
            closing_order = excluded.closing_order, closed_at = excluded.closed_at, change = excluded.change,
            deleted = excluded.deleted
        """
    }
}

extension SQLValue {
    /// The value of a field as operations carry it.
    var json: JSONValue {
        switch self {
        case .null, .blob: .null
        case .integer(let number): .integer(number)
        case .real(let number): .number(number)
        case .text(let text): .string(text)
        }
    }
}
