/// A sentence in clauses, and what is denied in each. A negation reaches to the end of its clause; an exception reaches only
/// to the next verb: "all but the fourth are supplied by it" denies nothing of the others.
struct Clauses: Sendable {
    /// For each word, the number of its clause.
    let number: [Int]
    /// For each word, whether a negation reaches it.
    let isDenied: [Bool]
    /// Speaks of something that is left out: "except", "unless", "apart from"; or of one thing only.
    let hasException: Bool
    let hasNegation: Bool
    /// A denial that ends: "is not given until the third day".
    let hasEndOfDenial: Bool

    init(_ words: [Word], in text: String) {
        var number: [Int] = []
        var isDenied: [Bool] = []
        var clause = 0
        var reach = Reach.none
        var hasException = false
        var hasNegation = false
        var hasEndOfDenial = false
        var end = text.startIndex
        for (index, word) in words.enumerated() {
            let folded = word.folded
            let isCut = text[end..<word.range.lowerBound].contains { ",;:.!?–—()".contains($0) }
            end = word.range.upperBound
            if isCut || Self.openers.contains(folded) {
                clause += 1
                reach = .none
            }
            let next = index + 1 < words.count ? words[index + 1].folded : ""
            // what denies is not denied by itself
            let isReached = reach != .none
            var denies = false
            if Self.exceptions.contains(folded) || ["apart", "aside"].contains(folded) && next == "from"
                || folded == "other" && next == "than"
            {
                hasException = true
                reach = folded == "unless" ? .clause : .phrase
            } else if folded == "not", index > 0, words[index - 1].folded == "but", Self.prepositions.contains(next) {
                // "to nausea but not to constipation" denies only what it names
                (hasException, reach) = (true, .clause)
            } else if folded == "only" {
                hasException = true
            } else if Self.isNegation(folded), next != "only" {
                hasNegation = true
                denies = true
                reach = .clause
            } else if reach == .phrase, Self.verbs.contains(folded) {
                reach = .none
            }
            if hasNegation, ["until", "before"].contains(folded) { hasEndOfDenial = true }
            number.append(clause)
            isDenied.append(denies ? isReached : reach != .none)
        }
        self.number = number
        self.isDenied = isDenied
        self.hasException = hasException
        self.hasNegation = hasNegation
        self.hasEndOfDenial = hasEndOfDenial
    }

    /// Words that belong to what stands at an index: those of its clause, and of the one before when the clause has no
    /// subject of its own ("it is started at once and stopped when …").
    func surroundings(of index: Int, in words: [Word]) -> Set<String> {
        var set: Set<String> = []
        var clause = number[index]
        var first = index
        while true {
            let members = words.indices.filter { number[$0] == clause }
            set.formUnion(members.filter { !words[$0].isStop }.map { words[$0].stem })
            let hasSubject = members.contains {
                $0 < first && (!words[$0].isStop || Self.pronouns.contains(words[$0].folded))
            }
            guard !hasSubject, clause > 0 else { return set }
            clause -= 1
            first = (words.indices.last { number[$0] == clause } ?? 0) + 1
        }
    }

    /// Words such as "contraindicated", which deny by what they mean, are ends of an axis of `Opposites`.
    static func isNegation(_ folded: String) -> Bool { folded.hasSuffix("n't") || negations.contains(folded) }

    private enum Reach { case none, phrase, clause }

    private static let negations: Set<String> = [
        "not", "no", "never", "without", "cannot", "none", "neither", "nor", "nobody", "nothing", "nowhere", "hardly",
        "rarely", "seldom", "lacks", "lack", "lacking", "fails", "fail", "failed", "avoid", "avoids", "avoided",
        "avoiding",
    ]
    private static let exceptions: Set<String> = ["except", "excepting", "excluding", "unless", "save"]
    private static let openers: Set<String> = [
        "but", "however", "although", "though", "because", "while", "whereas", "if", "when", "which", "since", "so",
        "therefore", "and", "then", "once", "until", "who", "that",
    ]
    private static let prepositions: Set<String> = ["to", "in", "for", "with", "on", "at", "by", "from", "of"]
    private static let verbs: Set<String> = [
        "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "can", "could", "may", "must", "should",
        "will", "would",
    ]
    private static let pronouns: Set<String> = ["it", "they", "he", "she", "we", "you", "i", "this", "these"]
}
