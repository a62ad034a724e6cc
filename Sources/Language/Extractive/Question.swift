/// A question as retrieval sees it, follow-ups with what they leave unsaid.
struct Question: Sendable {
    struct Term: Sendable, Hashable {
        let stem: String
        let folded: String
        /// A word of every subject; the answer may use another one.
        let isVague: Bool
        /// Comes from an earlier question.
        let isContext: Bool
        /// An answer need not have it: a softening word, a measure, the kind of thing that is asked for.
        let isExcused: Bool
        /// Written in capitals.
        let isAcronym: Bool

        var excused: Term {
            Term(
                stem: stem, folded: folded, isVague: isVague, isContext: isContext, isExcused: true,
                isAcronym: isAcronym)
        }
    }

    let kind: QuestionKind
    let terms: [Term]
    /// Numbers of the question itself; they answer nothing.
    let numbers: Set<Double>
    /// What is counted or measured: `litre` in "how many litres"; nil when the question does not say.
    let target: String?
    /// Asks for the most, the main, the commonest.
    let isSuperlative: Bool
    /// Asks when or why something is not done.
    let isNegated: Bool
    /// Stems of words → what they are said to be of: cause → DKA in "the cause of DKA".
    let relations: [String: String]
    /// What is said of what, for the question itself without those before it.
    let shape: QuestionShape
    /// The kind of thing that is asked for: the stem of `drug` in "which drug"; nil when none is named.
    let askedKind: String?
    /// Content words in their order, for definitions.
    let focus: [String]

    /// - Parameter history: the exchanges of the thread, oldest first.
    init(_ text: String, history: [Exchange] = []) {
        let words = Phrases.joined(Word.words(in: text))
        var kind = QuestionKind(words)
        var terms = Self.terms(of: words, kind, isContext: false)
        if Self.leansOnPrevious(words, terms) {
            for exchange in history.reversed() {
                let earlier = Phrases.joined(Word.words(in: exchange.question))
                let more = Self.terms(of: earlier, kind, isContext: true)
                if kind == .other { kind = QuestionKind(earlier) }
                terms += more.filter { new in !terms.contains { $0.stem == new.stem } }
                if !Self.leansOnPrevious(earlier, more) { break }
            }
        }
        self.kind = kind
        // a follow-up may name what it asks about in the words of any subject
        let isFollowUp = terms.contains(where: \.isContext)
        self.terms = terms.map { isFollowUp && $0.isVague ? $0.excused : $0 }
        target = Self.target(of: words)
        isSuperlative = Superlatives.occur(in: words)
        isNegated = words.contains { Polarity.isNegation($0.folded) }
        relations = Relations.all(in: words)
        shape = QuestionShape(words, in: text)
        numbers = Set(words.compactMap { Quantities.value(of: $0.folded) })
        askedKind = Self.kindPlace(in: words).map { words[$0].stem }
        focus = terms.filter { !$0.isVague && !$0.isContext }.map(\.stem)
    }

    /// Stems with their weights, for BM25.
    var query: [String: Double] {
        Dictionary(terms.map { ($0.stem, $0.isContext ? 0.5 : $0.isVague ? 0.4 : 1) }, uniquingKeysWith: max)
    }

    var isFollowUp: Bool { terms.contains(where: \.isContext) }

    /// Asks which thing does or is something, and so for the subject of a sentence.
    var asksSubject: Bool {
        shape.asked == .agent || ["which", "who"].contains(shape.words.first?.folded) && kind != .definition
    }

    private static func terms(of words: [Word], _ kind: QuestionKind, isContext: Bool) -> [Term] {
        var terms: [Term] = []
        let kindPlace = kindPlace(in: words)
        for (index, word) in words.enumerated() where !word.isStop && !asking.contains(word.folded) {
            // "how soon", "how heavy": the measure, which an answer gives in figures
            if index > 0, words[index - 1].folded == "how" { continue }
            // "up to how many", "who first described"
            if index + 1 < words.count, words[index + 1].folded == "how" { continue }
            if index == 1, words[0].folded == "who", word.folded == "first" { continue }
            // "which dose": an answer gives the amount and not its name
            let isMeasure =
                Amounts.isMeasure(word.folded)
                && (kind == .quantity || index > 0 && ["what", "which"].contains(words[index - 1].folded))
            let isNumber = Quantities.value(of: word.folded) != nil
            // "each litre of fluid"
            let isMeasured =
                index > 1 && words[index - 1].folded == "of" && Quantities.isUnit(words[index - 2].stem)
                && ["fluid", "liquid", "solution", "water"].contains(word.folded)
            let isExcused =
                isMeasured || isNumber || isMeasure || ExcusedWords.contains(word.stem)
                || index == kindPlace && ExcusedWords.isKind(word.stem)
                || [.duration, .quantity].contains(kind) && ExcusedWords.isSaidByAmount(word.stem)
            let capitals = word.text.unicodeScalars.count { $0.properties.isUppercase }
            let term = Term(
                stem: word.stem, folded: word.folded, isVague: VagueWords.contains(word.stem) || isNumber || isMeasure,
                isContext: isContext, isExcused: isExcused, isAcronym: capitals > 1 && capitals == word.text.count)
            if !terms.contains(where: { $0.stem == term.stem }) { terms.append(term) }
        }
        return terms
    }

    /// Where the kind of thing stands that is asked for: the last word before the verb of "which kidney function is …".
    private static func kindPlace(in words: [Word]) -> Int? {
        guard let start = words.firstIndex(where: { ["what", "which"].contains($0.folded) }) else { return nil }
        let behind = words.indices.filter { $0 > start && $0 < start + 6 }
        if let verb = behind.first(where: { QuestionShape.isAuxiliary(words[$0].folded) }) {
            return verb > start + 1 && !words[verb - 1].isStop ? verb - 1 : nil
        }
        return QuestionShape.verb(behindKindAt: start + 1, in: words).flatMap { words[$0 - 1].isStop ? nil : $0 - 1 }
    }

    /// The word right after "how many" or "how much".
    private static func target(of words: [Word]) -> String? {
        for (index, word) in words.enumerated().dropLast(2) where word.folded == "how" {
            let next = words[index + 2]
            if ["many", "much"].contains(words[index + 1].folded), !next.isStop { return next.stem }
        }
        return nil
    }

    /// A pronoun, an opening such as "and" or "what about", or nothing to search for.
    private static func leansOnPrevious(_ words: [Word], _ terms: [Term]) -> Bool {
        let folded = words.map(\.folded)
        if folded.contains(where: pronouns.contains) || terms.allSatisfy(\.isVague) { return true }
        return ["and", "but", "so", "then"].contains(folded.first) || folded.starts(with: ["what", "about"])
            || folded.starts(with: ["how", "about"])
    }

    private static let pronouns: Set<String> = [
        "it", "its", "they", "them", "their", "this", "that", "these", "those", "he", "she", "him", "her", "one",
        "there",
    ]

    /// Words of asking, which no answer needs to have.
    private static let asking: Set<String> = [
        "define", "explain", "describe", "lecture", "lecturer", "speaker", "teacher", "according", "question", "answer",
        "tell", "say", "said", "says", "mention", "mentioned", "stand", "stands", "called", "name", "named",
    ]
}
