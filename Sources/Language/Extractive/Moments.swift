/// What can answer "when": a condition, an order of events, a time of the clock or of the calendar.
enum Moments {
    static func occur(in words: [Word], for question: Question) -> Bool {
        let asked = Set(question.shape.words.map(\.stem))
        return words.indices.contains { index in
            let folded = words[index].folded
            if adverbs.contains(folded) { return true }
            let behind = words[(index + 1)...].prefix(7)
            if conditions.contains(folded) {
                return behind.contains {
                    !asked.contains($0.stem) && (!$0.isStop || Quantities.value(of: $0.folded) != nil)
                }
            }
            return prepositions.contains(folded)
                && behind.prefix(4).contains { !asked.contains($0.stem) && isTime($0, after: folded) }
        }
    }

    static func hasDate(_ words: [Word], in text: String) -> Bool {
        hasYear(words) || words.contains { calendar.contains($0.folded) }
            || zip(words, words.dropFirst()).contains { $1.text == "May" && Int($0.folded) != nil }
            || [" century ", " years ago ", " yesterday "].contains(where: text.contains)
    }

    static func hasYear(_ words: [Word]) -> Bool {
        words.indices.contains { index in
            guard words[index].folded.utf8.count == 4, let year = Int(words[index].folded) else { return false }
            let next = index + 1 < words.count ? words[index + 1] : nil
            // "2104 patients" is no year
            return (1000...2100).contains(year) && (next?.isStop ?? true)
        }
    }

    static func isTime(_ word: Word, after preposition: String = "") -> Bool {
        calendar.contains(word.folded) || times.contains(word.folded) || units.contains(word.stem)
            || ["at", "by", "from"].contains(preposition) && Quantities.value(of: word.folded) != nil
            || preposition == "in" && word.folded.utf8.count == 4 && Int(word.folded) != nil
    }

    static let calendar: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december",
    ]

    private static let conditions: Set<String> = [
        "when", "if", "once", "before", "after", "until", "within", "during", "while", "whenever", "unless", "upon",
        "following", "till", "since",
    ]
    private static let prepositions: Set<String> = [
        "at", "by", "on", "in", "from", "every", "each", "with", "for", "over", "throughout", "about",
    ]
    private static let adverbs: Set<String> = [
        "daily", "hourly", "weekly", "immediately", "straightaway", "initially", "eventually", "always", "annually",
    ]
    private static let times: Set<String> = [
        "spring", "summer", "autumn", "winter", "morning", "noon", "afternoon", "evening", "night", "midnight", "dawn",
        "dusk", "breakfast", "lunch", "dinner", "meal", "meals", "admission", "discharge", "birth", "arrival", "onset",
        "first", "second", "third", "fourth", "fifth", "sixth", "once", "beginning", "end", "start", "stage", "phase",
        "weekend", "today", "tomorrow", "trimester", "century", "may",
    ]
    private static let units = Set(
        ["second", "minute", "hour", "day", "week", "month", "year"].map(PorterStemmer.stem))
}
