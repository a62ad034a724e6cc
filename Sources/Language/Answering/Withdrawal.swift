/// What is left of things that were made of sources when some of the quotations do not stand any more: a sentence stays only with all of its
/// citations, and the numbers of those that stay do not change.
extension StudyNotes {
    /// The same notes when nothing of them is gone.
    package func without(_ isGone: (Citation) -> Bool) -> StudyNotes {
        let left = citations.filter { !isGone($0) }
        guard left.count < citations.count else { return self }
        let numbers = Set(left.map(\.n))
        let quotes = Dictionary(left.map { ($0.n, $0.quote) }, uniquingKeysWith: { first, _ in first })
        func stay(_ cited: [Int]) -> Bool { numbers.isSuperset(of: cited) }
        return StudyNotes(
            title: title.flatMap { NoteMaker.carried($0, by: left.map(\.quote)) },
            summary: summary.filter { stay($0.citations) },
            outline: outline.compactMap { topic in
                let points = topic.points.filter { stay($0.citations) }
                guard let first = points.first else { return nil }
                if points.count == topic.points.count { return topic }
                let title = NoteMaker.carried(
                    topic.title, by: points.flatMap { $0.citations.compactMap { quotes[$0] } })
                return Topic(title: title ?? NoteMaker.title(from: first.text), points: points)
            },
            terms: terms.filter { stay($0.citations) }, tags: tags.filter { stay($0.citations) }, citations: left,
            provider: provider)
    }
}

extension StudyCards {
    /// A quiz question goes as well when one of its choices is a word that no quotation has any more: wrong choices are
    /// terms of other sentences.
    package func without(_ isGone: (Citation) -> Bool) -> StudyCards {
        let cards = self.cards.filter { !isGone($0.citation) }
        let quiz = self.quiz.filter { !isGone($0.citation) }
        guard cards.count < self.cards.count || quiz.count < self.quiz.count else { return self }
        let quotes = cards.map(\.citation.quote) + quiz.map(\.citation.quote)
        let known = Set(quotes.flatMap { Word.words(in: $0).map(\.stem) })
        return StudyCards(
            cards: cards,
            quiz: quiz.filter { question in
                question.choices.allSatisfy { choice in
                    Word.words(in: choice).allSatisfy {
                        known.contains($0.stem) || Quantities.value(of: $0.folded) != nil
                    }
                }
            })
    }
}

extension Answer {
    /// What a reader sees when nothing of an answer is left.
    package static let withdrawn = "What this answer quoted was corrected, unshared or deleted."

    /// The sentences of an answer that stay, and their citations; nil when all of them do.
    /// - Parameter text: sentences, each with its marks behind it, as in `Insulin is given by infusion. [1][2]`
    package static func remainder(
        of text: String, _ citations: [Citation], without isGone: (Citation) -> Bool
    ) -> (text: String, citations: [Citation])? {
        let left = citations.filter { !isGone($0) }
        guard left.count < citations.count else { return nil }
        let numbers = Set(left.map(\.n))
        let sentences = text.matches(of: /(?<sentence>.+?(?:\[\d+\])+)(?:\s+|$)/.dotMatchesNewlines())
            .map { String($0.output.sentence) }
            .filter { sentence in
                sentence.matches(of: /\[(\d+)\]/).allSatisfy { Int($0.output.1).map(numbers.contains) ?? false }
            }
        return sentences.isEmpty ? (withdrawn, []) : (sentences.joined(separator: " "), left)
    }
}
