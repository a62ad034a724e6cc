/// Chooses the sentences that answer a question, or none: a sentence is an answer only when it, with the words around it,
/// holds nearly all that the question asks about, and something of the kind that is asked for.
struct AnswerFinder: Sendable {
    /// The share of a question that its best sentence must cover to be an answer; weights are rarities.
    static let leastCoverage = 0.56
    /// The same for the words that are not vague.
    static let leastHardCoverage = 0.58
    /// A sentence this near to the best one may join it when it covers words that the best one does not.
    static let nearness = 0.8
    static let mostSentences = 3

    let question: Question
    let book: SentenceBook
    private let matcher: TermMatcher
    private let objections: Objections

    init(_ question: Question, in book: SentenceBook) {
        self.question = question
        self.book = book
        matcher = TermMatcher(question, book)
        objections = Objections(question)
    }

    /// Indices of the book's entries in the order of the sources; empty when the sources do not hold the answer.
    func answer() -> [Int] {
        guard !question.terms.isEmpty, !matcher.hasUnknownTerm else { return [] }
        let candidates = book.quotable.compactMap(candidate).sorted { ($1.score, $0.entry) < ($0.score, $1.entry) }
        guard let best = candidates.first else { return [] }
        var chosen = [best.entry]
        var covered = best.covered
        for other in candidates.dropFirst().prefix(12) where chosen.count < 2 && asksForTwo {
            let news = other.covered.subtracting(covered)
            guard other.score >= best.score * Self.nearness, !news.isEmpty else { continue }
            chosen.append(other.entry)
            covered.formUnion(other.covered)
        }
        return withSurroundings(chosen)
    }

    /// Whether these entries are about the question at all; what a model quotes must be.
    func isOnTopic(_ entries: [Int]) -> Bool {
        guard !matcher.hasUnknownTerm else { return false }
        return entries.contains { index in
            let cover = matcher.cover(of: index)
            return cover.all >= Self.leastCoverage * 0.7 && cover.hard >= Self.leastHardCoverage * 0.7
                && AnswerKind.fit(of: book.entries[index], to: question) != nil && !isObjectionable(index)
        }
    }

    private struct Candidate {
        let entry: Int
        let score: Double
        let covered: Set<String>
    }

    private func candidate(_ index: Int) -> Candidate? {
        let cover = matcher.cover(of: index)
        let entry = book.entries[index]
        guard cover.all >= Self.leastCoverage, cover.hard >= Self.leastHardCoverage,
            cover.own > 0 || entry.quality.leansOnPrevious
        else { return nil }
        guard let fit = AnswerKind.fit(of: entry, to: question),
            matcher.hasTarget(index), !isAboutAnother(index),
            !isObjectionable(index), matcher.holdsSubject(index)
        else { return nil }
        var score = cover.all + 0.35 * cover.own + fit
        if entry.quality.leansOnPrevious { score -= 0.1 }
        if question.isSuperlative, Superlatives.occur(in: entry.words) { score += 0.3 }
        if question.isNegated { score += Polarity(entry.words, in: entry.text).hasNegation ? 0.3 : -0.2 }
        let relations = Relations.all(in: entry.words)
        let isOfAnother = question.relations.contains { stem, other in
            relations[stem].map { found in found != other && !question.terms.contains { $0.stem == found } } ?? false
        }
        if isOfAnother { score -= 0.4 }
        score -= 0.004 * Double(max(0, entry.words.count - 25))
        return Candidate(entry: index, score: score, covered: cover.terms)
    }

    private func isObjectionable(_ index: Int) -> Bool {
        let entry = book.entries[index]
        let previous = entry.quality.leansOnPrevious && index > 0 ? book.entries[index - 1] : nil
        return objections.exist(against: entry, leaningOn: previous)
    }

    /// It speaks of children where the question asks about adults, and not of adults as well.
    private func isAboutAnother(_ index: Int) -> Bool {
        let said = book.entries[index].set.union(book.entries[index].words.map(\.folded))
        return Contrasts.excludes(question.terms.map(\.stem), said)
    }

    private var asksForTwo: Bool {
        question.terms.contains { ["differ", "differen", "compar", "distinguish", "versu"].contains($0.stem) }
    }

    /// With the sentence before where one leans on it, and the items after a sentence that announces them.
    private func withSurroundings(_ chosen: [Int]) -> [Int] {
        var all = Set(chosen)
        for index in chosen {
            if book.entries[index].quality.leansOnPrevious, let before = neighbour(of: index, by: -1) {
                all.insert(before)
            }
            if announcesList(index) {
                for step in 1...2 { if let next = neighbour(of: index, by: step) { all.insert(next) } }
            } else if let next = neighbour(of: index, by: 1), lists(next) {
                all.insert(next)
            }
        }
        return Array(all.sorted().prefix(Self.mostSentences))
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
