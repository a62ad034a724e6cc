import Jobs
import Foundation
import Kernel
package import Language
import Persistence
package import Web

/// AI notes and cards of one person. The author is part of every statement.
extension ScribeStore {
    /// The newest version of AI notes first.
    package func aiNotesVersions(of session: SessionInfo, by caller: Principal) async throws -> [AINotesVersion] {
        try await database.read { reader in
            try reader.fetchAll(
                AINotesVersion.self,
                """
                SELECT id, at, provider FROM scribe_ai_notes
                WHERE session_id = \(session.id) AND author = \(caller.userID) AND deleted_at IS NULL
                ORDER BY at DESC, id DESC
                """)
        }
    }

    /// - Parameter version: nil for the newest
    package func aiNotes(
        _ version: String? = nil, of session: SessionInfo, by caller: Principal
    ) async throws -> AINotes? {
        let which: SQL = version.map { "AND id = \($0)" } ?? ""
        return try await database.read { reader in
            let row = try reader.fetchOne(
                AINotes.Row.self,
                """
                SELECT \(AINotes.columns) FROM scribe_ai_notes
                WHERE session_id = \(session.id) AND author = \(caller.userID) AND deleted_at IS NULL \(which)
                ORDER BY at DESC, id DESC LIMIT 1
                """)
            return try row.map { try AINotes($0, in: SessionReach(of: session), reader) }
        }
    }

    /// Without cards of what is withdrawn.
    package func study(of session: SessionInfo, by caller: Principal) async throws -> StudyCards? {
        try await database.read { reader in
            let cards = try reader.fetchOne(
                JSONColumn<StudyCards>.self,
                """
                SELECT content FROM scribe_study
                WHERE session_id = \(session.id) AND author = \(caller.userID) AND deleted_at IS NULL
                """)
            return try cards.map { try WithdrawnSources.shown($0.value, in: SessionReach(of: session), reader) }
        }
    }

    // MARK: Jobs

    /// Orders AI notes or cards; one that is being made already is answered.
    /// - Throws: `StudyError.nothingToRead`, `ScribeError.unknownSession`
    func order(_ kind: String, of session: SessionInfo, by caller: Principal) async throws -> Job {
        guard !(try await passages(ofSession: session.id, for: caller).isEmpty) else {
            throw StudyError.nothingToRead
        }
        let payload = String(decoding: try JSONEncoder().encode(StudyOrder(session, caller)), as: UTF8.self)
        return try await jobs.enqueue(
            kind: kind, subject: StudyOrder.subject(session.id, caller), owner: caller.userID, payload: payload)
    }

    /// The unfinished job of the caller's, or the last one when it failed.
    func studyJob(_ kind: String, of session: SessionInfo, by caller: Principal) async throws -> Job? {
        let subject = StudyOrder.subject(session.id, caller)
        let job = try await database.read { try JobStore.latest(kind: kind, subject: subject, $0) }
        return job.flatMap { $0.state.isFinished && $0.state != .failed ? nil : $0 }
    }

    /// Stores a version; a job that runs again stores it once.
    func keep(_ notes: StudyNotes, as id: String, _ order: StudyOrder, _ tx: any Transaction) throws {
        try tx.execute(
            """
            INSERT INTO scribe_ai_notes (id, session_id, author, at, provider, content, change)
            VALUES (\(id), \(order.session), \(order.user), \(clock.now()), \(notes.provider),
                \(try JSONColumn(notes)), \(try tx.nextChange()))
            ON CONFLICT (id) DO NOTHING
            """)
    }

    /// New cards take the place of the old ones.
    func keep(_ cards: StudyCards, as id: String, _ order: StudyOrder, _ tx: any Transaction) throws {
        try tx.execute(
            """
            INSERT INTO scribe_study (id, session_id, author, at, content, change)
            VALUES (\(id), \(order.session), \(order.user), \(clock.now()), \(try JSONColumn(cards)),
                \(try tx.nextChange()))
            ON CONFLICT (session_id, author) DO UPDATE SET at = excluded.at, content = excluded.content,
                deleted_at = NULL, change = excluded.change
            """)
    }
}
