import Jobs
package import Kernel
import Persistence
package import Web

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

    package func delete(_ recording: Recording, by caller: Principal) async throws {
        let now = clock.now()
        try await database.write { [self] tx in
            try delete(recording, at: now, tx)
            try Deletion.note(
                .recording, recording.id, of: recording.session, because: .request, by: caller, at: now, tx)
        }
    }

    /// - Throws: `ScribeError.nothingToRestore` when its time is over
    package func restore(_ recording: Recording) async throws {
        let limit = try await undoLimit()
        try await database.write { [self] tx in
            guard let known = try Recording.find(recording.id, tx), let at = known.deletedAt, at > limit else {
                throw ScribeError.nothingToRestore
            }
            try restore(known, tx)
        }
    }

    /// The row stays for as long as it may come back; the search forgets it and its work ends.
    func delete(_ recording: Recording, at now: Instant, _ tx: any Transaction) throws {
        try jobs.cancel(subject: recording.id, in: tx)
        // its transcript may have been replaced since it was looked at
        if let shown = try Recording.find(recording.id, tx)?.shownTranscript {
            try TranscriptRows.forget(shown, of: recording.id, tx)
        }
        try tx.execute(
            """
            UPDATE scribe_recording SET deleted_at = \(now), change = \(try tx.nextChange())
            WHERE id = \(recording.id) AND deleted_at IS NULL
            """)
    }

    /// With its transcript found again; a transcription that was cut off begins anew.
    func restore(_ recording: Recording, _ tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE scribe_recording SET deleted_at = NULL, change = \(try tx.nextChange()) WHERE id = \(recording.id)
            """)
        if let shown = recording.shownTranscript {
            let rows = try Segment.all(of: shown, recording: recording.id, tx)
            try TranscriptRows.index(rows.map { ($0.id, $0.text) }, session: recording.session, tx)
        }
        if [.queued, .transcribing].contains(recording.state) {
            try Self.enqueueTranscription(recording.id, owner: recording.uploadedBy, jobs, tx)
        }
        let form = MediaForm(
            container: recording.container, codec: recording.codec, hasVideo: recording.hasVideo)
        if recording.playableSha256 == nil, form.arguments != nil {
            try jobs.enqueue(kind: PrepareMedia.kind, subject: recording.id, owner: recording.uploadedBy, in: tx)
        }
    }

    /// Deletes for good what was deleted before an instant, and gives the files up that nothing else names.
    /// - Returns: how many recordings went
    @discardableResult
    package func purgeRecordings(deletedBefore limit: Instant) async throws -> Int {
        let now = clock.now()
        let gone = try await database.write { tx in
            let gone = try tx.fetchAll(
                Recording.self,
                """
                SELECT \(Recording.columns) FROM scribe_recording WHERE deleted_at IS NOT NULL AND deleted_at <= \(limit)
                """)
            for recording in gone {
                for table in ["scribe_segment", "scribe_edit", "scribe_speaker", "scribe_tag"] {
                    try tx.execute("DELETE FROM \(raw: table) WHERE recording_id = \(recording.id)")
                }
                try tx.execute("DELETE FROM scribe_recording WHERE id = \(recording.id)")
                try Deletion.note(
                    .recording, recording.id, of: recording.session, because: .expired, at: now, tx)
            }
            if !gone.isEmpty { _ = try tx.nextChange() }
            return gone
        }
        try await removeUnreferenced(gone.flatMap { [$0.sha256, $0.playableSha256].compactMap(\.self) })
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
