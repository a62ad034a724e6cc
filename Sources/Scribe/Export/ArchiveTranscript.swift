import Kernel
import Speech

/// `transcript/….json`: a transcript with everything that people made of it. The members of the command line's JSON, and
/// more. Times are seconds.
struct ArchiveTranscript: Codable, Sendable, Equatable {
    struct Word: Codable, Sendable, Equatable {
        var start: Double
        var end: Double
        var text: String
    }

    struct Segment: Codable, Sendable, Equatable {
        var id: String
        var start: Double
        var end: Double
        var text: String
        /// What the recogniser wrote; absent where nobody changed it.
        var original: String?
        /// The key of a speaker.
        var speaker: String?
        var version: Int
        /// As they were heard.
        var words: [Word]
    }

    /// A text that a person wrote over these seconds.
    struct Edit: Codable, Sendable, Equatable {
        /// Of a segment above, or of one of an earlier transcript.
        var segment: String
        var start: Double
        var end: Double
        var text: String
        var version: Int
        var at: Instant
        var byName: String?
    }

    var title: String
    var duration: Double?
    var language: String?
    var model: String?
    /// Key → the name that people gave.
    var speakers: [String: String]
    var segments: [Segment]
    var edits: [Edit]

    /// - Throws: `ArchiveError.invalid` for what no export writes
    func check() throws {
        let isGood = segments.allSatisfy(\.isGood) && edits.allSatisfy(\.isGood) && isInOrder
        let names = speakers.flatMap { [$0.key, $0.value] }
        guard isGood, !names.contains(where: { $0.utf8.contains(0) }) else {
            throw ArchiveError.invalid(part: .transcriptJSON)
        }
    }

    private var isInOrder: Bool {
        Set(segments.map(\.id)).count == segments.count
            && zip(segments, segments.dropFirst()).allSatisfy { $0.start <= $1.start }
    }
}

extension ArchiveTranscript.Segment {
    fileprivate var isGood: Bool {
        let times = [start, end] + words.flatMap { [$0.start, $0.end] }
        let texts = [text, original ?? "", speaker ?? ""] + words.map(\.text)
        return Identifier.isValid(id) && version >= 1 && start <= end && times.allSatisfy { $0.isFinite && $0 >= 0 }
            && !texts.contains { $0.utf8.contains(0) }
    }
}

extension ArchiveTranscript.Edit {
    fileprivate var isGood: Bool {
        let texts = [text, byName ?? ""]
        return Identifier.isValid(segment) && start.isFinite && end.isFinite && start >= 0 && version >= 1
            && !texts.contains { $0.utf8.contains(0) }
    }
}

/// `tags/tags.json`
struct ArchiveTag: Codable, Sendable, Equatable {
    var recording: String
    /// Seconds.
    var start: Double
    var end: Double
    var label: String
    var shared: Bool
    /// Of the person who exported it.
    var mine: Bool
    var byName: String
    var at: Instant

    func check() throws {
        guard start.isFinite, end.isFinite, start >= 0, start <= end, !label.isEmpty, label.unicodeScalars.count <= 200,
            !label.utf8.contains(0), !byName.utf8.contains(0)
        else { throw ArchiveError.invalid(part: .tags) }
    }
}
