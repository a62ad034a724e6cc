/// Words that turn the meaning of a sentence: they may be written only when the quote has them.
enum GuardedWords {
    static func contains(_ word: Word) -> Bool {
        exact.contains(word.folded) || stems.contains(word.stem)
            || word.folded.utf8.count > 6 && prefixes.contains(where: word.folded.hasPrefix)
    }

    private static let exact: Set<String> = [
        "before", "after", "above", "below", "over", "under", "more", "less", "most", "least", "always", "only", "all",
        "every", "must", "should", "may", "never", "until", "during", "within", "without", "same", "both", "either",
        "other", "left", "right", "up", "down", "off", "against", "first", "second", "third", "last", "next",
    ]

    private static let stems: Set<String> = Set(
        """
        increase decrease raise rise lower reduce fall drop grow shrink start begin stop end cease continue give withhold \
        high higher highest low lowest large small big long short fast slow quick early late strong weak safe unsafe \
        dangerous harmful useful useless good bad better worse best worst improve worsen help harm cause prevent allow \
        forbid recommend common rare frequent infrequent normal abnormal possible impossible positive negative active \
        passive acute chronic mild severe open close easy hard hot cold dry wet old young male female adult child \
        anterior posterior medial lateral proximal distal upper flexion extension adduct abduct inhale exhale true false \
        cancel optional mandatory require
        """.split(separator: " ").map { PorterStemmer.stem(String($0)) })

    private static let prefixes = ["hyper", "hypo", "anti", "contra", "brady", "tachy"]

    /// Words that an answer may bring along because they say nothing by themselves.
    static let neutral: Set<String> = Set(
        """
        according answer call called describe described define definition example explain explained include lecture \
        lecturer mention mentioned passage quote refer refers said source speaker state stated term transcript note
        """.split(separator: " ").map { PorterStemmer.stem(String($0)) })
}
