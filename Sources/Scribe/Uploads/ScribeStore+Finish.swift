import Jobs
import Kernel
import Persistence
import Speech
package import Web

/// The end of an upload as its sender states it.
package struct UploadEnd: Sendable {
    package var size: Int
    package var sha256: String?
    /// Of a take: no part comes after this one, and how many there are.
    package var isLast: Bool
    package var parts: Int?

    package init(size: Int, sha256: String? = nil, isLast: Bool = true, parts: Int? = nil) {
        (self.size, self.sha256, self.isLast, self.parts) = (size, sha256, isLast, parts)
    }
}

/// What became of an upload.
package enum UploadOutcome: Sendable, Equatable {
    case recording(String)
    case attachment(String)
    /// More parts of the take are to come.
    case waiting
}

extension ScribeStore {
    /// Takes in what has arrived. The same end stated twice has the same outcome.
    /// - Parameter attach: makes an attachment of a sealed upload and answers its id
    /// - Throws: `ScribeError`, `SpeechError` for what is no recording: then nothing of it is kept
    package func finish(
        _ upload: Upload, _ end: UploadEnd, in session: SessionInfo, by caller: Principal,
        attach: (Upload) async throws -> String
    ) async throws -> UploadOutcome {
        if upload.state == .finished, let result = upload.result {
            return upload.purpose == .recording ? .recording(result) : .attachment(result)
        }
        let sealed = try await sealed(upload, end)
        guard let sha256 = sealed.sha256, let bytes = sealed.bytes else { throw ScribeError.unknownUpload }
        switch sealed.purpose {
        case .attachment:
            let id = try await attach(sealed)
            try await database.write { tx in
                try tx.execute(
                    """
                    UPDATE scribe_upload SET state = \(UploadState.finished), result = \(id), sha256 = NULL,
                        change = \(try tx.nextChange()) WHERE id = \(sealed.id)
                    """)
            }
            return .attachment(id)
        case .recording:
            guard sealed.take != nil else {
                return .recording(
                    try await makeRecording(of: [sealed], sha256: sha256, bytes: bytes, identity: [sealed.id]))
            }
            let parts = try await takeParts(of: sealed)
            guard let parts else { return .waiting }
            return .recording(try await join(parts))
        }
    }

    /// Only the end of a take tells how many parts it has, and it may be told later than its bytes.
    private func sealed(_ upload: Upload, _ end: UploadEnd) async throws -> Upload {
        guard upload.state != .open else { return try await seal(upload, end) }
        guard upload.take != nil, end.isLast, upload.parts == nil else { return upload }
        return try await database.write { tx in
            try tx.execute(
                """
                UPDATE scribe_upload SET parts = \(end.parts ?? (upload.part ?? 0) + 1),
                    change = \(try tx.nextChange()) WHERE id = \(upload.id)
                """)
            return try Self.upload(upload.id, tx)
        }
    }

    /// All bytes are there: looks at what they are and remembers it.
    /// - Parameter isComplete: whether it must have the size that was announced
    func seal(_ upload: Upload, _ end: UploadEnd, isComplete: Bool = true) async throws -> Upload {
        let there = try await offsetToSeal(upload)
        guard there == end.size, upload.size == nil || upload.size == there || !isComplete else {
            throw ScribeError.incomplete(size: upload.size ?? end.size, offset: there)
        }
        guard there > 0 else {
            try await discard(upload)
            throw SpeechError.emptyFile
        }
        let stored: StoredMedia
        do {
            stored = try await media.seal(upload.id, expectedSHA256: end.sha256)
        } catch MediaError.digestMismatch {
            try await discard(upload)
            throw ScribeError.checksumMismatch
        }
        do {
            if upload.purpose == .recording { _ = try await AudioProbe.probe(try media.url(stored.sha256)) }
        } catch let error as SpeechError where error.isAboutTheFile {
            try await database.write { tx in
                try tx.execute("DELETE FROM scribe_upload WHERE id = \(upload.id)")
                _ = try tx.nextChange()
            }
            try await media.discard(upload.id)
            try await removeUnreferenced([stored.sha256])
            throw error
        }
        let parts = upload.take != nil && end.isLast ? end.parts ?? (upload.part ?? 0) + 1 : nil
        let sealed = try await database.write { tx in
            try tx.execute(
                """
                UPDATE scribe_upload SET state = \(UploadState.sealed), sha256 = \(stored.sha256), bytes = \(stored.bytes),
                    parts = \(parts), change = \(try tx.nextChange()) WHERE id = \(upload.id)
                """)
            return try Self.upload(upload.id, tx)
        }
        try await media.discard(upload.id)
        return sealed
    }

