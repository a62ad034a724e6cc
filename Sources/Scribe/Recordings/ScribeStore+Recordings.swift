import Jobs
package import Kernel
package import Persistence
import Web

extension ScribeStore {
    /// Renames a recording, or shows it to students or hides it from them.
    package func change(_ recording: Recording, name: String?, shared: Bool?) async throws {
        try await database.write { tx in
            try tx.execute(
                """
                UPDATE scribe_recording SET name = \(name ?? recording.name), shared = \(shared ?? recording.shared),
                    change = \(try tx.nextChange()) WHERE id = \(recording.id) AND deleted_at IS NULL
                """)
        }
    }

    /// Deletes for good what was deleted before an instant, and gives the files up that nothing else names.
    /// - Returns: how many recordings went
    @discardableResult
    package func purgeRecordings(deletedBefore limit: Instant) async throws -> Int {
        let gone = try await database.read { reader in
            try reader.fetchAll(
                String.self, "SELECT id FROM scribe_recording WHERE deleted_at IS NOT NULL AND deleted_at <= \(limit)")
        }
        let now = clock.now()
        for id in gone { try await purgeRecording(id, because: .expired, now: now) }
        return gone.count
    }

    /// What a browser plays: the original, or what was made of it.
    func playable(_ recording: Recording) throws -> FileContent {
        if let sha256 = recording.playableSha256, let bytes = recording.playableBytes {
            return FileContent(
                try media.url(sha256), bytes: bytes, type: recording.playableMime ?? recording.mime, tag: sha256)
        }
        return FileContent(
            try media.url(recording.sha256), bytes: recording.bytes, type: recording.mime, tag: recording.sha256)
    }

    func original(_ recording: Recording) throws -> FileContent {
        FileContent(
            try media.url(recording.sha256), bytes: recording.bytes, type: recording.mime, tag: recording.sha256)
    }
}

extension Recording: Deletable {
    package static var what: Deletion.What { .recording }

    package func delete(at now: Instant, from store: ScribeStore, _ tx: any Transaction) throws {
        try store.jobs.cancel(subject: id, in: tx)
        // its transcript may have been replaced since it was looked at
        if let shown = try Recording.find(id, tx)?.shownTranscript { try TranscriptRows.forget(shown, of: id, tx) }
        try tx.execute(
            """
            UPDATE scribe_recording SET deleted_at = \(now), change = \(try tx.nextChange())
            WHERE id = \(id) AND deleted_at IS NULL
            """)
    }

    package func restore(to store: ScribeStore, _ tx: any Transaction) throws {
        try tx.execute(
            "UPDATE scribe_recording SET deleted_at = NULL, change = \(try tx.nextChange()) WHERE id = \(id)")
        if let shown = shownTranscript {
            let rows = try Segment.all(of: shown, recording: id, tx)
            try TranscriptRows.index(rows.map { ($0.id, $0.text) }, session: session, tx)
        }
        if [.queued, .transcribing].contains(state) {
            try ScribeStore.enqueueTranscription(id, owner: uploadedBy, store.jobs, tx)
        }
        let form = MediaForm(container: container, codec: codec, hasVideo: hasVideo)
        if playableSha256 == nil, form.arguments != nil {
            try store.jobs.enqueue(kind: PrepareMedia.kind, subject: id, owner: uploadedBy, in: tx)
        }
    }
}
