/// Finds what a template left to be filled in: `[INSERT VALUE]`, `***`, `{{goal}}`, `<<select>>`, `XXX`, `____`.
struct UnfilledTemplate {
    let note: NoteText
    let signatures: [Signature]

    private static let prompts: Set<String> = [
        "insert", "enter", "select", "choose", "specify", "describe", "fill", "type", "pick", "click", "placeholder",
        "todo", "tbd", "value", "text",
        "blank", "default", "field", "dropdown", "list",
    ]
    private static let sentences = CueTable<Bool>([
        "click here to enter", "click or tap", "tap here to enter", "choose an item", "lorem ipsum", "enter text here",
        "type here", "select one",
        "insert text", "insert here", "free text here", "to be filled in", "fill in here", "pick one",
        "delete if not applicable",
    ])

    func find() -> [Range<Int>] {
        var found: [Range<Int>] = Self.sentences.matches(note, in: 0..<note.tokens.count).map {
            note.range(ofTokens: $0.tokens)
        }
        var at = 0
        while at < note.tokens.count {
            if let end = unfilled(at) {
                found.append(note.range(ofTokens: at..<end))
                at = end
            } else {
                at += run(at).count > 1 ? run(at).count : 1
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The end of an unfilled place that begins at token `at`.
    private func unfilled(_ at: Int) -> Int? {
        let token = note.tokens[at]
        if token.isWord { return isCrosses(at) ? at + 1 : nil }
        guard token.kind == .symbol else { return nil }
        let run = run(at)
        switch token.key {
        case "[": return prompt(at, close: "]")
        case "<":
            if run.count >= 2 { return close(run.upperBound, sign: ">", count: 2) }
            return prompt(at, close: ">")
        case "{":
            if run.count >= 2 { return close(run.upperBound, sign: "}", count: 2) }
            return prompt(at, close: "}") ?? smartList(at)
        case "*": return run.count >= 3 && isWildcard(run) ? run.upperBound : nil
        case "_": return run.count >= 3 && !isForm(run) ? run.upperBound : nil
        case "@": return smartLink(at)
        case "?": return run.count >= 3 ? run.upperBound : nil
        default: return nil
        }
    }

    /// Equal signs that touch one another.
    private func run(_ at: Int) -> Range<Int> {
        var end = at + 1
        while end < note.tokens.count, note.tokens[end].kind == .symbol, note.tokens[end].key == note.tokens[at].key,
            note.tokens[end - 1].touches(note.tokens[end])
        { end += 1 }
        return at..<end
    }

    /// `[INSERT VALUE]`, `<select>`, `{choose: …}`, `[___]`; `[DRAFT]` and `[PATIENT_1]` are something else.
    private func prompt(_ at: Int, close sign: String) -> Int? {
        let inside = note.tokens(from: at + 1, atMost: 12)
        guard let end = inside.first(where: { note.tokens[$0].isSymbol(sign) }), end > at + 1 else { return nil }
        let words = (at + 1..<end)
        if words.allSatisfy({ ["_", "*", ".", "-"].contains(note.key($0)) && note.tokens[$0].kind == .symbol }),
            words.count >= 2
        {
            return end + 1
        }
        guard let first = words.first(where: { note.tokens[$0].isWord }) else { return nil }
        let key = note.key(first)
        let isPrompt =
            ["insert", "enter", "select", "choose", "specify", "fill", "type", "pick", "click", "placeholder", "todo"]
            .contains(key)
            || words.count <= 4 && words.filter { Self.prompts.contains(note.key($0)) }.count > 0
                && words.allSatisfy { !note.tokens[$0].isNumber }
        return isPrompt ? end + 1 : nil
    }

    private func close(_ from: Int, sign: String, count: Int) -> Int? {
        for at in note.tokens(from: from, atMost: 16) where note.tokens[at].isSymbol(sign) {
            let run = run(at)
            return run.count >= count ? run.upperBound : nil
        }
        return nil
    }

    /// A list of a record system: `{Right/left:12345}`.
    private func smartList(_ at: Int) -> Int? {
        let inside = note.tokens(from: at + 1, atMost: 12)
        guard let end = inside.first(where: { note.tokens[$0].isSymbol("}") }), end >= at + 4 else { return nil }
        return note.tokens[end - 1].isNumber && note.key(end - 2) == ":" ? end + 1 : nil
    }

    /// `@NAME@` of a record system.
    private func smartLink(_ at: Int) -> Int? {
        guard note.tokens.indices.contains(at + 2), note.tokens[at + 1].isWord, note.tokens[at + 1].shape == .upper,
            note.tokens[at + 2].isSymbol("@"),
            note.tokens[at].touches(note.tokens[at + 1]), note.tokens[at + 1].touches(note.tokens[at + 2])
        else { return nil }
        return at + 3
    }

    private func isCrosses(_ at: Int) -> Bool {
        let token = note.tokens[at]
        guard token.key.count >= 3, token.key.allSatisfy({ $0 == "x" }), token.shape != .capitalised else {
            return false
        }
        // XXX-XX-1234 is a masked number
        if note.key(at + 1) == "-" || note.key(at - 1) == "-"
            || note.key(at - 1) == "." && note.tokens[at - 1].touches(token)
        {
            return false
        }
        return token.shape == .upper || token.key.count == 3
    }

    /// Three stars as a wildcard, not as `***bold***` nor as a ruler.
    private func isWildcard(_ run: Range<Int>) -> Bool {
        let line = note.tokensOfLine(run.lowerBound)
        if line.allSatisfy({ note.tokens[$0].isSymbol("*") }) {
            return run.count == 3 && isBehindHeading(line.lowerBound)
        }
        if run.count > 3 { return false }
        let opens =
            run.upperBound < note.tokens.count && note.tokens[run.upperBound - 1].touches(note.tokens[run.upperBound])
            && note.tokens[run.upperBound].isWord
        if opens,
            line.contains(where: {
                $0 > run.upperBound && self.run($0).count == 3 && note.tokens[$0].isSymbol("*")
                    && note.tokens[$0 - 1].touches(note.tokens[$0])
            })
        {
            return false
        }
        let closes =
            run.lowerBound > line.lowerBound && note.tokens[run.lowerBound - 1].isWord
            && note.tokens[run.lowerBound - 1].touches(note.tokens[run.lowerBound])
        return !(closes && line.contains { $0 < run.lowerBound - 1 && note.tokens[$0].isSymbol("*") })
    }

    private func isBehindHeading(_ lineStart: Int) -> Bool {
        var at = lineStart - 1
        while at >= 0, note.tokens[at].kind == .lineBreak { at -= 1 }
        return at >= 0 && note.tokens[at].isSymbol(":")
    }
}
