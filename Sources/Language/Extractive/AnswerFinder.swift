/// Chooses the sentences that answer a question, or none: a sentence is an answer only when it speaks of all that the question
/// asks about, holds something of the kind that is asked for, and nothing in it speaks against.
struct AnswerFinder: Sendable {
    /// The share of a question that a model's quotation must cover to be about it; weights are rarities.
    static let leastCoverage = 0.39
    static let mostSentences = 3
    /// Sentences that are shown beside a refusal.
    static let mostNearest = 3

    let question: Question
    let book: SentenceBook
    private let matcher: TermMatcher
    private let objections: Objections
    private let requirements: Requirements

    init(_ question: Question, in book: SentenceBook) {
        self.question = question
        self.book = book
        matcher = TermMatcher(question, book)
        objections = Objections(question)
        requirements = Requirements(question, book, matcher)
    }

    /// Indices of the book's entries in the order of the sources; empty when the sources do not hold the answer.
    func answer() -> [Int] {
        guard !question.terms.isEmpty, !matcher.hasUnknownTerm else { return [] }
        if asksForTwo, let both = definitionsOfBoth() { return both }
        let best = book.answering.compactMap(candidate).max { ($0.score, $1.entry) < ($1.score, $0.entry) }
        return best.map { withSurroundings($0.entry, $0.support) } ?? []
    }

    /// The sentences that have most of the question, best first; they answer nothing.
    func nearest() -> [Int] {
        let ranked = book.quotable.map { (entry: $0, cover: matcher.cover(of: $0)) }
            .filter { !$0.cover.terms.isEmpty && $0.cover.own > 0.2 }
            .sorted { ($1.cover.own, $0.entry) < ($0.cover.own, $1.entry) }
        return ranked.prefix(Self.mostNearest).map(\.entry)
    }

    /// Whether these entries are about the question at all; what a model quotes must be.
    func isOnTopic(_ entries: [Int]) -> Bool {
        guard !matcher.hasUnknownTerm else { return false }
        return entries.contains { index in
            let cover = matcher.cover(of: index)
            return cover.all >= Self.leastCoverage && cover.hard >= Self.leastCoverage
                && AnswerKind.fit(of: book.entries[index], to: question) != nil && !isObjectionable(index)
        }
    }

    private struct Candidate {
        let entry: Int
        let score: Double
        let support: Set<Int>
    }

    private func candidate(_ index: Int) -> Candidate? {
        let entry = book.entries[index]
        guard let (support, fit) = proof(index), matcher.hasTarget(index), !isAboutAnother(index),
            !isObjectionable(index)
        else { return nil }
        let cover = matcher.cover(of: index)
        var score =
            cover.all + 0.35 * cover.own + fit - 0.1 * Double(support.sentences.count) - (support.isLoose ? 0.6 : 0)
        if entry.quality.leansOnPrevious { score -= 0.1 }
        if entry.quality.isTalk { score -= 0.5 }
        if question.isSuperlative, Superlatives.occur(in: entry.words) { score += 0.3 }
        if question.isNegated { score += Polarity(entry.words, in: entry.text).hasNegation ? 0.3 : -0.2 }
        score -= 0.004 * Double(max(0, entry.words.count - 25))
        return Candidate(entry: index, score: score, support: support.sentences)
    }

    /// What the sentence needs before it, and how well it fits the kind of question. What is asked about may stand in the part
    /// of the sentence that has the answer and before it, but not behind: "two thirds; aspirin is no substitute" says nothing
    /// of how much aspirin does.
    private func proof(_ index: Int) -> (support: Requirements.Support, fit: Double)? {
        let entry = book.entries[index]
        guard requirements.support(of: index, words: entry.set) != nil else { return nil }
        for part in Self.parts(of: entry) {
            guard let fit = AnswerKind.fit(of: entry.part(part), to: question) else { continue }
            let said = entry.part(0..<part.upperBound)
            if let support = requirements.support(of: index, words: said.set) { return (support, fit) }
        }
        return nil
    }

