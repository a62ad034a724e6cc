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
    private let isUpperLine: [Bool]

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
        isUpperLine = NoteScan.upperLines(note)
    }

    /// Lines of three words or more, all in capitals.
    private static func upperLines(_ note: NoteText) -> [Bool] {
        var lines = [Bool](repeating: false, count: note.lines.count)
        var (line, long, other) = (0, 0, 0)
        func close() { if line < lines.count { lines[line] = other == 0 && long >= 3 } }
        for token in note.tokens {
            if token.kind == .lineBreak {
                close()
                (line, long, other) = (line + 1, 0, 0)
            } else if token.kind == .word, token.range.count > 1 {
                if token.shape == .upper { long += 1 } else if token.shape != .none { other += 1 }
            }
        }
        close()
        return lines
    }

    var count: Int { tokens.count }

    func style(_ index: Int) -> Style {
        if style != .mixed { return style }
        return isUpperLine[note.line(at: tokens[index].range.lowerBound)] ? .upper : .mixed
    }

    func key(_ index: Int) -> String { index >= 0 && index < tokens.count ? tokens[index].key : "\n" }
    func base(_ index: Int) -> String { index >= 0 && index < tokens.count ? bases[index] : "\n" }
    func kinds(_ index: Int) -> WordKinds { index >= 0 && index < tokens.count ? kinds[index] : [] }
    func isWord(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .word }
    func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }
    func isBreak(_ index: Int) -> Bool { index < 0 || index >= tokens.count || tokens[index].kind == .lineBreak }
    func isPossessive(_ index: Int) -> Bool { bases[index].utf8.count < tokens[index].key.utf8.count }
    func isDash(_ index: Int) -> Bool {
        let key = key(index)
        return key == "-" || key == "\u{2013}" || key == "\u{2014}" || key == "\u{2011}"
    }
    func isQuote(_ index: Int) -> Bool {
        let key = key(index)
        return key == "\"" || key == "\u{201C}" || key == "\u{201D}" || key == "'" || key == "\u{2018}"
            || key == "\u{2019}"
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

    func range(_ tokens: Range<Int>) -> Range<Int> {
        range(tokens.lowerBound).lowerBound..<range(tokens.upperBound - 1).upperBound
    }
}
