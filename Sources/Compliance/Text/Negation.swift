/// Whether what a note says is denied: `not signed`, `no LTG`, `denies falls`, `never`, `without`.
package enum Negation {
    /// - Parameter range: code points of what was found; the words of its clause before it decide, up to six of them,
    ///   and a `not` or `absent` right behind it.
    package static func isNegated(_ range: Range<Int>, in note: NoteText) -> Bool {
        let first = note.firstToken(from: range.lowerBound)
        guard first < note.tokens.count else { return false }
        return isNegatedBefore(first, in: note) || isNegatedBehind(note.firstToken(from: range.upperBound), in: note)
    }

    private static func isNegatedBefore(_ first: Int, in note: NoteText) -> Bool {
        var at = first - 1
        var words = 0
        while at >= 0, words < 6, note.sentenceOfToken[at] == note.sentenceOfToken[first] {
            let token = note.tokens[at]
            if token.kind == .symbol, [";", ":", ".", "|", "("].contains(token.key) { return false }
            if token.kind == .symbol, token.key == ",", words > 0, !isList(at, first, note) { return false }
            if token.isWord {
                if breaks.contains(token.key) { return false }
                if deniers.contains(token.key) { return !isDoubled(at, in: note) }
                words += 1
            }
            at -= 1
        }
        return false
    }

    /// `denies pain, falls, dizziness`: a comma between single words does not end a clause.
    private static func isList(_ comma: Int, _ first: Int, _ note: NoteText) -> Bool { first - comma <= 2 }

    private static func isNegatedBehind(_ after: Int, in note: NoteText) -> Bool {
        guard after > 0, after < note.tokens.count else { return false }
        guard note.sentenceOfToken[after] == note.sentenceOfToken[after - 1] else { return false }
        var at = after
        // `LTG: none`, `signature - missing`, `frequency is not stated`
        while at < note.tokens.count, at < after + 3,
            [":", "-", "is", "are", "was", "were", "has", "have", "been"].contains(note.tokens[at].key)
        {
            at += 1
        }
        guard at < note.tokens.count, note.sentenceOfToken[at] == note.sentenceOfToken[after - 1] else { return false }
        let key = note.tokens[at].key
        if key == "not" {
            // `not met`, `not yet achieved` say how it went, not that it is missing
            let next = at + 1 < note.tokens.count ? note.tokens[at + 1].key : ""
            return missing.contains(next)
                || next == "yet" && at + 2 < note.tokens.count
                    && missing.contains(note.tokens[at + 2].key)
        }
        return ["none", "absent", "missing", "omitted", "tbd", "unstated"].contains(key)
    }

    /// `not without`, `no longer not`.
    private static func isDoubled(_ at: Int, in note: NoteText) -> Bool {
        guard at > 0 else { return false }
        let before = note.tokens[at - 1].key
        return ["without", "denies"].contains(note.tokens[at].key) && ["not", "never"].contains(before)
    }

    private static let deniers: Set<String> = [
        "no", "not", "never", "without", "denies", "denied", "deny", "denying", "none", "nor", "neither", "cannot",
        "can't",
        "won't", "doesn't", "didn't", "isn't", "wasn't", "aren't", "hasn't", "haven't", "lacks", "lacking", "missing",
        "absent", "unsigned", "unable",
    ]
    private static let breaks: Set<String> = [
        "but", "however", "although", "though", "except", "then", "because", "so", "while", "which", "therefore",
    ]
    private static let missing: Set<String> = [
        "stated", "signed", "dated", "documented", "listed", "included", "provided", "recorded", "established",
        "specified", "given", "done", "available", "present", "performed", "completed", "obtained", "received",
        "reported",
        "set", "written", "noted", "applicable", "required", "needed", "indicated",
    ]
}
