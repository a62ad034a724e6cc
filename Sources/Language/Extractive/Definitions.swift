/// Finds sentences that say what something is: "X is …", "X means …", "… is called X", "… known as X", "X stands for …".
enum Definitions {
    struct Definition: Sendable {
        let term: String
        let stems: [String]
        /// 0…1; how plainly the sentence defines.
        let strength: Double
    }

    static func definition(in entry: SentenceBook.Entry) -> Definition? {
        guard entry.quality.isQuotable else { return nil }
        return named(entry) ?? subject(entry)
    }

    /// Whether a sentence defines this very term.
    static func defines(_ stems: [String], in entry: SentenceBook.Entry) -> Double {
        guard !stems.isEmpty, let definition = definition(in: entry) else { return 0 }
        let wanted = Set(stems)
        let found = Set(definition.stems)
        guard !wanted.isDisjoint(with: found) else { return 0 }
        let share = Double(wanted.intersection(found).count) / Double(wanted.union(found).count)
        return definition.strength * share
    }

    /// "…, and that is called circumduction", "… is known as the Trendelenburg sign"
    private static func named(_ entry: SentenceBook.Entry) -> Definition? {
        let folded = entry.words.map(\.folded)
        for (index, word) in folded.enumerated().dropFirst(3) {
            let next = index + 1 < folded.count ? folded[index + 1] : ""
            let skip: Int
            switch word {
            case "called", "termed", "named": skip = index + 1
            case "known" where next == "as": skip = index + 2
            case "call" where folded[index - 1] == "we" || folded[index - 1] == "they": skip = index + 1
            default: continue
            }
            guard let term = term(entry, from: skip, most: 3) else { continue }
            return Definition(term: term.text, stems: term.stems, strength: 0.9)
        }
        return nil
    }

    /// "A gait cycle is the time from …", "Aspiration means that …"
    private static func subject(_ entry: SentenceBook.Entry) -> Definition? {
        let folded = entry.words.map(\.folded)
        guard !entry.quality.leansOnPrevious,
            let verb = folded.firstIndex(where: verbs.contains), (1...6).contains(verb), verb + 2 < folded.count
        else { return nil }
        let isCopula = folded[verb] == "is" || folded[verb] == "are"
        if isCopula, !articles.contains(folded[verb + 1]), entry.words[verb + 1].isStop { return nil }
        if isCopula, !articles.contains(folded[verb + 1]), participle(folded[verb + 1]) { return nil }
        var start = 0
        while start < verb, openers.contains(folded[start]) { start += 1 }
        guard let term = term(entry, from: start, most: 5), term.end == verb else { return nil }
        let strength: Double
        switch folded[verb] {
        case "means", "stands": strength = 1
        // "the commonest trigger" says how something ranks, not what it is
        case _ where folded[verb + 1] == "the" && verb + 2 < folded.count && ranks(entry.words[verb + 2]):
            strength = 0.6
        default: strength = articles.contains(folded[verb + 1]) ? 0.9 : 0.5
        }
        return Definition(term: term.text, stems: term.stems, strength: strength)
    }

    private static let verbs: Set<String> = ["is", "are", "means", "stands", "refers"]
    private static let articles: Set<String> = ["a", "an", "the", "when", "simply", "any", "difficulty", "that", "one"]
    private static let openers: Set<String> = [
        "a", "an", "the", "so", "and", "but", "now", "um", "er", "okay", "right", "in", "after", "stroke", "well",
    ]

    private static func ranks(_ word: Word) -> Bool {
        Superlatives.occur(in: [word]) || ["big", "usual", "reason", "only", "way"].contains(word.folded)
    }

    private static func participle(_ folded: String) -> Bool { folded.hasSuffix("ed") || folded.hasSuffix("ing") }

    /// The run of content words from a place on, articles skipped; `end` is the index behind it.
    private static func term(
        _ entry: SentenceBook.Entry, from start: Int, most: Int
    ) -> (text: String, stems: [String], end: Int)? {
        var first = start
        while first < entry.words.count, ["a", "an", "the"].contains(entry.words[first].folded) { first += 1 }
        var end = first
        while end < entry.words.count, end - first < most, isPart(entry, end, first: first) { end += 1 }
        guard end > first else { return nil }
        let words = entry.words[first..<end]
        let stems = words.filter { !$0.isStop }.map(\.stem)
        guard let left = words.first, let right = words.last, !stems.allSatisfy(VagueWords.contains) else { return nil }
        let text = String(entry.text[left.range.lowerBound..<right.range.upperBound])
        let capitals = left.text.unicodeScalars.count { $0.properties.isUppercase }
        // a capital of the sentence, not of the word; names inside a sentence keep theirs
        let isSentenceCase = first == 0 && capitals == 1
        return (isSentenceCase ? text.prefix(1).lowercased() + text.dropFirst() : text, stems, end)
    }

    private static func isPart(_ entry: SentenceBook.Entry, _ index: Int, first: Int) -> Bool {
        let word = entry.words[index]
        if word.isStop { return false }
        guard index > first else { return true }
        let gap = entry.text[entry.words[index - 1].range.upperBound..<word.range.lowerBound]
        return gap.allSatisfy { $0 == " " || $0 == "-" || $0 == "\n" }
    }
}
