import Kernel
import Persistence
import Speech

/// Segments as rows, and what the search knows of them.
enum TranscriptRows {
    typealias Text = (id: String, text: String)

    static func insert(
        _ segments: [TranscriptSegment], from first: Int, transcript: String, of recording: String,
        _ tx: any Transaction
    ) throws -> [Text] {
        // every column of a row is a value: PostgreSQL takes them as lists
        let (version, change) = (1, try tx.nextChange())
        var texts: [Text] = []
        let rows: [SQL] = segments.enumerated().map { index, segment in
            let id = Identifier.v7()
            texts.append((id, segment.text))
            return """
                (\(id), \(recording), \(transcript), \(first + index), \(segment.start), \(segment.end), \(segment.text),
                \(segment.text), \(SegmentWords.write(segment.words)), \(segment.speaker), \(version), \(change))
                """
        }
        try tx.insert(
            rows,
            into: """
                scribe_segment (id, recording_id, transcript, position, start_second, end_second, text, original, words,
                speaker, version, change)
                """, onConflict: "")
        return texts
    }

    static func index(_ texts: [Text], session: String, _ tx: any Transaction) throws {
        let entries = texts.filter { !$0.text.isEmpty }.map {
            TextEntry(key: ScribeIndex.Entry.segment($0.id).key, scope: session, text: $0.text)
        }
        try ScribeIndex.texts.put(entries, tx)
    }

    /// Takes what the search knows of a transcript away; its rows stay.
    static func forget(_ transcript: String, of recording: String, _ tx: any Transaction) throws {
        let ids = try tx.fetchAll(
            String.self,
            "SELECT id FROM scribe_segment WHERE recording_id = \(recording) AND transcript = \(transcript)")
        try ScribeIndex.texts.remove(keys: ids.map { ScribeIndex.Entry.segment($0).key }, tx)
    }

    /// Removes a transcript. What people wrote over it stays in the history, found by its times.
    static func remove(_ transcript: String, of recording: String, _ tx: any Transaction) throws {
        try forget(transcript, of: recording, tx)
        try tx.execute(
            "DELETE FROM scribe_segment WHERE recording_id = \(recording) AND transcript = \(transcript)")
    }
}
