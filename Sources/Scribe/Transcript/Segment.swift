import Kernel
import Persistence
package import Speech

/// A piece of a transcript as it is stored. Times are seconds from the beginning of the recording.
package struct Segment: Decodable, Sendable {
    package let id: String
    package let recordingID: String
    package let transcript: String
    /// From 0, without gaps.
    package let position: Int
    package let startSecond: Double
    package let endSecond: Double
    package let text: String
    /// What the recogniser wrote.
    package let original: String
    /// JSON, `[[start, end, "text"], …]`.
    package let words: String
    package let speaker: String?
    /// From 1; goes up with every change.
    package let version: Int

    /// Somebody has said that nothing was said here: it stays with its history and is left out of what is handed on.
    package var isSilent: Bool { text.allSatisfy(\.isWhitespace) }

    package var isEdited: Bool { text != original }

    static let columns: SQL = """
        id, recording_id, transcript, position, start_second, end_second, text, original, words, speaker, version
        """

    static func find(_ id: String, _ reader: any Reader) throws -> Segment? {
        try reader.fetchOne(Segment.self, "SELECT \(columns) FROM scribe_segment WHERE id = \(id)")
    }

    static func all(of transcript: String, recording: String, _ reader: any Reader) throws -> [Segment] {
        try reader.fetchAll(
            Segment.self,
            """
            SELECT \(columns) FROM scribe_segment WHERE recording_id = \(recording) AND transcript = \(transcript)
            ORDER BY position
            """)
    }

    /// With the words where they are still what stands in the text.
    package func spoken(by names: [String: String]) -> TranscriptSegment {
        TranscriptSegment(
            start: startSecond, end: endSecond, text: text, words: isEdited ? [] : SegmentWords.read(words),
            speaker: speaker.map { names[$0] ?? SegmentWords.standardName($0) })
    }
}

/// Words of a segment as they are stored and sent: `[[start, end, "text"], …]` with times to the millisecond.
enum SegmentWords {
    static func write(_ words: [TranscriptWord]) -> String {
        var json = JSONWriter()
        json.array(words) { json, word in
            json.array { json in
                json.value(seconds: word.start)
                json.value(seconds: word.end)
                json.value(word.text)
            }
        }
        return json.text
    }

    static func read(_ text: String) -> [TranscriptWord] {
        let words = (try? JSONParser.value(text))?.array ?? []
        return words.compactMap { word in
            guard let parts = word.array, parts.count == 3, let text = parts[2].string else { return nil }
            return TranscriptWord(start: number(parts[0]), end: number(parts[1]), text: text)
        }
    }

    private static func number(_ value: JSONValue) -> Double {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: 0
        }
    }

    /// A speaker whom nobody has named yet.
    static func standardName(_ key: String) -> String { "Speaker \(key)" }
}
