import Foundation
import Kernel
import Persistence
import Speech

/// A file of an archive before it is packed.
struct ArchiveFile: Sendable {
    enum Content: Sendable {
        case bytes([UInt8])
        case media(sha256: String, bytes: Int)
    }

    let name: String
    let part: ExportPart
    let of: String?
    let content: Content
}

/// Collects what is ticked, part by part, in one read of the database.
struct ArchiveContents {
    let parts: Set<ExportPart>
    let session: SessionInfo
    /// User id of the person who exports: their own notes and questions, and whatever is shared.
    let user: String

    private(set) var identifiers = ArchiveIdentifiers()
    private(set) var files: [ArchiveFile] = []
    private(set) var recordings: [ArchiveManifest.Recording] = []
    private(set) var attachments: [ArchiveManifest.Attachment] = []
    private var names = ArchiveNames()

    init(_ parts: Set<ExportPart>, of session: SessionInfo, for user: String, _ reader: any Reader) throws {
        (self.parts, self.session, self.user) = (parts, session, user)
        _ = identifiers.archived(session.id, .session)
        try addRecordings(reader)
        try addAttachments(reader)
        try addNote(reader)
        try addStudy(reader)
    }

    mutating func add(
        _ part: ExportPart, _ display: String, ending: String?, of id: String?, _ content: ArchiveFile.Content
    ) {
        let folder = part.rawValue.split(separator: ".")[0]
        files.append(
            ArchiveFile(
                name: names.add(display, in: String(folder), ending: ending), part: part, of: id, content: content))
    }

    mutating func add(_ part: ExportPart, named name: String, _ value: some Encodable) throws {
        add(part, name, ending: "json", of: nil, .bytes(try Self.json(value)))
    }

    mutating func archived(_ id: String, _ kind: ArchiveIdentifiers.Kind) -> String { identifiers.archived(id, kind) }

    /// Members in the order of their names, so that equal values are equal bytes.
    static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    // MARK: recordings

    private mutating func addRecordings(_ reader: any Reader) throws {
        let tellOfRecordings = parts.subtracting([.notes, .attachments])
        guard !tellOfRecordings.isEmpty else { return }
        let all = try Recording.all(of: [session.id], reader).filter { session.seesUnshared || $0.shared }
        var tags: [ArchiveTag] = []
        for recording in all {
            let id = identifiers.archived(recording.id, .recording)
            recordings.append(ArchiveManifest.Recording(recording, id: id))
            if parts.contains(.audio), !recording.sha256.isEmpty {
                let ending = MediaForm.ending(ofMime: recording.mime)
                add(
                    .audio, recording.name, ending: ending, of: id,
                    .media(sha256: recording.sha256, bytes: recording.bytes))
            }
            try addTranscript(recording, id, reader)
            if parts.contains(.tags) { tags += try self.tags(of: recording, id, reader) }
        }
        if parts.contains(.tags) { try add(.tags, named: "tags", tags) }
    }

