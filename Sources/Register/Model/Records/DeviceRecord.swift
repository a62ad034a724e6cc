import Kernel
import Persistence

/// A device as the server knows it: who used it last, when, and what was heard from it.
struct DeviceRecord: Sendable {
    let id: String
    var userID: String
    var userName: String
    var name: String?
    let firstSeen: Instant
    var lastSeen: Instant
    var heard: HeardOperations

    static let columns: SQL = "id, user_id, user_name, name, first_seen, last_seen, heard, gaps"

    init(id: String, userID: String, userName: String, name: String?, at now: Instant) {
        self.id = id
        self.userID = userID
        self.userName = userName
        self.name = name
        firstSeen = now
        lastSeen = now
        heard = HeardOperations()
    }

    /// - Parameter row: of `columns`, in that order.
    init(_ row: Row) throws {
        id = row[0].text ?? ""
        userID = row[1].text ?? ""
        userName = row[2].text ?? ""
        name = row[3].text
        firstSeen = Instant(milliseconds: row[4].integer ?? 0)
        lastSeen = Instant(milliseconds: row[5].integer ?? 0)
        let gaps: [ClosedRange<Int64>] =
            try JSONParser.value(row[7].text ?? "[]").array?.compactMap { pair in
                guard let bounds = pair.array, bounds.count == 2, let first = bounds[0].integer,
                    let last = bounds[1].integer,
                    first <= last
                else { return nil }
                return first...last
            } ?? []
        heard = HeardOperations(heard: row[6].integer ?? 0, gaps: gaps)
    }

    var upsert: SQL {
        """
        INSERT INTO device (\(Self.columns)) VALUES (\(id), \(userID), \(userName), \(name), \(firstSeen), \(lastSeen),
            \(heard.heard), \(heard.storedGaps))
        ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, user_name = excluded.user_name,
            name = excluded.name, last_seen = excluded.last_seen, heard = excluded.heard, gaps = excluded.gaps
        """
    }
}
