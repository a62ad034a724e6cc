/// What kind of thing is asked for.
enum QuestionKind: Sendable, Hashable {
    case person, name, year, date, moment, duration, quantity, reason, place, definition, entity, yesOrNo, other

    init(_ words: [Word]) {
        let folded = words.map(\.folded)
        let text = " " + folded.joined(separator: " ") + " "
        func has(_ phrases: String...) -> Bool { phrases.contains { text.contains(" " + $0 + " ") } }
        // "what happens when" asks for no time
        let first = folded.first { Self.asking.contains($0) }
        if has(
            "is it called", "is this called", "is that called", "call it", "call this", "call that", "is the name for",
            "is the term for")
        {
            self = .name
        } else if ["who", "whom", "whose"].contains(first) {
            self = .person
        } else if has(
            "how long", "how often", "how soon", "by when", "how old", "how quickly", "how frequently", "how late",
            "how early", "what time limit", "at what age", "what age")
        {
            self = .duration
        } else if has(
            "how many", "how much", "how far", "how low", "how high", "how fast",
            "how large", "how big", "what percentage", "what proportion",
            "what dose", "which dose", "what rate", "which rate", "what fraction", "what level",
            "at which level", "maximum dose", "minimum dose", "maximum score", "mortality", "incidence", "prevalence",
            "sensitivity",
            "specificity", "what is the half life", "accuracy", "what number", "what share", "how deep",
            "how wide",
            "what is the rate", "what is the dose", "dose of", "what speed", "what volume")
        {
            self = .quantity
        } else if has("what year", "which year") {
            self = .year
        } else if has(
            "when was", "when were", "when did", "what date", "which date", "what day", "which day", "what weekday")
        {
            self = .date
        } else if first == "when" || has("at what point", "at what stage") {
            self = .moment
        } else if first == "why" || has("what is the reason", "for what reason", "how come") {
            self = .reason
        } else if first == "where" {
            self = .place
        } else if Self.asksDefinition(folded, text) {
            self = .definition
        } else if has("which", "what") {
            self = .entity
        } else if let first = folded.first, Self.auxiliaries.contains(first) {
            self = .yesOrNo
        } else {
            self = .other
        }
    }

    private static func asksDefinition(_ folded: [String], _ text: String) -> Bool {
        if let first = folded.first, ["define", "explain", "describe"].contains(first) { return true }
        if [" what does ", " what do "].contains(where: text.contains),
            [" mean ", " stand for ", " refer to "].contains(where: text.contains)
        {
            return true
        }
        if text.contains(" meant by ") { return true }
        guard text.hasPrefix(" what is ") || text.hasPrefix(" what are ") || text.hasPrefix(" what's ") else {
            return false
        }
        // "What is the commonest cause of …" asks for something else
        let rest = folded.dropFirst(text.hasPrefix(" what's ") ? 1 : 2)
        return rest.count <= 5 && !rest.contains { QuestionShape.endsPhrase($0) || ["of", "for"].contains($0) }
            && !rest.contains { $0.hasSuffix("est") }
    }

    private static let asking: Set<String> = [
        "who", "whom", "whose", "what", "which", "when", "where", "why", "how",
    ]
    private static let auxiliaries: Set<String> = [
        "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "may", "must", "will", "would",
        "has",
        "have",
    ]
}
