/// Whether a sentence has the kind of thing that a question asks for: a person for "who", a moment for "when", a number of
/// the right things for "how many", a cause for "why". What the question says itself is no answer to it.
enum AnswerKind {
    /// A bonus; nil when the sentence cannot be the answer.
    static func fit(of entry: SentenceBook.Entry, to question: Question) -> Double? {
        let text = " " + entry.words.map(\.folded).joined(separator: " ") + " "
        switch question.kind {
        case .quantity: return Amounts.fit(of: entry, to: question)
        case .duration:
            let times = Quantities(entry.words, in: entry.text).all.filter { !question.numbers.contains($0.value) }
            if times.contains(where: { timeUnits.contains($0.unit ?? "") }) { return 0.3 }
            return Amounts.isVague(text) ? 0.05 : nil
        case .person: return Persons.occur(in: entry, for: question) ? 0.3 : nil
        case .date:
            if Moments.hasDate(entry.words, in: text) { return 0.3 }
            return Moments.occur(in: entry.words, for: question) ? 0.1 : nil
        case .moment: return Moments.occur(in: entry.words, for: question) ? 0.2 : nil
        case .reason: return Reasons.fit(of: entry, to: question)
        case .place: return Places.occur(in: entry.words, for: question) ? 0.2 : nil
        case .definition:
            return 0.5 * Definitions.defines(question.focus, in: entry)
        case .entity, .yesOrNo, .other:
            let each = question.focus.map { Definitions.defines([$0], in: entry) }.max() ?? 0
            return 0.2 * max(each, Definitions.defines(question.focus, in: entry))
        }
    }

    private static let timeUnits: Set<String> = ["s", "min", "h", "d", "w", "month", "a", "time"]
}
