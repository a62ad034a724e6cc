extension NoteText {
    /// The sentences that lie in `range` of code points, cut to it; never empty ones.
    package func sentences(in range: Range<Int>) -> [Range<Int>] {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var found: [Range<Int>] = []
        while low < sentences.count, sentences[low].lowerBound < range.upperBound {
            let part = sentences[low].clamped(to: range)
            if !part.isEmpty { found.append(part) }
            low += 1
        }
        return found
    }

    /// The sentence that holds `offset`, or the one before it when `offset` stands between two.
    package func sentence(at offset: Int) -> Range<Int> {
        guard !sentences.isEmpty else { return offset..<offset }
        var (low, high) = (0, sentences.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if sentences[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return sentences[low]
    }

    /// True when a sentence goes on over the line's end at this token: a paragraph that was wrapped.
    package func isSoftBreak(_ token: Int) -> Bool {
        tokens[token].kind == .lineBreak && token + 1 < tokens.count
            && sentenceOfToken[token] == sentenceOfToken[token + 1]
    }
}

/// Cuts tokens into sentences. A line's end is a sentence's end unless the line was wrapped: it is long, ends without a
/// full stop or colon, and the next one goes on in lower case (in a note all in one case: with a word).
struct SentenceCutter {
    let tokens: [Token]
    let lines: [Range<Int>]
    /// In a note all in lower case or all in capitals, the case of a word does not tell that a sentence begins.
    private let isOneCase: Bool

    /// Columns from which on a line counts as wrapped by a program.
    private static let wrappedWidth = 60
    /// A full stop after one of these does not end a sentence.
    private static let abbreviations = words(
        """
        dr, mr, mrs, ms, st, vs, approx, e, i, g, etc, dept, pt, pts, jr, sr, prof, no, nos, inc, lt, rt, bilat, min, \
        mins, hr, hrs, wk, wks, mo, mos, yr, yrs, ft, tx, dx, hx, rx, sx, ext, flex, abd, add, int, eval, freq, dur, \
        lic, tel, ph, ave, blvd, rd, apt, ste, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, \
        tues, wed, thu, thurs, fri, sat, sun, ind, indep, amb, assist, reps, ther, fig, ch, sec, secs, max, mod, p, s, \
        o, m, d, a, c, t
        """)
    /// Of these, a capital after the stop decides: `10 min. Gait training` ends, `min. assist` does not.
    private static let endsBeforeCapital = words(
        """
        pts, etc, min, mins, hr, hrs, wk, wks, mo, mos, yr, yrs, ft, no, tx, dx, hx, ext, flex, abd, add, int, eval, \
        freq, dur, ind, indep, amb, assist, reps, sec, secs, max, mod, inc, bilat, mon, tue, tues, wed, thu, thurs, \
        fri, sat, sun, s, d, a, c, t
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(separator: ", ").map(String.init))
    }

    init(tokens: [Token], lines: [Range<Int>]) {
        self.tokens = tokens
        self.lines = lines
        var (lower, initial, upper) = (0, 0, 0)
        for token in tokens where token.isWord {
            switch token.shape {
            case .lower: lower += 1
            case .capitalised: initial += 1
            case .upper: upper += 1
            case .mixed, .none: break
            }
        }
        let words = lower + initial + upper
        isOneCase = words > 0 && ((initial + upper) * 25 < words || (lower + initial) * 10 < words)
    }

    func cut() -> (sentences: [Range<Int>], ofToken: [Int32]) {
        var sentences: [Range<Int>] = []
        var ofToken: [Int32] = []
        ofToken.reserveCapacity(tokens.count)
        var start: Int?
        var end = 0
        var line = 0
        for index in tokens.indices {
            let token = tokens[index]
            if token.kind == .lineBreak {
                ofToken.append(Int32(start == nil ? max(0, sentences.count - 1) : sentences.count))
                if let first = start, !isWrapped(index, line: lines[line]) {
                    sentences.append(first..<end)
                    start = nil
                }
                line += 1
                continue
            }
            if start == nil { start = token.range.lowerBound }
            end = token.range.upperBound
            ofToken.append(Int32(sentences.count))
            if let first = start, endsSentence(index) {
                sentences.append(first..<end)
                start = nil
            }
        }
        if let start { sentences.append(start..<end) }
        return (sentences, ofToken)
    }

    private func isWrapped(_ index: Int, line: Range<Int>) -> Bool {
        guard line.count >= Self.wrappedWidth, index > 0, index + 1 < tokens.count else { return false }
        let last = tokens[index - 1]
        let next = tokens[index + 1]
        if last.kind == .symbol, [".", ":", ";", "!", "?", "|", "-", "="].contains(last.key) { return false }
        guard next.isWord || next.isNumber else { return false }
        if next.isNumber {  // `2. Plan` is an item
            guard index + 2 < tokens.count, !tokens[index + 2].isSymbol("."), !tokens[index + 2].isSymbol(")") else {
                return false
            }
            return true
        }
        guard index + 2 < tokens.count, !tokens[index + 2].isSymbol(":") else { return false }
        return isOneCase || next.shape == .lower
    }

    private func endsSentence(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .symbol, token.key == "." || token.key == "!" || token.key == "?" else { return false }
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        if next.kind == .lineBreak || token.touches(next) { return false }
        guard index > 0, tokens[index - 1].touches(token), token.key == "." else { return true }
        // dots that lead from a label to its value: `Berg .......... 41/56`
        if tokens[index - 1].isSymbol("."), index > 1, tokens[index - 2].isSymbol(".") { return false }
        let previous = tokens[index - 1]
        if previous.isNumber {  // `1. Goal` at the beginning of a line
            return index >= 2 && tokens[index - 2].kind != .lineBreak
        }
        if !isOneCase, next.shape == .lower { return false }
        guard previous.isWord else { return true }
        let count = previous.range.count
        if count == 1 && previous.shape == .capitalised { return false }  // J. Smith
        guard Self.abbreviations.contains(previous.key) else { return true }
        let isCapital = next.shape == .capitalised || next.shape == .upper
        if previous.key == "pt", previous.shape == .upper { return !isOneCase && isCapital }  // the discipline
        return !isOneCase && isCapital && Self.endsBeforeCapital.contains(previous.key)
    }
}
