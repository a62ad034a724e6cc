/// M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the two departures of the author's later
/// programs (`logi` → `log`, `bli` for `abli`). Words of other letters than a–z, and of one or two letters, stay.
package struct PorterStemmer: Sendable {
    private var word: [UInt8]

    private init(_ word: String) { self.word = Array(word.utf8) }

    /// The stem of a folded word.
    package static func stem(_ word: String) -> String {
        guard word.utf8.count > 2, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        var stemmer = PorterStemmer(word)
        stemmer.plurals()
        stemmer.pastAndProgressive()
        stemmer.finalY()
        stemmer.replace(Self.doubleSuffixes, above: 0)
        stemmer.replace(Self.fullSuffixes, above: 0)
        stemmer.residualSuffix()
        stemmer.finalE()
        return String(decoding: stemmer.word, as: UTF8.self)
    }

    // MARK: The steps 1a to 5b

    private mutating func plurals() {
        if ends("sses") || ends("ies") {
            word.removeLast(2)
        } else if ends("s"), !ends("ss") {
            word.removeLast()
        }
    }

    private mutating func pastAndProgressive() {
        if ends("eed") {
            if measure(upTo: word.count - 3) > 0 { word.removeLast() }
            return
        }
        guard let suffix = ["ed", "ing"].first(where: { ends($0) }), hasVowel(upTo: word.count - suffix.utf8.count)
        else { return }
        word.removeLast(suffix.utf8.count)
        if ends("at") || ends("bl") || ends("iz") {
            word.append(UInt8(ascii: "e"))
        } else if endsInDoubleConsonant, ![UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z")].contains(word.last)
        {
            word.removeLast()
        } else if measure(upTo: word.count) == 1, isShort(upTo: word.count) {
            word.append(UInt8(ascii: "e"))
        }
    }

    private mutating func finalY() {
        guard ends("y"), hasVowel(upTo: word.count - 1) else { return }
        word[word.count - 1] = UInt8(ascii: "i")
    }

    private static let doubleSuffixes = [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ]

    private static let fullSuffixes = [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ]

    private static let residual = [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
        "iti", "ous", "ive", "ize",
    ]

    private mutating func residualSuffix() {
        // the longest suffix that fits decides, whether it may go or not
        guard let suffix = Self.residual.filter({ ends($0) }).max(by: { $0.utf8.count < $1.utf8.count }) else { return }
        let rest = word.count - suffix.utf8.count
        guard measure(upTo: rest) > 1 else { return }
        if suffix == "ion" {
            guard rest > 0, [UInt8(ascii: "s"), UInt8(ascii: "t")].contains(word[rest - 1]) else { return }
        }
        word.removeLast(suffix.utf8.count)
    }

    private mutating func finalE() {
        if ends("e") {
            let measure = measure(upTo: word.count - 1)
            if measure > 1 || measure == 1 && !isShort(upTo: word.count - 1) { word.removeLast() }
        }
        if ends("ll"), measure(upTo: word.count) > 1 { word.removeLast() }
    }

    private mutating func replace(_ table: [(suffix: String, replacement: String)], above least: Int) {
        let fitting = table.filter { ends($0.suffix) }
        guard let rule = fitting.max(by: { $0.suffix.utf8.count < $1.suffix.utf8.count }) else { return }
        let rest = word.count - rule.suffix.utf8.count
        guard measure(upTo: rest) > least else { return }
        word.replaceSubrange(rest..., with: rule.replacement.utf8)
    }

    // MARK: Conditions

    private func ends(_ suffix: String) -> Bool {
        word.count > suffix.utf8.count && word.reversed().starts(with: suffix.utf8.reversed())
    }

    private func isConsonant(_ index: Int) -> Bool {
        switch word[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
        default: true
        }
    }

    /// How often a vowel is followed by a consonant: the m of the paper.
    private func measure(upTo end: Int) -> Int {
        var count = 0
        var afterVowel = false
        for index in 0..<max(0, end) {
            if isConsonant(index) {
                if afterVowel { count += 1 }
                afterVowel = false
            } else {
                afterVowel = true
            }
        }
        return count
    }

    private func hasVowel(upTo end: Int) -> Bool { (0..<max(0, end)).contains { !isConsonant($0) } }

    private var endsInDoubleConsonant: Bool {
        word.count > 1 && word[word.count - 1] == word[word.count - 2] && isConsonant(word.count - 1)
    }

    /// Consonant, vowel, consonant other than w, x, y: the *o of the paper.
    private func isShort(upTo end: Int) -> Bool {
        guard end > 2, isConsonant(end - 3), !isConsonant(end - 2), isConsonant(end - 1) else { return false }
        return ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(word[end - 1])
    }
}