    /// The parts of a sentence between semicolons.
    private static func parts(of entry: SentenceBook.Entry) -> [Range<Int>] {
        let words = entry.words
        let cuts = words.indices.dropFirst().filter {
            entry.text[words[$0 - 1].range.upperBound..<words[$0].range.lowerBound].contains(";")
        }
        return zip([0] + cuts, cuts + [words.count]).map { $0..<$1 }
    }

    private func isObjectionable(_ index: Int) -> Bool {
        let entry = book.entries[index]
        let previous = Anaphora.leans(entry) && index > 0 ? book.entries[index - 1] : nil
        return objections.exist(against: entry, leaningOn: previous)
    }

    /// It speaks of children where the question asks about adults, and not of adults as well.
    private func isAboutAnother(_ index: Int) -> Bool {
        let said = book.entries[index].set.union(book.entries[index].words.map(\.folded))
        return Contrasts.excludes(question.terms.map(\.stem), said)
    }

    // MARK: Two things at once

    private static let comparing = Set(["differ", "differen", "compar", "distinguish", "versu"])

    private var asksForTwo: Bool { question.terms.contains { Self.comparing.contains($0.stem) } }

    /// The sentences that define what is to be told apart, when each is defined.
    private func definitionsOfBoth() -> [Int]? {
        let compared = question.focus.filter { !Self.comparing.contains($0) }
        let found = compared.compactMap { stem in
            book.quotable.map { (entry: $0, worth: Definitions.defines([stem], in: book.entries[$0])) }
                .filter { $0.worth > 0 }.max { ($0.worth, $1.entry) < ($1.worth, $0.entry) }?.entry
        }
        return compared.count == 2 && Set(found).count == 2 ? found.sorted() : nil
    }

    // MARK: What is shown with it

    /// With the sentences before that it needs, and the items after a sentence that announces them.
    private func withSurroundings(_ index: Int, _ support: Set<Int>) -> [Int] {
        var all = support.filter { book.entries[$0].quality.isQuotable }.union([index])
        let leans = book.entries[index].quality.leansOnPrevious || question.kind == .reason && concludes(index)
        if leans, let before = neighbour(of: index, by: -1) { all.insert(before) }
        if announcesList(index) {
            for step in 1...2 { if let next = neighbour(of: index, by: step) { all.insert(next) } }
        } else if let next = neighbour(of: index, by: 1), lists(next) {
            all.insert(next)
        }
        guard all.count > Self.mostSentences else { return all.sorted() }
        return all.sorted { (abs($0 - index), $0) < (abs($1 - index), $1) }.prefix(Self.mostSentences).sorted()
    }

    /// "We therefore do it": the reason stands in the sentence before.
    private func concludes(_ index: Int) -> Bool {
        let folded = Set(book.entries[index].words.map(\.folded))
        return !folded.isDisjoint(with: ["therefore", "hence", "thus", "consequently"]) && !folded.contains("because")
    }

    private func neighbour(of index: Int, by step: Int) -> Int? {
        let other = index + step
        guard book.entries.indices.contains(other), book.entries[other].passage == book.entries[index].passage,
            !book.entries[other].quality.isTalk, !book.entries[other].quality.isInstruction,
            !book.entries[other].quality.isQuestion
        else { return nil }
        return other
    }

    /// "They are an ACE inhibitor, a beta blocker and …" after a sentence that counts them.
    private func lists(_ index: Int) -> Bool {
        let entry = book.entries[index]
        return ["they", "these"].contains(entry.words.first?.folded) && entry.words.dropFirst().first?.folded == "are"
            && entry.text.contains(",")
    }

    /// "There are three criteria, and all three must be there." – asked for the criteria, not for their number.
    private func announcesList(_ index: Int) -> Bool {
        guard question.kind != .quantity else { return false }
        let folded = book.entries[index].words.map(\.folded)
        return folded.starts(with: ["there", "are"]) && folded.count < 14
            && folded.dropFirst(2).contains { Quantities.value(of: $0) != nil }
    }
}
