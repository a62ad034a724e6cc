/// What a line among goals is, told by its form.
extension GoalFinder {
    /// A new paragraph whose first sentence is a few words without a figure, with more behind it: `Clinical view. He …`.
    func beginsPart(_ at: Int) -> Bool {
        guard at >= 2, note.tokens[at - 1].kind == .lineBreak, note.tokens[at - 2].kind == .lineBreak else {
            return false
        }
        let sentence = note.tokens(in: note.sentence(at: note.tokens[at].range.lowerBound))
        let rest = note.tokens(from: sentence.upperBound, atMost: 8)
        return sentence.count <= 6 && note.key(sentence.upperBound - 1) == "." && rest.count > 2
            && !note.tokens[sentence].contains(where: \.isNumber)
    }

    func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var (low, high) = (tokens.lowerBound, tokens.upperBound)
        while low < high, isEdge(low) { low += 1 }
        while high > low, isEdge(high - 1) { high -= 1 }
        return low..<high
    }

    func isEdge(_ at: Int) -> Bool {
        let token = note.tokens[at]
        return token.kind == .lineBreak
            || token.kind == .symbol && ["|", ":", "-", "\u{2013}", "\u{2022}", "*", ";", "=", "_"].contains(token.key)
    }

    func isBullet(_ at: Int) -> Bool {
        at < note.tokens.count
            && (GoalNumber.read(note, at: at) != nil || note.key(at) == "#" && note.number(at + 1) != nil
                || ["-", "\u{2022}", "*", "|", "\u{2013}"].contains(note.key(at)))
    }

    func isLineStart(_ at: Int) -> Bool { at == 0 || note.tokens[at - 1].kind == .lineBreak }

    /// `Lee Moss, OTR/L 9/8/2025`, `SIGNED  T. Rao, MA, CCC-SLP`, `Signed plan back 8/19/25`.
    func isSignature(_ tokens: Range<Int>) -> Bool {
        if ["signed", "signature", "electronically", "esigned", "cosigned"].contains(note.key(tokens.lowerBound)) {
            return true
        }
        guard tokens.count < 30 else { return false }
        return tokens.contains { at in
            note.key(at) == "," && Credential.read(note, at: at + 1).map { $0.credential.kind != .other } ?? false
        }
    }

    /// Names of columns and nothing else.
    func isColumns(_ tokens: Range<Int>) -> Bool {
        note.tokens[tokens].allSatisfy { !$0.isWord || GoalWords.columns.contains($0.key) }
            && tokens.contains { note.key($0) == "|" }
    }

    /// `| Goal | Baseline | Target |` and the ruler below it.
    func isTableHead(_ tokens: Range<Int>) -> Bool {
        guard note.key(tokens.lowerBound) == "|" else { return false }
        let words = note.tokens[tokens].filter { $0.isWord }
        if words.isEmpty { return true }
        return words.allSatisfy { GoalWords.columns.contains($0.key) }
    }
}
