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
        var text = text
        return text.withUTF8 { bytes in
            var reader = Reader()
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte < 0x80 {
                    reader.take(ascii: lowered[Int(byte)])
                    offset += 1
                } else {
                    let scalar = scalar(bytes, at: offset)
                    reader.take(FoldedScalar(scalar), width: scalar.utf8.count)
                    offset += scalar.utf8.count
                }
            }
            reader.end()
            return reader.tokens
        }
    }

    /// What ASCII becomes; 0 for what stands between words.
    private static let lowered: [UInt8] = (0..<0x80).map { byte in
        if case .letters(let letter) = FoldedScalar(Unicode.Scalar(UInt8(byte))) { letter.utf8.first ?? 0 } else { 0 }
    }

    /// A string's UTF-8 is well-formed, so the first byte tells the length.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Unicode.Scalar {
        let first = UInt32(bytes[offset])
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let value = (1..<count).reduce(first & (0x7F >> UInt32(count))) { $0 << 6 | UInt32(bytes[offset + $1]) & 0x3F }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private struct Reader {
        var tokens: [TextToken] = []
        private var word: [UInt8] = []
        private var start = 0
        private var offset = 0
        private var last = 0
        /// After a character that stands alone only marks may follow in the same token.
        private var isOpenToMarks = false

        mutating func take(ascii byte: UInt8) {
            if byte == 0 || isOpenToMarks || word.count == TextToken.longest { end() }
            if byte != 0 {
                if word.isEmpty { start = offset }
                word.append(byte)
                last = offset + 1
            }
            offset += 1
        }

        mutating func take(_ scalar: FoldedScalar, width: Int) {
            let next = offset + width
            switch scalar {
            case .separator: end()
            case .nothing: if !word.isEmpty { last = next }
            case .mark(let mark): append(mark, to: next)
            case .letters(let letters):
                if isOpenToMarks { end() }
                append(letters, to: next)
            case .character(let characters):
                end()
                for character in characters.dropLast() {
                    tokens.append(TextToken(text: character, range: offset..<next))
                }
                append(characters.last ?? "", to: next)
                isOpenToMarks = true
            }
            offset = next
        }

        private mutating func append(_ part: String, to next: Int) {
            if word.count + part.utf8.count > TextToken.longest { end() }
            if word.isEmpty { start = offset }
            word += part.utf8
            last = next
        }

        mutating func end() {
            isOpenToMarks = false
            guard !word.isEmpty else { return }
            tokens.append(TextToken(text: String(decoding: word, as: UTF8.self), range: start..<last))
            word.removeAll(keepingCapacity: true)
        }
    }
}
