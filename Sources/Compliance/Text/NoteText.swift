/// One note as everything here reads it: code points, cut once into tokens, lines and sentences. The text is never
/// altered; every offset points into it, in Unicode code points, end exclusive.
package struct NoteText: Sendable {
    package let text: String
    package let scalars: [Unicode.Scalar]
    /// In order; white space within a line is no token, a line's end is one.
    package let tokens: [Token]
    /// Offsets of each line, without its end.
    package let lines: [Range<Int>]
    /// Offsets of each sentence, list item or line that stands for itself; in order, without the space between them.
    package let sentences: [Range<Int>]
    /// Of each token, the index of its sentence. A line's end belongs to the sentence before it.
    package let sentenceOfToken: [Int32]

    package init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
        (tokens, lines) = Tokenizer.cut(scalars)
        (sentences, sentenceOfToken) = SentenceCutter(tokens: tokens, lines: lines).cut()
    }

    package func string(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        append(range, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes some code points in UTF-8.
    package func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        for scalar in scalars[range] {
            if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += UTF8.encode(scalar) ?? .init() }
        }
    }

    /// Indexes of the tokens that begin inside `range` of code points.
    package func tokens(in range: Range<Int>) -> Range<Int> {
        let first = firstToken(from: range.lowerBound)
        return first..<max(first, firstToken(from: range.upperBound))
    }

    /// Index of the first token that begins at or after `offset`; `tokens.count` when there is none.
    package func firstToken(from offset: Int) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Index of the line that holds `offset`.
    package func line(at offset: Int) -> Int {
        var (low, high) = (0, lines.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Code points from the first to the last of some tokens.
    package func range(ofTokens tokens: Range<Int>) -> Range<Int> {
        self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
    }
}
