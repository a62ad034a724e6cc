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
        let verifier = Verifier(passages: passages)

        func cite(_ entry: Int) -> Citation? {
            guard let checked = try? verifier.check(book.entries[entry].statement) else { return nil }
            let number = list.numbers(of: checked.proofs)[0]
            return list.citations[number - 1]
        }

        let definitions = material.definitions.compactMap { item -> Made? in
            guard let citation = cite(item.entry) else { return nil }
            return Made(
                entry: item.entry,
                card: Self.card("What \(item.verb) \(item.term)?", book.entries[item.entry].text, citation),
                question: Self.definitionQuestion(item, material, book, citation))
        }
        let clozes = material.clozes.compactMap { cloze -> Made? in
            guard let citation = cite(cloze.entry) else { return nil }
            return Made(
                entry: cloze.entry, card: Self.card(cloze.text, cloze.answer, citation),
                question: Self.clozeQuestion(cloze, material, citation))
        }
        return StudyCards(
            cards: Self.spread(definitions, clozes, most: Self.mostCards).map(\.card),
            quiz: Self.spread(
                definitions.filter { $0.question != nil }, clozes.filter { $0.question != nil },
                most: Self.mostQuestions
            ).compactMap(\.question))
    }

    private struct Made {
        let entry: Int
        let card: StudyCards.Card
        let question: StudyCards.QuizQuestion?
    }

    /// Of definitions up to two thirds and of the others the rest, each from the whole length, in the order of the sources.
    private static func spread(_ definitions: [Made], _ others: [Made], most: Int) -> [Made] {
        let room = max(most * 2 / 3, most - others.count)
        let first = even(definitions, most: room)
        return (first + even(others, most: most - first.count)).sorted { $0.entry < $1.entry }
    }

    private static func even(_ all: [Made], most: Int) -> [Made] {
        guard all.count > most else { return all }
        return (0..<most).map { all[$0 * all.count / most] }
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
        guard !Cloze.isGivenAway(item.term, in: gap.text) else { return nil }
        let wrong = material.otherTerms(than: gap.answer, in: gap.text)
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
        // the first are the likest
        let likest = wrong.prefix(choices + 1).shuffled(using: &random)
        let all = ([right] + likest.prefix(choices - 1)).shuffled(using: &random)
        guard let answer = all.firstIndex(of: right) else { return nil }
        // a capital at the beginning of a sentence must not tell the right one
        let shown = text.hasPrefix(Cloze.gap) ? all.map { $0.prefix(1).uppercased() + $0.dropFirst() } : all
        return StudyCards.QuizQuestion(id: id, question: text, choices: shown, answer: answer, citation: citation)
    }
}