    private mutating func addTranscript(_ recording: Recording, _ id: String, _ reader: any Reader) throws {
        guard let shown = recording.shownTranscript else { return }
        let segments = try Segment.all(of: shown, recording: recording.id, reader)
        let named = try ScribeStore.speakers(shown, of: recording.id, reader)
        let names = Dictionary(named.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
        let document = TranscriptDocument(
            title: recording.name, duration: recording.duration ?? recording.done, language: recording.language,
            model: recording.model ?? "", segments: segments.filter { !$0.isSilent }.map { $0.spoken(by: names) },
            listsWords: false)
        let formats: [(ExportPart, TranscriptFormat)] = [
            (.transcriptText, .txt), (.transcriptSubRip, .srt), (.transcriptWebVTT, .vtt),
            (.transcriptMarkdown, .markdown),
        ]
        for (part, format) in formats where parts.contains(part) {
            add(part, recording.name, ending: format.rawValue, of: id, .bytes(format.write(document)))
        }
        guard parts.contains(.transcriptJSON) else { return }
        let transcript = try archived(recording, segments, reader)
        add(.transcriptJSON, recording.name, ending: "json", of: id, .bytes(try Self.json(transcript)))
    }

    private mutating func archived(
        _ recording: Recording, _ segments: [Segment], _ reader: any Reader
    ) throws -> ArchiveTranscript {
        // whoever sees only what is shared gets no wording but the last
        let tellsHistory = session.seesUnshared
        let archived = segments.filter { tellsHistory || !$0.isSilent }.map { segment in
            let words = tellsHistory || !segment.isEdited ? SegmentWords.read(segment.words) : []
            return ArchiveTranscript.Segment(
                id: identifiers.archived(segment.id, .segment), start: segment.startSecond, end: segment.endSecond,
                text: segment.text, original: tellsHistory && segment.isEdited ? segment.original : nil,
                speaker: segment.speaker, version: segment.version,
                words: words.map { .init(start: $0.start, end: $0.end, text: $0.text) })
        }
        let rows =
            try !tellsHistory
            ? []
            : reader.fetchAll(
                EditRow.self,
                """
                SELECT segment_id, start_second, end_second, text, version, at, by_name FROM scribe_edit
                WHERE recording_id = \(recording.id) ORDER BY at, start_second, version, id
                """)
        let speakers = try reader.rows(
            "SELECT speaker, name FROM scribe_speaker WHERE recording_id = \(recording.id)")
        return ArchiveTranscript(
            title: recording.name, duration: recording.duration, language: recording.language, model: recording.model,
            speakers: Dictionary(
                speakers.values.map { ($0[0].text ?? "", $0[1].text ?? "") }, uniquingKeysWith: { first, _ in first }),
            segments: archived,
            edits: rows.map { row in
                ArchiveTranscript.Edit(
                    segment: identifiers.archived(row.segmentID, .edit), start: row.startSecond, end: row.endSecond,
                    text: row.text, version: row.version, at: row.at, byName: row.byName)
            })
    }

    private func tags(of recording: Recording, _ id: String, _ reader: any Reader) throws -> [ArchiveTag] {
        let rows = try reader.fetchAll(
            Tag.self,
            """
            SELECT \(Tag.columns) FROM scribe_tag WHERE recording_id = \(recording.id) AND deleted_at IS NULL
                AND (shared = 1 OR by_user = \(user)) ORDER BY start_second, id
            """)
        return rows.map { tag in
            ArchiveTag(
                recording: id, start: tag.startSecond, end: tag.endSecond, label: tag.label, shared: tag.shared,
                mine: tag.byUser == user, byName: tag.byName, at: tag.at)
        }
    }

    // MARK: the rest

    private mutating func addAttachments(_ reader: any Reader) throws {
        // citations lead to attachments too
        guard !parts.isDisjoint(with: [.attachments, .aiNotes, .questions, .study]) else { return }
        for attachment in try Attachment.all(of: [session.id], reader) where session.seesUnshared || attachment.shared {
            let id = identifiers.archived(attachment.id, .attachment)
            guard parts.contains(.attachments) else { continue }
            attachments.append(
                ArchiveManifest.Attachment(
                    id: id, name: attachment.name, kind: attachment.kind, uploadedAt: attachment.createdAt,
                    uploadedByName: attachment.uploadedByName, shared: attachment.shared))
            add(
                .attachments, attachment.fileName, ending: nil, of: id,
                .media(sha256: attachment.sha256, bytes: attachment.bytes))
        }
    }

    private mutating func addNote(_ reader: any Reader) throws {
        guard parts.contains(.notes) else { return }
        let text = try ScribeStore.note(session.id, user, reader)?.text ?? ""
        add(.notes, "notes", ending: "md", of: nil, .bytes(Array(text.utf8)))
    }
}

private struct EditRow: Decodable {
    let segmentID: String
    let startSecond: Double
    let endSecond: Double
    let text: String
    let version: Int
    let at: Instant
    let byName: String?
}

extension ArchiveManifest.Recording {
    init(_ recording: Recording, id: String) {
        self.init(
            id: id, name: recording.name, origin: recording.origin, recordedAt: recording.recordedAt,
            uploadedByName: recording.uploadedByName, shared: recording.shared, duration: recording.duration,
            container: recording.container, codec: recording.codec, hasVideo: recording.hasVideo, mime: recording.mime,
            language: recording.language, model: recording.model)
    }
}
