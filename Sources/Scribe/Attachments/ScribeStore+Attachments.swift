import Documents
import Jobs
package import Kernel
package import Persistence
package import Web

extension ScribeStore {
    /// Keeps a stored file with a session and has it read. Every file is taken: one that cannot be read says why.
    /// - Parameter identity: what was attached; the same identity is the same attachment
    package func attach(
        media file: StoredMedia, name: String, session: String, by caller: Principal, identity: String
    ) async throws -> Attachment {
        let id = Identifier.derived(["attachment", identity])
        let head = try await beginning(of: file.sha256)
        let kind = TextExtraction.kind(of: head, name: name)?.rawValue ?? "other"
        let now = clock.now()
        return try await database.write { [jobs] tx in
            let made = try tx.execute(
                """
                INSERT INTO scribe_attachment (id, session_id, name, kind, sha256, bytes, state, uploaded_by,
                    uploaded_by_name, created_at, change)
                VALUES (\(id), \(session), \(name), \(kind), \(file.sha256), \(file.bytes), \(AttachmentState.reading),
                    \(caller.userID), \(caller.name), \(now), \(try tx.nextChange()))
                ON CONFLICT (id) DO NOTHING
                """)
            if made == 1 { try jobs.enqueue(kind: ReadAttachment.kind, subject: id, owner: caller.userID, in: tx) }
            guard let attachment = try Attachment.find(id, tx) else { throw AttachmentError.unknownAttachment }
            return attachment
        }
    }

    private func beginning(of sha256: String) async throws -> [UInt8] {
        for try await part in try await media.read(sha256, 0..<(64 << 10)) { return part }
        return []
    }

    /// The attachments of a session that the caller sees.
    package func attachments(of session: SessionInfo) async throws -> [AttachmentCard] {
        try await database.read { reader in
            let all = try Attachment.all(of: [session.id], reader).filter { session.seesUnshared || $0.shared }
            return try AttachmentCard.of(all, reader)
        }
    }

    /// An attachment that is not deleted.
    /// - Throws: `AttachmentError.unknownAttachment`, also for one out of the caller's reach
    package func attachment(_ id: String, for caller: Principal) async throws -> AttachmentCard {
        let card = try await database.read { try AttachmentCard.of([Attachment.find(id, $0)].compactMap(\.self), $0) }
        guard let card = card.first, card.attachment.deletedAt == nil else { throw AttachmentError.unknownAttachment }
        _ = try await reach(card.attachment, for: caller)
        return card
    }

    /// An attachment that the caller may rename, share and delete.
    /// - Throws: `AttachmentError.unknownAttachment`; `WebError.forbidden` when it may only be seen
    package func editableAttachment(
        _ id: String, for caller: Principal, deleted: Bool = false
    ) async throws -> Attachment {
        guard let attachment = try await database.read({ try Attachment.find(id, $0) }),
            (attachment.deletedAt != nil) == deleted
        else { throw AttachmentError.unknownAttachment }
        guard try await reach(attachment, for: caller).mayEdit else {
            throw deleted ? AttachmentError.unknownAttachment : WebError.forbidden
        }
        return attachment
    }

    private func reach(_ attachment: Attachment, for caller: Principal) async throws -> SessionInfo {
        do {
            let session = try await sessions.session(attachment.session, for: caller)
            guard session.seesUnshared || attachment.shared else { throw AttachmentError.unknownAttachment }
            return session
        } catch ScribeError.unknownSession {
            throw AttachmentError.unknownAttachment
        }
    }

    /// Renames an attachment, or shows it to students or hides it from them.
    package func change(_ attachment: Attachment, name: String?, shared: Bool?) async throws {
        try await database.write { tx in
            try tx.execute(
                """
                UPDATE scribe_attachment SET name = \(name ?? attachment.name), shared = \(shared ?? attachment.shared),
                    change = \(try tx.nextChange()) WHERE id = \(attachment.id) AND deleted_at IS NULL
                """)
        }
    }

    /// For good, with its file unless another row names it.
    package func purgeAttachment(_ id: String, because reason: Deletion.Reason, now: Instant) async throws {
        let file = try await database.write { [jobs] tx -> String? in
            guard let attachment = try Attachment.find(id, tx) else { return nil }
            try jobs.cancel(subject: id, in: tx)
            try AttachmentRows.remove(id, tx)
            try WithdrawnSources.erase(id, tx)
            try tx.execute("DELETE FROM scribe_attachment WHERE id = \(id)")
            try Deletion.note(.attachment, id, of: attachment.session, because: reason, at: now, tx)
            return attachment.sha256
        }
        if let file { try await removeUnreferenced([file]) }
    }
}

extension Attachment: Deletable {
    package static var what: Deletion.What { .attachment }

    package func delete(at now: Instant, from store: ScribeStore, _ tx: any Transaction) throws {
        try store.jobs.cancel(subject: id, in: tx)
        try AttachmentRows.forget(id, tx)
        try tx.execute(
            """
            UPDATE scribe_attachment SET deleted_at = \(now), change = \(try tx.nextChange())
            WHERE id = \(id) AND deleted_at IS NULL
            """)
    }

    /// What was not read, or could not be, is read anew.
    package func restore(to store: ScribeStore, _ tx: any Transaction) throws {
        let isReady = state == .ready || state == .noText
        try tx.execute(
            """
            UPDATE scribe_attachment SET deleted_at = NULL, change = \(try tx.nextChange()),
                state = \(isReady ? state : .reading) WHERE id = \(id)
            """)
        if isReady {
            try AttachmentRows.index(try AttachmentRows.pages(of: id, tx), of: self, tx)
        } else {
            try store.jobs.enqueue(kind: ReadAttachment.kind, subject: id, owner: uploadedBy, in: tx)
        }
    }
}
