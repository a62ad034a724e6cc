@testable import Compliance

/// The meaning of a pattern written down as plainly as possible: the set of tokens at which a match can end. Slow, without
/// an index, without preferences; the property test holds the matcher against it.
indirect enum NaivePhrase {
    case word(String)
    case prefix(String)
    case number(ClosedRange<Double>)
    case gap(Int)
    case optional([NaivePhrase])
    case either([[NaivePhrase]])
    case lineStart
    case lineEnd

    static func ends(_ items: [NaivePhrase], _ note: NoteText, from start: Int) -> Set<Int> {
        ends(items, note, from: start, start: start)
    }

    private func ends(_ note: NoteText, at: Int, start: Int) -> Set<Int> {
        switch self {
        case .word(let key): return one(note, at, start) { $0.key == key }
        case .prefix(let prefix): return one(note, at, start) { $0.kind != .symbol && $0.key.hasPrefix(prefix) }
        case .number(let bounds): return one(note, at, start) { $0.value.map(bounds.contains) ?? false }
        case .gap(let most):
            var ends: Set<Int> = []
            var (place, count) = (at, 0)
            while place < note.tokens.count, note.sentenceOfToken[place] == note.sentenceOfToken[place - 1] {
                ends.insert(place)
                guard count < most, !note.tokens[place].isSymbol(";") else { break }
                if note.tokens[place].kind == .lineBreak {
                    guard note.isSoftBreak(place) else { break }
                } else {
                    count += 1
                }
                place += 1
            }
            return ends
        case .optional(let items): return Self.ends(items, note, from: at, start: start).union([at])
        case .either(let ways):
            return ways.reduce(into: []) { $0.formUnion(Self.ends($1, note, from: at, start: start)) }
        case .lineStart:
            let before = note.tokens[..<at].last { $0.kind != .symbol }
            return before == nil || before?.kind == .lineBreak ? [at] : []
        case .lineEnd:
            let next = note.tokens[at...].first { $0.kind != .symbol }
            return next == nil || next?.kind == .lineBreak ? [at] : []
        }
    }

    private static func ends(_ items: [NaivePhrase], _ note: NoteText, from at: Int, start: Int) -> Set<Int> {
        items.reduce([at]) { places, item in Set(places.flatMap { item.ends(note, at: $0, start: start) }) }
    }

    private func one(_ note: NoteText, _ at: Int, _ start: Int, _ accepts: (Token) -> Bool) -> Set<Int> {
        guard at < note.tokens.count else { return [] }
        if accepts(note.tokens[at]) { return [at + 1] }
        guard at > start, at + 1 < note.tokens.count, isJoint(note, at), accepts(note.tokens[at + 1]) else { return [] }
        return [at + 2]
    }

    private func isJoint(_ note: NoteText, _ at: Int) -> Bool {
        let (before, token, next) = (note.tokens[at - 1], note.tokens[at], note.tokens[at + 1])
        if token.kind == .lineBreak { return note.isSoftBreak(at) }
        if token.isSymbol("-") { return before.touches(token) && token.touches(next) }
        return token.isSymbol(".") && before.isWord && before.touches(token)
            && note.sentenceOfToken[at] == note.sentenceOfToken[at + 1]
    }

    /// As it is written in a pack.
    var pattern: String {
        switch self {
        case .word(let key): key
        case .prefix(let prefix): prefix + "*"
        case .number(let bounds):
            "#<=\(Int(bounds.upperBound))"
        case .gap(let most): "~\(most)"
        case .optional(let items): "(\(items.map(\.pattern).joined(separator: " ")))?"
        case .either(let ways): "[\(ways.map { $0.map(\.pattern).joined(separator: " ") }.joined(separator: "|"))]"
        case .lineStart: "^"
        case .lineEnd: "$"
        }
    }
}
