import Kernel
import Persistence
package import Web

extension ScribeStore {
    package func addTag(
        to recording: Recording, from start: Double, to end: Double, label: String, shared: Bool,
        by caller: Principal
    ) async throws -> Tag {
        let (id, now) = (Identifier.v7(), clock.now())
        return try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO scribe_tag (id, recording_id, start_second, end_second, label, shared, by_user, by_name, at,
                    change)
                VALUES (\(id), \(recording.id), \(start), \(end), \(label), \(shared), \(caller.userID),
                    \(caller.name), \(now), \(try tx.nextChange()))
                """)
            guard let tag = try Tag.find(id, tx) else { throw ScribeError.unknownTag }
            return tag
        }
    }

    package func tags(of recording: Recording, for caller: Principal) async throws -> [Tag] {
        try await database.read { try Tag.all(of: recording.id, for: caller, $0) }
    }

    /// Removes a tag of the caller's own, or a shared one of a recording that the caller may correct; or brings it back.
    /// - Throws: `ScribeError.unknownTag`, `.nothingToRestore`; `WebError.forbidden`
    package func setDeleted(_ isDeleted: Bool, tag id: String, by caller: Principal) async throws -> Tag {
        guard let tag = try await database.read({ try Tag.find(id, $0) }) else { throw ScribeError.unknownTag }
        let session: SessionInfo
        do {
            session = try await recording(tag.recordingID, for: caller).session
        } catch ScribeError.unknownRecording {
            throw ScribeError.unknownTag
        }
        let isOwn = tag.byUser == caller.userID
        guard isOwn || tag.shared else { throw ScribeError.unknownTag }
        guard isOwn || session.mayEdit else { throw WebError.forbidden }
        guard (tag.deletedAt == nil) == isDeleted else {
            throw isDeleted ? ScribeError.unknownTag : ScribeError.nothingToRestore
        }
        let deletedAt = isDeleted ? clock.now() : nil
        return try await database.write { tx in
            try tx.execute(
                "UPDATE scribe_tag SET deleted_at = \(deletedAt), change = \(try tx.nextChange()) WHERE id = \(id)")
            guard let tag = try Tag.find(id, tx) else { throw ScribeError.unknownTag }
            return tag
        }
    }
}
