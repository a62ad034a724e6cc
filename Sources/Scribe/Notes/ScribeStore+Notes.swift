import Foundation
package import Kernel
import Persistence
package import Web

/// Personal notes. The author is part of every statement, so nobody, whatever the role, reads another person's note.
extension ScribeStore {
    /// The caller's note of a session; an empty one of version 0 when there is none.
    package func note(of session: SessionInfo, by caller: Principal) async throws -> PersonalNote {
        try await database.read { reader in
            try Self.note(session.id, caller.userID, reader) ?? .empty(of: session.id)
        }
    }

    /// Replaces the note that the caller has seen. The same text again changes nothing, so a lost answer may be asked for
    /// once more.
    /// - Parameter seen: the version that `text` was made from; 0 for a first text
    /// - Throws: `ScribeError.staleVersion` with the note as it is, `InvalidInput`
    package func writeNote(
        _ text: String, seen: Int, of session: SessionInfo, by caller: Principal
    ) async throws -> PersonalNote {
        try PersonalNote.check(text)
        let now = clock.now()
        return try await database.write { tx in
            let known = try Self.note(session.id, caller.userID, tx)
            if let known, known.text == text { return known }
            guard seen == known?.version ?? 0 else {
                throw ScribeError.staleVersion(current: (known ?? .empty(of: session.id)).json)
            }
            let note = PersonalNote(
                id: known?.id ?? Identifier.v7(), session: session.id, text: text, version: seen + 1, updatedAt: now)
            try Self.store(note, createdAt: now, of: caller, tx)
            return note
        }
    }

    /// The caller's notes that hold something, the latest first; of sessions in the caller's reach.
    package func notes(
        of caller: Principal, before: Instant?, limit: Int
    ) async throws -> [(note: PersonalNote, session: SessionInfo)] {
        let earlier: SQL = before.map { "AND updated_at < \($0)" } ?? ""
        let notes = try await database.read { reader in
            try reader.fetchAll(
                PersonalNote.self,
                """
                SELECT \(PersonalNote.columns) FROM scribe_note
                WHERE author = \(caller.userID) AND text <> '' \(earlier) ORDER BY updated_at DESC, id DESC LIMIT \(limit)
                """)
        }
        var query = SessionQuery()
        query.among = notes.map(\.session)
        let inReach = try await sessions.sessions(query, for: caller).map(\.session)
        let byID = Dictionary(inReach.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return notes.compactMap { note in byID[note.session].map { (note, $0) } }
    }

    static func note(_ session: String, _ author: String, _ reader: any Reader) throws -> PersonalNote? {
        try reader.fetchOne(
            PersonalNote.self,
            """
            SELECT \(PersonalNote.columns) FROM scribe_note WHERE session_id = \(session) AND author = \(author)
            """)
    }

    /// The row and what is searched, together.
    static func store(
        _ note: PersonalNote, createdAt: Instant, of author: Principal, _ tx: any Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO scribe_note (id, session_id, author, text, version, created_at, updated_at, change)
            VALUES (\(note.id), \(note.session), \(author.userID), \(note.text), \(note.version), \(createdAt),
                \(note.updatedAt), \(try tx.nextChange()))
            ON CONFLICT (id) DO UPDATE SET text = excluded.text, version = excluded.version,
                updated_at = excluded.updated_at, change = excluded.change
            """)
        let key = ScribeIndex.Entry.note(note.id).key
        try ScribeIndex.texts.remove(keys: [key], tx)
        if !note.text.isEmpty {
            try ScribeIndex.texts.put([TextEntry(key: key, scope: note.session, text: note.text)], tx)
        }
    }
}

extension PersonalNote {
    var json: JSONValue {
        .object([
            "session": .string(session), "text": .string(text), "version": .integer(Int64(version)),
            "updatedAt": updatedAt.map { .string($0.rfc3339) } ?? .null,
        ])
    }
}
