/// Set phrases with a meaning each, looked up at a token in one step: the longest that begins there wins.
package struct CueTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let rest: [String]
        let meaning: Meaning
    }

    private let entries: [String: [Entry]]

    /// Phrases are cut like a note: `/s/` is three tokens; a last word that ends with `*` stands for all that begin so.
    package init(_ cues: [([String], Meaning)]) {
        var entries: [String: [Entry]] = [:]
        for (phrases, meaning) in cues {
            for phrase in phrases {
                var keys = NoteText(phrase).tokens.map(\.key)
                if phrase.hasSuffix("*"), keys.count > 2 {
                    keys.replaceSubrange((keys.count - 2)..., with: [keys[keys.count - 2] + "*"])
                }
                guard let first = keys.first else { continue }
                entries[first, default: []].append(Entry(rest: Array(keys.dropFirst()), meaning: meaning))
            }
        }
        self.entries = entries.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    }

    /// What the words from token `at` mean, and the token after them; nil behind the last one. Nothing reaches over a
    /// line's end.
    package func match(_ note: NoteText, at: Int) -> (meaning: Meaning, end: Int)? {
        guard let candidates = entries[note.key(at)] else { return nil }
        for entry in candidates where note.tokens.count - at > entry.rest.count {
            var place = at + 1
            var fits = true
            for key in entry.rest {
                let token = note.tokens[place].key
                fits = key.hasSuffix("*") && key.count > 1 ? token.hasPrefix(key.dropLast()) : token == key
                if !fits { break }
                place += 1
            }
            if fits { return (entry.meaning, place) }
        }
        return nil
    }

    /// Every match in some tokens, left to right, none inside another.
    package func matches(_ note: NoteText, in tokens: Range<Int>) -> [(meaning: Meaning, tokens: Range<Int>)] {
        var found: [(meaning: Meaning, tokens: Range<Int>)] = []
        var at = tokens.lowerBound
        while at < tokens.upperBound {
            if let (meaning, end) = match(note, at: at), end <= tokens.upperBound {
                found.append((meaning, at..<end))
                at = end
            } else {
                at += 1
            }
        }
        return found
    }
}

extension CueTable where Meaning == Bool {
    package init(_ phrases: [String]) {
        self.init([(phrases, true)])
    }

    package func occurs(_ note: NoteText, in tokens: Range<Int>) -> Bool {
        first(note, in: tokens) != nil
    }

    package func first(_ note: NoteText, in tokens: Range<Int>) -> Range<Int>? {
        for at in tokens {
            if let (_, end) = match(note, at: at), end <= tokens.upperBound { return at..<end }
        }
        return nil
    }
}

extension NoteText {
    /// The folded word at a token, empty past either end.
    package func key(_ at: Int) -> String {
        tokens.indices.contains(at) ? tokens[at].key : ""
    }

    /// Tokens of the line that holds token `at`, without its end.
    package func tokensOfLine(_ at: Int) -> Range<Int> {
        tokens(in: lines[line(at: tokens[at].range.lowerBound)])
    }

    /// Tokens from `at` that stay on its line, at most `count`.
    package func tokens(from at: Int, atMost count: Int) -> Range<Int> {
        var end = at
        while end < tokens.count, end - at < count, tokens[end].kind != .lineBreak { end += 1 }
        return at..<end
    }

    /// Tokens before `at` that stay on its line, at most `count`.
    package func tokens(before at: Int, atMost count: Int) -> Range<Int> {
        var start = at
        while start > 0, at - start < count, tokens[start - 1].kind != .lineBreak { start -= 1 }
        return start..<at
    }

    /// The number at a token, thousands commas left out.
    package func number(_ at: Int) -> Double? {
        guard tokens.indices.contains(at), tokens[at].isNumber else { return nil }
        return Double(tokens[at].key.replacing(",", with: ""))
    }

    package func wholeNumber(_ at: Int) -> Int? {
        guard let value = number(at), value == value.rounded(), abs(value) < 1e9 else { return nil }
        return Int(value)
    }

    /// Tokens of the clause around some tokens: from the sign or line end that ends the clause before to the next one.
    /// A full stop ends one only before a space, and not after a single letter or a title.
    package func clause(around tokens: Range<Int>, endedBy signs: Set<String> = [".", ";", "|", "?", "!"]) -> Range<Int>
    {
        func ends(_ at: Int) -> Bool {
            let token = self.tokens[at]
            if token.kind == .lineBreak { return true }
            guard token.kind == .symbol, signs.contains(token.key) else { return false }
            guard token.key == "." else { return true }
            if at + 1 < self.tokens.count, token.touches(self.tokens[at + 1]) { return false }
            guard at > 0, self.tokens[at - 1].touches(token) else { return true }
            let before = self.tokens[at - 1]
            return !(before.isWord && (before.range.count == 1 || CueWords.abbreviations.contains(before.key)))
        }
        var start = tokens.lowerBound
        while start > 0, !ends(start - 1) { start -= 1 }
        var end = tokens.upperBound
        while end < self.tokens.count, !ends(end) { end += 1 }
        return start..<end
    }
}

enum CueWords {
    static let abbreviations: Set<String> = [
        "dr", "mr", "mrs", "ms", "st", "jr", "sr", "vs", "approx", "dx", "tx", "rx", "hx", "pt", "lt", "rt", "no",
        "min", "mins",
        "wk", "wks", "ft", "lb", "lbs", "dept", "bilat", "dob",
    ]
}
