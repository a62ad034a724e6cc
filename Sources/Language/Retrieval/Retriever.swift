/// Chooses the passages that a question may be answered from.
package struct Retriever: Sendable {
    package let passages: [Passage]
    private let index: BM25

    package init(_ passages: [Passage]) {
        self.passages = passages
        index = BM25(passages.map { Word.contentStems(of: $0.text) })
    }

    /// The best passages for a question, whole ones, as many as fit the budget and at most `limit`; best first. One that
    /// does not fit is left out and a shorter one after it may still come in. Without a common word there is none.
    package func passages(for query: [String: Double], budget: TokenBudget, limit: Int = 24) -> [Passage] {
        fitting(index.ranked(query).lazy.map { passages[$0.document] }, budget: budget, limit: limit)
    }

    private func fitting(_ ranked: some Sequence<Passage>, budget: TokenBudget, limit: Int) -> [Passage] {
        var chosen: [Passage] = []
        var left = budget.tokens
        for passage in ranked where chosen.count < limit {
            let cost = TokenBudget.tokens(in: passage.text)
            guard cost <= left else { continue }
            left -= cost
            chosen.append(passage)
        }
        return chosen
    }
}
