import Jobs
import Kernel
import Persistence
import Speech
import Web

/// Writes the rows of an archive into a session, in one transaction. Ids are new, times and names are those of the
/// archive; what was the exporter's own is the importer's.
struct ArchiveWriter {
    let contents: ReceivedContents
    let session: SessionInfo
    let caller: Principal
    let now: Instant
    let jobs: JobStore
    var identifiers = ArchiveIdentifiers()

    init(
        _ contents: ReceivedContents, into session: SessionInfo, by caller: Principal, at now: Instant, jobs: JobStore
    ) {
        (self.contents, self.session, self.caller, self.now, self.jobs) = (contents, session, caller, now, jobs)
    }

    mutating func write(_ tx: any Transaction) throws -> [(name: String, count: Int)] {
        identifiers.take(ArchiveIdentifiers.id(.session, 0), as: session.id)
        var segments = 0
        for (index, recording) in contents.manifest.recordings.enumerated() {
            try insert(recording, number: index, tx)
            segments += try insertTranscript(of: recording, tx)
        }
        try insertTags(tx)
        try insertAttachments(tx)
        let notes = try insertNote(tx)
        return [
            ("recordings", contents.manifest.recordings.count), ("segments", segments), ("tags", contents.tags.count),
            ("notes", notes), ("attachments", contents.manifest.attachments.count),
        ] + (try insertStudy(tx))
    }

    // MARK: recordings

    private mutating func insert(
        _ recording: ArchiveManifest.Recording, number: Int, _ tx: any Transaction
    ) throws {
        let id = identifiers.renewed(recording.id)
        let file = contents.media[recording.id]
        let transcript = contents.transcripts[recording.id]
        // a recording without a transcript waits until somebody orders one; one with is done
        let state: RecordingState = transcript == nil ? .cancelled : .ready
        try tx.execute(
            """
            INSERT INTO scribe_recording (id, session_id, name, origin, sha256, bytes, duration, container, codec,
                has_video, mime, recorded_at, uploaded_by, uploaded_by_name, shared, state, language, model, segments,
                done, transcript, created_at, change)
            VALUES (\(id), \(session.id), \(recording.name), \(recording.origin), \(file?.sha256 ?? ""),
                \(file?.bytes ?? 0), \(recording.duration), \(recording.container), \(recording.codec),
                \(recording.hasVideo), \(recording.mime), \(recording.recordedAt), \(caller.userID),
                \(recording.uploadedByName), \(recording.shared), \(state), \(recording.language), \(recording.model),
                \(transcript?.segments.count ?? 0), \(transcript == nil ? 0 : recording.duration ?? 0),
                \(transcript == nil ? nil : id), \(now.adding(milliseconds: Int64(number))), \(try tx.nextChange()))
            """)
        let form = MediaForm(container: recording.container, codec: recording.codec, hasVideo: recording.hasVideo)
        if file != nil, form.arguments != nil {
            try jobs.enqueue(kind: PrepareMedia.kind, subject: id, owner: caller.userID, in: tx)
        }
    }

    private mutating func insertTranscript(
        of recording: ArchiveManifest.Recording, _ tx: any Transaction
    ) throws -> Int {
        guard let transcript = contents.transcripts[recording.id] else { return 0 }
        let id = identifiers.renewed(recording.id)
        let change = try tx.nextChange()
        var rows: [SQL] = []
        var texts: [TranscriptRows.Text] = []
        for (position, segment) in transcript.segments.enumerated() {
            let segmentID = identifiers.renewed(segment.id)
            texts.append((segmentID, segment.text))
            let words = segment.words.map { TranscriptWord(start: $0.start, end: $0.end, text: $0.text) }
            rows.append(
                """
                (\(segmentID), \(id), \(id), \(position), \(segment.start), \(segment.end), \(segment.text),
                \(segment.original ?? segment.text), \(SegmentWords.write(words)), \(segment.speaker),
                \(segment.version), \(change))
                """)
        }
        try tx.insert(
            rows,
            into: """
                scribe_segment (id, recording_id, transcript, position, start_second, end_second, text, original, words,
                speaker, version, change)
                """, onConflict: "")
        try TranscriptRows.index(texts, session: session.id, tx)
        for edit in transcript.edits {
            try tx.execute(
                """
                INSERT INTO scribe_edit (id, recording_id, segment_id, start_second, end_second, text, version, at,
                    by_name)
                VALUES (\(Identifier.v7()), \(id), \(identifiers.renewed(edit.segment)), \(edit.start), \(edit.end),
                    \(edit.text), \(edit.version), \(edit.at), \(edit.byName))
                """)
        }
        for (key, name) in transcript.speakers.sorted(by: { $0.key < $1.key }) {
            try tx.execute(
                """
                INSERT INTO scribe_speaker (recording_id, speaker, name, change)
                VALUES (\(id), \(key), \(name), \(change))
                """)
        }
        return rows.count
    }

    private mutating func insertTags(_ tx: any Transaction) throws {
        for tag in contents.tags {
            try tx.execute(
                """
                INSERT INTO scribe_tag (id, recording_id, start_second, end_second, label, shared, by_user, by_name, at,
                    change)
                VALUES (\(Identifier.v7()), \(identifiers.renewed(tag.recording)), \(tag.start), \(tag.end),
                    \(tag.label), \(tag.shared), \(tag.mine ? caller.userID : ""), \(tag.byName), \(tag.at),
                    \(try tx.nextChange()))
                """)
        }
    }

    /// Their text is read again.
    private mutating func insertAttachments(_ tx: any Transaction) throws {
        for attachment in contents.manifest.attachments {
            guard let file = contents.media[attachment.id] else { throw ArchiveError.missingFile }
            let id = identifiers.renewed(attachment.id)
            try tx.execute(
                """
                INSERT INTO scribe_attachment (id, session_id, name, kind, sha256, bytes, state, shared, uploaded_by,
                    uploaded_by_name, created_at, change)
                VALUES (\(id), \(session.id), \(attachment.name), \(attachment.kind), \(file.sha256), \(file.bytes),
                    \(AttachmentState.reading), \(attachment.shared), \(caller.userID), \(attachment.uploadedByName),
                    \(attachment.uploadedAt), \(try tx.nextChange()))
                """)
            try jobs.enqueue(kind: ReadAttachment.kind, subject: id, owner: caller.userID, in: tx)
        }
    }

    /// A note that the importer has of this session already is not overwritten.
    private func insertNote(_ tx: any Transaction) throws -> Int {
        guard let text = contents.note, !text.isEmpty else { return 0 }
        let known = try ScribeStore.note(session.id, caller.userID, tx)
        if let known, known.text != text, !known.text.isEmpty { throw ArchiveError.sessionNotEmpty }
        let note = PersonalNote(
            id: known?.id ?? Identifier.v7(), session: session.id, text: text, version: (known?.version ?? 0) + 1,
            updatedAt: now)
        try ScribeStore.store(note, createdAt: now, of: caller, tx)
        return 1
    }
}
