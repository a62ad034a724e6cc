package import Kernel
import Persistence
import Web

/// A pack of what an absent student missed, and who has opened theirs.
extension ScribeStore {
    struct Opening: Decodable, Sendable {
        let session: String
        let person: String
        let name: String
        let openedAt: Instant
        let lastOpenedAt: Instant
        let times: Int

        static let columns: SQL = """
            session_id AS session, person_id AS person, person_name AS name, opened_at, last_opened_at, times
            """
    }

    /// Sessions that the caller is marked absent from and that have something shared to read, the latest first. Who is
    /// marked present later does not find the session here any more.
    func catchUp(for caller: Principal) async throws -> [(session: SessionInfo, opening: Opening?)] {
        guard let person = caller.personID else { return [] }
        var query = SessionQuery()
        query.onlyAbsent = true
        let missed = try await sessions.sessions(query, for: caller).map(\.session).filter(\.absent)
        guard !missed.isEmpty else { return [] }
        return try await database.read { reader in
            let readable = try SessionContents.shared(among: missed.map(\.id), reader)
            let openings = try reader.fetchAll(
                Opening.self, "SELECT \(Opening.columns) FROM scribe_catch_up WHERE person_id = \(person)")
            let bySession = Dictionary(openings.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
            return missed.filter { readable.contains($0.id) }.map { ($0, bySession[$0.id]) }
        }
    }

    /// Notes on the absence that the pack was opened; the first time stays.
    /// - Throws: `CatchUpError.notAbsent`
    func openCatchUp(_ session: SessionInfo, by caller: Principal) async throws -> Opening {
        guard session.absent, let person = caller.personID else { throw CatchUpError.notAbsent }
        let now = clock.now()
        return try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO scribe_catch_up (session_id, person_id, person_name, opened_at, last_opened_at, times, change)
                VALUES (\(session.id), \(person), \(caller.name), \(now), \(now), 1, \(try tx.nextChange()))
                ON CONFLICT (session_id, person_id) DO UPDATE SET last_opened_at = excluded.last_opened_at,
                    times = scribe_catch_up.times + 1, change = excluded.change
                """)
            let opening = try tx.fetchOne(
                Opening.self,
                """
                SELECT \(Opening.columns) FROM scribe_catch_up
                WHERE session_id = \(session.id) AND person_id = \(person)
                """)
            guard let opening else { throw PersistenceError.unreadable }
            return opening
        }
    }

    func openings(of session: String) async throws -> [Opening] {
        try await database.read { reader in
            try reader.fetchAll(
                Opening.self,
                "SELECT \(Opening.columns) FROM scribe_catch_up WHERE session_id = \(session) ORDER BY opened_at, person_id"
            )
        }
    }

    /// When a student first opened the pack of each session; for whoever shows the absence.
    package func catchUpOpenings(ofPerson person: String) async throws -> [String: Instant] {
        let openings = try await database.read { reader in
            try reader.fetchAll(
                Opening.self, "SELECT \(Opening.columns) FROM scribe_catch_up WHERE person_id = \(person)")
        }
        return Dictionary(openings.map { ($0.session, $0.openedAt) }, uniquingKeysWith: { first, _ in first })
    }
}

package enum CatchUpError: Failure, Equatable {
    case notAbsent

    package var code: String { "not_absent" }
    package var kind: FailureKind { .conflict }
    package var sentence: String { "Only a student who is marked absent from this session has a pack to open." }
}
