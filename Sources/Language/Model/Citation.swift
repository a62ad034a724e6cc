/// The proof of a sentence: words that code has found verbatim in a passage.
package struct Citation: Codable, Sendable, Hashable {
    /// The number of its mark, from 1.
    package let n: Int
    /// The passage's id.
    package let passage: String
    package let source: PassageSource
    /// Seconds: where the cited passage, or as much of it as is known to hold the words, begins and ends.
    package let start: Double?
    package let end: Double?
    package let page: Int?
    /// Whole sentences, exactly as they stand in the passage.
    package let quote: String

    package init(
        n: Int, passage: String, source: PassageSource, start: Double?, end: Double?, page: Int?, quote: String
    ) {
        self.n = n
        self.passage = passage
        self.source = source
        self.start = start
        self.end = end
        self.page = page
        self.quote = quote
    }
}

/// A sentence and the numbers of its citations; never without one.
package struct CitedText: Codable, Sendable, Hashable {
    package let text: String
    package let citations: [Int]

    package init(text: String, citations: [Int]) {
        self.text = text
        self.citations = citations
    }
}
