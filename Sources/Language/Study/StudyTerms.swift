/// Which terms are worth asking for, and how like each other two of them are.
enum StudyTerms {
    /// Not a short everyday word, nor the name of a person or a place alone.
    static func isSalient(_ term: String) -> Bool {
        let words = Word.words(in: term).filter { !$0.isStop }
        guard let first = words.first, let last = words.last else { return false }
        let isName = words.allSatisfy {
            $0.text.first?.isUppercase == true && $0.text.dropFirst().contains(where: \.isLowercase)
        }
        if isName, !Persons.named.contains(last.folded) { return false }
        if words.count == 1 {
            let isShort = last.folded.utf8.count < 5 && last.text.contains(where: \.isLowercase)
            return !isShort && !VagueWords.contains(last.stem) && !isVerbal(last) && !ordinary.contains(last.stem)
        }
        // "the Trendelenburg sign"
        let isNamed = first.text.first?.isUppercase == true
        return isNamed || !VagueWords.contains(last.stem) && !isVerbal(last) && !first.folded.hasSuffix("ly")
    }

    /// The more, the harder to tell from each other by their form.
    static func likeness(_ left: String, _ right: String) -> Int {
        let (a, b) = (Word.words(in: left), Word.words(in: right))
        var likeness = 0
        if left.hasSuffix("s") == right.hasSuffix("s") { likeness += 2 }
        if (a.count > 1) == (b.count > 1) { likeness += 2 }
        if isCapital(left) == isCapital(right) { likeness += 2 }
        if left.suffix(3).lowercased() == right.suffix(3).lowercased() { likeness += 1 }
        return likeness
    }

    /// The article that a term takes, by its first letter.
    static func article(of term: String) -> String {
        term.first.map { "aeiou".contains($0.lowercased()) } ?? false ? "an" : "a"
    }

    private static func isCapital(_ term: String) -> Bool { term.first?.isUppercase ?? false }

    private static func isVerbal(_ word: Word) -> Bool { word.folded.hasSuffix("ed") || word.folded.hasSuffix("ly") }

    /// Everyday words for bodies and things, which a sentence mostly gives away.
    private static let ordinary = Set(
        """
        ankle finger thumb mouth tongue chest water blood drink meals money house table chair light hands muscle muscles
        heart brain joint joints nerve nerves bone bones disease medicine people weeks months years floor ground
        food fluid world country school books paper sound
        """.split(whereSeparator: \.isWhitespace).map { PorterStemmer.stem(String($0)) })
}