    /// Bytes that have arrived; of one that was sealed when the server died, all of them.
    private func offsetToSeal(_ upload: Upload) async throws -> Int {
        do { return Int(try await media.offset(upload.id)) } catch MediaError.unknownUpload {
            return Int(try await media.seal(upload.id).bytes)
        }
    }

    /// The parts of a take in their order; nil while one is missing.
    private func takeParts(of upload: Upload) async throws -> [Upload]? {
        let known = try await database.read { reader in try Self.parts(ofTake: upload, reader) }
        guard let count = known.compactMap(\.parts).max() else { return nil }
        let sealed = known.filter { $0.state == .sealed }.compactMap(\.part)
        return Array(0..<count).allSatisfy(sealed.contains) ? known.filter { ($0.part ?? 0) < count } : nil
    }

    static func parts(ofTake upload: Upload, _ reader: any Reader) throws -> [Upload] {
        try reader.fetchAll(
            Upload.self,
            """
            SELECT \(Upload.columns) FROM scribe_upload WHERE session_id = \(upload.session)
                AND uploaded_by = \(upload.uploadedBy) AND take = \(upload.take ?? "") ORDER BY part
            """)
    }

    /// One recording of the parts of a take. Done twice it is the same one, for its id follows from the take.
    func join(_ parts: [Upload]) async throws -> String {
        guard let first = parts.first else { throw ScribeError.unknownUpload }
        let identity = [first.session, first.uploadedBy, first.take ?? first.id]
        let hashes = parts.compactMap(\.sha256)
        guard hashes.count > 1 else {
            return try await makeRecording(
                of: parts, sha256: hashes.first ?? "", bytes: first.bytes ?? 0, identity: identity)
        }
        try checkRoom(for: parts.compactMap(\.bytes).reduce(0, +))
        var codecs: [String] = []
        for hash in hashes { codecs.append(try await AudioProbe.probe(try media.url(hash)).codec) }
        let joined = try await MediaWork.join(try hashes.map(media.url), codecs: codecs, into: media)
        let id = try await makeRecording(
            of: parts, sha256: joined.stored.sha256, bytes: Int(joined.stored.bytes), identity: identity)
        try await media.discard(joined.id)
        try await removeUnreferenced(hashes + [joined.stored.sha256])
        return id
    }

    /// The row of a recording, in one transaction with the end of its uploads and the beginning of its transcription.
    private func makeRecording(
        of uploads: [Upload], sha256: String, bytes: Int, identity: [String]
    ) async throws -> String {
        guard let first = uploads.first else { throw ScribeError.unknownUpload }
        let url = try media.url(sha256)
        let audio = try await AudioProbe.probe(url)
        let id = Identifier.derived(["recording"] + identity)
        let mime = MediaForm.mime(container: audio.container, codec: audio.codec, hasVideo: audio.hasVideo)
        let now = clock.now()
        let form = MediaForm(container: audio.container, codec: audio.codec, hasVideo: audio.hasVideo)
        // what was joined here can be sought already
        let needsOther = form.arguments != nil && uploads.count == 1
        return try await database.write { [jobs] tx in
            let made = try tx.execute(
                """
                INSERT INTO scribe_recording (id, session_id, name, origin, sha256, bytes, duration, container, codec,
                    has_video, mime, recorded_at, uploaded_by, uploaded_by_name, state, created_at, change)
                VALUES (\(id), \(first.session), \(first.name),
                    \(first.take == nil ? RecordingOrigin.upload : .microphone), \(sha256), \(bytes), \(audio.duration),
                    \(audio.container), \(audio.codec), \(audio.hasVideo), \(mime), \(first.startedAt ?? now),
                    \(first.uploadedBy), \(first.uploadedByName), \(RecordingState.queued), \(now),
                    \(try tx.nextChange()))
                ON CONFLICT (id) DO NOTHING
                """)
            try tx.execute(
                """
                UPDATE scribe_upload SET state = \(UploadState.finished), result = \(id), sha256 = NULL,
                    change = \(try tx.nextChange()) WHERE id IN \(list: uploads.map(\.id))
                """)
            guard made == 1 else { return id }
            try Self.enqueueTranscription(id, owner: first.uploadedBy, jobs, tx)
            if needsOther { try jobs.enqueue(kind: PrepareMedia.kind, subject: id, owner: first.uploadedBy, in: tx) }
            return id
        }
    }
}

extension SpeechError {
    /// The file will never be a recording; anything else, a stopping server for one, may be gone at the next try.
    fileprivate var isAboutTheFile: Bool {
        switch self {
        case .emptyFile, .undecodable, .unsupported, .tooLong: true
        default: false
        }
    }
}
