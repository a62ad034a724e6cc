/// A note with what every detector asks of its tokens, worked out once.
struct NoteScan: Sendable {
    enum Style: Sendable { case mixed, lower, upper }

    let note: NoteText
    let tokens: [Token]
    let dates: NoteDates
    /// Kinds of each token, by its word without a possessive.
    let kinds: [WordKinds]
    /// Each token without `'s`.
    let bases: [String]
    private let style: Style
    /// Of each token, whether its line is all in capitals.
    private let isUpper: [Bool]
    /// What the lists of names and words say of each token.
    let lexemes: [Lexeme]
    /// The lines at the top of the note, cut into cells.
    let headLines: [[Range<Int>]]

    init(_ note: NoteText) {
        self.note = note
        tokens = note.tokens
        dates = NoteDates(note)
        var kinds: [WordKinds] = []
        var bases: [String] = []
        kinds.reserveCapacity(tokens.count)
        bases.reserveCapacity(tokens.count)
        var (lower, upper, capital) = (0, 0, 0)
        for token in note.tokens {
            let base = token.kind == .word && token.key.hasSuffix("'s") ? String(token.key.dropLast(2)) : token.key
            bases.append(base)
            kinds.append(token.kind == .lineBreak || token.kind == .number ? [] : Words.table[base] ?? [])
            switch token.shape {
            case .lower: lower += 1
            case .upper: upper += 1
            case .capitalised, .mixed: capital += 1
            case .none: break
            }
        }
        self.kinds = kinds
        self.bases = bases
        let all = max(1, lower + upper + capital)
        style =
            (upper + capital) * 50 <= all ? .lower : lower * 20 <= all && capital * 8 <= all ? .upper : .mixed
        isUpper = NoteScan.upperTokens(note)
        let gazetteer = Gazetteer.shared
        lexemes = zip(note.tokens, bases).map { token, base in token.kind == .word ? gazetteer.lexeme(base) : [] }
        headLines = HeadLines(note, kinds).find()
    }

    /// Tokens of lines of three words or more, all in capitals.
    private static func upperTokens(_ note: NoteText) -> [Bool] {
        var isUpper = [Bool](repeating: false, count: note.tokens.count)
        var (start, long, other) = (0, 0, 0)
        func close(_ end: Int) {
            if other == 0, long >= 3 { for at in start..<end { isUpper[at] = true } }
        }
        for (index, token) in note.tokens.enumerated() {
            if token.kind == .lineBreak {
                close(index + 1)
                (start, long, other) = (index + 1, 0, 0)
            } else if token.kind == .word, token.range.count > 1 {
                if token.shape == .upper { long += 1 } else if token.shape != .none { other += 1 }
            }
        }
        close(note.tokens.count)
        return isUpper
    }

    var count: Int { tokens.count }

    func style(_ index: Int) -> Style {
        style != .mixed ? style : isUpper[index] ? .upper : .mixed
    }

    func key(_ index: Int) -> String { index >= 0 && index < tokens.count ? tokens[index].key : "\n" }
    func base(_ index: Int) -> String { index >= 0 && index < tokens.count ? bases[index] : "\n" }
    func kinds(_ index: Int) -> WordKinds { index >= 0 && index < tokens.count ? kinds[index] : [] }
    func isWord(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .word }
    func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }
    func isBreak(_ index: Int) -> Bool { index < 0 || index >= tokens.count || tokens[index].kind == .lineBreak }
    func isPossessive(_ index: Int) -> Bool { bases[index].utf8.count < tokens[index].key.utf8.count }
    func isDash(_ index: Int) -> Bool {
        switch sign(index) {
        case 0x2D, 0x2011, 0x2013, 0x2014: true
        default: false
        }
    }
    func isQuote(_ index: Int) -> Bool {
        switch sign(index) {
        case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D: true
        default: false
        }
    }
    /// The code point of a sign, 0 for anything else.
    func sign(_ index: Int) -> UInt32 {
        guard index >= 0, index < tokens.count, tokens[index].kind == .symbol else { return 0 }
        return note.scalars[tokens[index].range.lowerBound].value
    }

    /// White space between a token and the next, in code points.
    func gap(after index: Int) -> Int {
        index >= 0 && index + 1 < tokens.count ? tokens[index + 1].range.lowerBound - tokens[index].range.upperBound : 9
    }

    /// A column's edge: two spaces or more, or a tab.
    func isColumn(after index: Int) -> Bool {
        guard index >= 0, index + 1 < tokens.count else { return true }
        let gap = gap(after: index)
        return gap > 1 || (gap == 1 && note.scalars[tokens[index].range.upperBound] == "\t")
    }

    func isCapital(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        switch tokens[index].shape {
        case .capitalised, .upper: return true
        case .mixed:
            let first = note.scalars[tokens[index].range.lowerBound]
            if first.properties.isUppercase { return true }
            // d'Alene
            let at = tokens[index].range.lowerBound
            return tokens[index].range.count > 2 && !Merging.isAlphanumeric(note.scalars[at + 1])
                && note.scalars[at + 2].properties.isUppercase
        default: return false
        }
    }

    /// Nothing but a sentence's or a line's begin before it.
    func startsSentence(_ index: Int) -> Bool {
        var at = index - 1
        while at >= 0,
            key(at) == "\"" || key(at) == "*" || key(at) == "(" || key(at) == "]"
                || (key(at) == "-" && gap(after: at) > 0)
        {
            if key(at) == "]" { return true }
            at -= 1
        }
        if isBreak(at) { return true }
        switch key(at) {
        case ".", ":", "?", "!", ";", "|", "=": return !(key(at) == "." && kinds(at - 1).contains(.title))
        default: return false
        }
    }

    /// Code points of a token without its possessive ending.
    func range(_ index: Int) -> Range<Int> {
        let whole = tokens[index].range
        return isPossessive(index) ? whole.lowerBound..<(whole.upperBound - 2) : whole
    }

    /// The end behind ", PC" or ", LLC".
    func firmTail(_ end: Int) -> Int {
        let isFirm = ["pc", "llc", "inc", "pllc", "llp", "pa", "ltd", "lc", "psc"].contains(key(end + 1))
        guard key(end) == ",", isFirm, gap(after: end) < 2, style(end + 1) == .lower || isCapital(end + 1) else {
            return end
        }
        return end + 2
    }

    func range(_ tokens: Range<Int>) -> Range<Int> {
        range(tokens.lowerBound).lowerBound..<range(tokens.upperBound - 1).upperBound
    }
}
