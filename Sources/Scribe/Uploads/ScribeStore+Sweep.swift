import Kernel
import Persistence
import Speech

extension ScribeStore {
    /// What a server does once a day: uploads that nobody went on with for a day go, but what a microphone has sent is made
    /// a recording of, for the room will not speak again; and what was deleted long enough ago is deleted for good.
    package func sweep() async throws {
        let day = clock.now().adding(seconds: -86_400)
        let stale = try await database.read { reader in
            try reader.fetchAll(
                Upload.self,
                """
                SELECT \(Upload.columns) FROM scribe_upload WHERE state <> \(UploadState.finished) AND touched_at < \(day)
                ORDER BY session_id, take, part
                """)
        }
        for upload in stale {
            if upload.take == nil {
                try await discard(upload)
            } else if upload.state == .open {
                try await salvage(upload)
            }
        }
        for take in Set(stale.compactMap { upload in upload.take.map { [upload.session, upload.uploadedBy, $0] } }) {
            let known = stale.first { [$0.session, $0.uploadedBy, $0.take ?? ""] == take }
            if let known { try await joinWhatIsThere(known) }
        }
        try await database.write { tx in
            try tx.execute(
                """
                DELETE FROM scribe_upload
                WHERE state = \(UploadState.finished) AND created_at < \(day.adding(seconds: -6 * 86_400))
                """)
        }
        try await purgeRecordings(deletedBefore: try await undoLimit())
    }

    /// Seals a part as far as it came; one without sound goes.
    private func salvage(_ upload: Upload) async throws {
        do {
            let size = Int(try await media.offset(upload.id))
            _ = try await seal(upload, UploadEnd(size: size, isLast: false), isComplete: false)
        } catch is SpeechError {
            // nothing of it was kept
        } catch MediaError.unknownUpload {
            try await discard(upload)
        }
    }

    private func joinWhatIsThere(_ upload: Upload) async throws {
        let parts = try await database.read { try Self.parts(ofTake: upload, $0) }
        guard parts.allSatisfy({ $0.state != .open }) else { return }
        let sealed = parts.filter { $0.state == .sealed }
        if !sealed.isEmpty { _ = try await join(sealed) }
    }
}
