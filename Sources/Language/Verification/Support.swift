/// Whether the quotes of a sentence carry it: its numbers, names, negations and nearly all of its words.
struct Support: Sendable {
    private let text: String
    private let sentences: Set<String>
    private let characters: Set<Unicode.Scalar>
    private let stems: Set<String>
    private let folded: Set<String>
    private let quantities: Quantities
    private let polarity: Polarity

    /// - Parameter quotes: whole sentences, so that a `not` before the quoted words counts.
    init(quotes: [String]) {
        text = quotes.joined(separator: "\n")
        sentences = Set(quotes + quotes.flatMap(Sentences.split))
        let words = Word.words(in: text)
        characters = Set(text.unicodeScalars)
        stems = Set(words.map(\.stem))
        folded = Set(words.map(\.folded))
        quantities = Quantities(words, in: text)
        polarity = Polarity(words, in: text)
    }

    func failure(of sentence: String) -> VerificationFailure? {
        let said = Word.words(in: sentence)
        if said.isEmpty { return .uncited }
        if sentences.contains(sentence) { return nil }
        if !hasSameCharacters(sentence) { return .foreignCharacters }
        if !carriesNumbers(said, in: sentence) { return .number }
        if !said.indices.allSatisfy({ carriesName(said, at: $0) }) { return .name }
        if said.contains(where: isGuardedAndAbsent) { return .turnedMeaning }
        if !Polarity(said, in: sentence).agrees(with: polarity) { return .negation }
        return carriesWords(said) ? nil : .unsupported
    }

    /// Nothing but ASCII, typographic punctuation and what the quotes have; look-alikes and invisible characters are none.
    func hasSameCharacters(_ sentence: String) -> Bool {
        sentence.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
            return Self.punctuation.contains(scalar) || characters.contains(scalar)
        }
    }

    private static let punctuation = Set("’‘“”–—…".unicodeScalars)

    private func carriesNumbers(_ said: [Word], in sentence: String) -> Bool {
        let claimed = Quantities(said, in: sentence)
        guard claimed.units.subtracting(quantities.units).isEmpty else { return false }
        return claimed.all.allSatisfy { claim in
            claim.unit == nil ? quantities.values.contains(claim.value) : quantities.all.contains(claim)
        }
    }

    /// A capital letter inside a sentence, two capitals, or a digit among letters make a name; so does a first word that
    /// not everybody uses.
    private func carriesName(_ said: [Word], at index: Int) -> Bool {
        let word = said[index]
        if folded.contains(word.folded) || Quantities.value(of: word.folded) != nil { return true }
        let capitals = word.text.unicodeScalars.count { $0.properties.isUppercase }
        if capitals > 1 || word.hasDigit { return false }
        if capitals == 0 || word.folded == "i" || word.folded.hasPrefix("i'") { return true }
        if stems.contains(word.stem) { return true }
        return index == 0 && (word.isStop || GuardedWords.neutral.contains(word.stem))
    }

    private func isGuardedAndAbsent(_ word: Word) -> Bool {
        if folded.contains(word.folded) || stems.contains(word.stem) { return false }
        return GuardedWords.contains(word)
    }

    /// At most one content word in six may be the writer's own.
    private func carriesWords(_ said: [Word]) -> Bool {
        let content = said.filter { !$0.isStop && !GuardedWords.neutral.contains($0.stem) }
        let own = content.count { !stems.contains($0.stem) && Quantities.value(of: $0.folded) == nil }
        return !content.isEmpty && own * 6 <= content.count
    }
}
