/// A date as its signs say, before the note's own date completes it.
struct RawDate {
    var tokens: Range<Int>
    var year: Int?
    /// Digits the year was written with: 0, 2 or 4.
    var yearDigits = 0
    var month: Int?
    var day: Int?
    var precision: FoundDate.Precision
    var confidence: Double
    /// False when the numbers cannot be month and day in any way that this grammar knows.
    var isPlausible = true
    /// Ahead of the note's date when the wording says so: "by the 22nd".
    var isAhead = false
    /// Index of the raw date whose year it shares: the end of its range.
    var rangeEnd: Int?
}

/// Short-hands over the tokens of a note.
struct DateReader {
    let note: NoteText
    let tokens: [Token]
    /// Case tells names of months from verbs.
    let hasCase: Bool

    init(_ note: NoteText) {
        self.note = note
        tokens = note.tokens
        var (upper, lower) = (0, 0)
        for token in note.tokens where token.kind == .word {
            switch token.shape {
            case .lower: lower += 1
            case .upper where token.key.utf8.count > 3, .capitalised: upper += 1
            default: break
            }
        }
        hasCase = lower > 0 && upper > 0 && upper * 50 > lower && lower * 10 > upper
    }

    /// Value and number of digits of a plain number of at most four digits.
    func digits(_ index: Int) -> (value: Int, count: Int)? {
        guard index >= 0, index < tokens.count, tokens[index].kind == .number else { return nil }
        var (value, count) = (0, 0)
        for byte in tokens[index].key.utf8 {
            guard byte >= 48, byte <= 57, count < 4 else { return nil }
            value = value * 10 + Int(byte - 48)
            count += 1
        }
        return (value, count)
    }

    func key(_ index: Int) -> String { index >= 0 && index < tokens.count ? tokens[index].key : "\n" }
    func kinds(_ index: Int) -> DateWords.Kinds { DateWords.kinds[key(index)] ?? [] }
    func touch(_ index: Int) -> Bool {
        index >= 0 && index + 1 < tokens.count && tokens[index].kind != .lineBreak
            && tokens[index].touches(tokens[index + 1])
    }
    func isWord(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .word }
    func isDash(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind == .symbol else { return false }
        return switch note.scalars[tokens[index].range.lowerBound].value {
        case 0x2D, 0x2010, 0x2011, 0x2013, 0x2014, 0x2212: true
        default: false
        }
    }
    func isOrdinal(_ index: Int) -> Bool {
        switch key(index) {
        case "st", "nd", "rd", "th": touch(index - 1)
        default: false
        }
    }

    /// What counts stands directly behind these tokens.
    func isCounted(after index: Int) -> Bool {
        guard index < tokens.count else { return false }
        if tokens[index].isSymbol("%") || tokens[index].isSymbol("°") { return true }
        return kinds(index).contains(.unit)
    }

    /// A label of an identifier within three tokens before, with nothing but signs and "no" between.
    func isCode(before index: Int) -> Bool {
        var at = index - 1
        var steps = 0
        while at >= 0, steps < 4, tokens[at].kind != .lineBreak, tokens[at].kind != .number {
            let kinds = kinds(at)
            if kinds.contains(.birth) || key(at) == "date" { return false }
            if kinds.contains(.code) && (tokens[at].kind == .word || key(at) == "#") { return true }
            if tokens[at].kind == .word { return false }
            at -= 1
            steps += 1
        }
        return false
    }

    /// The sentence up to here rates or counts something.
    func isScored(before index: Int) -> Bool {
        var at = index - 1
        var steps = 0
        while at >= 0, steps < 10 {
            let token = tokens[at]
            if token.kind == .lineBreak || token.isSymbol(";") || (token.isSymbol(".") && !touch(at)) { return false }
            if token.kind == .word, kinds(at).contains(.score) { return true }
            at -= 1
            steps += 1
        }
        return false
    }
}
