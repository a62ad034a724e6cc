import Kernel
import Persistence
package import Web

extension ScribeStore {
    /// What a deletion of a session's contents takes along, by name.
    package func contents(of session: SessionInfo) async throws -> [(name: String, count: Int)] {
        try await database.read { reader in
            try SessionContents.all.map { ($0.name, try $0.count(session.id, reader)) }
        }
    }

    /// Deletes everything that is kept for a session, at one instant and in one transaction; the session itself is the
    /// register's.
    package func deleteContents(of session: SessionInfo, by caller: Principal) async throws {
        let now = clock.now()
        let open = try await database.read { reader in
            try reader.fetchAll(
                Upload.self,
                """
                SELECT \(Upload.columns) FROM scribe_upload
                WHERE session_id = \(session.id) AND state <> \(UploadState.finished)
                """)
        }
        try await database.write { [self] tx in
            for contents in SessionContents.all { try contents.remove(session.id, now, self, tx) }
            try SessionNotes.change(session.id, "emptied_at = \(now)", tx)
            try Deletion.note(.contents, session.id, of: session.id, because: .request, by: caller, at: now, tx)
        }
        for upload in open { try await discard(upload) }
    }

    /// Brings back what the last deletion took along, within the days of the settings.
    /// - Throws: `ScribeError.nothingToRestore`
    package func restoreContents(of session: SessionInfo) async throws {
        let limit = try await undoLimit()
        try await database.write { [self] tx in
            guard let at = try SessionNotes.of([session.id], tx)[session.id]?.emptiedAt, at > limit else {
                throw ScribeError.nothingToRestore
            }
            for contents in SessionContents.all { try contents.restore(session.id, at, self, tx) }
            try SessionNotes.change(session.id, "emptied_at = NULL", tx)
        }
    }
}
