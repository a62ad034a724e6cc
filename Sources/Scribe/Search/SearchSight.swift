import Persistence

/// Which entries of the index somebody sees: of sessions seen whole everything that is not deleted, of others what is
/// shared, and of notes their own.
struct SearchSight {
    let reach: SessionReach
    let caller: String
    let reader: any Reader

    func visible(_ keys: [String]) throws -> Set<String> {
        var segments: [String] = []
        var attachments: Set<String> = []
        var notes: [String] = []
        for key in keys {
            switch ScribeIndex.Entry(key: key) {
            case .segment(let id): segments.append(id)
            case .page(let attachment, _): attachments.insert(attachment)
            case .note(let id): notes.append(id)
            case nil: continue
            }
        }
        let seenSegments = try seen(
            segments,
            """
            SELECT segment.id, recording.session_id, recording.shared FROM scribe_segment AS segment
            JOIN scribe_recording AS recording ON recording.id = segment.recording_id
            WHERE recording.deleted_at IS NULL AND segment.id IN \(list: segments)
            """)
        let seenAttachments = try seen(
            attachments,
            """
            SELECT id, session_id, shared FROM scribe_attachment
            WHERE deleted_at IS NULL AND id IN \(list: attachments)
            """)
        let seenNotes = notes.isEmpty ? [] : try ownNotes(notes)
        return Set(
            keys.filter { key in
                switch ScribeIndex.Entry(key: key) {
                case .segment(let id): seenSegments.contains(id)
                case .page(let attachment, _): seenAttachments.contains(attachment)
                case .note(let id): seenNotes.contains(id)
                case nil: false
                }
            })
    }

    /// - Parameter sql: answers id, session and whether it is shared
    private func seen(_ ids: some Collection<String>, _ sql: SQL) throws -> Set<String> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try reader.rows(sql).values.compactMap { row in
                reach.sees(row[1].text ?? "", isShared: row[2].integer == 1) ? row[0].text : nil
            })
    }

    private func ownNotes(_ ids: [String]) throws -> Set<String> {
        Set(
            try reader.fetchAll(
                String.self, "SELECT id FROM scribe_note WHERE author = \(caller) AND id IN \(list: ids)"))
    }
}

/// Where the entries of one page of results are.
struct SearchPlaces {
    private struct Segment: Decodable {
        let id: String
        let recordingID: String
        let startSecond: Double
    }

    private let segments: [String: Segment]
    /// Attachments whose pages are something a reader can turn to.
    private let paged: Set<String>

    init(_ entries: [ScribeIndex.Entry], _ reader: any Reader) throws {
        let ids = entries.compactMap { if case .segment(let id) = $0 { id } else { nil } }
        let rows = try reader.fetchAll(
            Segment.self, "SELECT id, recording_id, start_second FROM scribe_segment WHERE id IN \(list: ids)")
        segments = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let attachments = Set(entries.compactMap { if case .page(let id, _) = $0 { id } else { nil } })
        let found = try reader.fetchAll(
            Attachment.self,
            "SELECT \(Attachment.columns) FROM scribe_attachment WHERE id IN \(list: attachments.sorted())")
        paged = Set(found.filter(\.hasPages).map(\.id))
    }

    func place(_ key: String) -> SearchHit.Place? {
        switch ScribeIndex.Entry(key: key) {
        case .segment(let id):
            segments[id].map { .transcript(recording: $0.recordingID, segment: id, second: $0.startSecond) }
        case .page(let attachment, let number):
            .attachment(attachment, page: paged.contains(attachment) ? number : nil)
        case .note(let id): .note(id)
        case nil: nil
        }
    }
}
