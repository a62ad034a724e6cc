/// Summary, outline, key terms and suggested tags out of the sentences of a session.
struct ExtractiveNotes {
    private let book: SentenceBook
    private let quotable: [Int]
    private let centrality: Centrality
    private let scores: [Double]
    private let phrases: KeyPhrases
    private let nouns: [NounPhrases.Phrase]
    /// Key terms that a text is searched for though it says each of them once.
    private static let fewestTerms = 4

    init(_ book: SentenceBook) {
        self.book = book
        // over an even choice when there are too many
        let all = book.quotable
        let step = max(1, (all.count + Centrality.mostSentences - 1) / Centrality.mostSentences)
        quotable = stride(from: 0, to: all.count, by: step).map { all[$0] }
        let entries = quotable.map { book.entries[$0] }
        centrality = Centrality(entries, rarity: book.rarity)
        scores = zip(centrality.scores(), entries).map { $0 * Self.preference($1) }
        phrases = KeyPhrases(entries, rarity: book.rarity)
        nouns = NounPhrases.all(in: quotable, of: book)
    }

    func draft() -> Draft {
        var draft = Draft()
        guard !quotable.isEmpty else { return draft }
        draft.title = book.passages.first?.source.title
        draft.summary = summary()
        draft.outline = outline()
        draft.terms = terms()
        draft.tags = tags()
        return draft
    }

    /// Sentences that lean on the one before, very short and very long ones make poor notes; definitions good ones.
    private static func preference(_ entry: SentenceBook.Entry) -> Double {
        var factor = 1.0
        if entry.quality.leansOnPrevious { factor *= 0.4 }
        if entry.words.count < 7 || entry.words.count > 40 { factor *= 0.6 }
        if Definitions.definition(in: entry) != nil { factor *= 1.3 }
        if ExamCues.label(of: entry) != nil { factor *= 1.15 }
        return factor
    }

    // MARK: Summary and outline

    /// A sentence for about every two minutes of speech, 3 to 12, in the order in which they were said.
    private func summary() -> [Draft.Statement] {
        let limit = min(12, max(3, quotable.count / 9))
        let chosen = Diversity.choose(
            limit, scores: scores, among: Array(quotable.indices), similarity: centrality.similarity)
        return withEverySource(chosen).sorted().map { book.entries[quotable[$0]].statement }
    }

    /// With the best sentence of each source that has none among the chosen ones: a short recording says little that is
    /// like anything else, and a long handout would drown it.
    private func withEverySource(_ chosen: [Int]) -> [Int] {
        let missing = sources.filter { source in !chosen.contains(where: source.contains) }
        return chosen + missing.compactMap { source in source.max { (scores[$0], $1) < (scores[$1], $0) } }
    }

    /// Indices of `quotable`, a run for each source.
    private var sources: [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in quotable.indices {
            if let last = runs.last, source(of: last.lowerBound) == source(of: index) {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    private func source(of index: Int) -> PassageSource { book.passages[book.entries[quotable[index]].passage].source }

    private func outline() -> [Draft.Topic] {
        // a topic never goes from one source into the next
        let starts = sources.flatMap { source in
            let most = min(14, max(2, source.count / 8))
            return TopicSegments.starts(source.map { book.entries[quotable[$0]].stems }, most: most)
                .map { source.lowerBound + $0 }
        }
        var used: Set<String> = []
        return starts.indices.map { number in
            let end = number + 1 < starts.count ? starts[number + 1] : quotable.count
            let range = Array(starts[number]..<end)
            let points = Diversity.choose(
                min(4, max(1, range.count / 3)), scores: scores, among: range, similarity: centrality.similarity
            ).sorted().map { book.entries[quotable[$0]].statement }
            return Draft.Topic(title: title(of: range, points, &used), points: points)
        }
    }

    /// The phrase that is most at home here: frequent inside, rare outside, and in a point that is shown.
    private func title(of range: [Int], _ points: [Draft.Statement], _ used: inout Set<String>) -> String {
        let inside = range.map { book.entries[quotable[$0]].stems }
        let shown = Set(points.flatMap { Word.contentStems(of: $0.text) })
        let ranked = phrases.ranked.filter { StudyTerms.isSalient($0.text) }.filter {
            Set($0.stems).isSubset(of: shown) && !used.contains($0.text)
        }
        .map { phrase -> (text: String, score: Double) in
            let here = inside.count { $0.contains(phrase.stems) }
            return (phrase.text, phrase.score * Double(here * here) / Double(max(1, phrase.count)))
        }
        let best = ranked.max { ($0.score, $1.text) < ($1.score, $0.text) }
        let words = Word.words(in: points.first?.text ?? "").filter { !$0.isStop }.prefix(3)
        let text = best.flatMap { $0.score > 0 ? $0.text : nil } ?? words.map(\.folded).joined(separator: " ")
        used.insert(text)
        return Self.capitalised(text)
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: Terms and tags

    /// Terms with the sentence that defines them, else the best sentence that has them.
    private func terms() -> [Draft.Term] {
        var terms: [(term: Draft.Term, stems: Set<String>)] = []
        func add(_ text: String, _ stems: [String], _ entry: Int) {
            let set = Set(stems)
            guard terms.count < 24,
                !terms.contains(where: {
                    !$0.stems.isDisjoint(with: set) && ($0.stems.isSubset(of: set) || set.isSubset(of: $0.stems))
                })
            else { return }
            terms.append((Draft.Term(term: text, statement: book.entries[entry].statement), set))
        }
        let definitions = quotable.compactMap { index in
            Definitions.definition(in: book.entries[index]).map { (index, $0) }
        }
        for (index, definition) in definitions.sorted(by: { ($1.1.strength, $0.0) < ($0.1.strength, $1.0) })
        where definition.strength >= 0.9 && StudyTerms.isSalient(definition.term) {
            add(definition.term, definition.stems, index)
        }
        for phrase in phrases.ranked.prefix(24) where phrase.count > 1 && StudyTerms.isSalient(phrase.text) {
            let best = quotable.indices.filter { book.entries[quotable[$0]].stems.contains(phrase.stems) }
                .max { (scores[$0], $1) < (scores[$1], $0) }
            if let best { add(phrase.text, phrase.stems, quotable[best]) }
        }
        // little is said twice in a short text
        for noun in nouns where terms.count < Self.fewestTerms { add(noun.text, noun.stems, noun.entry) }
        return terms.map(\.term)
    }

    /// Where the lecturer says so. A remark such as "this will be on the exam" means the sentences before it too.
    private func tags() -> [Draft.Tag] {
        book.entries.indices.compactMap { index in
            let entry = book.entries[index]
            guard let label = ExamCues.label(of: entry), !entry.quality.isInstruction, entry.words.count >= 3 else {
                return nil
            }
            var cited = [index]
            if entry.quality.leansOnPrevious || entry.quality.isTalk, index > 0,
                book.entries[index - 1].passage == entry.passage, !book.entries[index - 1].quality.isInstruction
            {
                cited.insert(index - 1, at: 0)
            }
            return Draft.Tag(
                label: label.rawValue, references: cited.flatMap { book.entries[$0].statement.references })
        }
    }
}
