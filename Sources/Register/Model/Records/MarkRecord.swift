import Kernel
import Persistence
import Sync

/// A mark as the engine changes it. Author, device and times are those of the status that is shown.
struct MarkRecord: Sendable {
    let key: MarkKey
    let group: String
    let day: CivilDate
    var fields = Versioned()
    var authorID = ""
    var authorName = ""
    var deviceID = ""
    var capturedAt = Instant(milliseconds: 0)
    var receivedAt = Instant(milliseconds: 0)
    var flags: Set<MarkFlag> = []

    var status: MarkStatus? { fields["status"].flatMap(MarkStatus.init) }

    static let columns: SQL = """
        session_id, student_id, group_id, day, status, minutes_late, remark, author_id, author_name, device_id,
        captured_at, received_at, flags, versions, change
        """

    init(key: MarkKey, session: SessionRecord) {
        self.key = key
        group = session.group
        day = session.date
    }

    /// - Parameter row: of `columns`, in that order.
    init(_ row: Row) throws {
        guard let day = CivilDate(row[3].text ?? "") else { throw PersistenceError.unreadable }
        key = MarkKey(session: row[0].text ?? "", student: row[1].text ?? "")
        group = row[2].text ?? ""
        self.day = day
        fields = try Versioned(
            values: ["status": row[4].json, "minutesLate": row[5].json, "remark": row[6].json],
            storedVersions: row[13].text ?? "{}")
        authorID = row[7].text ?? ""
        authorName = row[8].text ?? ""
        deviceID = row[9].text ?? ""
        capturedAt = Instant(milliseconds: row[10].integer ?? 0)
        receivedAt = Instant(milliseconds: row[11].integer ?? 0)
        flags = Set(try MarkFlag.stored(row[12].text ?? "[]"))
    }

    func values(change: Int64) -> SQL {
        """
        (\(key.session), \(key.student), \(group), \(day), \(fields["status"]),
        \(fields.values["minutesLate"]?.integer), \(fields["remark"]), \(authorID), \(authorName), \(deviceID),
        \(capturedAt), \(receivedAt), \(MarkFlag.stored(flags)), \(fields.storedVersions), \(change))
        """
    }

    static let onConflict: SQL = """
         ON CONFLICT (session_id, student_id) DO UPDATE SET status = excluded.status,
        minutes_late = excluded.minutes_late, remark = excluded.remark, author_id = excluded.author_id,
        author_name = excluded.author_name, device_id = excluded.device_id, captured_at = excluded.captured_at,
        received_at = excluded.received_at, flags = excluded.flags, versions = excluded.versions,
        change = excluded.change
        """
}

extension MarkFlag {
    /// JSON, as it is sent: `["late"]`.
    static func stored(_ flags: some Collection<MarkFlag>) -> String {
        flags.isEmpty ? "[]" : "[" + flags.map { "\"\($0.rawValue)\"" }.sorted().joined(separator: ",") + "]"
    }

    static func stored(_ text: String) throws -> [MarkFlag] {
        guard text != "[]" else { return [] }
        return try JSONParser.value(text).array?.compactMap { $0.string.flatMap(MarkFlag.init) } ?? []
    }
}
