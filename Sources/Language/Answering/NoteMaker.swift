import Kernel

/// Makes AI notes of passages; every sentence is cited, and the citations are checked. When too little of a model's draft
/// can be proved, the built-in provider's notes are shown.
package struct NoteMaker: Sendable {
    /// Proved sentences of a summary below which a model's draft is not worth showing.
    static let fewestSentences = 3

    let provider: any LanguageProvider

    package init(provider: any LanguageProvider = ExtractiveProvider()) {
        self.provider = provider
    }

    /// - Parameter passages: in the order of the session.
    /// - Throws: `CancellationError`; a provider that cannot be reached is stood in for
    package func notes(of passages: [Passage]) async throws -> StudyNotes {
        if provider is ExtractiveProvider { return try await builtIn(passages) }
        let evidence = Self.spread(passages, within: provider.evidenceBudget)
        guard !evidence.isEmpty else { return try await builtIn(passages) }
        do {
            let request = CompletionRequest(task: .notes, evidence: evidence, longestReply: 4000)
            let draft = try DraftReader.read(try await provider.complete(request).text)
            let notes = verified(draft, evidence, by: provider.name)
            return notes.summary.count >= Self.fewestSentences ? notes : try await builtIn(passages)
        } catch is LanguageError {
            return try await builtIn(passages)
        }
    }

    private func builtIn(_ passages: [Passage]) async throws -> StudyNotes {
        let provider = ExtractiveProvider()
        let completion = try await provider.complete(CompletionRequest(task: .notes, evidence: passages))
        return verified(try DraftReader.read(completion.text), passages, by: provider.name)
    }

    /// Whole passages from the whole length of a session, in their order: all of them when they fit, else every second,
    /// every third, …
    static func spread(_ passages: [Passage], within budget: TokenBudget) -> [Passage] {
        guard !passages.isEmpty else { return [] }
        for step in 1...passages.count {
            let chosen = stride(from: 0, to: passages.count, by: step).map { passages[$0] }
            if chosen.reduce(0, { $0 + TokenBudget.tokens(in: $1.text) }) <= budget.tokens { return chosen }
        }
        return []
    }

    // MARK: What can be proved

    private func verified(_ draft: Draft, _ evidence: [Passage], by name: String) -> StudyNotes {
        let verifier = Verifier(passages: evidence)
        var list = CitationList(passages: evidence)
        let summary = draft.summary.compactMap { try? verifier.check($0) }.map { list.cited($0) }
        let outline = draft.outline.compactMap { topic -> StudyNotes.Topic? in
            let points = topic.points.compactMap { try? verifier.check($0) }
            guard let first = points.first else { return nil }
            let quotes = points.flatMap { $0.proofs.map(\.quote) }
            let title = Self.carried(topic.title, by: quotes) ?? Self.title(from: first.text)
            return StudyNotes.Topic(title: title, points: points.map { list.cited($0) })
        }
        let terms = draft.terms.compactMap { item -> StudyNotes.Term? in
            guard let checked = try? verifier.check(item.statement),
                let term = Self.carried(item.term, by: checked.proofs.map(\.quote))
            else { return nil }
            let cited = list.cited(checked)
            return StudyNotes.Term(term: term, text: cited.text, citations: cited.citations)
        }
        let tags = draft.tags.compactMap { tag -> StudyNotes.SuggestedTag? in
            guard let label = ExamCues.Label(rawValue: tag.label.lowercased()), !tag.references.isEmpty,
                let proofs = try? verifier.prove(tag.references)
            else { return nil }
            return StudyNotes.SuggestedTag(label: label.rawValue, citations: list.numbers(of: proofs))
        }
        let title = draft.title.flatMap { Self.carried($0, by: list.citations.map(\.quote)) }
        return StudyNotes(
            title: title, summary: summary, outline: outline, terms: terms, tags: tags, citations: list.citations,
            provider: name)
    }

    /// A heading or a term, when all of its content words are in the quotes; nil else.
    static func carried(_ text: String, by quotes: [String]) -> String? {
        let line = Verifier.plain(text)
        let stems = Set(Word.contentStems(of: line))
        guard !stems.isEmpty, line.utf8.count <= 120, !InstructionLike.matches(line) else { return nil }
        let known = Set(quotes.flatMap { Word.words(in: $0).map(\.stem) })
        guard stems.isSubset(of: known), Support(quotes: quotes).hasSameCharacters(line) else { return nil }
        return line
    }

    /// The first content words of a point, for a heading that could not be kept.
    static func title(from point: String) -> String {
        let words = Word.words(in: point).filter { !$0.isStop }.prefix(3).map { String($0.text) }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
