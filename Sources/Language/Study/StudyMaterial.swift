/// What a session offers to learn: terms with their definitions, sentences with a number or a key term to leave out.
struct StudyMaterial: Sendable {
    struct Definition: Sendable {
        let term: String
        /// `is` or `are`, with `a`, `an`, `the` as the source has it.
        let verb: String
        let entry: Int
    }

    /// How many cards may ask for one term.
    static let mostUses = 2

    /// Terms below which a text is searched for what it says once.
    static let fewestTerms = 8

    let definitions: [Definition]
    let clozes: [Cloze]
    private let terms: [String]
    private let numbers: [(text: String, unit: String?)]

    init(_ book: SentenceBook) {
        let quotable = book.quotable
        var definitions: [Definition] = []
        var seen: Set<String> = []
        for index in quotable {
            let entry = book.entries[index]
            guard let found = Found(entry), StudyTerms.isSalient(found.term),
                seen.insert(found.term.lowercased()).inserted
            else { continue }
            definitions.append(Definition(term: found.term, verb: found.verb, entry: index))
        }
        self.definitions = definitions
        let defined = Set(definitions.map(\.entry))
        let phrases = KeyPhrases(quotable.map { book.entries[$0] }, rarity: book.rarity).ranked.prefix(30)
        let known = Set(definitions.map { $0.term.lowercased() })
        let titles = Set(book.passages.flatMap { Word.contentStems(of: $0.source.title) })
        let repeated = phrases.filter {
            $0.count > 1 && !known.contains($0.text.lowercased()) && StudyTerms.isSalient($0.text)
                && !titles.isSuperset(of: $0.stems)
        }.map(\.text)
        // a short text says most things once
        let once = repeated.count + definitions.count < Self.fewestTerms ? NounPhrases.all(in: quotable, of: book) : []
        let keys =
            repeated + once.map(\.text).filter { !known.contains($0.lowercased()) && StudyTerms.isSalient($0) }
        terms = definitions.map(\.term) + keys
        var clozes: [Cloze] = []
        var uses: [String: Int] = [:]
        var numbers: [(text: String, unit: String?)] = []
        for index in quotable {
            let entry = book.entries[index]
            for (place, word) in entry.words.enumerated()
            where Quantities.value(of: word.folded) != nil && !Self.manners.contains(word.folded) {
                let next = place + 1 < entry.words.count ? entry.words[place + 1].folded : nil
                numbers.append((String(word.text), next))
            }
            guard !defined.contains(index), !Anaphora.leans(entry), (7...32).contains(entry.words.count) else {
                continue
            }
            let rare = keys.filter { uses[$0.lowercased(), default: 0] < Self.mostUses }
            guard let cloze = Self.number(of: entry, index) ?? Self.term(of: entry, index, rare) else { continue }
            if cloze.kind == .term { uses[cloze.answer.lowercased(), default: 0] += 1 }
            clozes.append(cloze)
        }
        self.clozes = clozes
        self.numbers = numbers
    }

    /// Terms of other sentences, none of which stands in the question.
    func otherTerms(than term: String, in question: String) -> [String] {
        let stems = Set(Word.words(in: term).map(\.stem))
        let asked = Set(Word.words(in: question).map(\.stem))
        var chosen: [String] = []
        for other in terms where !chosen.contains(where: { $0.lowercased() == other.lowercased() }) {
            let words = Set(Word.words(in: other).map(\.stem))
            guard words.isDisjoint(with: stems), !words.isSubset(of: asked) else { continue }
            if let article = Cloze.article(before: question), article != StudyTerms.article(of: other) { continue }
            chosen.append(other)
        }
        let likeness = chosen.map { StudyTerms.likeness($0, term) }
        return chosen.indices.sorted { (likeness[$1], $0) < (likeness[$0], $1) }.map { chosen[$0] }
    }

    func distractors(for cloze: Cloze) -> [String] {
        guard case .number(let unit) = cloze.kind else { return otherTerms(than: cloze.answer, in: cloze.text) }
        let right = Word.words(in: cloze.answer).first.flatMap { Quantities.value(of: $0.folded) }
        let isWord = cloze.answer.contains(where: \.isLetter)
        var chosen: [String] = []
        // numbers with the same unit first
        for other in numbers.filter({ $0.unit == unit }) + numbers.filter({ $0.unit != unit }) {
            let value = Quantities.value(of: Word.words(in: other.text).first?.folded ?? "")
            guard value != right, Self.isYear(other.text) == Self.isYear(cloze.answer),
                other.text.contains(where: \.isLetter) == isWord,
                !chosen.contains(where: { $0.lowercased() == other.text.lowercased() }),
                !cloze.text.contains(other.text)
            else { continue }
            chosen.append(other.text)
        }
        return Array((chosen + Self.neighbours(of: cloze.answer, not: chosen)).prefix(6))
    }

    /// Wrong numbers near a right one, for a text that has no others; none for a number in words.
    private static func neighbours(of answer: String, not chosen: [String]) -> [String] {
        guard let number = Int(answer), number > 0, number < 100_000 else { return [] }
        if isYear(answer) { return [number - 14, number - 6, number + 9, number + 17].map(String.init) }
        let step = number >= 20 ? number / 2 : max(1, number / 4)
        let near = [number * 2, number + step, number - step, number * 3]
        return Set(near).filter { $0 > 0 && $0 != number }.sorted().map(String.init).filter { !chosen.contains($0) }
    }

    private static func isYear(_ text: String) -> Bool {
        text.count == 4 && Int(text).map { (1000...2100) ~= $0 } ?? false
    }

    /// The only number of a sentence.
    private static func number(of entry: SentenceBook.Entry, _ index: Int) -> Cloze? {
        let found = entry.words.indices.filter { Quantities.value(of: entry.words[$0].folded) != nil }
        guard found.count == 1, !manners.contains(entry.words[found[0]].folded) else { return nil }
        let place = found[0]
        let unit = place + 1 < entry.words.count ? entry.words[place + 1].folded : nil
        return .without(entry.words[place], of: index, entry.text, kind: .number(unit: unit))
    }

    /// Numbers that are mostly part of a name, such as double support.
    private static let manners: Set<String> = ["double", "half", "twice", "dozen"]

    private static func term(of entry: SentenceBook.Entry, _ index: Int, _ keys: [String]) -> Cloze? {
        for key in keys {
            if let gap = Cloze.blanked(key, in: entry.text), !Cloze.isGivenAway(gap.answer, in: gap.text) {
                return Cloze(entry: index, text: gap.text, answer: gap.answer, kind: .term)
            }
        }
        return nil
    }

    private struct Found {
        let term: String
        let verb: String

        init?(_ entry: SentenceBook.Entry) {
            guard let definition = Definitions.definition(in: entry), definition.strength >= 0.9 else { return nil }
            term = definition.term
            let wanted = Word.words(in: definition.term).map(\.folded)
            let place = entry.words.indices.first { start in
                entry.words[start...].prefix(wanted.count).map(\.folded) == wanted
            }
            let before = place.flatMap { $0 > 0 ? entry.words[$0 - 1].folded : nil }
            let after = place.map { entry.words[($0 + wanted.count)...].first?.folded }
            let article = before.flatMap { ["a", "an", "the"].contains($0) ? " " + $0 : nil } ?? ""
            verb = (after == "are" ? "are" : "is") + article
        }
    }
}
