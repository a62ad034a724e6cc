import Kernel

/// Makes flash cards and quiz questions of passages, without a model: every card is a sentence of the sources, turned round.
/// The same passages give the same cards with the same ids.
package struct StudyMaker: Sendable {
    package static let mostCards = 40
    package static let mostQuestions = 20
    /// Choices of a quiz question, the right one included.
    static let choices = 4

    package init() {}

    package func cards(of passages: [Passage]) -> StudyCards {
        let book = SentenceBook(passages)
        let material = StudyMaterial(book)
        var list = CitationList(passages: passages)
        var cards: [StudyCards.Card] = []
        var quiz: [StudyCards.QuizQuestion] = []
        let verifier = Verifier(passages: passages)

        func cite(_ entry: Int) -> Citation? {
            guard let checked = try? verifier.check(book.entries[entry].statement) else { return nil }
            let number = list.numbers(of: checked.proofs)[0]
            return list.citations[number - 1]
        }

        for item in material.definitions {
            guard cards.count < Self.mostCards, let citation = cite(item.entry) else { continue }
            cards.append(Self.card("What \(item.verb) \(item.term)?", book.entries[item.entry].text, citation))
            if let question = Self.definitionQuestion(item, material, book, citation) { quiz.append(question) }
        }
        for cloze in material.clozes {
            guard let citation = cite(cloze.entry) else { continue }
            if cards.count < Self.mostCards { cards.append(Self.card(cloze.text, cloze.answer, citation)) }
            if quiz.count < Self.mostQuestions, let question = Self.clozeQuestion(cloze, material, citation) {
                quiz.append(question)
            }
        }
        return StudyCards(cards: cards, quiz: Array(quiz.prefix(Self.mostQuestions)))
    }

    private static func card(_ front: String, _ back: String, _ citation: Citation) -> StudyCards.Card {
        StudyCards.Card(
            id: Identifier.derived(["card", front, citation.passage, citation.quote]), front: front, back: back,
            citation: citation)
    }

    /// Which of these terms does the sentence explain? The term itself is left out of it.
    private static func definitionQuestion(
        _ item: StudyMaterial.Definition, _ material: StudyMaterial, _ book: SentenceBook, _ citation: Citation
    ) -> StudyCards.QuizQuestion? {
        guard let gap = Cloze.blanked(item.term, in: book.entries[item.entry].text) else { return nil }
        let wrong = material.otherTerms(than: item.term, in: gap.text)
        return question(gap.text, right: item.term, wrong: wrong, citation)
    }

    private static func clozeQuestion(
        _ cloze: Cloze, _ material: StudyMaterial, _ citation: Citation
    ) -> StudyCards.QuizQuestion? {
        question(cloze.text, right: cloze.answer, wrong: material.distractors(for: cloze), citation)
    }

    /// The choices in an order that follows from the question, so that the right one is anywhere and always there.
    private static func question(
        _ text: String, right: String, wrong: [String], _ citation: Citation
    ) -> StudyCards.QuizQuestion? {
        guard wrong.count >= choices - 1 else { return nil }
        let id = Identifier.derived(["quiz", text, citation.passage, right])
        let seed = id.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
        var random = SeededRandom(seed: seed)
        let all = ([right] + wrong.shuffled(using: &random).prefix(choices - 1)).shuffled(using: &random)
        guard let answer = all.firstIndex(of: right) else { return nil }
        return StudyCards.QuizQuestion(id: id, question: text, choices: all, answer: answer, citation: citation)
    }
}
