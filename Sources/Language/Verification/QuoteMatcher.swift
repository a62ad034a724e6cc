/// Finds a quote in a passage. Only white space and the shape of quotation marks may differ; everything else, down to the
/// code point, must be the same, and no word or number may be cut.
package enum QuoteMatcher {
    /// Where the quote stands; the first place when there are several, nil when there is none.
    package static func range(of quote: String, in text: String) -> Range<String.Index>? {
        let needle = Normalised(quote).scalars
        let hay = Normalised(text)
        guard !needle.isEmpty, needle.count <= hay.scalars.count else { return nil }
        let words = Word.words(in: text).map(\.range)
        for start in 0...(hay.scalars.count - needle.count) where hay.scalars[start] == needle[0] {
            guard hay.scalars[start..<start + needle.count].elementsEqual(needle) else { continue }
            let lower = hay.places[start]
            let upper = text.unicodeScalars.index(after: hay.places[start + needle.count - 1])
            if !cuts(words, at: lower), !cuts(words, at: upper) { return lower..<upper }
        }
        return nil
    }

    private static func cuts(_ words: [Range<String.Index>], at index: String.Index) -> Bool {
        words.contains { $0.lowerBound < index && index < $0.upperBound }
    }

    /// A text with single blanks and straight marks, each scalar knowing its place in the original.
    private struct Normalised {
        var scalars: [Unicode.Scalar] = []
        var places: [String.Index] = []

        init(_ text: String) {
            let source = text.unicodeScalars
            var index = source.startIndex
            while index < source.endIndex {
                let scalar = source[index]
                if scalar.properties.isWhitespace {
                    if scalars.last != " ", !scalars.isEmpty { append(" ", at: index) }
                } else {
                    append(Self.straight(scalar), at: index)
                }
                index = source.index(after: index)
            }
            if scalars.last == " " {
                scalars.removeLast()
                places.removeLast()
            }
        }

        private mutating func append(_ scalar: Unicode.Scalar, at index: String.Index) {
            scalars.append(scalar)
            places.append(index)
        }

        private static func straight(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}": "'"
            case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}": "\""
            default: scalar
            }
        }
    }
}
