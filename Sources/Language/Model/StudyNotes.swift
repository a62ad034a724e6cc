/// AI notes of a session; every sentence is cited, and the citations are checked.
package struct StudyNotes: Codable, Sendable, Hashable {
    package struct Topic: Codable, Sendable, Hashable {
        package let title: String
        package let points: [CitedText]

        package init(title: String, points: [CitedText]) {
            self.title = title
            self.points = points
        }
    }

    package struct Term: Codable, Sendable, Hashable {
        package let term: String
        /// The sentence that explains it.
        package let text: String
        package let citations: [Int]

        package init(term: String, text: String, citations: [Int]) {
            self.term = term
            self.text = text
            self.citations = citations
        }
    }

    /// A tag that a reader may want to set on the cited sentence.
    package struct SuggestedTag: Codable, Sendable, Hashable {
        package let label: String
        package let citations: [Int]

        package init(label: String, citations: [Int]) {
            self.label = label
            self.citations = citations
        }
    }

    package let title: String?
    package let summary: [CitedText]
    package let outline: [Topic]
    package let terms: [Term]
    package let tags: [SuggestedTag]
    package let citations: [Citation]
    package let provider: String

    package init(
        title: String?, summary: [CitedText], outline: [Topic], terms: [Term], tags: [SuggestedTag],
        citations: [Citation], provider: String
    ) {
        self.title = title
        self.summary = summary
        self.outline = outline
        self.terms = terms
        self.tags = tags
        self.citations = citations
        self.provider = provider
    }
}
