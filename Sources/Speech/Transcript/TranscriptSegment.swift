/// A spoken word and where it is heard, in seconds from the beginning of the recording.
package struct TranscriptWord: Codable, Hashable, Sendable {
    package var start: Double
    package var end: Double
    package var text: String

    package init(start: Double, end: Double, text: String) {
        self.start = start
        self.end = end
        self.text = text
    }
}

/// A sentence or part of one. Segments of a recording are ordered, do not overlap and lie inside it; so do the words of
/// a segment.
package struct TranscriptSegment: Codable, Hashable, Sendable {
    package var start: Double
    package var end: Double
    package var text: String
    package var words: [TranscriptWord]
    /// "A" or "B", changing where a model that hears turns heard one; nil with every other model.
    package var speaker: String?

    package init(start: Double, end: Double, text: String, words: [TranscriptWord] = [], speaker: String? = nil) {
        self.start = start
        self.end = end
        self.text = text
        self.words = words
        self.speaker = speaker
    }
}

/// A finished piece of a recording.
package struct TranscriptWindow: Sendable {
    /// Everything before this second is finished: the place to go on from after a crash.
    package let end: Double
    /// Of this piece alone; empty for a stretch without speech.
    package let segments: [TranscriptSegment]
    /// ISO 639-1, once it is known.
    package let language: String?

    package init(end: Double, segments: [TranscriptSegment], language: String?) {
        self.end = end
        self.segments = segments
        self.language = language
    }
}

package struct TranscriptSummary: Sendable, Equatable {
    /// Of the whole recording, in seconds, wherever the transcription began.
    package let duration: Double
    /// nil when nothing was said.
    package let language: String?
    /// The name of the model.
    package let model: String

    package init(duration: Double, language: String?, model: String) {
        self.duration = duration
        self.language = language
        self.model = model
    }
}
