/// A word of a text, folded, with its place.
struct TextToken: Hashable, Sendable {
    /// Holds nothing but ASCII letters and digits in lower case and characters beyond ASCII; 192 bytes at most.
    let text: String
    /// In the UTF-8 of the original text.
    let range: Range<Int>

    private static let longest = 192

    /// The words of a text. Both engines index these and nothing else, and the same function reads queries, so what is
    /// found does not depend on an engine.
    static func all(of text: String) -> [TextToken] {
        var reader = Reader()
        for scalar in text.unicodeScalars { reader.take(scalar) }
        reader.end()
        return reader.tokens
    }

    private struct Reader {
        var tokens: [TextToken] = []
        private var word = ""
        private var start = 0
        private var offset = 0
        private var last = 0
        /// After a character that stands alone only marks may follow in the same token.
        private var isOpenToMarks = false

        mutating func take(_ scalar: Unicode.Scalar) {
            let next = offset + scalar.utf8.count
            switch FoldedScalar(scalar) {
            case .separator: self.end()
            case .nothing: if !word.isEmpty { last = next }
            case .mark(let mark): append(mark, to: next)
            case .letters(let letters):
                if isOpenToMarks { self.end() }
                append(letters, to: next)
            case .character(let characters):
                self.end()
                for character in characters.dropLast() {
                    tokens.append(TextToken(text: character, range: offset..<next))
                }
                append(characters.last ?? "", to: next)
                isOpenToMarks = true
            }
            offset = next
        }

        private mutating func append(_ part: String, to next: Int) {
            if word.utf8.count + part.utf8.count > TextToken.longest { end() }
            if word.isEmpty { start = offset }
            word += part
            last = next
        }

        mutating func end() {
            isOpenToMarks = false
            guard !word.isEmpty else { return }
            tokens.append(TextToken(text: word, range: start..<last))
            word = ""
        }
    }
}
