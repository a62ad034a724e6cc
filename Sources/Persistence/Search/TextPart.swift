/// A text as an engine takes it. Long ones are cut, as PostgreSQL counts words no further than 16,383; the parts overlap,
/// so that a phrase is whole in one of them.
struct TextPart: Sendable {
    let text: String
    let tokens: [TextToken]

    private static let longest = 4_000
    private static let overlap = TextQuery.longest

    /// Empty for a text without words.
    static func parts(of text: String) -> [TextPart] {
        let tokens = TextToken.all(of: text)
        guard tokens.count > longest else { return tokens.isEmpty ? [] : [TextPart(text: clean(text), tokens: tokens)] }
        let utf8 = Array(text.utf8)
        return stride(from: 0, to: tokens.count - overlap, by: longest - overlap).map { first in
            let piece = tokens[first..<min(first + longest, tokens.count)]
            let range = piece[piece.startIndex].range.lowerBound..<piece[piece.endIndex - 1].range.upperBound
            return TextPart(text: clean(String(decoding: utf8[range], as: UTF8.self)), tokens: Array(piece))
        }
    }

    /// Neither engine stores U+0000; no word has one.
    private static func clean(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
    }

    var folded: String { tokens.map(\.text).joined(separator: " ") }

    /// As PostgreSQL writes a tsvector (documentation, "tsvector"): words in quotes with their places from 1. Folded words
    /// hold no quotes and no backslashes.
    var vector: String {
        var places: [String: [String]] = [:]
        for (index, token) in tokens.enumerated() { places[token.text, default: []].append(String(index + 1)) }
        return places.map { "'\($0.key)':\($0.value.joined(separator: ","))" }.joined(separator: " ")
    }
}

extension TextQuery.Clause {
    /// As FTS5 writes it (https://www.sqlite.org/fts5.html, "Full-text Query Syntax").
    var fts5: String { "\"\(terms.joined(separator: " "))\"" + (isPrefix ? " *" : "") }

    /// As PostgreSQL writes a tsquery.
    var tsquery: String {
        "(" + terms.map { "'\($0)'" }.joined(separator: " <-> ") + (isPrefix ? ":*" : "") + ")"
    }
}

extension TextQuery {
    func match(_ engine: Engine) -> String {
        switch engine {
        case .sqlite: clauses.map(\.fts5).joined(separator: " AND ")
        case .postgres: clauses.map(\.tsquery).joined(separator: " & ")
        }
    }
}
