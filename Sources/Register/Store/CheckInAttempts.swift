import Kernel
import Persistence

/// Slows down guessing: after five wrong codes for one session within a minute a student waits for the rest of it. Kept in
/// the database, so a restart forgets nothing and all servers count together.
enum CheckInAttempts {
    static let limit = 5
    static let window: Int64 = 60_000

    /// Seconds until another try is allowed; nil when it is allowed now.
    static func waiting(session: String, user: String, at now: Instant, _ reader: any Reader) throws -> Int? {
        let recent = try reader.fetchAll(
            """
            SELECT at FROM wrong_check_in WHERE session_id = \(session) AND user_id = \(user)
                AND at > \(now.milliseconds - window) ORDER BY at DESC LIMIT \(limit)
            """)
        guard recent.count == limit, let oldest = recent.last?[0].integer else { return nil }
        return max(1, Int((oldest + window - now.milliseconds + 999) / 1000))
    }

    /// - Parameter id: of the new row
    static func noteWrong(
        _ id: String, session: String, user: String, at now: Instant, _ tx: any Transaction
    ) throws {
        try tx.execute("DELETE FROM wrong_check_in WHERE at <= \(now.milliseconds - window)")
        try tx.execute(
            """
            INSERT INTO wrong_check_in (id, session_id, user_id, at)
            VALUES (\(id), \(session), \(user), \(now))
            """)
    }
}
