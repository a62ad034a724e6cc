/// How well a sentence covers the terms of a question, itself and with what stands around it.
struct TermMatcher: Sendable {
    struct Cover: Sendable {
        /// Share of all terms, and of those that are not vague, 0…1.
        let all: Double
        let hard: Double
        /// Share that the sentence has in its own words.
        let own: Double
        /// Stems covered.
        let terms: Set<String>
    }

    /// What a word counts that stands not in the sentence but before it, or elsewhere in its passage, or in the title.
    private static let before = 0.65
    private static let nearby = 0.35
    private static let title = 0.75
    private static let alike = 0.8
    private static let related = 0.9
    private static let vagueWeight = 0.3
    /// What the whole session is about tells its sentences apart no more than a vague word.
    private static let topicWeight = 0.35

    private let question: Question
    private let book: SentenceBook
    private let abbreviations: Abbreviations
    private let titles: [Set<String>]
    private let weights: [Double]
    /// For each term, the stems of the sources that count as it, with their worth.
    private let matches: [[String: Double]]

    init(_ question: Question, _ book: SentenceBook) {
        self.question = question
        self.book = book
        let abbreviations = Abbreviations(
            book.entries, asked: question.terms.filter(\.isAcronym).map(\.folded))
        self.abbreviations = abbreviations
        let titles = book.passages.map { Set(Word.contentStems(of: $0.source.title)) }
        self.titles = titles
        matches = question.terms.map { Self.matches(of: $0, question.kind, in: book.frequency.keys) }
        weights = zip(question.terms, matches).map { term, match in
            let best =
                match.filter { $0.value == 1 }.keys.map(book.rarity).min() ?? match.keys.map(book.rarity).min() ?? 1
            let weight = 0.15 + best
            let isTopic = titles.contains { Self.holds(term, match, in: $0, abbreviations) }
            return (term.isVague ? Self.vagueWeight : isTopic ? Self.topicWeight : 1) * (term.isContext ? 0.5 : 1)
                * weight
        }
    }

    /// A word of the question, neither vague nor from an earlier one, that the sources have in no form: they cannot hold
    /// the answer, whatever else fits.
    var hasUnknownTerm: Bool {
        zip(question.terms, matches).contains { term, match in
            !term.isExcused && !term.isContext && match.isEmpty && abbreviations.meanings[term.folded] == nil
                && !titles.contains { $0.contains(term.stem) }
        }
    }

    func cover(of index: Int) -> Cover {
        let entry = book.entries[index]
        let previous = index > 0 && isSameSource(index - 1, index) ? book.entries[index - 1].set : []
        let passage = nearby(index)
        var sums = (all: 0.0, hard: 0.0, own: 0.0)
        var totals = (all: 0.0, hard: 0.0)
        var terms: Set<String> = []
        for (number, term) in question.terms.enumerated() {
            let own = worth(number, in: entry.set)
            var best = own
            if best < Self.before { best = max(best, Self.before * worth(number, in: previous)) }
            if best < Self.title, worth(number, in: titles[entry.passage]) > 0.5 { best = Self.title }
            if best < Self.nearby { best = max(best, Self.nearby * worth(number, in: passage)) }
            let weight = weights[number]
            sums.all += weight * best
            sums.own += weight * own
            totals.all += weight
            if !term.isVague, !term.isContext {
                sums.hard += weight * best
                totals.hard += weight
            }
            if own > 0.5 { terms.insert(term.stem) }
        }
        guard totals.all > 0 else { return Cover(all: 0, hard: 0, own: 0, terms: []) }
        return Cover(
            all: sums.all / totals.all, hard: totals.hard > 0 ? sums.hard / totals.hard : sums.all / totals.all,
            own: sums.own / totals.all, terms: terms)
    }

    func isSameSource(_ left: Int, _ right: Int) -> Bool {
        book.passages[book.entries[left].passage].source == book.passages[book.entries[right].passage].source
    }

    /// Whether what a passage stands under says the term.
    func isOfTitle(_ number: Int, _ index: Int) -> Bool { worth(number, in: titles[book.entries[index].passage]) > 0.5 }

    /// Whether the thing that is counted or measured stands in the sentence or right before it.
    func hasTarget(_ index: Int) -> Bool {
        guard let target = question.target, let number = question.terms.firstIndex(where: { $0.stem == target }) else {
            return true
        }
        if worth(number, in: book.entries[index].set) > 0.5 { return true }
        return index > 0 && isSameSource(index - 1, index) && worth(number, in: book.entries[index - 1].set) > 0.5
    }

    /// Words of the sentences up to five places away in the same source.
    private func nearby(_ index: Int) -> Set<String> {
        let source = book.passages[book.entries[index].passage].source
        let range = max(0, index - 5)...min(book.entries.count - 1, index + 5)
        return range.reduce(into: Set<String>()) { set, other in
            if book.passages[book.entries[other].passage].source == source { set.formUnion(book.entries[other].set) }
        }
    }

    private static func holds(
        _ term: Question.Term, _ matches: [String: Double], in title: Set<String>, _ abbreviations: Abbreviations
    ) -> Bool {
        if title.contains(term.stem) { return true }
        return abbreviations.meanings[term.folded].map { $0.allSatisfy(title.contains) } ?? false
    }

    /// How well a set of stems says a term, 0…1.
    func worth(_ number: Int, in set: Set<String>) -> Double {
        guard !set.isEmpty else { return 0 }
        let term = question.terms[number]
        var best = 0.0
        for (stem, worth) in matches[number] where worth > best && set.contains(stem) { best = worth }
        if best < 1, let meaning = abbreviations.meanings[term.folded] {
            let found = Double(meaning.count { set.contains($0) }) / Double(meaning.count)
            if found >= 0.5 { best = max(best, found) }
        }
        if best < 1 {
            // the question says it in full, the sentence in short
            for (short, meaning) in abbreviations.meanings where meaning.contains(term.stem) {
                if set.contains(PorterStemmer.stem(short)) { best = 1 }
            }
        }
        return best
    }

    private static func matches(
        of term: Question.Term, _ kind: QuestionKind, in vocabulary: some Sequence<String>
    ) -> [String: Double] {
        var matches: [String: Double] = [:]
        for stem in vocabulary {
            if stem == term.stem {
                matches[stem] = 1
            } else if Thesaurus.areRelated(stem, term.stem) {
                matches[stem] = related
            } else if Thesaurus.areAlike(stem, term.stem) || Opposites.areAlike(stem, term.stem)
                || kind == .person && Thesaurus.areAlikeOfPersons(stem, term.stem)
            {
                matches[stem] = alike
            }
        }
        return matches
    }
}
