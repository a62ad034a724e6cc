import Language
import Testing

@Suite struct RetrieverTests {
    private func passage(_ id: String, _ text: String) -> Passage {
        Passage(id: id, source: PassageSource(kind: .note, id: "n", title: "N", session: "s"), text: text)
    }

    /// Computed by hand: two documents of two and three stems, k1 1.2, b 0.75.
    @Test func scoresAsThePaperSays() {
        let index = BM25([["insulin", "glucos"], ["insulin", "gait", "gait"]])
        let ranked = index.ranked(["gait": 1])
        #expect(ranked.map(\.document) == [1])
        // idf ln(1 + 1.5/1.5) · 2 · 2.2 / (2 + 1.2 · (0.25 + 0.75 · 3/2.5))
        #expect(abs(ranked[0].score - 0.902_321) < 1e-5)
    }

    @Test func rareWordsAndShortPassagesComeFirst() {
        let index = BM25([["a", "b"], ["a", "c", "d", "e", "f"], ["a", "c"]])
        #expect(index.ranked(["c": 1]).map(\.document) == [2, 1])
        #expect(index.ranked(["a": 1, "b": 1]).first?.document == 0)
        #expect(index.ranked(["z": 1]).isEmpty)
    }

    @Test func onlyWholePassagesWithinTheBudget() {
        let long = passage("long", Array(repeating: "insulin", count: 60).joined(separator: " "))
        let short = passage("short", "Insulin lowers glucose.")
        let other = passage("other", "Walking needs balance.")
        let retriever = Retriever([long, short, other])
        let query = ["insulin": 1.0]
        #expect(Set(retriever.passages(for: query, budget: .unlimited).map(\.id)) == ["long", "short"])
        #expect(retriever.passages(for: query, budget: TokenBudget(tokens: 20)).map(\.id) == ["short"])
        #expect(retriever.passages(for: query, budget: TokenBudget(tokens: 2)).isEmpty)
        #expect(retriever.passages(for: query, budget: .unlimited, limit: 1).count == 1)
    }
}
