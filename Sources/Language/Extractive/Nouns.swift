/// Guesses which single words are nouns, from the words before them: "the pelvis" and "of insulin", but "to walk" and "is weak".
struct Nouns: Sendable {
    private var votes: [String: Int] = [:]

    init(_ entries: [SentenceBook.Entry]) {
        for entry in entries {
            for (index, word) in entry.words.enumerated() where !word.isStop {
                guard index > 0 else { continue }
                let before = entry.words[index - 1].folded
                if Self.determiners.contains(before) {
                    votes[word.stem, default: 0] += 1
                } else if Self.others.contains(before) {
                    votes[word.stem, default: 0] -= 3
                }
            }
        }
    }

    func contains(_ stem: String) -> Bool {
        (votes[stem] ?? 0) > 0 && !Quantities.isUnit(stem)
    }

    private static let determiners: Set<String> = [
        "the", "a", "an", "of", "in", "with", "without", "no", "this", "that", "each", "every", "for", "from", "by",
        "on",
        "into", "their", "its", "his", "her", "and", "or", "about", "between",
    ]

    private static let others: Set<String> = [
        "to", "can", "cannot", "will", "would", "should", "must", "may", "might", "could", "you", "they", "we", "i",
        "he",
        "she", "it", "people", "not", "is", "are", "was", "were", "be", "very", "too", "feel", "felt", "more", "than",
        "who", "as", "so", "do", "does",
    ]
}
