/// What can answer "why": a cause, or a purpose.
enum Reasons {
    static func fit(of entry: SentenceBook.Entry, to question: Question) -> Double? {
        let words = entry.words
        let text = " " + words.map(\.folded).joined(separator: " ") + " "
        let asked = Set(question.shape.words.map(\.stem))
        if markers.contains(where: text.contains) || words.indices.contains(where: { isBound(words, at: $0, asked) }) {
            return 0.25
        }
        let isCausal = words.contains { !asked.contains($0.stem) && causes.contains($0.stem) }
        return isCausal ? 0.05 : nil
    }

    /// "since it …", "as they …", "to shade …": words that are reasons only before some others.
    private static func isBound(_ words: [Word], at index: Int, _ asked: Set<String>) -> Bool {
        guard index + 1 < words.count else { return false }
        let next = words[index + 1]
        switch words[index].folded {
        case "since", "as": return pronouns.contains(next.folded)
        case "to":
            return index > 1 && !next.isStop && !asked.contains(next.stem) && !next.folded.hasSuffix("s")
                && Quantities.value(of: next.folded) == nil && next.text.first?.isLowercase == true
        case "for": return next.folded.hasSuffix("ing") && !asked.contains(next.stem)
        default: return false
        }
    }

    private static let markers = [
        " because ", " so that ", " therefore ", " due to ", " owing to ", " thanks to ", " reason ", " that is why ",
        " that's why ", " otherwise ", " in order to ", " as a result ", " in case ", " lest ",
    ]
    private static let pronouns: Set<String> = [
        "it", "they", "he", "she", "this", "these", "that", "there", "we", "you", "the", "its", "their",
    ]
    private static let causes = Set(
        """
        cause make lead result produce worsen allow let help prevent protect damage harm reduce increase lower raise risk trigger \
        improve keep avoid stop save spare kill weaken strengthen
        """.split(separator: " ").map { PorterStemmer.stem(String($0)) })
}
