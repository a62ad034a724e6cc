/// Looks for headings token by token. A heading is a phrase of `Headings` at the beginning of a line (behind a number or
/// decoration) that the line ends with or that a colon, dash, bracket or table bar follows; inside a line it needs a colon
/// and the look of a label, or an underline.
struct HeadingFinder {
    private let note: NoteText
    private let tokens: [Token]
    /// Most notes have lines; one that came out of a form as one long line has its headings inside.
    private let isRunTogether: Bool
    private let hasLowerCase: Bool
    /// Words begin with capitals where they should: not all lower case, not all capitals.
    private let hasCapitals: Bool

    init(_ note: NoteText) {
        self.note = note
        tokens = note.tokens
        let longest = note.lines.map(\.count).max() ?? 0
        isRunTogether = longest * 2 > note.scalars.count && longest > 300
        let hasLowerCase = tokens.contains { $0.shape == .lower && $0.range.count > 3 }
        self.hasLowerCase = hasLowerCase
        hasCapitals = hasLowerCase && note.tokens.contains { $0.shape == .capitalised }
    }

    mutating func find() -> [FoundHeading] {
        var found: [FoundHeading] = []
        var isLineStart = true
        var at = 0
        while at < tokens.count {
            if tokens[at].kind == .lineBreak {
                isLineStart = true
                at += 1
                continue
            }
            if let (heading, next) = isLineStart ? atLineStart(at) : insideLine(at) {
                found.append(heading)
                // what follows on the same line may be a heading again only behind a sentence's end
                at = max(next, at + 1)
            } else {
                at += 1
            }
            isLineStart = at > 0 && at < tokens.count && tokens[at - 1].kind == .lineBreak
        }
        return found
    }

    // MARK: at the beginning of a line

    private func atLineStart(_ first: Int) -> (FoundHeading, next: Int)? {
        if let signature = signatureLine(first) { return signature }
        var at = first
        var isDecorated = false
        if tokens[at].isNumber || (tokens[at].isWord && ["i", "ii", "iii", "iv", "v", "vi"].contains(tokens[at].key)),
            at + 1 < tokens.count, tokens[at + 1].isSymbol(".") || tokens[at + 1].isSymbol(")"),
            tokens[at].touches(tokens[at + 1])
        {
            at += 2
            isDecorated = true
        } else if tokens[at].isNumber, tokens[at].range.count <= 2, hasLowerCase, at + 1 < tokens.count,
            tokens[at + 1].shape == .upper
        {
            // `3 GOALS`
            at += 1
            isDecorated = true
        }
        while at < tokens.count, isDecoration(tokens[at]) {
            at += 1
            isDecorated = true
        }
        guard at < tokens.count, let (kind, wordsEnd) = heading(at) else { return nil }
        // `RECERTIFICATION - PT` over a note is its title
        if kind == .certification, tokens[..<first].allSatisfy({ $0.kind == .lineBreak }) { return nil }
        let words = note.range(ofTokens: at..<wordsEnd)
        let start = tokens[first].range.lowerBound
        var after = wordsEnd
        // `Goals (functional):`, `Plan of Care (POC)`: what a bracket adds
        if after < tokens.count, tokens[after].isSymbol("("), let close = closing(after) { after = close + 1 }
        var separators = 0
        while after < tokens.count, isClosing(tokens[after]) {
            after += 1
            separators += 1
        }
        // `| Plan | continue |` has a heading, `| CPT | Service | Min |` names columns
        if tokens[first].isSymbol("|") || tokens[wordsEnd..<after].contains(where: { $0.isSymbol("|") }) {
            let line = note.lines[note.line(at: start)]
            guard tokens[note.tokens(in: line)].count(where: { $0.isSymbol("|") }) <= 3 else { return nil }
        }
        let bodyStart = after < tokens.count ? tokens[after].range.lowerBound : note.scalars.count
        let endsLine = after >= tokens.count || tokens[after].kind == .lineBreak
        if endsLine {
            // a table row that is a column's name is no heading
            if first != at, tokens[first].isSymbol("|"), separators > 1 { return nil }
            let body = behindUnderline(after)
            return (FoundHeading(kind: kind, start: start, words: words, bodyStart: body.offset), body.token)
        }
        if isUnderline(after) {
            let end = endOfUnderline(after)
            let offset = end < tokens.count ? tokens[end].range.lowerBound : note.scalars.count
            return (FoundHeading(kind: kind, start: start, words: words, bodyStart: offset), end)
        }
        guard separators > 0 || isDecorated && tokens[wordsEnd - 1].shape == .upper && hasLowerCase && wordsEnd - at > 1
        else {
            return nil
        }
        if !isLabel(wordsEnd, isLetter: wordsEnd == at + 1 && Headings.letters[tokens[at].key] != nil) { return nil }
        return (FoundHeading(kind: kind, start: start, words: words, bodyStart: bodyStart), after)
    }

