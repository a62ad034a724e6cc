/// What a sentence denies. A negation reaches to the end of its clause (after W. W. Chapman and others, "A simple algorithm
/// for identifying negated findings and diseases in discharge summaries", 2001).
struct Polarity: Sendable {
    /// Stems said outside of a negation, and inside one.
    private(set) var asserted: Set<String> = []
    private(set) var denied: Set<String> = []
    private(set) var hasNegation = false

    init(_ text: String) {
        self.init(Word.words(in: text), in: text)
    }

    init(_ words: [Word], in text: String) {
        var isDenied = false
        var end = text.startIndex
        for word in words {
            if text[end..<word.range.lowerBound].contains(where: { ",;:.!?–—()".contains($0) })
                || Self.closing.contains(word.folded)
            {
                isDenied = false
            }
            end = word.range.upperBound
            if Self.isNegation(word.folded) {
                isDenied = true
                hasNegation = true
            } else if !word.isStop {
                if isDenied { denied.insert(word.stem) } else { asserted.insert(word.stem) }
            }
        }
    }

    /// Whether everything that both speak of is denied here only where it is denied there, and asserted likewise.
    func agrees(with source: Polarity) -> Bool {
        if hasNegation, !source.hasNegation { return false }
        let turned = denied.subtracting(source.denied).intersection(source.asserted)
        let dropped = asserted.subtracting(source.asserted).intersection(source.denied)
        return turned.isEmpty && dropped.isEmpty
    }

    static func isNegation(_ folded: String) -> Bool { folded.hasSuffix("n't") || negations.contains(folded) }

    private static let negations: Set<String> = [
        "not", "no", "never", "without", "cannot", "none", "neither", "nor", "nobody", "nothing", "nowhere", "hardly",
        "rarely", "seldom", "unless", "except", "avoid", "avoids", "avoided", "avoiding", "contraindicated", "absent",
        "absence", "lacks", "lack", "lacking", "fails", "instead",
    ]

    private static let closing: Set<String> = [
        "but", "however", "although", "though", "because", "while", "whereas", "if", "when", "which", "since", "so",
        "therefore", "and", "then",
    ]
}
