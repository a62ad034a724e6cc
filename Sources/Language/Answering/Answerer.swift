import Kernel

/// Answers questions from passages: finds the evidence, has a draft written, and shows of it what can be proved. When
/// nothing of a model's draft can, the built-in provider answers or refuses.
package struct Answerer: Sendable {
    let provider: any LanguageProvider

    package init(provider: any LanguageProvider = ExtractiveProvider()) {
        self.provider = provider
    }

    /// - Parameter history: the exchanges of the thread, oldest first.
    /// - Throws: `CancellationError`; a provider that cannot be reached is stood in for
    package func answer(_ question: String, history: [Exchange] = [], passages: [Passage]) async throws -> Answer {
        if provider is ExtractiveProvider { return try await builtIn(question, history, passages) }
        let asked = Question(question, history: history)
        let evidence = Retriever(passages).passages(for: asked.query, budget: provider.evidenceBudget)
        guard !evidence.isEmpty else { return refusal(asked, passages, by: provider.name) }
        let request = CompletionRequest(task: .answer(question: question, history: history), evidence: evidence)
        let draft: Draft
        do {
            draft = try DraftReader.read(try await provider.complete(request).text)
        } catch is LanguageError {
            return try await builtIn(question, history, passages)
        }
        if draft.refused, draft.answer.isEmpty { return refusal(asked, passages, by: provider.name) }
        let answer = verified(draft, asked, evidence, by: provider.name)
        return answer.refused ? try await builtIn(question, history, passages) : answer
    }

    private func builtIn(_ question: String, _ history: [Exchange], _ passages: [Passage]) async throws -> Answer {
        let provider = ExtractiveProvider()
        let request = CompletionRequest(task: .answer(question: question, history: history), evidence: passages)
        let draft = try DraftReader.read(try await provider.complete(request).text)
        let asked = Question(question, history: history)
        let answer = verified(draft, asked, passages, by: provider.name)
        return answer.refused ? refusal(asked, passages, by: provider.name) : answer
    }

    /// With the sentences that stand nearest to the question.
    private func refusal(_ question: Question, _ passages: [Passage], by name: String) -> Answer {
        let book = SentenceBook(passages)
        let verifier = Verifier(passages: passages)
        var list = CitationList(passages: passages)
        for index in AnswerFinder(question, in: book).nearest() {
            if let checked = try? verifier.check(book.entries[index].statement) { _ = list.numbers(of: checked.proofs) }
        }
        return .refusal(by: name, nearest: list.citations)
    }

    /// The statements that can be proved and belong to the question; the built-in provider has chosen by just that.
    private func verified(_ draft: Draft, _ question: Question, _ evidence: [Passage], by name: String) -> Answer {
        let verifier = Verifier(passages: evidence)
        let checked = draft.answer.prefix(12).compactMap { try? verifier.check($0) }
        let shown = name == ExtractiveProvider.name ? checked : Self.onTopic(checked, question, evidence)
        guard !shown.isEmpty else { return .refusal(by: name) }
        var list = CitationList(passages: evidence)
        let sentences = shown.map { statement in
            let cited = list.cited(statement)
            return cited.text + " " + cited.citations.map { "[\($0)]" }.joined()
        }
        return Answer(
            text: sentences.joined(separator: " "), refused: false, citations: list.citations, provider: name)
    }

    /// What is said beside an answer must come from the passage of the answer.
    private static func onTopic(
        _ checked: [Verifier.Checked], _ question: Question, _ evidence: [Passage]
    ) -> [Verifier.Checked] {
        let relevance = Relevance(question, evidence)
        let places = Set(checked.filter { relevance.covers($0.proofs) }.flatMap { $0.proofs.map(\.passage) })
        return checked.filter { $0.proofs.allSatisfy { places.contains($0.passage) } }
    }
}

/// Whether quoted sentences belong to a question; a true quotation about something else is no answer.
private struct Relevance {
    private let book: SentenceBook
    private let finder: AnswerFinder

    init(_ question: Question, _ evidence: [Passage]) {
        book = SentenceBook(evidence)
        finder = AnswerFinder(question, in: book)
    }

    func covers(_ proofs: [Verifier.Proof]) -> Bool {
        let entries = book.entries.indices.filter { index in
            proofs.contains { $0.passage == book.entries[index].passage && $0.quote.contains(book.entries[index].text) }
        }
        return finder.isOnTopic(entries)
    }
}
