/// Where the date of a signature stands.
extension SignatureReader {
    /// Words that may stand between a signature and its date, or around a date on a line of its own.
    private static let beside: Set<String> = [
        "date", "dated", "signed", "on", "time", "at", "electronically", "electronic", "digitally", "e", "esigned",
        "sign", "signature", "of", "the", "am", "pm", "am.", "pm.", "stamp",
    ]

    /// The date beside a signature: behind the name on its line, between cue and name, right before the cue, on a line of
    /// its own below, or on one above that says nothing else.
    /// - Parameters:
    ///   - end: the token behind name and credentials
    ///   - limit: the first token that belongs to someone else on the line
    func date(after end: Int, cue: Range<Int>, before limit: Int? = nil) -> FoundDate? {
        let line = note.tokens(from: end, atMost: 24)
        let stop = limit ?? line.first { $0 > end && isOthers($0) } ?? line.upperBound
        let lineEnd =
            stop > end
            ? note.tokens[stop - 1].range.upperBound
            : end < note.tokens.count ? note.tokens[end].range.lowerBound : note.scalars.count
        let from = note.tokens[cue.lowerBound].range.lowerBound
        if let date = dates.dates(in: from..<max(from, lineEnd)).first { return date }
        if let date = dateBefore(cue.lowerBound) { return date }
        guard limit == nil, stop == line.upperBound else { return nil }
        return dateAlone(below: line.upperBound) ?? dateAlone(above: cue.lowerBound)
    }

    /// Another signature begins here; `electronically signed 3/4/25` behind a name goes with that name.
    private func isOthers(_ at: Int) -> Bool {
        guard let (cue, end) = SignatureCue.table.match(note, at: at) else { return false }
        guard case .given(_, .author) = cue else { return true }
        let next = note.tokens(from: end, atMost: 3).first {
            !note.tokens[$0].isSymbol(":") && !Self.beside.contains(note.key($0))
        }
        return next.map { !note.tokens[$0].isNumber && !CivilMonth.isName(note.key($0)) } ?? false
    }

    /// `Date: 3/4/25   Therapist: Ana Ruiz, OTR/L`.
    private func dateBefore(_ cue: Int) -> FoundDate? {
        let lead = note.tokens(before: cue, atMost: 10)
        guard !lead.isEmpty, let date = dates.dates(in: note.range(ofTokens: lead)).last else { return nil }
        let words = lead.filter { !date.range.contains(note.tokens[$0].range.lowerBound) }
        return words.allSatisfy { note.tokens[$0].kind == .symbol || Self.beside.contains(note.key($0)) } ? date : nil
    }

    private func dateAlone(below lineBreak: Int) -> FoundDate? {
        var next = lineBreak
        while next < note.tokens.count, note.tokens[next].kind == .lineBreak, next - lineBreak < 2 { next += 1 }
        guard next < note.tokens.count, note.tokens[next].kind != .lineBreak else { return nil }
        let below = note.tokens(from: next, atMost: 12)
        guard let date = dates.dates(in: note.range(ofTokens: below)).first else { return nil }
        let lead = below.prefix { note.tokens[$0].range.lowerBound < date.range.lowerBound }
        return lead.allSatisfy { note.tokens[$0].kind == .symbol || Self.beside.contains(note.key($0)) } ? date : nil
    }

    private func dateAlone(above token: Int) -> FoundDate? {
        let first = note.tokensOfLine(token).lowerBound
        guard first > 1, note.tokens[first - 2].kind != .lineBreak else { return nil }
        let line = note.tokensOfLine(first - 2)
        guard let date = dates.dates(in: note.range(ofTokens: line)).last else { return nil }
        let isSigned = line.contains { ["signed", "sign", "esigned", "signature"].contains(note.key($0)) }
        let rest = line.filter { !date.range.contains(note.tokens[$0].range.lowerBound) }
        return isSigned
            && rest.allSatisfy { !note.tokens[$0].isWord || Self.beside.contains(note.key($0)) } ? date : nil
    }
}
