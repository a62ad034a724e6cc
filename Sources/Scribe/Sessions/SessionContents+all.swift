import Kernel
import Persistence

extension SessionContents {
    /// Everything that is kept for a session, in the order of the answer.
    static let all: [SessionContents] = [
        recordings, seconds, bytes, segments, tags, attachments,
        .rows("aiNotes", of: "scribe_ai_notes"), .rows("questions", of: "scribe_question"),
        .rows("study", of: "scribe_study"),
    ]

    /// Recordings with their transcripts; the search forgets them and their jobs end.
    private static let recordings = SessionContents(name: "recordings") { session, reader in
        try number(
            "SELECT COUNT(*) FROM scribe_recording WHERE session_id = \(session) AND deleted_at IS NULL", reader)
    } remove: { session, at, store, tx in
        for recording in try Recording.all(of: [session], tx) {
            try recording.delete(at: at, from: store, tx)
        }
    } restore: { session, at, store, tx in
        let deleted = try tx.fetchAll(
            Recording.self,
            """
            SELECT \(Recording.columns) FROM scribe_recording WHERE session_id = \(session) AND deleted_at = \(at)
            """)
        for recording in deleted { try recording.restore(to: store, tx) }
    }

    private static let seconds = SessionContents(name: "seconds") { session, reader in
        try number(
            """
            SELECT CAST(COALESCE(SUM(duration), 0) AS BIGINT) FROM scribe_recording
            WHERE session_id = \(session) AND deleted_at IS NULL
            """, reader)
    }

    private static let bytes = SessionContents(name: "bytes") { session, reader in
        try number(
            """
            SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM scribe_recording
            WHERE session_id = \(session) AND deleted_at IS NULL
            """, reader)
    }

    private static let segments = SessionContents(name: "segments") { session, reader in
        try number(
            """
            SELECT CAST(COALESCE(SUM(segments), 0) AS BIGINT) FROM scribe_recording
            WHERE session_id = \(session) AND deleted_at IS NULL
            """, reader)
    }

    /// Files with the text of their pages; the search forgets them.
    private static let attachments = SessionContents(name: "attachments") { session, reader in
        try number(
            "SELECT COUNT(*) FROM scribe_attachment WHERE session_id = \(session) AND deleted_at IS NULL", reader)
    } remove: { session, at, store, tx in
        for attachment in try Attachment.all(of: [session], tx) { try attachment.delete(at: at, from: store, tx) }
    } restore: { session, at, store, tx in
        let deleted = try tx.fetchAll(
            Attachment.self,
            """
            SELECT \(Attachment.columns) FROM scribe_attachment WHERE session_id = \(session) AND deleted_at = \(at)
            """)
        for attachment in deleted { try attachment.restore(to: store, tx) }
    }

    /// They go and come with their recordings.
    private static let tags = SessionContents(name: "tags") { session, reader in
        try number(
            """
            SELECT COUNT(*) FROM scribe_tag WHERE deleted_at IS NULL AND recording_id IN
                (SELECT id FROM scribe_recording WHERE session_id = \(session) AND deleted_at IS NULL)
            """, reader)
    }
}

extension SessionContents {
    struct Attached: Sendable {
        var all = 0
        var shared = 0
    }

    /// Session → how many attachments it has.
    static func attachments(of sessions: [String], _ reader: any Reader) throws -> [String: Attached] {
        let rows = try reader.rows(
            """
            SELECT session_id, COUNT(*), CAST(SUM(shared) AS BIGINT) FROM scribe_attachment
            WHERE session_id IN \(list: sessions) AND deleted_at IS NULL GROUP BY session_id
            """)
        return Dictionary(
            rows.values.map { row in
                (row[0].text ?? "", Attached(all: Int(row[1].integer ?? 0), shared: Int(row[2].integer ?? 0)))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Those of the sessions of which something is shared with students.
    static func shared(among sessions: [String], _ reader: any Reader) throws -> Set<String> {
        Set(
            try reader.fetchAll(
                String.self,
                """
                SELECT session_id FROM scribe_recording
                WHERE session_id IN \(list: sessions) AND shared = 1 AND deleted_at IS NULL
                UNION SELECT session_id FROM scribe_attachment
                WHERE session_id IN \(list: sessions) AND shared = 1 AND deleted_at IS NULL
                """))
    }
}
