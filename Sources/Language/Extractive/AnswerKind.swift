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
        case .name:
            return [" called ", " known as ", " termed ", " named ", " we call ", " the term "].contains(
                where: text.contains)
                ? 0.3 : nil
        case .year: return Moments.hasYear(entry.words) ? 0.3 : nil
        case .date:
            if Moments.hasDate(entry.words, in: text) { return 0.3 }
            return Moments.occur(in: entry.words, for: question) ? 0.1 : nil
        case .moment: return Moments.occur(in: entry.words, for: question) ? 0.2 : nil
        case .reason: return Reasons.fit(of: entry, to: question)
        case .place: return Places.occur(in: entry.words, for: question) ? 0.2 : nil
        case .definition:
            let worth = Definitions.defines(question.focus, in: entry)
            return worth > 0 || isSaidOf(question.focus, entry) ? 0.5 * worth : nil
        case .entity, .yesOrNo, .other:
            if let kind = question.askedKind, numerical.contains(kind),
                !entry.words.contains(where: {
                    Quantities.value(of: $0.folded).map { !question.numbers.contains($0) } ?? false
                })
            {
                return nil
            }
            let each = question.focus.map { Definitions.defines([$0], in: entry) }.max() ?? 0
            return 0.2 * max(each, Definitions.defines(question.focus, in: entry))
        }
    }

    /// "The target INR for most patients is …": all of it stands before a verb of being, or the sentence leans on what it
    /// says something of, or names it at the end.
    private static func isSaidOf(_ focus: [String], _ entry: SentenceBook.Entry) -> Bool {
        let verb = entry.words.firstIndex { being.contains($0.folded) }
        if Anaphora.leans(entry) { return verb.map { $0 < 4 } ?? false || entry.quality.leansOnPrevious }
        return verb.map { verb in
            let before = Set(entry.words[..<verb].map(\.stem))
            return focus.contains { before.contains($0) }
        } ?? false
    }

    private static let numerical = Set(
        ["range", "level", "value", "limit", "temperature", "age", "dose", "rate", "distance", "speed", "percentage"]
            .map(PorterStemmer.stem))
    private static let being: Set<String> = ["is", "are", "was", "were", "means", "mean", "stands", "refers", "says"]
    private static let timeUnits: Set<String> = ["s", "min", "h", "d", "w", "month", "a", "time"]
}
