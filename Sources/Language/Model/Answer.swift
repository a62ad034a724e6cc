/// A question and what was answered, for follow-ups.
package struct Exchange: Codable, Sendable, Hashable {
    package let question: String
    package let answer: String

    package init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}

/// The answer to a question, checked: every sentence ends in the marks of its citations.
package struct Answer: Codable, Sendable, Hashable {
    /// Sentences with marks, as in `Insulin is given by infusion. [1]`; the refusal when `refused`.
    package let text: String
    /// The sources do not hold the answer; there are no citations then.
    package let refused: Bool
    package let citations: [Citation]
    /// What stands nearest to a refused question, best first; it answers nothing. Empty with an answer.
    package let nearest: [Citation]
    /// Who wrote it: the provider's name, or `built-in` where its words failed the check and were replaced.
    package let provider: String

    /// What a reader sees when the sources do not hold the answer.
    package static let refusal = "The answer is not in these sources."

    package init(
        text: String, refused: Bool, citations: [Citation], nearest: [Citation] = [], provider: String
    ) {
        self.text = text
        self.refused = refused
        self.citations = citations
        self.nearest = nearest
        self.provider = provider
    }

    package static func refusal(by provider: String, nearest: [Citation] = []) -> Answer {
        Answer(text: refusal, refused: true, citations: [], nearest: nearest, provider: provider)
    }
}
