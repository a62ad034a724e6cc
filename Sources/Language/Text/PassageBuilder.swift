/// Joins timed segments to passages of whole sentences.
package struct PassageBuilder: Sendable {
    /// Words a passage has at least, where its source has them.
    package let shortest: Int
    /// Words a passage has at most, unless one sentence has more.
    package let longest: Int

    package init(shortest: Int = 60, longest: Int = 120) {
        self.shortest = shortest
        self.longest = longest
    }

    /// Passages of one recording in their order, with ids `<source id>#<number>`.
    package func passages(of segments: [TimedText], source: PassageSource) -> [Passage] {
        []
    }

    /// Passages of one page or note.
    package func passages(of text: String, source: PassageSource, page: Int?) -> [Passage] {
        []
    }
}
