import Kernel
import Persistence
package import Web

/// Where a session stands, over all its recordings that the caller sees.
package enum SessionState: String, Sendable, CaseIterable {
    case empty, uploading, queued, transcribing, ready, failed, cancelled

    /// What is worked at is told first, then what is there, then what arrives, then what went wrong.
    init(recordings: [RecordingState], isUploading: Bool) {
        if recordings.contains(.transcribing) {
            self = .transcribing
        } else if recordings.contains(.queued) {
            self = .queued
        } else if recordings.contains(.ready) {
            self = .ready
        } else if isUploading {
            self = .uploading
        } else if recordings.contains(.failed) {
            self = .failed
        } else {
            self = recordings.isEmpty ? .empty : .cancelled
        }
    }
}

/// A session as lists show it.
package struct SessionCard: Sendable {
    package let session: SessionInfo
    package let state: SessionState
    package let recordings: Int
    /// Seconds of all recordings; nil while none is known.
    package let duration: Double?
    /// Something of it is shared with students.
    package let shared: Bool
    package let attachments: Int
    package let archived: Bool
    /// Something was deleted here that can be brought back.
    package let canRestore: Bool
}

/// A module with what is recorded in it.
package struct ModuleCard: Sendable {
    package let module: SessionInfo.Module
    package let sessions: Int
    package let recorded: Int
    package let seconds: Double
}

extension ScribeStore {
    /// Cards in the order of the sessions.
    package func cards(of sessions: [SessionInfo], for caller: Principal) async throws -> [SessionCard] {
        let ids = sessions.map(\.id)
        let (now, since) = (clock.now(), try await undoLimit())
        return try await database.read { reader in
            let recordings = try RecordingCard.of(try Recording.all(of: ids, reader), now: now, reader)
            let bySession = Dictionary(grouping: recordings, by: \.recording.session)
            let uploading = Set(
                try reader.fetchAll(
                    String.self,
                    """
                    SELECT DISTINCT session_id FROM scribe_upload WHERE session_id IN \(list: ids)
                        AND purpose = \(UploadPurpose.recording) AND state <> \(UploadState.finished)
                        AND touched_at > \(now.adding(seconds: -Upload.patience))
                    """))
            let notes = try SessionNotes.of(ids, reader)
            let attachments = try SessionContents.attachments(of: ids, reader)
            return sessions.map { session in
                let seen = (bySession[session.id] ?? []).filter { session.seesUnshared || $0.recording.shared }
                let lengths = seen.compactMap(\.recording.duration)
                let attached = attachments[session.id] ?? .init()
                let note = notes[session.id]
                return SessionCard(
                    session: session,
                    state: SessionState(
                        recordings: seen.map(\.state),
                        isUploading: session.seesUnshared && uploading.contains(session.id)),
                    recordings: seen.count, duration: lengths.isEmpty ? nil : lengths.reduce(0, +),
                    shared: seen.contains { $0.recording.shared } || attached.shared > 0,
                    attachments: session.seesUnshared ? attached.all : attached.shared,
                    archived: note?.archived ?? false,
                    canRestore: session.mayEdit && (note?.emptiedAt.map { $0 > since } ?? false))
            }
        }
    }

    /// What was deleted before this moment is gone for good.
    func undoLimit() async throws -> Instant {
        clock.now().adding(seconds: -86_400 * Int64(try await settings().undoDays))
    }

    /// Modules with what the caller sees of them.
    func moduleCards(for caller: Principal) async throws -> [ModuleCard] {
        let modules = try await sessions.modules(for: caller)
        let all = try await visibleSessions(SessionQuery(), for: caller)
        let recordings = try await database.read { reader in
            try reader.fetchAll(
                RecordedLength.self,
                "SELECT session_id AS session, shared, duration FROM scribe_recording WHERE deleted_at IS NULL")
        }
        let bySession = Dictionary(grouping: recordings, by: \.session)
        let byModule = Dictionary(grouping: all.map(\.session), by: \.module.id)
        return modules.compactMap { module in
            let sessions = byModule[module.id] ?? []
            let seen = sessions.map { session in
                (bySession[session.id] ?? []).filter { session.seesUnshared || $0.shared }
            }
            // a module of which nothing is shared is no news to a student
            guard !sessions.isEmpty || caller.role.may(.recordSessions) else { return nil }
            return ModuleCard(
                module: module, sessions: sessions.count, recorded: seen.count { !$0.isEmpty },
                seconds: seen.joined().compactMap(\.duration).reduce(0, +))
        }
    }
}

/// As much of a recording as a module counts.
private struct RecordedLength: Decodable, Sendable {
    let session: String
    let shared: Bool
    let duration: Double?
}

/// What is said of a session as a whole.
struct SessionNotes: Decodable, Sendable {
    let sessionID: String
    let archived: Bool
    let emptiedAt: Instant?

    static func of(_ sessions: [String], _ reader: any Reader) throws -> [String: SessionNotes] {
        let found = try reader.fetchAll(
            SessionNotes.self,
            "SELECT session_id, archived, emptied_at FROM scribe_session WHERE session_id IN \(list: sessions)")
        return Dictionary(found.map { ($0.sessionID, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func change(_ session: String, _ assignment: SQL, _ tx: any Transaction) throws {
        try tx.execute(
            """
            INSERT INTO scribe_session (session_id, change) VALUES (\(session), \(try tx.nextChange()))
            ON CONFLICT (session_id) DO UPDATE SET change = excluded.change
            """)
        try tx.execute("UPDATE scribe_session SET \(assignment) WHERE session_id = \(session)")
    }
}
