package import Kernel
package import Persistence
package import Web

/// A line that stays when something is gone: what, when, who and why. It names nothing by its title.
package struct Deletion: Decodable, Sendable {
    package enum Reason: String, Codable, Sendable, CaseIterable, SQLBindable {
        /// Somebody asked for it; it can be brought back for a while.
        case request
        /// Nobody brought it back in time; it is gone for good.
        case expired
        /// The sound is older than the school keeps sound.
        case retention
        /// Its session or module is gone from the register.
        case register
    }

    package enum What: String, Codable, Sendable, CaseIterable, SQLBindable {
        case recording, audio, attachment, contents
    }

    package let id: String
    package let at: Instant
    package let byUser: String?
    package let byName: String?
    package let reason: Reason
    package let what: What
    package let subject: String
    package let session: String

    static let columns: SQL = "id, at, by_user, by_name, reason, what, subject, session_id AS session"

    /// In the transaction that deletes.
    package static func note(
        _ what: What, _ subject: String, of session: String, because reason: Reason, by caller: Principal? = nil,
        at: Instant, _ tx: any Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO scribe_deletion (id, at, by_user, by_name, reason, what, subject, session_id, change)
            VALUES (\(Identifier.v7()), \(at), \(caller?.userID), \(caller?.name), \(reason), \(what), \(subject),
                \(session), \(try tx.nextChange()))
            """)
    }
}

extension ScribeStore {
    /// The latest first.
    func deletions(before id: String?, limit: Int) async throws -> [Deletion] {
        try await database.read { reader in
            let earlier: SQL = id.map { "WHERE id < \($0)" } ?? ""
            return try reader.fetchAll(
                Deletion.self,
                "SELECT \(Deletion.columns) FROM scribe_deletion \(earlier) ORDER BY id DESC LIMIT \(limit)")
        }
    }
}