    /// Behind the words stands `:`, `]`, `|`, `**`, ` - ` or `)`; a bare hyphen that touches both sides is part of a word.
    private func isLabel(_ after: Int, isLetter: Bool) -> Bool {
        guard after < tokens.count else { return true }
        let sign = tokens[after]
        if sign.isSymbol("-") || sign.isSymbol("\u{2013}") || sign.isSymbol("\u{2014}") {
            return !tokens[after - 1].touches(sign)
        }
        if sign.isSymbol("/") { return false }
        // a list: `a) …`
        if isLetter, sign.isSymbol(")"), tokens[after - 1].shape == .lower { return false }
        // `S/p`, `A.` as an initial
        return
            !(isLetter && sign.isSymbol(".") && note.tokens.count > after + 1
            && tokens[after + 1].shape == .capitalised)
    }

    // MARK: inside a line

    private func insideLine(_ at: Int) -> (FoundHeading, next: Int)? {
        if isRunTogether, at > 0, isEnd(at - 1), let signature = signatureLine(at) { return signature }
        guard tokens[at].isWord || isDecoration(tokens[at]) else { return nil }
        var first = at
        while first < tokens.count, isDecoration(tokens[first]), first < at + 4 { first += 1 }
        guard first < tokens.count, tokens[first].isWord, let (kind, wordsEnd) = heading(first) else { return nil }
        let isLetter = wordsEnd == first + 1 && tokens[first].range.count == 1
        var after = wordsEnd
        while after < tokens.count, isClosing(tokens[after]), !isUnderline(after) { after += 1 }
        let words = note.range(ofTokens: first..<wordsEnd)
        let start = tokens[at].range.lowerBound
        if isUnderline(after), !isLetter || isRunTogether {
            let end = endOfUnderline(after)
            let offset = end < tokens.count ? tokens[end].range.lowerBound : note.scalars.count
            return (FoundHeading(kind: kind, start: start, words: words, bodyStart: offset), end)
        }
        guard after > wordsEnd, after < tokens.count else { return nil }
        let isBehindEnd = at > 0 && isEnd(at - 1)
        let sign = tokens[wordsEnd]
        let isColon = sign.isSymbol(":") || (tokens[first..<after].contains { $0.isSymbol("]") } && first > at)
        let isShouting = hasLowerCase && tokens[first..<wordsEnd].allSatisfy { $0.shape == .upper || !$0.isWord }
        let isCapital = tokens[first].shape != .lower || !hasCapitals
        if isLetter {
            guard isBehindEnd, isRunTogether, isCapital, isLabel(wordsEnd, isLetter: true) else { return nil }
        } else if isColon {
            // in a note with lines, a label inside a sentence belongs to its section
            guard isRunTogether, isCapital, isShouting || isBehindEnd || wordsEnd - first > 1 else { return nil }
        } else {
            guard isRunTogether, isBehindEnd, isCapital, isLabel(wordsEnd, isLetter: false) else { return nil }
        }
        let bodyStart = tokens[after].range.lowerBound
        return (FoundHeading(kind: kind, start: start, words: words, bodyStart: bodyStart), after)
    }

