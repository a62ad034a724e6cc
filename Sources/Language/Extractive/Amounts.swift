/// Numbers that can answer "how many" and "how much": of the things that are asked about, in a unit that fits.
enum Amounts {
    static func fit(of entry: SentenceBook.Entry, to question: Question) -> Double? {
        let text = " " + entry.words.map(\.folded).joined(separator: " ") + " "
        let asked = question.shape.words.map(\.folded)
        let places = entry.words.indices.filter { index in
            Quantities.value(of: entry.words[index].folded).map { !question.numbers.contains($0) } ?? false
        }
        if !money.isDisjoint(with: asked) { return !places.isEmpty && namesMoney(entry) ? 0.25 : nil }
        let quantities = Quantities(entry.words, in: entry.text).all.filter { !question.numbers.contains($0.value) }
        for (words, units) in measures where !words.isDisjoint(with: asked) {
            let fits = quantities.contains { units.contains($0.unit ?? "") }
            return fits ? 0.25 : words.contains("share") && isVague(text) ? 0.1 : nil
        }
        if let target = question.target, Quantities.isUnit(target) {
            return quantities.contains { $0.unit.map { Quantities.unit($0, is: target) } ?? false } ? 0.25 : nil
        }
        if let target = question.target, asked.contains("many") {
            if places.contains(where: { counts($0, target, entry, question) }) { return 0.25 }
            return nil
        }
        if places.isEmpty { return isVague(text) ? 0 : nil }
        return places.contains { isOf(question.target, $0, entry) } ? 0.25 : nil
    }

    /// Whether a number may be that of the thing: not one of a condition, or of another deed behind "and".
    private static func isOf(_ target: String?, _ place: Int, _ entry: SentenceBook.Entry) -> Bool {
        guard let target else { return true }
        let clauses = Clauses(entry.words, in: entry.text)
        let things = entry.words.indices.filter { Objections.isSame(entry.words[$0].stem, target) }
        if things.isEmpty { return entry.quality.leansOnPrevious }
        guard !things.contains(where: { clauses.number[$0] == clauses.number[place] }),
            let first = entry.words.indices.first(where: { clauses.number[$0] == clauses.number[place] })
        else { return true }
        return !["if", "when", "unless", "while", "until", "once", "and", "but", "because"].contains(
            entry.words[first].folded)
    }

    /// Whether a word names what is measured.
    static func isMeasure(_ folded: String) -> Bool { measures.contains { $0.0.contains(folded) } }

    static func isVague(_ text: String) -> Bool { vague.contains(where: text.contains) }

    /// Whether the number at a place counts the things asked about: they follow it, or nothing else does.
    private static func counts(
        _ place: Int, _ target: String, _ entry: SentenceBook.Entry, _ question: Question
    ) -> Bool {
        let clauses = Clauses(entry.words, in: entry.text)
        let following = entry.words.indices.filter { index in
            index > place && clauses.number[index] == clauses.number[place] && !entry.words[index].isStop
                && Quantities.value(of: entry.words[index].folded) == nil
        }
        guard let first = following.first else { return true }
        if following.prefix(3).contains(where: { Objections.isSame(entry.words[$0].stem, target) }) { return true }
        // "of the 20 patients, 12 improved"
        let stem = entry.words[first].stem
        return !Quantities.isUnit(stem) && question.terms.contains { $0.stem == stem }
            && entry.words[..<place].contains { Objections.isSame($0.stem, target) }
    }

    private static func namesMoney(_ entry: SentenceBook.Entry) -> Bool {
        entry.text.contains { "$€£¥".contains($0) } || entry.words.contains { currencies.contains($0.folded) }
    }

    private static let money: Set<String> = ["cost", "costs", "price", "pay", "paid", "charge", "charged", "fee"]
    private static let currencies: Set<String> = [
        "euro", "euros", "dollar", "dollars", "pound", "pounds", "pence", "cent", "cents", "franc", "francs", "yen",
    ]

    /// Words of a question → units of an answer, as `Quantities` writes them.
    private static let measures: [(Set<String>, Set<String>)] = [
        (["percentage", "proportion", "share", "fraction"], ["percent"]),
        (["dose", "dosage"], ["mcg", "mg", "g", "kg", "ml", "l", "mmol", "mol", "unit"]),
        (["weigh", "weighs", "heavy"], ["mcg", "mg", "g", "kg"]),
        (["tall", "deep", "wide"], ["mm", "cm", "m", "km"]),
    ]

    private static let vague = [
        " once ", " twice ", " every day ", " every hour ", " every week ", " daily ", " hourly ", " a fifth ",
        " a third ", " a quarter ", " a tenth ", " half ",
    ]
}
