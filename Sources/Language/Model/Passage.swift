/// A piece of evidence: some sentences of a transcript, a page of an attachment, or a personal note. Retrieval and
/// citations know nothing smaller.
package struct Passage: Sendable, Codable, Hashable, Identifiable {
    /// Unique among the passages of one question.
    package let id: String
    package let source: PassageSource
    /// Seconds from the beginning of the recording; nil where there is no audio.
    package let start: Double?
    package let end: Double?
    /// Page, slide or sheet, from 1; nil where there are none.
    package let page: Int?
    package let text: String
    /// Where words of the text are in time, ascending; may be empty.
    package let marks: [TimeMark]

    package init(
        id: String, source: PassageSource, start: Double? = nil, end: Double? = nil, page: Int? = nil, text: String,
        marks: [TimeMark] = []
    ) {
        self.id = id
        self.source = source
        self.start = start
        self.end = end
        self.page = page
        self.text = text
        self.marks = marks
    }
}

/// Where a passage stands.
package struct PassageSource: Sendable, Codable, Hashable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case transcript, attachment, note
    }

    package let kind: Kind
    /// The recording, the attachment or the note.
    package let id: String
    /// What a reader calls it.
    package let title: String
    /// The session it belongs to.
    package let session: String

    package init(kind: Kind, id: String, title: String, session: String) {
        self.kind = kind
        self.id = id
        self.title = title
        self.session = session
    }
}

/// Some words with their time, as a recogniser gives them.
package struct TimedText: Sendable, Codable, Hashable {
    /// Seconds from the beginning of the recording.
    package let start: Double
    package let end: Double
    package let text: String

    package init(start: Double, end: Double, text: String) {
        self.start = start
        self.end = end
        self.text = text
    }
}
