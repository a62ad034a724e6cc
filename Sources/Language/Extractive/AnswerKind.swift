/// Whether a sentence has the kind of thing that a question asks for.
enum AnswerKind {
    /// A bonus; nil when the sentence cannot be the answer.
    static func fit(of entry: SentenceBook.Entry, to question: Question) -> Double? {
        let folded = entry.words.map(\.folded)
        let text = " " + folded.joined(separator: " ") + " "
        switch question.kind {
        case .quantity:
            let numbers = Set(folded.compactMap(Quantities.value)).subtracting(question.numbers)
            let isVague = vagueAmounts.contains(where: text.contains)
            return numbers.isEmpty ? (isVague ? 0 : nil) : 0.25
        case .duration:
            let times = Quantities(entry.words, in: entry.text).all.filter { !question.numbers.contains($0.value) }
            if times.contains(where: { timeUnits.contains($0.unit ?? "") }) { return 0.3 }
            return vagueAmounts.contains(where: text.contains) ? 0.05 : nil
        case .person: return hasPerson(entry) ? 0.3 : nil
        case .date: return hasDate(entry, text) ? 0.3 : nil
        case .moment: return moments.contains(where: text.contains) ? 0.2 : nil
        case .reason: return reasons.contains(where: text.contains) ? 0.25 : 0
        case .place: return 0
        case .definition:
            return 0.5 * Definitions.defines(question.focus, in: entry)
        case .entity, .yesOrNo, .other:
            let each = question.focus.map { Definitions.defines([$0], in: entry) }.max() ?? 0
            return 0.2 * max(each, Definitions.defines(question.focus, in: entry))
        }
    }

    private static func hasPerson(_ entry: SentenceBook.Entry) -> Bool {
        entry.words.indices.contains { index in
            let word = entry.words[index]
            if roles.contains(word.folded) { return true }
            let capitals = word.text.unicodeScalars.count { $0.properties.isUppercase }
            return index > 0 && capitals == 1 && word.text.first?.isUppercase == true && word.folded.utf8.count > 2
                && !word.isStop && !names(notOf: word.folded)
        }
    }

    private static let timeUnits: Set<String> = ["s", "min", "h", "d", "w", "month", "a", "time"]

    private static func names(notOf folded: String) -> Bool { calendar.contains(folded) }

    private static let roles: Set<String> = [
        "doctor", "dr", "professor", "nurse", "therapist", "pharmacist", "dietitian", "surgeon", "physiotherapist",
        "consultant", "mr", "mrs", "ms", "team", "specialist", "carer", "family",
    ]

    private static let calendar: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december",
    ]

    private static func hasDate(_ entry: SentenceBook.Entry, _ text: String) -> Bool {
        entry.words.contains { word in
            if calendar.contains(word.folded) { return true }
            guard word.folded.utf8.count == 4, let year = Int(word.folded) else { return false }
            return (1000...2100).contains(year)
        } || [" century ", " years ago ", " yesterday "].contains(where: text.contains)
    }

    private static let vagueAmounts = [
        " once ", " twice ", " every day ", " every hour ", " every week ", " daily ", " hourly ", " a fifth ",
        " a third ", " a quarter ", " a tenth ",
    ]

    private static let moments = [
        " when ", " if ", " once ", " before ", " after ", " until ", " within ", " during ", " as soon as ",
        " only when ",
        " as long as ", " on admission ", " at night ", " in the morning ", " hours ", " days ", " weeks ", " months ",
        " minutes ", " then ", " first ",
    ]

    private static let reasons = [
        " because ", " since ", " so that ", " therefore ", " due to ", " as ", " to ", " reason ", " that is why ",
        " cause ",
        " causes ", " otherwise ", " so ",
    ]
}
