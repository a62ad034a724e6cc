package import Kernel
import Persistence
package import Web

/// A file that is announced.
package struct NewUpload: Sendable {
    package var name: String
    package var size: Int?
    package var purpose: UploadPurpose
    package var take: String?
    package var part: Int?
    package var startedAt: Instant?

    package init(
        name: String, size: Int?, purpose: UploadPurpose, take: String? = nil, part: Int? = nil,
        startedAt: Instant? = nil
    ) {
        (self.name, self.size, self.purpose) = (name, size, purpose)
        (self.take, self.part, self.startedAt) = (take, part, startedAt)
    }
}

extension ScribeStore {
    /// Makes room for a file, or finds the upload that was begun of the same part of the same take.
    /// - Throws: `ScribeError.uploadTooLarge`, `.diskFull`
    package func beginUpload(_ new: NewUpload, in session: SessionInfo, by caller: Principal) async throws -> Upload {
        let limit = try await settings().uploadLimit
        if let size = new.size, size > limit { throw ScribeError.uploadTooLarge(limit: limit) }
        if let take = new.take, let known = try await upload(take: take, part: new.part ?? 0, session.id, caller) {
            return known
        }
        let id = try await tellingRoom { try await self.media.begin(expected: Int64(new.size ?? Upload.chunk)) }
        do {
            let now = clock.now()
            return try await database.write { tx in
                try tx.execute(
                    """
                    INSERT INTO scribe_upload (id, session_id, name, size, purpose, take, part, started_at, state,
                        uploaded_by, uploaded_by_name, created_at, touched_at, change)
                    VALUES (\(id), \(session.id), \(new.name), \(new.size), \(new.purpose), \(new.take), \(new.part),
                        \(new.startedAt), \(UploadState.open), \(caller.userID), \(caller.name), \(now), \(now),
                        \(try tx.nextChange()))
                    """)
                return try Self.upload(id, tx)
            }
        } catch {
            try? await media.discard(id)
            // the same part was announced twice at the same time
            if case PersistenceError.duplicate = error, let take = new.take,
                let known = try await upload(take: take, part: new.part ?? 0, session.id, caller)
            {
                return known
            }
            throw error
        }
    }

    /// An upload of the caller's own.
    /// - Throws: `ScribeError.unknownUpload`
    package func upload(_ id: String, of caller: Principal) async throws -> Upload {
        let upload = try await database.read { reader in
            try reader.fetchOne(Upload.self, "SELECT \(Upload.columns) FROM scribe_upload WHERE id = \(id)")
        }
        guard let upload, upload.uploadedBy == caller.userID else { throw ScribeError.unknownUpload }
        // whoever lost the session has lost what was begun there
        guard try await mayEdit(upload.session, caller) else { throw ScribeError.unknownUpload }
        return upload
    }

    /// Unfinished uploads of the caller's own in a session.
    package func openUploads(_ session: String, of caller: Principal) async throws -> [Upload] {
        try await database.read { reader in
            try reader.fetchAll(
                Upload.self,
                """
                SELECT \(Upload.columns) FROM scribe_upload WHERE session_id = \(session)
                    AND uploaded_by = \(caller.userID) AND state <> \(UploadState.finished) ORDER BY created_at, id
                """)
        }
    }

    /// Bytes that are there and safe.
    package func offset(of upload: Upload) async throws -> Int {
        switch upload.state {
        case .open: Int(try await media.offset(upload.id))
        case .sealed, .finished: upload.bytes ?? 0
        }
    }

    /// Adds what `parts` hands over to an open upload, and answers the bytes that are there then.
    /// - Throws: `ScribeError.offsetMismatch`, `.uploadFinished`, `.diskFull`, and what `parts` throws
    package func append(
        to upload: Upload, at offset: Int,
        _ parts: (_ limit: Int, _ take: @escaping @Sendable ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws -> Int {
        guard upload.state == .open else { throw ScribeError.uploadFinished }
        let there = Int(try await media.offset(upload.id))
        guard there == offset else { throw ScribeError.offsetMismatch(offset: there) }
        try checkRoom(for: 1)
        let limit = try await settings().uploadLimit
        let place = Place(offset)
        do {
            try await parts((upload.size ?? limit) - offset) { bytes in
                let start = Int64(await place.offset)
                let end = try await self.tellingRoom { try await self.media.append(upload.id, offset: start, bytes) }
                await place.move(to: Int(end))
            }
        } catch MediaError.offsetMismatch(let offset) {
            throw ScribeError.offsetMismatch(offset: Int(offset))
        } catch let error as WebError {
            if case .tooLarge = error, upload.size == nil {
                // it has grown beyond what may ever be kept
                try await discard(upload)
                throw ScribeError.uploadTooLarge(limit: limit)
            }
            throw error
        }
        let now = clock.now()
        try await database.write { tx in
            try tx.execute("UPDATE scribe_upload SET touched_at = \(now) WHERE id = \(upload.id)")
        }
        return await place.offset
    }

    /// Gives an unfinished upload up, with its bytes.
    package func discard(_ upload: Upload) async throws {
        guard upload.state != .finished else { throw ScribeError.uploadFinished }
        try await database.write { tx in
            try tx.execute("DELETE FROM scribe_upload WHERE id = \(upload.id)")
            _ = try tx.nextChange()
        }
        try? await media.discard(upload.id)
        if let sha256 = upload.sha256 { try await removeUnreferenced([sha256]) }
    }

    /// - Throws: `ScribeError.diskFull`
    package func checkRoom(for bytes: Int) throws {
        do { try media.checkRoom(for: Int64(bytes)) } catch MediaError.storageFull(let needed, let free) {
            throw ScribeError.diskFull(needed: Int(needed), free: Int(free))
        }
    }

    /// A full disk as a failure that tells its numbers.
    func tellingRoom<T>(_ work: () async throws -> T) async throws -> T {
        do { return try await work() } catch MediaError.storageFull(let needed, let free) {
            throw ScribeError.diskFull(needed: Int(needed), free: Int(free))
        }
    }

    static func upload(_ id: String, _ reader: any Reader) throws -> Upload {
        let found = try reader.fetchOne(
            Upload.self, "SELECT \(Upload.columns) FROM scribe_upload WHERE id = \(id)")
        guard let found else { throw ScribeError.unknownUpload }
        return found
    }

    private func upload(
        take: String, part: Int, _ session: String, _ caller: Principal
    ) async throws -> Upload? {
        try await database.read { reader in
            try reader.fetchOne(
                Upload.self,
                """
                SELECT \(Upload.columns) FROM scribe_upload WHERE session_id = \(session)
                    AND uploaded_by = \(caller.userID) AND take = \(take) AND part = \(part)
                """)
        }
    }

    private func mayEdit(_ session: String, _ caller: Principal) async throws -> Bool {
        do {
            return try await sessions.session(session, for: caller).mayEdit
        } catch ScribeError.unknownSession {
            return false
        }
    }
}

/// Where the next piece goes; pieces come one after the other.
private actor Place {
    private(set) var offset: Int

    init(_ offset: Int) { self.offset = offset }

    func move(to offset: Int) { self.offset = offset }
}
