/// A question as retrieval sees it, follow-ups with what they leave unsaid.
struct Question: Sendable {
    struct Term: Sendable, Hashable {
        let stem: String
        let folded: String
        /// A word of every subject; the answer may use another one.
        let isVague: Bool
        /// Comes from an earlier question.
        let isContext: Bool
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
    /// Content words in their order, for definitions.
    let focus: [String]

    /// - Parameter history: the exchanges of the thread, oldest first.
    init(_ text: String, history: [Exchange] = []) {
        let words = Word.words(in: text)
        var terms = Self.terms(of: words, isContext: false)
        var kind = QuestionKind(words)
        if Self.leansOnPrevious(words, terms) {
            for exchange in history.reversed() {
                let earlier = Word.words(in: exchange.question)
                let more = Self.terms(of: earlier, isContext: true)
                if kind == .other { kind = QuestionKind(earlier) }
                terms += more.filter { new in !terms.contains { $0.stem == new.stem } }
                if !Self.leansOnPrevious(earlier, more) { break }
            }
        }
        self.kind = kind
        self.terms = terms
        target = Self.target(of: words)
        isSuperlative = Superlatives.occur(in: words)
        isNegated = words.contains { Polarity.isNegation($0.folded) }
        relations = Relations.all(in: words)
        shape = QuestionShape(words, in: text)
        numbers = Set(words.compactMap { Quantities.value(of: $0.folded) })
        focus = terms.filter { !$0.isVague && !$0.isContext }.map(\.stem)
    }

    /// Stems with their weights, for BM25.
    var query: [String: Double] {
        Dictionary(terms.map { ($0.stem, $0.isContext ? 0.5 : $0.isVague ? 0.4 : 1) }, uniquingKeysWith: max)
    }

    private static func terms(of words: [Word], isContext: Bool) -> [Term] {
        var terms: [Term] = []
        for (index, word) in words.enumerated() where !word.isStop && !asking.contains(word.folded) {
            // "how soon", "how heavy": the measure, which an answer gives in figures
            if index > 0, words[index - 1].folded == "how" { continue }
            // "which dose": an answer gives the amount and not its name
            let isMeasure =
                index > 0 && ["what", "which"].contains(words[index - 1].folded) && Amounts.isMeasure(word.folded)
            let isNumber = Quantities.value(of: word.folded) != nil
            let term = Term(
                stem: word.stem, folded: word.folded, isVague: VagueWords.contains(word.stem) || isNumber || isMeasure,
                isContext: isContext)
            if !terms.contains(where: { $0.stem == term.stem }) { terms.append(term) }
        }
        return terms
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
