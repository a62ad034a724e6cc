import Jobs
import Kernel
import Persistence
import Web

/// What the daily sweep does. Rows go first, each recording in a transaction of its own, then the files that no row
/// names any more: a crash in between leaves files for the next sweep and never a row without its file.
extension ScribeStore {
    /// Attachments and tags that were deleted before `limit`; recordings go with `sweep`.
    func purgeDeleted(before limit: Instant, now: Instant) async throws {
        let attachments = try await database.read { reader in
            try reader.fetchAll(
                String.self, "SELECT id FROM scribe_attachment WHERE deleted_at IS NOT NULL AND deleted_at <= \(limit)")
        }
        for id in attachments { try await purgeAttachment(id, because: .expired, now: now) }
        try await database.write { tx in
            for table in ["scribe_tag", "scribe_ai_notes", "scribe_question", "scribe_study"] {
                try tx.execute("DELETE FROM \(raw: table) WHERE deleted_at IS NOT NULL AND deleted_at <= \(limit)")
            }
        }
    }

    /// Sound that is older than the school keeps it. The transcript, its edits and its tags stay.
    func dropAudio(recordedBefore limit: Instant, now: Instant) async throws {
        let old = try await database.read { reader in
            try reader.fetchAll(
                Recording.self,
                """
                SELECT \(Recording.columns) FROM scribe_recording
                WHERE recorded_at < \(limit) AND sha256 <> '' AND deleted_at IS NULL
                """)
        }
        for recording in old {
            try await database.write { [jobs] tx in
                try jobs.cancel(subject: recording.id, in: tx)
                try tx.execute(
                    """
                    UPDATE scribe_recording SET sha256 = '', bytes = 0, playable_sha256 = NULL, playable_bytes = NULL,
                        playable_mime = NULL, change = \(try tx.nextChange())
                    WHERE id = \(recording.id)
                    """)
                try Deletion.note(
                    .audio, recording.id, of: recording.session, because: .retention, at: now, tx)
            }
            try await removeUnreferenced([recording.sha256, recording.playableSha256].compactMap(\.self))
        }
    }

    /// Sessions that the register does not have any more: their jobs end at once, their contents go when nobody has
    /// brought the session back by `limit`.
    func followRegister(now: Instant, purgeBefore limit: Instant) async throws {
        let known = try await database.read { reader in
            Set(
                try reader.fetchAll(
                    String.self,
                    """
                    SELECT session_id FROM scribe_recording UNION SELECT session_id FROM scribe_attachment
                    UNION SELECT session_id FROM scribe_note
                    """))
        }
        guard !known.isEmpty else { return }
        var query = SessionQuery()
        query.among = Array(known)
        let there = Set(try await sessions.sessions(query, for: Self.sweeper).map(\.session.id))
        let gone = known.subtracting(there)
        let expired = try await database.write { [jobs] tx in
            try tx.execute("DELETE FROM scribe_orphan WHERE session_id NOT IN \(list: gone.sorted())")
            for session in gone.sorted() {
                try tx.execute(
                    """
                    INSERT INTO scribe_orphan (session_id, since) VALUES (\(session), \(now))
                    ON CONFLICT (session_id) DO NOTHING
                    """)
                for subject in try Self.jobSubjects(of: session, tx) { try jobs.cancel(subject: subject, in: tx) }
            }
            return try tx.fetchAll(String.self, "SELECT session_id FROM scribe_orphan WHERE since <= \(limit)")
        }
        for session in expired { try await purgeSession(session, now: now) }
    }

    /// Everything of a session, other people's notes and questions included.
    func purgeSession(_ session: String, now: Instant) async throws {
        let (recordings, attachments) = try await database.read { reader in
            (
                try reader.fetchAll(String.self, "SELECT id FROM scribe_recording WHERE session_id = \(session)"),
                try reader.fetchAll(String.self, "SELECT id FROM scribe_attachment WHERE session_id = \(session)")
            )
        }
        for id in recordings { try await purgeRecording(id, because: .register, now: now) }
        for id in attachments { try await purgeAttachment(id, because: .register, now: now) }
        try await database.write { tx in
            for table in SessionTables.all {
                try tx.execute("DELETE FROM \(raw: table) WHERE session_id = \(session)")
            }
            try ScribeIndex.texts.remove(scope: session, tx)
            try tx.execute("DELETE FROM scribe_orphan WHERE session_id = \(session)")
            try Deletion.note(.contents, session, of: session, because: .register, at: now, tx)
        }
    }

    func purgeRecording(_ id: String, because reason: Deletion.Reason, now: Instant) async throws {
        let files = try await database.write { [jobs] tx -> [String] in
            guard let recording = try Recording.find(id, tx) else { return [] }
            try jobs.cancel(subject: id, in: tx)
            let transcripts = try tx.fetchAll(
                String.self, "SELECT DISTINCT transcript FROM scribe_segment WHERE recording_id = \(id)")
            for transcript in transcripts { try TranscriptRows.remove(transcript, of: id, tx) }
            for table in ["scribe_edit", "scribe_speaker", "scribe_tag"] {
                try tx.execute("DELETE FROM \(raw: table) WHERE recording_id = \(id)")
            }
            try WithdrawnSources.erase(id, tx)
            try tx.execute("DELETE FROM scribe_recording WHERE id = \(id)")
            try Deletion.note(.recording, id, of: recording.session, because: reason, at: now, tx)
            return [recording.sha256, recording.playableSha256].compactMap(\.self)
        }
        try await removeUnreferenced(files.filter { !$0.isEmpty })
    }

    private static func jobSubjects(of session: String, _ reader: any Reader) throws -> [String] {
        [session]
            + (try reader.fetchAll(
                String.self,
                "SELECT id FROM scribe_recording WHERE session_id = \(session)"))
    }

    /// Sees every session that there is.
    private static let sweeper = Principal(userID: SweepScribe.kind, name: "Rounds", role: .owner)
}

/// Tables whose rows go with their session, besides those of recordings.
enum SessionTables {
    static let all = [
        "scribe_note", "scribe_catch_up", "scribe_ai_notes", "scribe_question", "scribe_study", "scribe_upload",
        "scribe_session",
    ]
}