    private func isEnd(_ at: Int) -> Bool {
        let token = tokens[at]
        return token.kind == .lineBreak || [".", ";", "!", "?", ")", "]", "*", "|"].contains(token.key)
    }

    /// `/s/ M. Kim`, `Electronically signed by …`: a section without a heading of its own, for it is a sentence.
    private func signatureLine(_ at: Int) -> (FoundHeading, next: Int)? {
        let next = tokens[at...].prefix(3).map(\.key)
        let isSigned =
            next.starts(with: ["/", "s", "/"])
            || ["electronically", "digitally", "e"].contains(next[0]) && next.contains("signed")
            || next.starts(with: ["completed", "and", "signed"]) || next.starts(with: ["signed", "by"])
        guard isSigned else { return nil }
        let start = tokens[at].range.lowerBound
        return (FoundHeading(kind: .signature, start: start, words: start..<start, bodyStart: start), at + 1)
    }

    // MARK: parts

    /// The longest heading whose words begin at `at`; `/`, `&`, `-` between two words count as a space.
    private func heading(_ at: Int) -> (SectionKind, end: Int)? {
        guard tokens[at].isWord else { return nil }
        var words: [String] = []
        var best: (SectionKind, Int)?
        var next = at
        while next < tokens.count, words.count < Headings.longest {
            let token = tokens[next]
            if token.isWord {
                words.append(token.key)
                next += 1
                if let kind = Headings.kind(of: words) { best = (kind, next) }
            } else if ["/", "&", "-", "+"].contains(token.key), next + 1 < tokens.count, tokens[next + 1].isWord {
                next += 1
            } else {
                break
            }
        }
        return best
    }

    private func isDecoration(_ token: Token) -> Bool {
        token.kind == .symbol && ["*", "=", "#", "[", "|", "_", "\u{2022}", ">", "<"].contains(token.key)
    }

    private func isClosing(_ token: Token) -> Bool {
        token.kind == .symbol
            && [":", "*", "=", "]", "|", "-", "\u{2013}", "\u{2014}", "_", ")", ".", "#"].contains(token.key)
    }

    private func closing(_ open: Int) -> Int? {
        var at = open + 1
        while at < tokens.count, at < open + 8, tokens[at].kind != .lineBreak {
            if tokens[at].isSymbol(")") { return at }
            at += 1
        }
        return nil
    }

    /// Three or more of `-`, `=`, `_` or `~` that touch each other.
    private func isUnderline(_ at: Int) -> Bool {
        guard at + 2 < tokens.count, tokens[at].kind == .symbol, ["-", "=", "_", "~"].contains(tokens[at].key) else {
            return false
        }
        return tokens[at + 1].key == tokens[at].key && tokens[at + 2].key == tokens[at].key
            && tokens[at].touches(tokens[at + 1])
    }

    private func endOfUnderline(_ at: Int) -> Int {
        var end = at
        while end < tokens.count, tokens[end].key == tokens[at].key { end += 1 }
        return end
    }

    /// The token and offset behind the line's end and a line of `---`, `===` or, under a single letter, `-`.
    private func behindUnderline(_ lineEnd: Int) -> (token: Int, offset: Int) {
        func place(_ token: Int) -> (Int, Int) {
            (token, token < tokens.count ? tokens[token].range.lowerBound : note.scalars.count)
        }
        let first = lineEnd + 1
        guard first < tokens.count, ["-", "=", "_", "~"].contains(tokens[first].key) else { return place(lineEnd) }
        let end = endOfUnderline(first)
        return end >= tokens.count || tokens[end].kind == .lineBreak ? place(end) : place(lineEnd)
    }
}
